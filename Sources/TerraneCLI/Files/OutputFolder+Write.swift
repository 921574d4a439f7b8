import Foundation
package import TerraneCompiler

extension OutputFolder {
    /// Writes artifacts, and removes what Terrane wrote earlier within `scope` and does not want any more.
    ///
    /// All new contents are on disk under temporary names before the first file takes its place. The manifest knows
    /// every new file before it is there and every old one until it is gone, so that an interrupted run leaves nothing
    /// that the next would not recognise as ours.
    package func write(_ artifacts: [Artifact], within scope: ArtifactScope) throws -> Changes {
        let made = try makeRoot()
        let lock = OutputLock(base)
        defer { lock.release() }
        do {
            return try replace(artifacts, within: scope)
        } catch {
            for folder in made.reversed() { rmdir(folder) }
            throw error
        }
    }

    private func makeRoot() throws -> [String] {
        do throws(SystemProblem) {
            return try FileAccess.makeFolders(base)
        } catch {
            throw FileProblem.noFolder(base, error)
        }
    }

    private func replace(_ artifacts: [Artifact], within scope: ArtifactScope) throws -> Changes {
        let owned = try readManifest()
        if scope.isForeign(to: owned) { throw FileProblem.anotherProgram(base) }
        let stale = Set(owned.filter(scope.contains)).subtracting(artifacts.map(\.path)).sorted()
        var (changes, writes) = try plan(artifacts, owned: Set(owned))

        let during = Manifest(owned + artifacts.map(\.path))
        try put([Artifact(path: Manifest.fileName, contents: during.contents)] + writes)
        for path in stale { changes.removed += try remove(path) ? 1 : 0 }
        try put([OutputFolder.manifest(owned: owned, wanted: artifacts, within: scope)])
        sweep(systems: Set((owned + artifacts.map(\.path)).compactMap { OutputFolder.folders(above: $0).last }))
        return changes
    }

    /// What is to be written: nothing through a link, and nothing over what is not ours.
    private func plan(_ artifacts: [Artifact], owned: Set<String>) throws -> (changes: Changes, writes: [Artifact]) {
        var changes = Changes()
        var writes: [Artifact] = []
        var folders: Set<String> = []
        for artifact in artifacts {
            try refuseObstacles(to: artifact.path, checked: &folders)
            let present = try contents(of: artifact.path)
            if present == artifact.contents {
                changes.unchanged += 1
                continue
            }
            if present != nil, !owned.contains(artifact.path) { throw FileProblem.foreign(path(artifact.path)) }
            if present == nil { changes.created += 1 } else { changes.updated += 1 }
            writes.append(artifact)
        }
        return (changes, writes)
    }

    /// Refuses what stands in the way of a file. `checked` remembers the folders that are fine.
    private func refuseObstacles(to relative: String, checked: inout Set<String>) throws {
        guard OutputFolder.isSafe(relative) else { throw FileProblem.unsafe(relative) }
        for folder in OutputFolder.folders(above: relative) {
            guard checked.insert(folder).inserted else { break }
            switch FileAccess.kind(of: path(folder)) {
            case .absent, .folder: continue
            case .link: throw FileProblem.link(path(folder))
            case .file, .other: throw FileProblem.notAFolder(path(folder))
            }
        }
        switch FileAccess.kind(of: path(relative)) {
        case .absent, .file: return
        case .link: throw FileProblem.link(path(relative))
        case .folder, .other: throw FileProblem.notAFile(path(relative))
        }
    }

    /// Replaces those files that are not yet what they should be, all or none as far as the system lets us.
    private func put(_ artifacts: [Artifact]) throws {
        var staging = Staging(base: base)
        do {
            try staging.add(artifacts.filter { try contents(of: $0.path) != $0.contents })
            try staging.commit()
        } catch {
            staging.rollBack()
            throw error
        }
    }

    /// Removes a file of ours and the folders that it leaves empty. A link on the way is not ours and stays.
    private func remove(_ relative: String) throws -> Bool {
        guard (try? refuseLinks(on: relative)) != nil else { return false }
        guard unlink(path(relative)) == 0 else {
            let problem = SystemProblem()
            if [ENOENT, ENOTDIR, EISDIR].contains(problem.code) { return false }
            throw FileProblem("cannot remove '\(path(relative))': \(problem.reason)")
        }
        for folder in OutputFolder.folders(above: relative) where rmdir(path(folder)) != 0 { break }
        return true
    }

    /// Removes what an interrupted run left behind: files under our temporary names.
    private func sweep(systems: Set<String>) {
        for name in FileAccess.names(in: base) where Staging.isTemporary(name) { unlink(path(name)) }
        for system in systems where FileAccess.kind(of: path(system)) == .folder { sweep(below: path(system)) }
    }

    private func sweep(below folder: String) {
        for name in FileAccess.names(in: folder) {
            let path = folder + "/" + name
            if Staging.isTemporary(name) {
                unlink(path)
            } else if !name.hasPrefix("."), FileAccess.kind(of: path) == .folder {
                sweep(below: path)
            }
        }
    }
}
