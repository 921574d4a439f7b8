package import Foundation
package import TerraneCompiler

/// The folder that artifacts are written to: whole files or none, and nobody else's file touched.
package struct OutputFolder: Sendable {
    /// What a write changed.
    package struct Changes: Equatable {
        package var created = 0
        package var updated = 0
        package var removed = 0
        package var unchanged = 0

        mutating func add(_ others: Changes) {
            created += others.created
            updated += others.updated
            removed += others.removed
            unchanged += others.unchanged
        }
    }

    package let root: URL
    let base: String

    package init(root: URL) {
        self.root = root
        base = root.path
    }

    // MARK: Comparing

    /// How the folder differs from artifacts, within `scope` and below the folders of `systems`; the manifest included.
    ///
    /// Names that start with a dot are other tools' own (`.terraform`, `.DS_Store`), unless the manifest has them.
    package func comparison(
        with artifacts: [Artifact], within scope: ArtifactScope, systems: Set<String>
    ) throws -> TreeComparison {
        // A manifest that cannot be read is as stale as any other file that is not what it should be.
        let owned = (try? readManifest()) ?? []
        let manifest = OutputFolder.manifest(owned: owned, wanted: artifacts, within: scope)
        let present = files(below: systems) + owned.filter { FileAccess.kind(of: path($0)) != .absent }
        return try TreeComparison(
            of: artifacts + [manifest], present: present.filter(scope.contains).filter { $0 != manifest.path },
            read: read)
    }

    private func read(_ relative: String) throws -> [UInt8]? {
        try refuseLinks(on: relative)
        return try contents(of: relative)
    }

    private func files(below systems: Set<String>) -> [String] {
        systems.sorted().flatMap { system -> [String] in
            let kind = FileAccess.kind(of: path(system))
            return kind == .folder ? visibleFiles(below: system) : []
        }
    }

    private func visibleFiles(below folder: String) -> [String] {
        FileAccess.names(in: path(folder)).filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
            let relative = folder + "/" + name
            return FileAccess.kind(of: path(relative)) == .folder ? visibleFiles(below: relative) : [relative]
        }
    }

    // MARK: Reading

    /// Whether Terrane wrote something here.
    var hasManifest: Bool { FileAccess.kind(of: path(Manifest.fileName)) != .absent }

    /// The paths of the manifest; none where there is no manifest yet.
    func readManifest() throws -> [String] {
        let file = path(Manifest.fileName)
        if FileAccess.kind(of: file) == .link { throw FileProblem.link(file) }
        guard let bytes = try contents(of: Manifest.fileName) else { return [] }
        return try OutputFolder.paths(inManifest: bytes, at: file)
    }

    /// The paths that a manifest names, but for those that lead out of the folder.
    package static func paths(inManifest bytes: [UInt8], at file: String) throws(FileProblem) -> [String] {
        guard let list = try? JSONDecoder().decode(Listing.self, from: Data(bytes)) else {
            throw FileProblem.brokenManifest(file)
        }
        guard list.formatVersion == 1 else { throw FileProblem.newerManifest(file, version: list.formatVersion) }
        return list.files.filter(OutputFolder.isSafe)
    }

    private struct Listing: Decodable {
        let formatVersion: Int
        let files: [String]
    }

    /// The bytes of a file; nil where there is none.
    func contents(of relative: String) throws -> [UInt8]? {
        do throws(SystemProblem) {
            return try FileAccess.read(path(relative))
        } catch {
            throw FileProblem.unreadable(path(relative), error)
        }
    }

    /// What the manifest is to be after artifacts were written within `scope`.
    static func manifest(owned: [String], wanted: [Artifact], within scope: ArtifactScope) -> Artifact {
        let manifest = Manifest(owned.filter { !scope.contains($0) } + wanted.map(\.path))
        return Artifact(path: Manifest.fileName, contents: manifest.contents)
    }

    // MARK: Paths

    func path(_ relative: String) -> String { base + "/" + relative }

    /// Refuses a path that leads out of the folder, by its own words or through a link.
    func refuseLinks(on relative: String) throws {
        guard OutputFolder.isSafe(relative) else { throw FileProblem.unsafe(relative) }
        for part in [relative] + OutputFolder.folders(above: relative) where FileAccess.kind(of: path(part)) == .link {
            throw FileProblem.link(path(part))
        }
    }

    /// The folders that a path goes through, the innermost first.
    static func folders(above relative: String) -> [String] {
        var folders: [String] = []
        var rest = relative.utf8[...]
        while let slash = rest.lastIndex(of: UInt8(ascii: "/")) {
            rest = rest[..<slash]
            folders.append(String(Substring(rest)))
        }
        return folders
    }

    /// By bytes, as the system reads a path: to Swift a slash with an accent behind it is another character.
    static func isSafe(_ path: String) -> Bool {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return !path.utf8.contains(0)
            && parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
    }
}
