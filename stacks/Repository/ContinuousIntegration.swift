import Terrane

/// The workflow of this repository: the README's test command, on every change, on a clean machine.
struct ContinuousIntegration: Component {
    var declaration: Declaration

    init(_ name: Name, file: String = #fileID, line: Int = #line) {
        declaration = Declaration(name, file: file, line: line)
    }

    var body: Content {
        Workflow("ci", name: "CI", on: .push(branches: ["main"]), .pullRequest(branches: ["main"])) {
            Job("test", on: .ubuntu24, timeout: .minutes(90)) {
                Checkout()
                SetupSwift("6.2")
                SetupTerraform("1.11.4", with: ["terraform_wrapper": false])
                BuildCache.swiftPM
                Run("Check that the committed artifacts are current", "make check")
                Run("Run the tests and the proofs", "make test", env: ["CI": true])
            }
        }
    }
}
