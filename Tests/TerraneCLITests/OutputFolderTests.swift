import Foundation
import TerraneCompiler
import TerraneCore
import Testing

@testable import TerraneCLI

/// A system that is only its name and environment: the files are given by hand.
private struct System: Stack {
    let name: Name = "shop"
    let environment: DeploymentEnvironment
    let region = Region.tokyo
    var body: Content { [any Element]() }
}

/// What the command line promises about the files of others, and about its own when something goes wrong.
@Suite struct OutputFolderTests {
    private let scratch: Scratch
    private let folder: OutputFolder
    private let whole = ArtifactScope(
        compiled: [System(environment: .production), System(environment: .staging)],
        of: [System(environment: .production), System(environment: .staging)], targets: Set(Target.allCases))
    private let stagingAlone = ArtifactScope(
        compiled: [System(environment: .staging)],
        of: [System(environment: .production), System(environment: .staging)], targets: Set(Target.allCases))

    private static let network = "shop/production/terraform/network.tf"
    private static let cache = "shop/staging/terraform/cache.tf"

    init() throws {
        scratch = try Scratch()
        folder = OutputFolder(root: scratch.url.appendingPathComponent("out", isDirectory: true))
    }

    private func artifact(_ path: String, _ text: String = "text\n") -> Artifact {
        Artifact(path: path, contents: Array(text.utf8))
    }

    private func place(_ text: String, at path: String) throws {
        let file = folder.root.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: false, encoding: .utf8)
    }

    private func text(_ path: String) -> String? {
        try? String(contentsOf: folder.root.appendingPathComponent(path), encoding: .utf8)
    }

    private func compare(_ artifacts: [Artifact], within scope: ArtifactScope? = nil) throws -> TreeComparison {
        try folder.comparison(with: artifacts, within: scope ?? whole, systems: ["shop"])
    }

    private func problem(_ artifacts: [Artifact]) -> String {
        do {
            _ = try folder.write(artifacts, within: whole)
            return "none"
        } catch {
            return "\(error)"
        }
    }

    // MARK: Our own files

    @Test func aFileThatIsNoLongerWantedGoesWithItsEmptyFolders() throws {
        _ = try folder.write([artifact(OutputFolderTests.network), artifact(OutputFolderTests.cache)], within: whole)
        let changes = try folder.write([artifact(OutputFolderTests.network)], within: whole)
        #expect(changes == OutputFolder.Changes(removed: 1, unchanged: 1))
        #expect(FileAccess.kind(of: folder.path("shop/staging")) == .absent)
        #expect(try compare([artifact(OutputFolderTests.network)]).isClean)
    }

    @Test func aFileOfOursThatWasEditedIsOverwritten() throws {
        _ = try folder.write([artifact(OutputFolderTests.network)], within: whole)
        try place("edited\n", at: OutputFolderTests.network)
        #expect(try folder.write([artifact(OutputFolderTests.network)], within: whole).updated == 1)
        #expect(text(OutputFolderTests.network) == "text\n")
    }

    @Test func aPartialRunKeepsTheRestOfTheManifest() throws {
        _ = try folder.write([artifact(OutputFolderTests.network), artifact(OutputFolderTests.cache)], within: whole)
        _ = try folder.write([], within: stagingAlone)
        #expect(try folder.readManifest() == [OutputFolderTests.network])
        #expect(text(OutputFolderTests.network) == "text\n")
        #expect(text(OutputFolderTests.cache) == nil)
    }

    @Test func whatAnInterruptedRunLeftBehindIsRemovedByTheNext() throws {
        try place("half", at: "shop/production/ecs/.api.json.terrane-tmp")
        try place("half", at: "..terrane-manifest.json.terrane-tmp")
        try place("mine", at: "shop/notes.terrane-tmp")
        _ = try folder.write([artifact(OutputFolderTests.network)], within: whole)
        #expect(
            Set(Scratch.contents(of: folder.base).keys) == [
                Manifest.fileName, OutputFolderTests.network, "shop/notes.terrane-tmp",
            ])
    }

    @Test func filesThatAnInterruptedRunPutInPlaceAreKnownAsOurs() throws {
        // As a run leaves it that ends after its first file: the manifest knows the file.
        try place(
            String(decoding: Manifest([OutputFolderTests.network]).contents, as: UTF8.self), at: Manifest.fileName)
        try place("of the interrupted run\n", at: OutputFolderTests.network)
        #expect(try folder.write([artifact(OutputFolderTests.network)], within: whole).updated == 1)
    }

    // MARK: The files of others

    @Test func aForeignFileWithTheSameBytesIsAdopted() throws {
        try place("text\n", at: OutputFolderTests.network)
        #expect(try folder.write([artifact(OutputFolderTests.network)], within: whole).unchanged == 1)
        #expect(try folder.readManifest() == [OutputFolderTests.network])
    }

    @Test func aForeignFileWithOtherBytesStopsTheRun() throws {
        try place("mine\n", at: OutputFolderTests.network)
        #expect(
            problem([artifact(OutputFolderTests.cache), artifact(OutputFolderTests.network)]).contains(
                "Terrane did not write it"))
        #expect(Scratch.contents(of: folder.base).count == 1)
    }

    @Test(arguments: [
        "/etc/x", "../x", "shop/../../x", "shop//x", "shop/./x", "", "shop/\0x", "shop/../../\u{301}x",
        "../\u{301}x",
    ])
    func aPathThatLeadsElsewhereIsRefused(path: String) {
        #expect(problem([artifact(path)]).contains("is no path below the output folder"))
        #expect(FileAccess.kind(of: folder.base) == .absent)
    }

    @Test func aHostileManifestRemovesNothingElsewhere() throws {
        try place(
            #"{"formatVersion": 1, "files": ["../victim", "shop/../../victim", "/victim", "../\u0301victim"]}"#,
            at: Manifest.fileName)
        for victim in ["../victim", "../\u{301}victim"] { try place("mine", at: victim) }
        _ = try folder.write([], within: whole)
        for victim in ["../victim", "../\u{301}victim"] { #expect(text(victim) == "mine") }
    }

    @Test func aStaleFileBehindALinkStays() throws {
        _ = try folder.write([artifact(OutputFolderTests.network)], within: whole)
        try FileManager.default.moveItem(atPath: folder.path("shop"), toPath: scratch.path("elsewhere"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("shop"), withDestinationPath: scratch.path("elsewhere"))
        #expect(try folder.write([], within: whole).removed == 0)
        #expect(Scratch.contents(of: scratch.path("elsewhere")).count == 1)
    }

    @Test func aLinkIsRefusedByWriterAndReaderAlike() throws {
        try place("text\n", at: "../elsewhere.tf")
        try place("", at: "shop/production/terraform/.keep")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path(OutputFolderTests.network), withDestinationPath: scratch.path("elsewhere.tf"))
        #expect(problem([artifact(OutputFolderTests.network)]).contains("is a symbolic link"))
        #expect(throws: FileProblem.self) { try compare([artifact(OutputFolderTests.network)]) }
        #expect(try String(contentsOfFile: scratch.path("elsewhere.tf"), encoding: .utf8) == "text\n")
    }

    // MARK: Obstacles: nothing half written

    @Test func aFolderWhereAFileBelongsStopsTheRunBeforeItWrites() throws {
        try FileManager.default.createDirectory(
            atPath: folder.path(OutputFolderTests.network), withIntermediateDirectories: true)
        #expect(
            problem([artifact(OutputFolderTests.cache), artifact(OutputFolderTests.network)]).contains("is no file"))
        #expect(FileAccess.names(in: folder.path("shop")) == ["production"])
    }

    @Test(.timeLimit(.minutes(1))) func aPipeWhereAFileBelongsIsNotWaitedFor() throws {
        try place("", at: "shop/production/terraform/.keep")
        #expect(mkfifo(folder.path(OutputFolderTests.network), 0o644) == 0)
        #expect(problem([artifact(OutputFolderTests.network)]).contains("is no file"))
        #expect(try compare([artifact(OutputFolderTests.network)]).missing.contains(OutputFolderTests.network))
    }

    @Test func aFailedRunLeavesNoNewFolder() throws {
        try place("x", at: "shop/staging")
        #expect(
            problem([artifact(OutputFolderTests.network), artifact(OutputFolderTests.cache)]).contains("is no folder"))
        #expect(FileAccess.names(in: folder.base) == ["shop"])
        #expect(FileAccess.names(in: folder.path("shop")) == ["staging"])
    }

    @Test func stagedFilesAndFoldersAreRolledBackTogether() throws {
        try FileManager.default.createDirectory(atPath: folder.base, withIntermediateDirectories: true)
        var staging = Staging(base: folder.base)
        try staging.add([artifact(OutputFolderTests.network), artifact(OutputFolderTests.cache)])
        #expect(Scratch.contents(of: folder.base).count == 2)
        staging.rollBack()
        #expect(FileAccess.names(in: folder.base).isEmpty)
    }

    @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
    func aFolderThatMustNotBeWrittenToIsReported() throws {
        try FileManager.default.createDirectory(
            atPath: folder.base, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o555])
        #expect(problem([artifact(OutputFolderTests.network)]).contains("Permission denied"))
        #expect(FileAccess.names(in: folder.base).isEmpty)
    }

    @Test(.enabled(if: geteuid() != 0, "root may remove anything"))
    func aRunThatEndsMidwayHasToldTheManifestOfItsFiles() throws {
        _ = try folder.write([artifact(OutputFolderTests.cache)], within: whole)
        let stuck = folder.path("shop/staging/terraform")
        #expect(chmod(stuck, 0o555) == 0)
        defer { chmod(stuck, 0o755) }
        #expect(problem([artifact(OutputFolderTests.network)]).contains("cannot remove"))
        #expect(text(OutputFolderTests.network) == "text\n")
        #expect(try folder.readManifest() == [OutputFolderTests.network, OutputFolderTests.cache])
    }

    @Test func aFolderThatCannotBeMadeIsReportedInTheSystemsWords() {
        let problem = { () -> String in
            do {
                _ = try OutputFolder(root: URL(fileURLWithPath: "/dev/null/out")).write([], within: whole)
                return "none"
            } catch {
                return "\(error)"
            }
        }()
        #expect(problem == "cannot make the folder '/dev/null/out': Not a directory")
    }

    @Test func runsAtTheSameTimeDoNotDisturbEachOther() async throws {
        let runs = (0..<6).map { run in
            (0..<40).map { artifact("shop/production/terraform/\($0).tf", String(repeating: "\(run)\n", count: 500)) }
        }
        let (folder, whole) = (folder, whole)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for artifacts in runs { group.addTask { _ = try folder.write(artifacts, within: whole) } }
            try await group.waitForAll()
        }
        // The files are all of one run, the last one, and not some of each.
        #expect(try runs.count { try compare($0).isClean } == 1)
        #expect(Scratch.contents(of: folder.base).count == 41)
    }

    // MARK: Comparing

    @Test func theManifestIsComparedToo() throws {
        let artifacts = [artifact(OutputFolderTests.network)]
        _ = try folder.write(artifacts, within: whole)
        let manifest = try #require(text(Manifest.fileName))
        try place(manifest.replacing("network", with: "netw0rk"), at: Manifest.fileName)
        #expect(try compare(artifacts).stale.map(\.path) == [Manifest.fileName])
        #expect(try compare(artifacts).extra.isEmpty)
        try place("<<<<<<< ours\n" + manifest, at: Manifest.fileName)
        #expect(try compare(artifacts).stale.map(\.path) == [Manifest.fileName])
        try FileManager.default.removeItem(atPath: folder.path(Manifest.fileName))
        #expect(try compare(artifacts).missing == [Manifest.fileName])
    }

    @Test func aManifestThatCannotBeReadStopsAWrite() throws {
        try place("<<<<<<< ours\n", at: Manifest.fileName)
        #expect(problem([artifact(OutputFolderTests.network)]).contains("take either side"))
        try place(#"{"formatVersion": 2, "files": []}"#, at: Manifest.fileName)
        #expect(problem([artifact(OutputFolderTests.network)]).contains("is of format 2"))
        #expect(Scratch.contents(of: folder.base).count == 1)
    }

    @Test func anExtraFileCountsUnlessAnotherToolOwnsItOrTheRunIsNotAboutIt() throws {
        let artifacts = [artifact(OutputFolderTests.network), artifact(OutputFolderTests.cache)]
        _ = try folder.write(artifacts, within: whole)
        try place("x", at: "shop/production/terraform/.terraform/providers/aws.tf")
        try place("x", at: "shop/production/terraform/.terraform.lock.hcl")
        #expect(try compare(artifacts).isClean)
        try place("x", at: "shop/production/terraform/extra.tf")
        #expect(try compare(artifacts).extra == ["shop/production/terraform/extra.tf"])
        #expect(try compare([artifact(OutputFolderTests.cache)], within: stagingAlone).isClean)
    }
}
