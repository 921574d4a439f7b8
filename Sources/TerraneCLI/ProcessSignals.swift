import Foundation

/// What the process has to agree on with its surroundings.
enum ProcessSignals {
    /// A reader that goes away is no reason to crash: writing then fails, which is enough.
    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
    }

    /// The name that the program was called by.
    static var programName: String {
        CommandLine.arguments.first.map { ($0 as NSString).lastPathComponent } ?? "stacks"
    }
}
