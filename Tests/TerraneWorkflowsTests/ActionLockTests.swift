import Foundation
import TerraneWorkflows
import Testing

/// The Swift table of locked actions says what the lock says; `update-action-lock` writes it anew.
@Suite struct ActionLockTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/TerraneWorkflows/Actions").standardizedFileURL
    static let table = folder.appending(path: "ActionLockTable.swift")

    @Test func theTableIsGeneratedFromTheLock() throws {
        let lock = try JSONDecoder().decode(
            [String: Action].self, from: Data(contentsOf: Self.folder.appending(path: "ActionLock.json")))
        let expected = Self.swift(lock)
        let actual = try String(contentsOf: Self.table, encoding: .utf8)
        if actual != expected, ProcessInfo.processInfo.environment["UPDATE_ACTION_LOCK"] != nil {
            try expected.write(to: Self.table, atomically: true, encoding: .utf8)
        }
        #expect(actual == expected, "ActionLockTable.swift is stale: run update-action-lock beside it")
    }

    @Test func everyActionIsLockedToAWholeCommit() {
        for name in ActionLock.names {
            #expect(ActionLock[name]?.commit.wholeMatch(of: /[0-9a-f]{40}/) != nil, "\(name)")
            #expect(ActionLock[name]?.version.wholeMatch(of: /v?[0-9]+(\.[0-9]+)*/) != nil, "\(name)")
        }
    }

    /// An entry of the lock: what its `action.yml` says at that commit.
    struct Action: Decodable {
        struct Input: Decodable {
            let required: Bool?
            let `default`: String?
        }

        let version: String
        let sha: String
        let inputs: [String: Input]
        let outputs: [String]

        /// Inputs that must be given, and those that need not be.
        func inputs(required: Bool) -> [String] {
            inputs.filter { ($0.value.required == true && $0.value.default == nil) == required }.keys.sorted()
        }
    }

    static func swift(_ lock: [String: Action]) -> String {
        let entries = lock.sorted { $0.key < $1.key }.map { name, action in
            """
                    "\(name)": LockedAction(
                        version: "\(action.version)", commit: "\(action.sha)",
                        required: \(action.inputs(required: true)),
                        optional: \(action.inputs(required: false)),
                        outputs: \(action.outputs.sorted())),

            """
        }
        return """
            // Generated from ActionLock.json by update-action-lock. Change that, not this file.
            // swift-format-ignore-file

            extension ActionLock {
                static let table: [String: LockedAction] = [
            \(entries.joined())    ]
            }

            """
    }
}
