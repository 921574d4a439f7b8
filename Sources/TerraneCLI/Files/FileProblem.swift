import Foundation

/// A trouble with files: what could not be done, and what to do.
package struct FileProblem: Error {
    package let summary: String
    package let help: String?

    init(_ summary: String, help: String? = nil) {
        self.summary = summary
        self.help = help
    }

    static func unsafe(_ path: String) -> FileProblem {
        FileProblem("'\(path)' is no path below the output folder", help: "Give the stack or document another name.")
    }

    static func link(_ path: String) -> FileProblem {
        FileProblem("'\(path)' is a symbolic link", help: "Terrane writes no file through a link: remove it.")
    }

    static func foreign(_ path: String) -> FileProblem {
        FileProblem(
            "'\(path)' stands where Terrane would write, and Terrane did not write it",
            help: "Move it away, or delete it if it is an old output.")
    }

    /// The system's own words, without Foundation's wrapping.
    static func reason(of error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        let code = (underlying ?? error as NSError)
        return code.domain == NSPOSIXErrorDomain
            ? String(cString: strerror(Int32(code.code))) : error.localizedDescription
    }
}
