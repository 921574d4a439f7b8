import Foundation
import Synchronization

/// A folder that nobody else can read, gone when its work is done or interrupted.
struct TemporaryFolder: Sendable {
    private static let all = Mutex<Set<String>>([])

    let path: String

    init() throws(FileProblem) {
        let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
        var template = Array("\(parent)/terrane-XXXXXX".utf8CString)
        guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) else {
            throw .noFolder(parent, SystemProblem())
        }
        path = String(cString: made)
        TemporaryFolder.all.withLock { [path] in _ = $0.insert(path) }
    }

    /// Removes it with all that is in it. Who removes all of them meanwhile waits until this is done.
    func remove() {
        TemporaryFolder.all.withLock { [path] in
            $0.remove(path)
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    static func removeAll() {
        all.withLock { folders in
            for folder in folders { try? FileManager.default.removeItem(atPath: folder) }
            folders = []
        }
    }
}
