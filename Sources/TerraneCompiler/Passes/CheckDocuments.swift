import TerraneCore

/// Checks where documents go.
///
/// Afterwards each path is one that every file system takes, it stays in the folder of its stack, and no two are the same
/// to a file system that does not tell capitals from small letters.
func checkDocuments(_ graph: ResourceGraph) -> [Diagnostic] {
    var first: [String: ResourceGraph.DocumentNode] = [:]
    return graph.documents.compactMap { node in
        let path = node.document.path
        if let problem = pathProblem(of: path) { return .documentPath(path, problem, at: node.source) }
        let other = first.updateValue(node, forKey: graph.path(of: node.document).lowercased())
        guard let other, other.document.path != path else { return nil }
        return .pathsDifferInCase(path, other.document.path, at: node.source, other.source)
    }
}

/// Why a document cannot have the path, if it cannot.
private func pathProblem(of path: String) -> String? {
    guard path.utf8.allSatisfy(isPortable) else {
        return "paths are made of ASCII letters, digits, '.', '-', '_' and '/'"
    }
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
        switch part {
        case "": return "a part of it is empty"
        case ".", "..": return "it leads elsewhere by '\(part)'"
        default: break
        }
        if part.utf8.count > 200 { return "a part of it is longer than 200 characters" }
        if part.hasPrefix("."), part.hasSuffix(".terrane-tmp") { return "Terrane uses such names while it writes" }
    }
    return nil
}

/// The portable filename character set ("3.265 Portable Filename Character Set", POSIX.1-2024), and the slash.
private func isPortable(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
    default: "-_./".utf8.contains(byte)
    }
}

extension Diagnostic {
    private static let pathHelp = "Give it another path, below the folder of its stack."

    static func documentPath(_ path: String, _ problem: String, at place: SourceLocation) -> Diagnostic {
        .error("\(path.inMessage) cannot be the path of a document: \(problem)", help: pathHelp, at: place)
    }

    static func pathsDifferInCase(
        _ path: String, _ other: String, at place: SourceLocation? = nil, _ first: SourceLocation? = nil
    ) -> Diagnostic {
        .error(
            "'\(path)' and '\(other)' are one file where capitals do not count", help: "Give one of them another name.",
            at: place, notes: first.map { [Note("the other is listed here", at: $0)] } ?? [])
    }

    static func fileIsFolder(_ path: String, of inner: String) -> Diagnostic {
        .error("'\(path)' is a file, and '\(inner)' needs a folder there", help: "Give one of them another name.")
    }
}
