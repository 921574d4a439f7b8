import Foundation

@testable import TerraneSchemas

/// An edit of one property of a resource, and what truly comes of it.
struct LabelledEdit: CustomStringConvertible {
    let resource: String
    let terraformType: String?
    let cloudFormationType: String?
    /// The paths of the property on both sides.
    let terraformPath: String?
    let cloudFormationPath: String?
    let before: SchemaJSON
    let after: SchemaJSON
    let terraform: Replacement.Verdict?
    let cloudFormation: Replacement.Verdict?
    let isStateful: Bool
    /// Whether its type has a struct in Swift; others are written raw.
    let isSupported: Bool

    var description: String {
        "\(resource): \(terraformPath ?? cloudFormationPath ?? "?"): \(before) -> \(after)"
    }

    static let all: [LabelledEdit] = {
        let resources = read("resources.json")
        let supported = Set(resources.filter { $0["source"]?.string?.hasPrefix("stacks/") == true }.map(terraformType))
        return read("edits.json").map { edit in
            let resource = resources[edit["resource"]?.integer ?? 0]
            return LabelledEdit(edit, of: resource, isSupported: supported.contains(terraformType(of: resource)))
        }
    }()

    /// The facts read compact JSON alone; Foundation makes it compact.
    private static func read(_ name: String) -> [SchemaJSON] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../Fixtures/Edits")
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)),
            let object = try? JSONSerialization.jsonObject(with: data),
            let compact = try? JSONSerialization.data(withJSONObject: object, options: [.withoutEscapingSlashes])
        else { return [] }
        return compact.withUnsafeBytes { SchemaJSON($0).array ?? [] }
    }

    private static func terraformType(of resource: SchemaJSON) -> String? {
        resource["terraform"]?.string.map { String($0.prefix { $0 != "." }) }
    }

    private init(_ edit: SchemaJSON, of resource: SchemaJSON, isSupported: Bool) {
        self.resource = resource["name"]?.string ?? ""
        self.isSupported = isSupported
        terraformType = LabelledEdit.terraformType(of: resource)
        cloudFormationType = resource["cloudFormation"]?["type"]?.string
        let place = Place(edit["at"]?.array ?? [], in: resource)
        terraformPath = place.terraform
        cloudFormationPath = place.cloudFormation
        before = place.value
        after = edit["value"] ?? .null
        terraform = edit["terraform"]?.string.flatMap(Replacement.Verdict.init)
        cloudFormation = edit["cloudFormation"]?.string.flatMap(Replacement.Verdict.init)
        isStateful = edit["stateful"]?.boolean ?? false
    }
}

/// Where a value stands in a resource: the names that lead to it, and the value.
private struct Place {
    var terraform: String? = ""
    var cloudFormation: String? = ""
    var value: SchemaJSON

    init(_ steps: [SchemaJSON], in resource: SchemaJSON) {
        value = resource
        for step in steps {
            value = step.string.flatMap { value[$0] } ?? step.integer.flatMap { value.array?[$0] } ?? .null
            guard value["terraform"] != nil || value["cloudFormation"] != nil,
                value["value"] ?? value["rows"] ?? value["items"] != nil
            else { continue }
            terraform = Place.joined(terraform, value["terraform"]?.string)
            cloudFormation = Place.joined(cloudFormation, value["cloudFormation"]?.string)
        }
    }

    private static func joined(_ outer: String?, _ inner: String?) -> String? {
        guard let outer, let inner else { return nil }
        return [outer, inner].filter { !$0.isEmpty }.joined(separator: "/")
    }
}

extension LabelledEdit {
    var terraformVerdict: Replacement.Verdict? {
        guard let terraformType, let terraformPath else { return nil }
        return verdict(Replacements.terraform(terraformType, terraformPath), side: "terraform")
    }

    var cloudFormationVerdict: Replacement.Verdict? {
        guard let cloudFormationType, let cloudFormationPath, !cloudFormationPath.isEmpty else { return nil }
        return verdict(
            Replacements.cloudFormation(cloudFormationType, cloudFormationPath, in: "us-east-1"), side: "cloudFormation"
        )
    }

    private func verdict(_ replacement: Replacement, side: String) -> Replacement.Verdict {
        let (before, after) = (before["$either"]?[side] ?? before, after["$either"]?[side] ?? after)
        if let old = before.array, let new = after.array {
            return replacement.verdict(on: old.count < new.count ? .grow : .shrink)
        }
        if before.scalarText != nil, after.scalarText != nil || after == .null {
            return replacement.verdict(from: before.scalarText, to: after.scalarText)
        }
        return replacement.verdict(on: after == .null ? .unset : .change)
    }
}
