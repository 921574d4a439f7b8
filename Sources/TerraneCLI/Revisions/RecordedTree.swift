import Foundation
import TerraneCompiler
import TerraneCore

/// The resource graphs that a revision of the output has on file.
struct RecordedTree {
    /// A `graph.json`: `koemo/production/graph.json`, below the output folder.
    struct File: Sendable {
        let path: String
        let contents: [UInt8]

        fileprivate var graph: Result<ResourceGraph, UnreadableGraph> {
            do throws(UnreadableGraph) {
                return .success(try readGraphDocument(contents))
            } catch {
                return .failure(error)
            }
        }
    }

    /// What to call it: `golden`, `main (1a2b3c4)`.
    let name: String
    let files: [File]

    /// The graphs of the stacks that are asked for.
    func graphs(
        where isWanted: (_ stack: String, _ environment: String) -> Bool
    ) async throws(FileProblem) -> [ResourceGraph] {
        let wanted = files.filter { file in
            let parts = file.path.split(separator: "/").map(String.init)
            return parts.count == 3 && isWanted(parts[0], parts[1])
        }
        var graphs: [ResourceGraph] = []
        for (file, result) in zip(wanted, await concurrently(wanted) { $0.graph }) {
            do throws(UnreadableGraph) {
                graphs.append(try result.get())
            } catch {
                let diagnostic = error.diagnostic(in: file.path)
                throw FileProblem("\(diagnostic.summary), in \(name)", help: diagnostic.help)
            }
        }
        return graphs
    }

    /// What a reader names with `--against`: a folder that is there, or else a revision of git.
    static func named(_ name: String, output: URL) async throws(FileProblem) -> RecordedTree {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder.boolValue {
            return try inFolder(URL(fileURLWithPath: name, isDirectory: true))
        }
        return try await GitRevision(name, output: output).tree()
    }

    /// The graphs of a folder, in the order of their paths.
    static func inFolder(_ folder: URL) throws(FileProblem) -> RecordedTree {
        var files: [File] = []
        for stack in visible(in: folder.path) {
            for environment in visible(in: "\(folder.path)/\(stack)") {
                let path = "\(stack)/\(environment)/\(fileName)"
                if let contents = try contents("\(folder.path)/\(path)") {
                    files.append(File(path: path, contents: contents))
                }
            }
        }
        guard !files.isEmpty else { throw .noGraphs(ShownPath.of(folder.path)) }
        return RecordedTree(name: ShownPath.of(folder.path), files: files)
    }

    static let fileName = "graph.json"

    private static func contents(_ path: String) throws(FileProblem) -> [UInt8]? {
        do throws(SystemProblem) {
            return try FileAccess.read(path)
        } catch {
            throw .unreadable(path, error)
        }
    }

    /// What is in a folder, without what other tools keep for themselves.
    private static func visible(in folder: String) -> [String] {
        FileAccess.names(in: folder).filter { !$0.hasPrefix(".") && FileAccess.kind(of: "\(folder)/\($0)") == .folder }
    }
}

extension FileProblem {
    fileprivate static func noGraphs(_ folder: String) -> FileProblem {
        FileProblem(
            "no stack below '\(folder)' has a graph.json to compare with",
            help: "Run synth first, or name a folder of artifacts or a git revision with --against.")
    }
}
