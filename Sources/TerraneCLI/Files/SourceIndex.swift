import Foundation
import TerraneCore

/// Finds the file that a `#fileID` means: `stacks/Koemo.swift` is `stacks/Koemo/Koemo.swift`.
///
/// Names of files are unique in a Swift module, so the module's folder and the name are enough. It looks only when
/// there is something to show.
final class SourceIndex {
    private let root: URL
    private var paths: [String: [String]]?

    init(root: URL = PackageRoot.ofProgram) {
        self.root = root
    }

    /// The whole path of the file; nil where no file of the package fits, or several do.
    func path(of location: SourceLocation) -> String? {
        let parts = location.file.split(separator: "/")
        guard parts.count == 2 else { return nil }
        let candidates = index()[String(parts[1])] ?? []
        let inModule = candidates.first { $0.split(separator: "/").dropLast().contains(parts[0]) }
        return (inModule ?? (candidates.count == 1 ? candidates.first : nil)).map { root.path + "/" + $0 }
    }

    /// The files in which anything of the graphs is written, as the repository knows them.
    func places(in graphs: [ResourceGraph]) -> [String: String] {
        let sources = graphs.flatMap { graph in
            graph.nodes.map(\.source) + graph.flows.map(\.source) + graph.exemptions.map(\.source)
                + graph.facts.parameters.map(\.source)
        }
        let files = Dictionary(sources.map { ($0.file, $0) }) { first, _ in first }
        return files.compactMapValues { path(of: $0).map(ShownPath.inRepository) }
    }

    private func index() -> [String: [String]] {
        if let paths { return paths }
        var found: [String: [String]] = [:]
        let files = FileManager.default.enumerator(atPath: root.path)
        while let path = files?.nextObject() as? String {
            let name = (path as NSString).lastPathComponent
            if name.hasPrefix("."), files?.fileAttributes?[.type] as? FileAttributeType == .typeDirectory {
                files?.skipDescendants()
            } else if name.hasSuffix(".swift") {
                found[name, default: []].append(path)
            }
        }
        for name in found.keys { found[name]?.sort() }
        paths = found
        return found
    }
}
