/// A file that holds what it should and is not printed yet.
package struct Draft: Sendable {
    package let path: String
    /// Nil where nobody wants to see it.
    private let print: (@Sendable () -> [UInt8])?

    init(path: String, print: (@Sendable () -> [UInt8])?) {
        self.path = path
        self.print = print
    }

    init(path: String, contents: [UInt8]) {
        self.init(path: path) { contents }
    }

    package var artifact: Artifact { Artifact(path: path, contents: print?() ?? []) }

    /// The same with its contents at hand.
    var printed: Draft { Draft(path: path, contents: artifact.contents) }

    /// Its path alone, which lets go of all that it would be printed from.
    var unprinted: Draft { Draft(path: path, print: nil) }

    /// Whether one file can be both.
    func agrees(with other: Draft) -> Bool {
        print != nil && other.print != nil && artifact == other.artifact
    }
}
