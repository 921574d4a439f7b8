/// The machine that a job runs on, by its labels. ("Choosing the runner for a job", GitHub Docs.)
public struct Runner: Sendable, Hashable {
    public let labels: [String]

    public init(_ labels: String...) {
        self.labels = labels
    }

    public static let ubuntuLatest = Runner("ubuntu-latest")
    public static let ubuntu24 = Runner("ubuntu-24.04")
    /// Linux on Arm.
    public static let ubuntu24Arm = Runner("ubuntu-24.04-arm")
    public static let macOSLatest = Runner("macos-latest")
    /// macOS Tahoe, with the Xcode 26 series.
    public static let macOS26 = Runner("macos-26")
    public static let macOS15 = Runner("macos-15")
    public static let windowsLatest = Runner("windows-latest")

    /// One of one's own machines, with all of these labels.
    public static func selfHosted(_ labels: String...) -> Runner {
        Runner(labels: ["self-hosted"] + labels)
    }

    private init(labels: [String]) {
        self.labels = labels
    }
}
