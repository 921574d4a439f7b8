import Foundation

/// The Swift package that one works in.
enum PackageRoot {
    /// The nearest folder, from the working directory up, that has a Package.swift; else the working directory.
    static var url: URL {
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
        var folder = here
        while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
            let parent = folder.deletingLastPathComponent()
            if parent.path == folder.path { return here }
            folder = parent
        }
        return folder
    }
}
