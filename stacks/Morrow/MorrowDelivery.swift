import Terrane

/// How a change reaches the environment: `develop` goes to staging, `main` to production, each after the tests.
extension Morrow {
    var access: GitHubDeployRole {
        GitHubDeployRole(
            "morrow-deploy", for: "yourcompany/morrow", environment: environment, pushingTo: images.repository,
            deploying: backend)
    }

    @ContentBuilder var delivery: Content {
        access
        Workflow(
            "deploy-\(environment)", name: "CI/CD Pipeline (\(environment))", on: .push(branches: [plan.branch]),
            .pullRequest(branches: [plan.branch])
        ) {
            test
            ServiceRelease("Morrow", to: ReleaseTarget(backend, in: self, by: access, at: apiHost), from: "backend")
                .job("deploy-\(environment)", timeout: .minutes(60))
                .needs(test)
                .if(.github.isPush)
        }
    }

    private var test: Job {
        Job("test", timeout: .minutes(20)) {
            Checkout()
            SetupGo("1.25")
            Run("Run tests", "make test")
            Run("Run lint", "make lint")
            Run("Audit dependencies", "make security-audit")
        }
    }
}
