import Foundation

/// A path as a reader of the output wants it.
enum ShownPath {
    /// A path relative to the working directory where both are in one package, so that it can be clicked; else whole.
    static func of(_ path: String) -> String {
        relative(path, to: PackageRoot.workingDirectory.path, within: PackageRoot.url.path)
    }

    /// A path relative to the checkout of a workflow, which is how GitHub finds the file of an annotation.
    static func inWorkspace(_ path: String) -> String {
        guard let workspace = ProcessInfo.processInfo.environment["GITHUB_WORKSPACE"], !workspace.isEmpty else {
            return of(path)
        }
        return relative(path, to: workspace, within: workspace)
    }

    /// A path relative to the root of the checkout, or to that of the package where no workflow says which that is.
    static func inRepository(_ path: String) -> String {
        let workspace = ProcessInfo.processInfo.environment["GITHUB_WORKSPACE", default: ""]
        let root = workspace.isEmpty ? PackageRoot.ofProgram.path : workspace
        return relative(path, to: root, within: root)
    }

    static func relative(_ path: String, to folder: String, within common: String) -> String {
        let (path, folder, common) = (parts(path), parts(folder), parts(common))
        guard path.starts(with: common), folder.starts(with: common) else { return "/" + path.joined(separator: "/") }
        let shared = zip(path, folder).prefix { $0 == $1 }.count
        let steps = Array(repeating: "..", count: folder.count - shared) + path.dropFirst(shared).map(String.init)
        return steps.isEmpty ? "." : steps.joined(separator: "/")
    }

    private static func parts(_ path: String) -> [Substring] {
        URL(fileURLWithPath: path).standardizedFileURL.path.split(separator: "/")
    }
}
