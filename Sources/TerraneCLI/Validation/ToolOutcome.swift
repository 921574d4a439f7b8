/// What became of a tool: whether it judged, and if not, why.
struct ToolOutcome: Hashable, Sendable {
    enum Fate: Hashable, Sendable {
        /// It judged this many artifacts.
        case judged(Int)
        /// It did not run; not for a fault of its own.
        case skipped(String)
        /// It broke down.
        case failed(String)
    }

    let tool: String
    var version: String?
    let fate: Fate
    /// Whether it was asked for by name, and so must run.
    var isRequested = false

    /// Whether the validation is less than was asked for.
    var isTrouble: Bool {
        switch fate {
        case .judged: false
        case .skipped: isRequested
        case .failed: true
        }
    }

    /// `cfn-lint 1.51.0`.
    var title: String { version.map { "\(tool) \($0)" } ?? tool }

    var summary: String {
        switch fate {
        case .judged(let count): "\(title) judged \(count) artifact\(count == 1 ? "" : "s")"
        case .skipped(let reason): "\(title) did not run: \(reason)"
        case .failed(let reason): "\(title) failed: \(reason)"
        }
    }
}
