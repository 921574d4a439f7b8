/// Puts a version of Node.js on the path, and keeps what its package manager downloads. (`actions/setup-node`)
public struct SetupNode: WorkflowStep {
    /// What is kept between runs.
    public enum Cache: Sendable {
        /// Nothing: the choice for a job that releases something, since a cache can be poisoned.
        case none
        case npm(lockFile: String)
        case yarn(lockFile: String)
        case pnpm(lockFile: String)
    }

    public var definition: StepDefinition

    public init(
        _ version: any WorkflowTextConvertible, cache: Cache = .none, with inputs: WorkflowMap = [:],
        file: String = #fileID, line: Int = #line
    ) {
        let all = (["node-version": version] as WorkflowMap).merging(cache.inputs).merging(inputs)
        definition = .action("actions/setup-node", named: "Set up Node.js", with: all, file: file, line: line)
    }
}

extension SetupNode.Cache {
    fileprivate var inputs: WorkflowMap {
        switch self {
        case .none: ["package-manager-cache": false]
        case .npm(let lockFile): ["cache": "npm", "cache-dependency-path": lockFile]
        case .yarn(let lockFile): ["cache": "yarn", "cache-dependency-path": lockFile]
        case .pnpm(let lockFile): ["cache": "pnpm", "cache-dependency-path": lockFile]
        }
    }
}
