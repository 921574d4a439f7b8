import Foundation
import TerraneCompiler
import TerraneCore

/// A revision of the repository that the output folder is in, read through git: nothing is checked out or changed.
struct GitRevision {
    private static let limit = Duration.seconds(60)
    /// Graphs of the largest trees there are.
    private static let outputLimit = 1 << 30

    /// What the reader called it: `main`, `HEAD~1`, `v1.2.0`.
    let name: String
    private let output: URL

    init(_ name: String, output: URL) {
        self.name = name
        self.output = output
    }

    /// All its graphs, which one process prints.
    func tree() async throws(FileProblem) -> RecordedTree {
        guard GitRevision.isName(name) else { throw .noRevisionName(name) }
        let git = try Git(near: output)
        let (prefix, isShallow) = try await git.place()
        let commit = try await self.commit(git, isShallow: isShallow)
        let blobs = try await blobs(of: commit, below: prefix, git)
        let contents = try await contents(of: blobs, git)
        return RecordedTree(
            name: "\(name) (\(commit.prefix(7)))",
            files: zip(blobs, contents).map { RecordedTree.File(path: $0.path, contents: $1) })
    }

    /// Whether git takes it for a revision and never for an option or for several.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.utf8.starts(with: "-".utf8) && name.unicodeScalars.allSatisfy { $0.value >= 0x20 }
    }

    private func commit(_ git: Git, isShallow: Bool) async throws(FileProblem) -> String {
        let result = try await git.run(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
        let commit = result.text.trimmingCharacters(in: .newlines)
        guard result.ending == .exited(0), GitRevision.isHash(commit) else {
            throw .noRevision(name, isShallow: isShallow)
        }
        return commit
    }

    private static func isHash(_ text: String) -> Bool {
        [40, 64].contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    private struct Blob {
        let hash: String
        /// Below the output folder.
        let path: String
    }

    /// The files two folders below the output folder: `100644 blob 1a2b…	golden/koemo/production/graph.json`.
    private func blobs(of commit: String, below prefix: String, _ git: Git) async throws(FileProblem) -> [Blob] {
        let listing = try await git.output(
            of: ["ls-tree", "-r", "-z", "--full-tree", commit] + (prefix.isEmpty ? [] : ["--", prefix]))
        return listing.split(separator: 0).compactMap { entry in
            let parts = entry.split(separator: UInt8(ascii: "\t"), maxSplits: 1).map {
                String(decoding: $0, as: UTF8.self)
            }
            let words = (parts.first ?? "").split(separator: " ")
            guard parts.count == 2, words.count == 3, words[1] == "blob", words[0].hasPrefix("100"),
                parts[1].hasPrefix(prefix)
            else { return nil }
            let path = String(parts[1].dropFirst(prefix.count))
            let steps = path.split(separator: "/", omittingEmptySubsequences: false)
            guard steps.count == 3, steps[2] == RecordedTree.fileName else { return nil }
            return Blob(hash: String(words[2]), path: path)
        }
    }

    /// What `git cat-file --batch` prints: a line with hash, type and size, the bytes, a newline.
    private func contents(of blobs: [Blob], _ git: Git) async throws(FileProblem) -> [[UInt8]] {
        guard !blobs.isEmpty else { return [] }
        let input = blobs.map { $0.hash + "\n" }.joined()
        var rest = try await git.output(of: ["cat-file", "--batch"], input: Array(input.utf8))[...]
        var contents: [[UInt8]] = []
        for blob in blobs {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { throw .noObject(blob.path, name) }
            let header = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
            let start = rest.index(after: end)
            guard header.count == 3, header[1] == "blob", let size = Int(header[2]), size >= 0,
                rest.endIndex - start > size
            else { throw .noObject(blob.path, name) }
            contents.append(Array(rest[start..<(start + size)]))
            rest = rest[(start + size + 1)...]
        }
        return contents
    }

    /// Git, run near the output folder, which need not be there.
    private struct Git {
        let program: String
        /// The nearest folder that is there, and what is missing below it.
        let folder: String
        let missing: String

        init(near output: URL) throws(FileProblem) {
            guard let program = SearchPath.find("git") else { throw .noGit }
            self.program = program
            var folder = output.standardizedFileURL
            var missing: [String] = []
            while FileAccess.kind(of: folder.path) == .absent, folder.path != "/" {
                missing.insert(folder.lastPathComponent, at: 0)
                folder.deleteLastPathComponent()
            }
            self.folder = folder.path
            self.missing = missing.map { $0 + "/" }.joined()
        }

        /// Where the output folder is in the repository, with a slash at the end, and whether some of the history is not here.
        func place() async throws(FileProblem) -> (prefix: String, isShallow: Bool) {
            let text = String(
                decoding: try await output(of: ["rev-parse", "--is-shallow-repository", "--show-prefix"]), as: UTF8.self
            )
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return ((lines.count > 1 ? String(lines[1]) : "") + missing, lines.first == "true")
        }

        func run(_ arguments: [String], input: [UInt8] = []) async throws(FileProblem) -> ProgramRun.Result {
            let result = await ProgramRun(
                program: program, arguments: arguments, folder: folder, limit: GitRevision.limit, input: input,
                outputLimit: GitRevision.outputLimit
            ).result()
            guard case .exited = result.ending else { throw .gitFailed(arguments[0], "\(result.ending)") }
            return result
        }

        func output(of arguments: [String], input: [UInt8] = []) async throws(FileProblem) -> [UInt8] {
            let result = try await run(arguments, input: input)
            guard result.ending == .exited(0) else { throw .gitFailed(arguments[0], result.complaint) }
            return result.output
        }
    }
}

extension FileProblem {
    fileprivate static var noGit: FileProblem {
        FileProblem(
            "there is no git in the search path, and what was named is no folder",
            help: "Install git, or name a folder of artifacts with --against.")
    }

    fileprivate static func noRevisionName(_ name: String) -> FileProblem {
        FileProblem(
            "'\(name)' is neither a folder nor the name of a revision",
            help: "Name a folder of artifacts, or a revision such as main, v1.2.0 or HEAD~1.")
    }

    fileprivate static func noRevision(_ name: String, isShallow: Bool) -> FileProblem {
        FileProblem(
            "'\(name)' is no folder, and git knows no commit of that name",
            help: isShallow
                ? "The clone is shallow: fetch the commit (`git fetch --depth=1 origin \(name)`), or clone more of the history."
                : "Fetch it first if it is on another machine; `git log --all --oneline` shows what there is.")
    }

    fileprivate static func noObject(_ path: String, _ revision: String) -> FileProblem {
        FileProblem(
            "git cannot read '\(path)' of \(revision)",
            help: "The clone may be partial: fetch the commit with its files.")
    }

    fileprivate static func gitFailed(_ command: String, _ complaint: String) -> FileProblem {
        let lines = complaint.split(separator: "\n").prefix(3).map { VisibleText.of(String($0)) }
        return FileProblem("git \(command) failed", help: lines.isEmpty ? nil : lines.joined(separator: "\n"))
    }
}
