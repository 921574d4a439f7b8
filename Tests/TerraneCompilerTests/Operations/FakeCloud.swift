import Foundation
import TerraneCore

@testable import TerraneCompiler

/// Rendered scripts on a machine whose `aws`, `curl` and the like write down what they are asked and answer as told.
final class FakeCloud {
    /// What a program says when its command line matches: a pattern of the shell, an exit code, an answer.
    struct Answer {
        let pattern: String
        let status: Int
        let text: String
        let isOnce: Bool
    }

    private static let programs = [
        "aws", "curl", "sleep", "docker", "git", "pg_dump", "pg_restore", "mysqldump", "mysql", "mongodump",
        "mongorestore", "gzip",
    ]

    /// Files named after the answers come first; then what most scripts ask.
    private static let program = #"""
        #!/bin/bash
        line="${0##*/} $*"
        printf '%s\n' "$line" >>"$FAKE/calls"
        # What secrets reach a program by, and whether others could read it.
        if [ ! -t 0 ] && [ "${0##*/}" = curl ]; then cat >>"$FAKE/stdin"; fi
        for word in "$@" "${PGSERVICEFILE:-}"; do
            file=${word#*=}
            case $word in file://*) file=${word#file://} ;; esac
            if [ -f "$file" ]; then
                { stat -c '%a' "$file" 2>/dev/null || stat -f '%Lp' "$file"; cat "$file"; } >>"$FAKE/files"
            fi
        done
        # A dump that is not there could not be sent.
        for ((i = 1; i <= $#; i++)); do
            case ${!i} in
            --file | --result-file) j=$((i + 1)); printf 'dump' >"${!j}" ;;
            --archive=*) printf 'dump' >"${!i#--archive=}" ;;
            esac
        done
        if [ "${0##*/}" = gzip ] && [ "$1" = --force ]; then mv "$2" "$2.gz"; fi
        if [ "${0##*/} $1" = 'gzip --decompress' ]; then : >"${3%.gz}"; fi
        for rule in "$FAKE"/answers/*; do
            [ -f "$rule/pattern" ] || [ -d "$rule" ] || continue
            pattern=$(cat "$rule/pattern")
            # shellcheck disable=SC2254
            case $line in
            $pattern)
                cat "$rule/text"
                status=$(cat "$rule/status")
                if [ -f "$rule/once" ]; then rm -r "$rule"; fi
                exit "$status"
                ;;
            esac
        done
        """#

    let folder: URL
    private var answers = 0

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("terrane-cloud-\(UUID().uuidString)")
        let bin = folder.appendingPathComponent("bin")
        try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("answers"), withIntermediateDirectories: true)
        let text = FakeCloud.program + "\n"
        for name in FakeCloud.programs {
            let path = bin.appendingPathComponent(name).path
            _ = FileManager.default.createFile(
                atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o755])
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Answers `text` to command lines that match; of two answers the earlier one counts.
    func answer(_ pattern: String, _ text: String = "", status: Int = 0, once isOnce: Bool = false) throws {
        answers += 1
        let rule = folder.appendingPathComponent("answers/\(String(format: "%04d", answers))")
        try FileManager.default.createDirectory(at: rule, withIntermediateDirectories: true)
        let files = [
            "pattern": pattern.replacingOccurrences(of: " ", with: "\\ "), "text": text + "\n", "status": "\(status)",
        ]
        for (name, contents) in files {
            try contents.write(to: rule.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        if isOnce { try "".write(to: rule.appendingPathComponent("once"), atomically: true, encoding: .utf8) }
    }

    /// Puts the files of a compilation in place and runs one of its scripts.
    func run(
        _ script: String, of compilation: Compilation, _ first: String, _ rest: [String] = []
    ) throws -> Shell.Result {
        try put(compilation)
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = folder.appendingPathComponent("bin").path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
        environment["FAKE"] = folder.path
        environment["TMPDIR"] = folder.appendingPathComponent("tmp").path
        let path = folder.appendingPathComponent("out/shop/operations/\(script).sh").path
        return try Shell.run("/bin/bash", [path, first] + rest, environment: environment)
    }

    private func put(_ compilation: Compilation) throws {
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("tmp"), withIntermediateDirectories: true)
        for artifact in compilation.artifacts {
            let url = folder.appendingPathComponent("out/" + artifact.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(artifact.contents).write(to: url)
        }
    }

    /// The command lines so far, without the region.
    var calls: [String] {
        text("calls").split(separator: "\n").map { $0.replacingOccurrences(of: "--region ap-northeast-1 ", with: "") }
    }

    /// What programs read from their standard input, and the files that they were pointed to, after their modes.
    var input: String { text("stdin") }
    var files: String { text("files") }
    /// What was left behind in the folder of temporary files.
    var leftovers: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("tmp").path)) ?? []
    }

    private func text(_ name: String) -> String {
        (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
    }
}
