package import Foundation
package import TerraneCompiler

/// The folder that artifacts are written to: whole files or none, and nobody else's file touched.
package struct OutputFolder: Sendable {
    /// What a write changed.
    package struct Changes {
        package var created = 0
        package var updated = 0
        package var removed = 0
        package var unchanged = 0
    }

    /// Marks files that are being written. One that is left over from an interrupted run is overwritten by the next.
    static let temporarySuffix = ".terrane-tmp"

    package let root: URL
    private let base: String

    package init(root: URL) {
        self.root = root
        base = root.path
    }

    /// Writes artifacts, and removes what Terrane wrote earlier within `scope` and does not want any more.
    ///
    /// All new contents are on disk under temporary names before the first file takes its place.
    package func write(_ artifacts: [Artifact], within scope: ArtifactScope) throws -> Changes {
        let owned = try readManifest()
        let wanted = Set(artifacts.map(\.path))
        let stale = owned.filter { scope.contains($0) && !wanted.contains($0) }
        let manifest = Manifest(owned.filter { !scope.contains($0) } + wanted)

        var plan = try plan(artifacts, owned: Set(owned))
        let list = Artifact(path: Manifest.fileName, contents: manifest.contents)
        if FileAccess.read(path(list.path)) != list.contents { plan.writes.append(list) }
        try stage(plan.writes)
        for artifact in plan.writes { try replace(artifact.path) }
        for path in stale { plan.changes.removed += try remove(path) ? 1 : 0 }
        return plan.changes
    }

    // MARK: Reading

    /// The paths of the manifest; none where there is no manifest yet.
    package func readManifest() throws -> [String] {
        let file = path(Manifest.fileName)
        guard let bytes = FileAccess.read(file) else { return [] }
        guard let list = try? JSONDecoder().decode(Listing.self, from: Data(bytes)) else {
            throw FileProblem("the manifest '\(file)' cannot be read", help: "Restore it from version control.")
        }
        guard list.formatVersion == 1 else {
            throw FileProblem(
                "the manifest '\(file)' is of format \(list.formatVersion), and this Terrane knows 1",
                help: "Use the Terrane that wrote it, or a newer one.")
        }
        return list.files.filter(OutputFolder.isSafe)
    }

    private struct Listing: Decodable {
        let formatVersion: Int
        let files: [String]
    }

    package func read(_ path: String) -> [UInt8]? {
        OutputFolder.isSafe(path) ? FileAccess.read(self.path(path)) : nil
    }

    /// Every file below the folders of the given systems.
    package func present(below systems: Set<String>) -> [String] {
        systems.sorted().flatMap { system -> [String] in
            let paths = FileManager.default.enumerator(atPath: path(system))
            var found: [String] = []
            while let path = paths?.nextObject() as? String {
                if paths?.fileAttributes?[.type] as? FileAttributeType == .typeDirectory { continue }
                found.append("\(system)/\(path)")
            }
            return found
        }
    }

    private func path(_ relative: String) -> String { base + "/" + relative }

    /// Whether a path stays below the folder it is relative to.
    static func isSafe(_ path: String) -> Bool {
        let slash = UInt8(ascii: "/")
        return !path.utf8.contains(0)
            && path.utf8.split(separator: slash, omittingEmptySubsequences: false)
                .allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
    }

    private static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
    }

    /// The folders on the way to a path, the innermost first.
    private static func folders(of path: String) -> some Sequence<String> {
        sequence(state: path.utf8[...]) { rest -> String? in
            guard let slash = rest.lastIndex(of: UInt8(ascii: "/")) else { return nil }
            rest = rest[..<slash]
            return String(Substring(rest))
        }
    }
}

// MARK: Writing

extension OutputFolder {
    private struct Plan {
        var writes: [Artifact] = []
        var changes = Changes()
        var folders: Set<String> = []
    }

    /// What is to be written: nothing through a link, and nothing over a file that is not ours.
    private func plan(_ artifacts: [Artifact], owned: Set<String>) throws -> Plan {
        var plan = Plan()
        for artifact in artifacts {
            try refuseLinks(on: artifact.path, checked: &plan.folders)
            let present = FileAccess.read(path(artifact.path))
            if present == artifact.contents {
                plan.changes.unchanged += 1
                continue
            }
            if present != nil, !owned.contains(artifact.path) { throw FileProblem.foreign(path(artifact.path)) }
            if present == nil { plan.changes.created += 1 } else { plan.changes.updated += 1 }
            plan.writes.append(artifact)
        }
        return plan
    }

    private func refuseLinks(on relative: String, checked: inout Set<String>) throws {
        guard OutputFolder.isSafe(relative) else { throw FileProblem.unsafe(relative) }
        guard !FileAccess.isLink(path(relative)) else { throw FileProblem.link(path(relative)) }
        for folder in OutputFolder.folders(of: relative) {
            guard checked.insert(folder).inserted else { return }
            guard !FileAccess.isLink(path(folder)) else { throw FileProblem.link(path(folder)) }
        }
    }

    /// Puts new contents on disk beside the files they will become, many at once: waiting for the disk is most of it.
    private func stage(_ artifacts: [Artifact]) throws {
        do {
            for folder in Set(artifacts.map { OutputFolder.folder(of: path($0.path)) }) {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
        } catch {
            throw FileProblem("cannot write to '\(base)': \(FileProblem.reason(of: error))")
        }
        let problems = ProblemLog()
        DispatchQueue.concurrentPerform(iterations: artifacts.count) { index in
            do throws(SystemProblem) {
                try FileAccess.write(artifacts[index].contents, to: temporary(artifacts[index].path))
            } catch {
                problems.add(FileProblem("cannot write '\(path(artifacts[index].path))': \(error.reason)"))
            }
        }
        guard let problem = problems.first else { return }
        for artifact in artifacts { unlink(temporary(artifact.path)) }
        throw problem
    }

    private func temporary(_ relative: String) -> String {
        let file = path(relative)
        let folder = OutputFolder.folder(of: file)
        return folder + "/." + String(Substring(file.utf8.dropFirst(folder.utf8.count + 1)))
            + OutputFolder.temporarySuffix
    }

    private func replace(_ relative: String) throws {
        guard rename(temporary(relative), path(relative)) == 0 else {
            let problem = SystemProblem()
            unlink(temporary(relative))
            throw FileProblem("cannot write '\(path(relative))': \(problem.reason)")
        }
    }

    /// Removes a file of ours and the folders that it leaves empty. A link on the way is not ours and stays.
    private func remove(_ relative: String) throws -> Bool {
        var checked: Set<String> = []
        guard (try? refuseLinks(on: relative, checked: &checked)) != nil else { return false }
        guard unlink(path(relative)) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return false }
            throw FileProblem("cannot remove '\(path(relative))': \(SystemProblem().reason)")
        }
        for folder in OutputFolder.folders(of: relative) where rmdir(path(folder)) != 0 { break }
        return true
    }
}

/// Problems of several threads.
private final class ProblemLog: @unchecked Sendable {
    private let lock = NSLock()
    private var problems: [FileProblem] = []

    func add(_ problem: FileProblem) {
        lock.withLock { problems.append(problem) }
    }

    var first: FileProblem? { lock.withLock { problems.first } }
}
