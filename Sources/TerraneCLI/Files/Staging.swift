import Foundation
import TerraneCompiler

/// New files on their way to their places: first all of them on disk under temporary names, then each renamed.
struct Staging {
    /// Ends the name of a file that is being written: `.network.tf.terrane-tmp`.
    private static let suffix = ".terrane-tmp"

    private let base: String
    private var pending: [Artifact] = []
    private var newFolders: [String] = []

    init(base: String) {
        self.base = base
    }

    static func isTemporary(_ name: String) -> Bool {
        name.hasPrefix(".") && name.hasSuffix(suffix)
    }

    /// Puts new contents on disk beside the files they will become, many at once: waiting for the disk is most of it.
    mutating func add(_ artifacts: [Artifact]) throws {
        for folder in Set(artifacts.map { folder(of: $0.path) }).sorted() {
            do throws(SystemProblem) {
                newFolders += try FileAccess.makeFolders(folder)
            } catch {
                throw FileProblem.noFolder(folder, error)
            }
        }
        pending += artifacts
        let problems = ProblemLog()
        DispatchQueue.concurrentPerform(iterations: artifacts.count) { [self] index in
            do throws(SystemProblem) {
                try FileAccess.write(artifacts[index].contents, to: temporary(artifacts[index].path))
            } catch {
                problems.add(.unwritable(place(artifacts[index].path), error), at: index)
            }
        }
        if let problem = problems.first { throw problem }
    }

    /// Gives each file its name.
    mutating func commit() throws {
        for (index, artifact) in pending.enumerated() {
            guard rename(temporary(artifact.path), place(artifact.path)) == 0 else {
                let problem = SystemProblem()
                pending.removeFirst(index)
                throw FileProblem.unwritable(place(artifact.path), problem)
            }
        }
        pending = []
        newFolders = []
    }

    /// Removes what has no place yet, and the folders that were made for it.
    mutating func rollBack() {
        for artifact in pending { unlink(temporary(artifact.path)) }
        for folder in newFolders.reversed() { rmdir(folder) }
        pending = []
    }

    private func place(_ relative: String) -> String { base + "/" + relative }

    private func folder(of relative: String) -> String {
        OutputFolder.folders(above: relative).first.map(place) ?? base
    }

    private func temporary(_ relative: String) -> String {
        let name = relative.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
        return "\(folder(of: relative))/.\(name)\(Staging.suffix)"
    }
}

/// Problems of several threads.
private final class ProblemLog: @unchecked Sendable {
    private let lock = NSLock()
    private var problems: [(index: Int, problem: FileProblem)] = []

    func add(_ problem: FileProblem, at index: Int) {
        lock.withLock { problems.append((index, problem)) }
    }

    /// The one about the first file, whichever thread was faster.
    var first: FileProblem? {
        lock.withLock { problems.min { $0.index < $1.index }?.problem }
    }
}
