import Terrane

extension Koemo {
    /// The role that only the production environment of KOEMO's repository can take on.
    var access: GitHubDeployRole {
        GitHubDeployRole(
            "koemo-deploy", for: "yourcompany/koemo", environment: .production, pushingTo: images.repository,
            deploying: backend)
    }

    @ContentBuilder var delivery: Content {
        access
        KoemoDelivery(
            "koemo-delivery",
            to: ReleaseTarget(backend, in: self, by: access, at: plan.apiHost),
            app: KoemoDelivery.AppIdentity(
                team: "ABCDE12345", bundle: "com.yourcompany.koemo", profile: "KOEMO App Store",
                exportOptions: "golden/\(name)/ios/ExportOptions.plist"))
    }
}

/// How KOEMO reaches its users: the backend on every push to `main`, the iOS app on every version tag.
///
/// Every fact about the infrastructure is given by the stack that builds it.
struct KoemoDelivery: Component {
    var declaration: Declaration
    let backendTarget: ReleaseTarget
    let app: AppIdentity

    /// What Apple knows the app as.
    struct AppIdentity {
        let team: Value<String>
        let bundle: String
        let profile: Value<String>
        /// The path in the repository of the property list below.
        let exportOptions: Value<String>
    }

    init(_ name: Name, to target: ReleaseTarget, app: AppIdentity, file: String = #fileID, line: Int = #line) {
        declaration = Declaration(name, file: file, line: line)
        backendTarget = target
        self.app = app
    }

    var body: Content {
        backend
        ios
        exportOptions
    }
}

/// The backend: tested and scanned on every change, deployed from `main`.
extension KoemoDelivery {
    var backend: Workflow {
        Workflow(
            "backend-deployment", name: "Backend Deployment",
            on: .push(branches: ["main"], paths: ["backend/**"]),
            .pullRequest(branches: ["main"], paths: ["backend/**"])
        ) {
            test
            securityScan
            buildAndDeploy
        }
    }

    private var test: Job {
        Job("test", timeout: .minutes(15)) {
            Checkout()
            SetupNode("22", cache: .npm(lockFile: "backend/package-lock.json"))
            Run("Install dependencies", "npm ci", in: "backend")
            Run("Run tests", "npm run test:coverage", in: "backend")
            CodecovUpload("backend/coverage/lcov.info", token: .secret("CODECOV_TOKEN"))
        }
    }

    private var securityScan: Job {
        Job("security-scan", timeout: .minutes(15)) {
            Checkout()
            Run("Run security audit", "npm audit --audit-level=moderate", in: "backend")
            SnykScan(.node, in: "backend", atLeast: .high, token: .secret("SNYK_TOKEN"))
                .if(.github.hasSecrets)
        }
    }

    private var buildAndDeploy: Job {
        ServiceRelease("KOEMO backend", to: backendTarget, from: "backend").job()
            .needs(test, securityScan)
            .if(.github.isBranch("main") && .github.isPush)
    }
}

/// The app: built, signed and handed to TestFlight for every version.
extension KoemoDelivery {
    var ios: Workflow {
        Workflow("ios-app-deployment", name: "iOS App Deployment", on: .push(tags: ["v*"])) {
            buildAndUpload
        }
    }

    private var buildAndUpload: Job {
        Job("build-and-deploy", on: .macOS26, timeout: .minutes(60)) {
            Checkout()
            SetupXcode("26")
            Run("Install dependencies", "pod install --deployment", in: "ios")
            ImportCodeSigningCertificates(
                p12: .secret("CERTIFICATES_P12"), password: .secret("CERTIFICATES_PASSWORD"))
            DownloadProvisioningProfiles(bundle: app.bundle, key: key)
            archive
            export
            UploadToTestFlight("ios/build/KOEMO.ipa", key: key)
            removeProfiles
        }
        .environment("app-store")
    }

    private var key: AppStoreConnectKey {
        AppStoreConnectKey(
            issuer: .secret("APPSTORE_ISSUER_ID"), id: .secret("APPSTORE_KEY_ID"),
            privateKey: .secret("APPSTORE_PRIVATE_KEY"))
    }

    private var archive: Run {
        Run(
            "Build and Archive",
            """
            xcodebuild archive \\
              -workspace KOEMO.xcworkspace \\
              -scheme KOEMO \\
              -configuration Release \\
              -destination 'generic/platform=iOS' \\
              -archivePath build/KOEMO.xcarchive \\
              CODE_SIGN_STYLE=Manual \\
              DEVELOPMENT_TEAM="$TEAM_ID"
            """,
            in: "ios", env: ["TEAM_ID": app.team])
    }

    private var export: Run {
        Run(
            "Export IPA",
            """
            xcodebuild -exportArchive \\
              -archivePath build/KOEMO.xcarchive \\
              -exportPath build \\
              -exportOptionsPlist "$GITHUB_WORKSPACE/$EXPORT_OPTIONS"
            """,
            in: "ios", env: ["EXPORT_OPTIONS": app.exportOptions])
    }

    /// The action that made the keychain deletes it when the job ends.
    private var removeProfiles: Run {
        Run(
            "Remove provisioning profiles",
            """
            rm -rf "$HOME/Library/MobileDevice/Provisioning Profiles"
            rm -rf "$HOME/Library/Developer/Xcode/UserData/Provisioning Profiles"
            """
        )
        .if(.always())
    }

    var exportOptions: PropertyListDocument {
        PropertyListDocument(
            "ios/ExportOptions.plist",
            [
                "method": "app-store-connect",
                "destination": "export",
                "teamID": app.team,
                "signingStyle": "manual",
                "signingCertificate": "Apple Distribution",
                "provisioningProfiles": [app.bundle: app.profile] as PropertyList,
                "stripSwiftSymbols": true,
                "uploadSymbols": true,
            ])
    }
}
