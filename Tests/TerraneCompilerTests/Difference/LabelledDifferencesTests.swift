import Foundation
import TerraneCore
import Testing

@testable import TerraneCompiler

/// What a difference says of an edited resource, judged by what the real provider's plan and the registry's own schemas say of the
/// same edit (`Tests/Fixtures/Edits/label`).
@Suite struct LabelledDifferencesTests {
    private static let edits = EditedResource.all

    @Test func terraformReplacesWhatADifferenceSaysItReplaces() {
        judge("Terraform", Self.edits.compactMap { Said($0, $0.terraform, \.terraform) })
    }

    @Test func cloudFormationReplacesWhatADifferenceSaysItReplaces() {
        judge("CloudFormation", Self.edits.compactMap { Said($0, $0.cloudFormation, \.cloudFormation) })
    }

    private func judge(_ backEnd: String, _ all: [Said]) {
        let replaced = all.filter { $0.truth == .will }
        let stateful = replaced.filter(\.edit.isStateful)
        let promised = all.filter { $0.said == .will && $0.truth != .may }
        let precision = Double(promised.count { $0.truth == .will }) / Double(max(1, promised.count))
        let recall = Double(replaced.count { $0.said == .will }) / Double(max(1, replaced.count))
        let open = Double(all.count { $0.said == .may }) / Double(max(1, all.count))
        print(
            backEnd,
            "diff: precision \(precision), recall \(recall), may \(open) of \(all.count) edits, stateful \(stateful.count)"
        )
        #expect(all.count >= 400 && stateful.count >= 40)
        #expect(precision >= 0.95)
        #expect(recall >= 0.95)
        #expect(stateful.filter { $0.said != .will }.map(\.edit.description) == [])
        #expect(all.filter { $0.truth == .will && $0.said == .no }.map(\.edit.description) == [])
    }
}

/// What is said of an edit by one back end, and what is true.
private struct Said {
    let edit: EditedResource
    let truth: Consequence.Certainty
    let said: Consequence.Certainty

    init?(
        _ edit: EditedResource, _ truth: Consequence.Certainty?,
        _ side: KeyPath<Consequence, Consequence.Certainty?>
    ) {
        guard let truth else { return nil }
        (self.edit, self.truth) = (edit, truth)
        let found = edit.consequences.filter { $0.isReplacement && $0.cause == nil }
        said =
            Consequence.Certainty.allCases.first { certainty in found.contains { $0[keyPath: side] == certainty } }
            ?? .no
    }
}

/// A resource of a `graph.json` before and after one of its properties was edited.
private struct EditedResource: CustomStringConvertible {
    let description: String
    let terraform: Consequence.Certainty?
    let cloudFormation: Consequence.Certainty?
    let isStateful: Bool
    let consequences: [Consequence]

    /// What a resource refers to.
    private struct Others {
        let resources: Set<String>
        let parameters: Set<String>
    }

    static let all: [EditedResource] = {
        let resources = read("resources.json")
        return read("edits.json").compactMap { EditedResource($0, resources) }
    }()

    private static func read(_ name: String) -> [[String: Any]] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Fixtures/Edits")
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else { return [] }
        return (try? JSONSerialization.jsonObject(with: data)) as? [[String: Any]] ?? []
    }

    private init?(_ edit: [String: Any], _ resources: [[String: Any]]) {
        guard let number = edit["resource"] as? Int, let steps = edit["at"] as? [Any], let value = edit["value"],
            let edited = EditedResource.replacing(resources[number], at: steps[...], with: value) as? [String: Any]
        else { return nil }
        let both: [Any] = [resources[number], edited]
        let others = Others(
            resources: Set(EditedResource.texts("$reference", in: both)),
            parameters: Set(EditedResource.texts("$parameter", in: both)))
        guard let before = EditedResource.graph(resources[number], beside: others),
            let after = EditedResource.graph(edited, beside: others)
        else {
            Issue.record("an edit cannot be read: \(edit)")
            return nil
        }
        description = "\(resources[number]["name"] ?? "") \(steps): \(value)"
        terraform = (edit["terraform"] as? String).flatMap(Consequence.Certainty.init)
        cloudFormation = (edit["cloudFormation"] as? String).flatMap(Consequence.Certainty.init)
        let isSupported = (resources[number]["source"] as? String)?.hasPrefix("stacks/") == true
        isStateful = edit["stateful"] as? Bool == true && isSupported
        consequences = compare(before, after).changes.flatMap(\.consequences)
    }

    /// A stack of this one resource, and of what it and the other revision refer to, read as `diff` reads a revision.
    private static func graph(_ resource: [String: Any], beside others: Others) -> ResourceGraph? {
        var resource = resource
        resource["references"] = [String]()
        let stubs = others.resources.sorted().enumerated().map { number, name -> [String: Any] in
            [
                "name": name, "terraform": "terrane_other.other_\(number)", "cloudFormation": ["$absent": "a stub"],
                "properties": [String](),
            ]
        }
        let document: [String: Any] = [
            "formatVersion": 1, "stack": "edited", "environment": "staging",
            "region": resource["region"] ?? "us-east-1",
            "resources": stubs + [resource],
            "parameters": others.parameters.sorted().map {
                ["name": $0, "type": "string", "sensitive": false, "default": NSNull()] as [String: Any]
            },
        ]
        return (try? JSONSerialization.data(withJSONObject: document, options: .sortedKeys)).flatMap {
            try? readGraphDocument(Array($0))
        }
    }

    /// What stands at a key, wherever that is.
    private static func texts(_ key: String, in value: Any) -> [String] {
        if let items = value as? [Any] { return items.flatMap { texts(key, in: $0) } }
        guard let members = value as? [String: Any] else { return [] }
        return [members[key] as? String].compactMap(\.self) + members.values.flatMap { texts(key, in: $0) }
    }

    private static func replacing(_ value: Any, at steps: ArraySlice<Any>, with new: Any) -> Any {
        guard let step = steps.first else { return new }
        if let key = step as? String, var members = value as? [String: Any] {
            members[key] = replacing(members[key] ?? NSNull(), at: steps.dropFirst(), with: new)
            return members
        }
        if let index = step as? Int, var items = value as? [Any], items.indices.contains(index) {
            items[index] = replacing(items[index], at: steps.dropFirst(), with: new)
            return items
        }
        return value
    }
}
