import Terrane

/// How a change reaches the environment: `develop` goes to staging, `main` to production.
extension RainbowSeeker {
    var access: GitHubDeployRole {
        GitHubDeployRole(
            "rainbow-seeker-deploy", for: "yourcompany/rainbow-seeker", environment: environment,
            pushingTo: apiImages.repository, deploying: api)
    }

    @ContentBuilder var delivery: Content {
        access
        Workflow(
            "deploy-\(environment)", name: "Deploy to AWS (\(environment))", on: .push(branches: [plan.branch])
        ) {
            test
            release.job().needs(test)
        }
    }

    private var release: ServiceRelease {
        ServiceRelease(
            "Rainbow Seeker", to: ReleaseTarget(api, in: self, by: access, at: plan.apiHost), from: "backend")
    }

    private var test: Job {
        Job("test", timeout: .minutes(15)) {
            Checkout()
            SetupNode("22", cache: .npm(lockFile: "backend/package-lock.json"))
            Run("Install dependencies", "npm ci")
            Run("Run tests", "npm test")
            Run("Run lint", "npm run lint")
            Run("Run security audit", "npm audit --audit-level=high")
        }
        .workingDirectory("backend")
    }
}
