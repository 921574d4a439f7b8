import Foundation
import TerraneCore

/// Finds the file that a `#fileID` means: `stacks/Koemo.swift` is `stacks/Koemo/Koemo.swift`.
///
/// Names of files are unique in a Swift module, so the module's folder and the name are enough. It looks only when
/// there is something to show.
final class SourceIndex {
    private let root: URL
    private var paths: [String: [String]]?

    init(root: URL = PackageRoot.url) {
        self.root = root
    }

    /// The path below the package, or the `#fileID` itself where no file fits.
    func path(of location: SourceLocation) -> String {
        let parts = location.file.split(separator: "/")
        guard parts.count == 2 else { return location.file }
        let candidates = index()[String(parts[1])] ?? []
        return candidates.first { $0.split(separator: "/").dropLast().contains(parts[0]) } ?? location.file
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
