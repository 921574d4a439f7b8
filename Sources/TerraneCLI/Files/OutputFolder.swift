package import Foundation
package import TerraneCompiler

/// The folder that artifacts are written to: whole files or none, and nobody else's file touched.
package struct OutputFolder {
    /// What a write changed.
    package struct Changes {
        package var created = 0
        package var updated = 0
        package var removed = 0
        package var unchanged = 0
    }

    /// Marks files that are being written. One that is left over from an interrupted run is removed by the next.
    static let temporarySuffix = ".terrane-tmp"

    package let root: URL

    package init(root: URL) {
        self.root = root
    }

    /// Writes artifacts, and removes what Terrane wrote earlier within `scope` and does not want any more.
    ///
    /// All new contents are on disk under temporary names before the first file takes its place.
    package func write(_ artifacts: [Artifact], within scope: ArtifactScope) throws -> Changes {
        let manifest = try readManifest()
        let wanted = Set(artifacts.map(\.path))
        let stale = manifest.filter { scope.contains($0) && !wanted.contains($0) }
        let kept = manifest.filter { !scope.contains($0) }
        try refuseForeignFiles(artifacts, owned: Set(manifest))

        var changes = Changes()
        var renames: [(from: URL, to: URL)] = []
        do {
            for artifact in artifacts {
                let file = try location(of: artifact.path)
                let present = try? Data(contentsOf: file)
                if present.map({ $0.elementsEqual(artifact.contents) }) == true {
                    changes.unchanged += 1
                } else {
                    renames.append((try stage(artifact.contents, beside: file), file))
                    if present == nil { changes.created += 1 } else { changes.updated += 1 }
                }
            }
            let list = Manifest(kept + artifacts.map(\.path))
            let file = root.appendingPathComponent(Manifest.fileName)
            if (try? Data(contentsOf: file))?.elementsEqual(list.contents) != true {
                renames.append((try stage(list.contents, beside: file), file))
            }
        } catch {
            for rename in renames { try? FileManager.default.removeItem(at: rename.from) }
            throw error
        }
        for rename in renames { try replace(rename.to, with: rename.from) }
        for path in stale { changes.removed += try remove(path) ? 1 : 0 }
        return changes
    }

    // MARK: Reading

    /// The paths of the manifest; none where there is no manifest yet.
    package func readManifest() throws -> [String] {
        let file = root.appendingPathComponent(Manifest.fileName)
        guard let data = try? Data(contentsOf: file) else { return [] }
        guard let list = try? JSONDecoder().decode(Listing.self, from: data) else {
            throw FileProblem("the manifest '\(file.path)' cannot be read", help: "Restore it from version control.")
        }
        guard list.formatVersion == 1 else {
            throw FileProblem(
                "the manifest '\(file.path)' is of format \(list.formatVersion), and this Terrane knows 1",
                help: "Use the Terrane that wrote it, or a newer one.")
        }
        return list.files.filter(OutputFolder.isSafe)
    }

    private struct Listing: Decodable {
        let formatVersion: Int
        let files: [String]
    }

    package func read(_ path: String) -> [UInt8]? {
        guard let file = try? location(of: path), let data = try? Data(contentsOf: file) else { return nil }
        return Array(data)
    }

    /// Every file below the folders of the given systems.
    package func present(below systems: Set<String>) -> [String] {
        systems.sorted().flatMap { system -> [String] in
            let folder = root.appendingPathComponent(system)
            let paths = FileManager.default.enumerator(atPath: folder.path)
            var found: [String] = []
            while let path = paths?.nextObject() as? String {
                if paths?.fileAttributes?[.type] as? FileAttributeType == .typeDirectory { continue }
                found.append("\(system)/\(path)")
            }
            return found
        }
    }

    // MARK: Writing

    /// Where a path lies. It is below the root, and no part of the way is a symbolic link.
    private func location(of path: String) throws -> URL {
        guard OutputFolder.isSafe(path) else {
            throw FileProblem("'\(path)' is no path below the output folder", help: "Give the stack or document another name.")
        }
        var place = root
        for part in path.split(separator: "/") {
            place.appendPathComponent(String(part))
            if let type = try? FileManager.default.attributesOfItem(atPath: place.path)[.type] as? FileAttributeType,
                type == .typeSymbolicLink
            {
                throw FileProblem("'\(place.path)' is a symbolic link", help: "Terrane writes no file through a link: remove it.")
            }
        }
        return place
    }

    static func isSafe(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !path.utf8.contains(0) && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }

    /// A file that stands where one of ours belongs, but is not ours, stays.
    private func refuseForeignFiles(_ artifacts: [Artifact], owned: Set<String>) throws {
        for artifact in artifacts where !owned.contains(artifact.path) {
            guard let present = read(artifact.path), present != artifact.contents else { continue }
            throw FileProblem(
                "'\(root.appendingPathComponent(artifact.path).path)' stands where Terrane would write, and Terrane did not write it",
                help: "Move it away, or delete it if it is an old output.")
        }
    }

    private func stage(_ contents: [UInt8], beside file: URL) throws -> URL {
        let folder = file.deletingLastPathComponent()
        let temporary = folder.appendingPathComponent(".\(file.lastPathComponent)\(OutputFolder.temporarySuffix)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(contents).write(to: temporary)
            let handle = try FileHandle(forWritingTo: temporary)
            defer { try? handle.close() }
            try handle.synchronize()
        } catch {
            try? FileManager.default.removeItem(at: temporary)
            throw FileProblem("cannot write '\(file.path)': \(FileProblem.reason(of: error))")
        }
        return temporary
    }

    private func replace(_ file: URL, with temporary: URL) throws {
        guard rename(temporary.path, file.path) == 0 else {
            let reason = String(cString: strerror(errno))
            try? FileManager.default.removeItem(at: temporary)
            throw FileProblem("cannot write '\(file.path)': \(reason)")
        }
    }

    /// Removes a file of ours and the folders that it leaves empty. A link in its place is not ours and stays.
    private func remove(_ path: String) throws -> Bool {
        guard let file = try? location(of: path), FileManager.default.fileExists(atPath: file.path) else { return false }
        do {
            try FileManager.default.removeItem(at: file)
        } catch {
            throw FileProblem("cannot remove '\(file.path)': \(FileProblem.reason(of: error))")
        }
        var folder = file.deletingLastPathComponent()
        while folder.path.count > root.path.count, rmdir(folder.path) == 0 { folder.deleteLastPathComponent() }
        return true
    }
}

/// A trouble with files: what could not be done, and what to do.
package struct FileProblem: Error {
    package let summary: String
    package let help: String?

    init(_ summary: String, help: String? = nil) {
        self.summary = summary
        self.help = help
    }

    /// The system's own words, without Foundation's wrapping.
    static func reason(of error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        let code = (underlying ?? error as NSError)
        return code.domain == NSPOSIXErrorDomain ? String(cString: strerror(Int32(code.code))) : error.localizedDescription
    }
}
