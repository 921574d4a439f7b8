import Foundation
import TerraneCompiler

/// The artifacts in a temporary folder, laid out as the tools expect to find them.
struct Workbench: Sendable {
    let folder: TemporaryFolder
    let artifacts: [Artifact]
    /// Types of CloudFormation that AWS did not publish.
    let foreignTypes: [String]

    /// All artifacts under their own paths.
    var tree: String { folder.path + "/tree" }

    init(_ artifacts: [Artifact], foreignTypes: [String] = []) throws {
        self.artifacts = artifacts
        self.foreignTypes = foreignTypes
        folder = try TemporaryFolder()
        do {
            for artifact in artifacts { try write(artifact.contents, to: "tree/\(artifact.path)") }
        } catch {
            folder.remove()
            throw error
        }
    }

    /// Writes a file, and says where it is.
    @discardableResult
    func write(_ contents: [UInt8], to path: String) throws -> String {
        guard OutputFolder.isSafe(path) else { throw FileProblem.unsafe(path) }
        let url = URL(fileURLWithPath: folder.path + "/" + path)
        let parent = url.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try Data(contents).write(to: url)
        } catch {
            throw FileProblem("cannot write '\(url.path)': \(error.localizedDescription)")
        }
        return url.path
    }

    /// The paths of the artifacts whose path fits.
    func paths(where fits: (String) -> Bool) -> [String] { artifacts.map(\.path).filter(fits) }

    /// The folders of Terraform configurations: `koemo/production/terraform`.
    var configurations: [String] {
        Set(paths { $0.hasSuffix(".tf") }.map { String($0[..<($0.lastIndex(of: "/") ?? $0.startIndex)]) }).sorted()
    }

    /// The templates, by the region of each.
    var templates: [String: [String]] {
        Dictionary(grouping: paths { $0.hasSuffix(".template.json") }) { path in
            String(path.split(separator: "/").last?.prefix { $0 != "." } ?? "")
        }
    }

    /// The workflows of each system as a repository of their own would have them: the tools look there for those that others
    /// call.
    func checkouts() throws -> [(folder: String, artifacts: [String], prefix: String)] {
        let workflows = artifacts.filter { $0.path.contains("github/workflows/") }
        let bySystem = Dictionary(grouping: workflows) { artifact in
            artifact.path.range(of: "workflows/").map { String(artifact.path[..<$0.lowerBound]) } ?? ""
        }
        return try bySystem.sorted { $0.key < $1.key }.enumerated().map { index, system in
            let place = "checkouts/\(index)"
            for workflow in system.value {
                try write(workflow.contents, to: "\(place)/.github/\(workflow.path.dropFirst(system.key.count))")
            }
            try write([], to: "\(place)/.git/HEAD")
            return (folder.path + "/" + place, system.value.map(\.path), system.key)
        }
    }
}
