/// The errors of one run, in the order of the source, at most one for each place and not without end.
struct DiagnosticLog {
    static let limit = 100

    let map: SourceMap
    private var entries: [Int: Diagnostic] = [:]

    init(_ map: SourceMap) {
        self.map = map
    }

    mutating func report(_ problem: Problem, _ start: Int, _ end: Int) {
        guard entries.count < DiagnosticLog.limit, entries[start] == nil else { return }
        entries[start] = Diagnostic(.error, problem.summary, detail: problem.detail, range: map.range(start, end))
    }

    var diagnostics: [Diagnostic] {
        entries.sorted { $0.key < $1.key }.map(\.value)
    }
}

/// What can be wrong with a source, in words.
struct Problem {
    var summary: String
    var detail: String

    init(_ summary: String, _ detail: String) {
        self.summary = summary
        self.detail = detail
    }
}
