import Terrane

/// A stack made of hostile texts that knows what must be found in its output.
protocol HostileStack: Stack {
    var texts: [String] { get }
    var expected: [Expected] { get }
    /// Whether the compiler may say no instead, with a place.
    var mayBeRefused: Bool { get }
}

extension HostileStack {
    var mayBeRefused: Bool { false }
    var environment: DeploymentEnvironment { .staging }
    var region: Region { .tokyo }
    var account: AccountID? { "111122223333" }

    /// A file of the stack's one environment.
    func path(_ file: String) -> String { "\(name)/staging/\(file)" }

    func found(_ file: String, _ path: [Expected.Step], _ text: String) -> Expected {
        Expected(file: self.path(file), path: path, value: .text(text))
    }

    /// A file of the system as a whole.
    func foundInSystem(
        _ file: String, _ path: [Expected.Step], _ text: String, by reader: Expected.Reader = .plain
    ) -> Expected {
        Expected(file: "\(name)/\(file)", path: path, value: .text(text), reader: reader)
    }
}
