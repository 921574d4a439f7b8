import Foundation

/// The Swift package that one works in.
enum PackageRoot {
    /// The nearest folder, from the working directory up, that has a Package.swift; else the working directory.
    static var url: URL { nearest(to: workingDirectory) ?? workingDirectory }

    /// The package that the program was built in, from the program's file up; else the one that one works in.
    static var ofProgram: URL {
        Bundle.main.executableURL.flatMap { nearest(to: $0.deletingLastPathComponent()) } ?? url
    }

    static var workingDirectory: URL {
        URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
    }

    private static func nearest(to start: URL) -> URL? {
        var folder = start.standardizedFileURL
        while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
            let parent = folder.deletingLastPathComponent()
            if parent.path == folder.path { return nil }
            folder = parent
        }
        return folder
    }
}
