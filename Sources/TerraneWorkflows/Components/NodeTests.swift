import TerraneCore

extension Job {
    /// The usual tests of a Node.js project: the scripts of its `package.json`, and an audit of what it depends on.
    ///
    ///     Job.nodeTests("lint", "test:coverage", in: "backend")
    public static func nodeTests(
        _ scripts: String..., in folder: String? = nil, version: String = "22", file: String = #fileID,
        line: Int = #line
    ) -> Job {
        let lockFile = (folder.map { "\($0)/" } ?? "") + "package-lock.json"
        return Job("test", timeout: .minutes(20), file: file, line: line) {
            Checkout()
            SetupNode(version, cache: .npm(lockFile: lockFile))
            Run("Install dependencies", "npm ci", in: folder)
            for script in scripts { Run("Run \(script)", "npm run \(script)", in: folder) }
            Run("Audit dependencies", "npm audit --audit-level=high", in: folder)
        }
    }
}
