import Foundation

/// Files by the system's own calls: an output tree has thousands of small ones.
enum FileAccess {
    /// The bytes of a regular file; nil where there is none.
    static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, isRegular(status) else { return nil }
        let size = Int(status.st_size)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let read = Foundation.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                if read <= 0 { break }
                count += read
            }
        }
    }

    /// Writes a new file and waits until it is on disk.
    static func write(_ contents: [UInt8], to path: String) throws(SystemProblem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw SystemProblem() }
        defer { close(descriptor) }
        var written = 0
        while written < contents.count {
            let count = contents.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress.map { $0 + written }, contents.count - written)
            }
            guard count > 0 else { throw SystemProblem() }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw SystemProblem() }
    }

    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    private static func isRegular(_ status: stat) -> Bool {
        status.st_mode & S_IFMT == S_IFREG
    }
}

/// The system's own word for why a call failed.
struct SystemProblem: Error {
    let reason: String

    init() {
        reason = String(cString: strerror(errno))
    }
}
