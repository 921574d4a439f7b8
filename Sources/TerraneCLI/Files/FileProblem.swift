/// A trouble with files: what could not be done, and what to do.
package struct FileProblem: Error, CustomStringConvertible {
    package let summary: String
    package let help: String?

    init(_ summary: String, help: String? = nil) {
        self.summary = summary
        self.help = help
    }

    package var description: String { [summary, help].compactMap(\.self).joined(separator: "\n  ") }

    static func unsafe(_ path: String) -> FileProblem {
        FileProblem("'\(path)' is no path below the output folder", help: "Give the stack or document another name.")
    }

    static func link(_ path: String) -> FileProblem {
        FileProblem("'\(path)' is a symbolic link", help: "Terrane reads and writes no file through a link: remove it.")
    }

    static func foreign(_ path: String) -> FileProblem {
        FileProblem(
            "'\(path)' stands where Terrane would write, and Terrane did not write it",
            help: "Move it away, or delete it if it is an old output.")
    }

    static func notAFile(_ path: String) -> FileProblem {
        FileProblem("'\(path)' is no file, and Terrane would write one there", help: "Move it away.")
    }

    static func notAFolder(_ path: String) -> FileProblem {
        FileProblem("'\(path)' is no folder, and Terrane would write files into it", help: "Move it away.")
    }

    static func unreadable(_ path: String, _ problem: SystemProblem) -> FileProblem {
        FileProblem("cannot read '\(path)': \(problem.reason)")
    }

    static func unwritable(_ path: String, _ problem: SystemProblem) -> FileProblem {
        FileProblem("cannot write '\(path)': \(problem.reason)")
    }

    static func noFolder(_ path: String, _ problem: SystemProblem) -> FileProblem {
        FileProblem("cannot make the folder '\(path)': \(problem.reason)")
    }

    static func anotherProgram(_ path: String) -> FileProblem {
        FileProblem(
            "'\(path)' holds the output of other systems, none of which this program has",
            help: "Choose another folder with --output; if the systems were all renamed, delete the folder first.")
    }

    static func brokenManifest(_ path: String) -> FileProblem {
        FileProblem(
            "the manifest '\(path)' cannot be read",
            help: "Restore it from version control; of a merge conflict take either side, then run synth.")
    }

    static func newerManifest(_ path: String, version: Int) -> FileProblem {
        FileProblem(
            "the manifest '\(path)' is of format \(version), and this Terrane knows 1",
            help: "Use the Terrane that wrote it, or a newer one.")
    }
}
