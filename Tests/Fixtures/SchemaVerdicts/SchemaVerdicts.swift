import Foundation
import Terrane
import TerraneCompiler
import TerraneCore

/// Reads a CloudFormation template from standard input and prints what the schemas have against it: a line for each finding,
/// the logical name of the resource, a tab, and the rule. A proof compares that with cfn-lint's verdict.
@main struct SchemaVerdicts {
    static func main() async throws {
        let input = try JSONSerialization.jsonObject(with: FileHandle.standardInput.readDataToEndOfFile())
        let resources = ((input as? [String: Any])?["Resources"] as? [String: [String: Any]] ?? [:])
            .sorted { $0.key < $1.key }
        let region = CommandLine.arguments.dropFirst().first ?? "us-east-1"
        let declared = resources.enumerated().map { index, resource in declaration(of: resource.value, index) }
        let stack = Template(region: Region(rawValue: region), resources: declared)
        for finding in await Compiler(targets: [.cloudformation]).compile([stack]).diagnostics {
            guard finding.severity == .error, let name = finding.summary.firstMatch(of: /resource-(\d+)/),
                let index = Int(name.1), resources.indices.contains(index)
            else { continue }
            print("\(resources[index].key)\t\(finding.rule)\t\(finding.summary)")
        }
    }

    /// Its name tells it apart in what is said of it.
    private static func declaration(of resource: [String: Any], _ index: Int) -> RawResource {
        RawResource(
            Name("resource-\(index)"), cloudFormation: resource["Type"] as? String ?? ""
        ) {
            for (name, value) in (resource["Properties"] as? [String: Any] ?? [:]).sorted(by: { $0.key < $1.key }) {
                Row(terraform: nil, cloudFormation: name, content: .value(expression(value)))
            }
        }
    }

    private static func expression(_ value: Any) -> TerraneCore.Expression {
        switch value {
        case let text as String: .string(text)
        case let number as NSNumber: expression(number)
        case let items as [Any]: .list(items.map(expression))
        case let members as [String: Any]:
            .object(members.sorted { $0.key < $1.key }.map { .init($0.key, expression($0.value)) })
        default: .null
        }
    }

    private static func expression(_ number: NSNumber) -> TerraneCore.Expression {
        if String(cString: number.objCType) == "c" { return .boolean(number.boolValue) }
        return Int(exactly: number.doubleValue).map { .integer($0) } ?? .number(number.doubleValue)
    }
}

private struct Template: Stack {
    let name: Name = "template"
    let environment = DeploymentEnvironment.staging
    let region: Region
    let account: AccountID? = "111122223333"
    let resources: [RawResource]

    var body: Content {
        for resource in resources { resource }
    }
}
