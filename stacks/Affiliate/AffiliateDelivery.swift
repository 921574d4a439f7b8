import Terrane

/// How a change reaches production: tested, built, migrated, deployed, from `main`.
extension Affiliate {
    var access: GitHubDeployRole {
        GitHubDeployRole(
            "affiliate-deploy", for: "yourcompany/affiliate-system", environment: environment,
            pushingTo: images.repository, deploying: web, running: [migration])
    }

    @ContentBuilder var delivery: Content {
        access
        Workflow(
            "deploy", name: "Deploy to Production", on: .push(branches: ["main"]),
            .pullRequest(branches: ["main"])
        ) {
            test
            release.job {
                TaskRun("Migrate the database", migration, in: self).steps(image: release.image)
            }
            .needs(test)
            .if(.github.isPush)
        }
    }

    private var release: ServiceRelease {
        ServiceRelease("Affiliate system", to: ReleaseTarget(web, in: self, by: access, at: host))
    }

    private var test: Job {
        Job("test", timeout: .minutes(20)) {
            Checkout()
            SetupPHP("8.3", with: ["extensions": "mbstring, pdo, pdo_mysql"])
            Run("Install dependencies", "composer install --prefer-dist --no-progress")
            Run("Run tests", "php artisan test --parallel --coverage")
            Run(
                "Security scan",
                """
                composer audit
                ./vendor/bin/psalm --show-info=true
                """)
        }
    }
}
