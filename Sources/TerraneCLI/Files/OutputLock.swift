import Foundation

/// Keeps a second run out of an output folder while one writes to it. The system releases it when the process ends.
struct OutputLock {
    private let descriptor: Int32

    /// Waits for the folder. Where the file system has no locks there is nothing to wait for.
    init(_ folder: String) {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor >= 0 { _ = flock(descriptor, LOCK_EX) }
    }

    func release() {
        if descriptor >= 0 { close(descriptor) }
    }
}
