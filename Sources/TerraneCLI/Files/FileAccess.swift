import Foundation

/// Files by the system's own calls: an output tree has thousands of small ones.
enum FileAccess {
    /// What a path leads to, without following a link at its end.
    enum Kind {
        case absent, file, folder, link
        /// A pipe, a device, a socket.
        case other
    }

    static func kind(of path: String) -> Kind {
        var status = stat()
        guard lstat(path, &status) == 0 else { return .absent }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    /// The bytes of a regular file; nil where there is nothing, or something that is no file.
    static func read(_ path: String) throws(SystemProblem) -> [UInt8]? {
        guard kind(of: path) == .file else { return nil }
        // Should a pipe take the file's place meanwhile, opening it must not wait for a writer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw SystemProblem() }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemProblem() }
        let (bytes, isWhole) = bytes(of: descriptor, size: Int(status.st_size))
        guard isWhole else { throw SystemProblem() }
        return bytes
    }

    private static func bytes(of descriptor: Int32, size: Int) -> (bytes: [UInt8], isWhole: Bool) {
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let read = Foundation.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                if read < 0 { isWhole = false }
                if read <= 0 { break }
                count += read
            }
        }
        return (bytes, isWhole)
    }

    /// Writes a new file and waits until it is on disk. One that begins with `#!` can be run.
    static func write(_ contents: [UInt8], to path: String) throws(SystemProblem) {
        let mode: mode_t = contents.starts(with: "#!".utf8) ? 0o755 : 0o644
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw SystemProblem() }
        defer { close(descriptor) }
        try write(contents, to: descriptor)
        guard fsync(descriptor) == 0 else { throw SystemProblem() }
    }

    /// Writes all of some bytes, however often the system takes only a part.
    static func write(_ contents: [UInt8], to descriptor: Int32) throws(SystemProblem) {
        var written = 0
        while written < contents.count {
            let count = contents.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress.map { $0 + written }, contents.count - written)
            }
            if count < 0, errno == EAGAIN || errno == EINTR {
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, -1)
                continue
            }
            guard count > 0 else { throw SystemProblem() }
            written += count
        }
    }

    /// Makes a folder and those above it; says which of them are new, the outermost first.
    static func makeFolders(_ path: String) throws(SystemProblem) -> [String] {
        if mkdir(path, 0o755) == 0 { return [path] }
        if errno == EEXIST {
            var status = stat()
            if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return [] }
            throw SystemProblem(code: ENOTDIR)
        }
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard errno == ENOENT, parent != path else { throw SystemProblem() }
        let made = try makeFolders(parent)
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
            let problem = SystemProblem()
            for folder in made.reversed() { rmdir(folder) }
            throw problem
        }
        return made + [path]
    }

    /// The names in a folder, sorted; none where there is no folder.
    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}

/// The system's own word for why a call failed.
struct SystemProblem: Error {
    let code: Int32

    init(code: Int32 = errno) {
        self.code = code
    }

    var reason: String { String(cString: strerror(code)) }
}
