import Foundation
import TerraneCompiler
import TerraneCore
import TerraneSchemas

/// Writes a raw resource of every type of the AWS provider, with what its schema requires and nothing else, and
/// for every few types the same resource with one mistake of each kind; and what Terrane says of each, for `Tests/Proofs` to
/// compare with Terraform.
///
///     RawSamples FOLDER [EVERY]      # mistakes of every eighth type, or of every one with 1
@main enum RawSamples {
    static func main() throws {
        let folder = URL(fileURLWithPath: CommandLine.arguments.dropFirst().first ?? ".")
        let every = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 8
        let samples = TerraformSchema.types.filter { $0.kind == .resource && $0.name.hasPrefix("aws_") }
            .enumerated().flatMap { Sample.all(of: $0.element.name, spoilt: $0.offset.isMultiple(of: every)) }
        // What other checks and policies say of such resources is not asked.
        let lowered = lowerToTerraform(evaluate(SampleStack(samples: samples)).graph, checkedAgainst: .embedded)
        for artifact in lowered.drafts.map(\.artifact) {
            let name = URL(fileURLWithPath: artifact.path).lastPathComponent
            try Data(artifact.contents).write(to: folder.appendingPathComponent(name))
        }
        let verdicts = verdicts(on: samples, lowered.diagnostics.filter { $0.severity == .error })
        try JSONEncoder().encode(verdicts).write(to: folder.appendingPathComponent("verdicts.json"))
    }

    /// The rules that each sample breaks, by its label in Terraform.
    private static func verdicts(on samples: [Sample], _ errors: [Diagnostic]) -> [String: [String]] {
        var verdicts = Dictionary(uniqueKeysWithValues: samples.map { ($0.label, [String]()) })
        for error in errors {
            for word in error.summary.split(separator: "'") {
                let label = String(word).replacing("-", with: "_")
                if verdicts[label] != nil { verdicts[label]?.append(error.rule) }
            }
        }
        return verdicts
    }
}

private struct SampleStack: Stack {
    let name: Name = "samples"
    let environment = DeploymentEnvironment.staging
    let region = Region.tokyo
    let samples: [Sample]

    var body: Content {
        for sample in samples { sample.resource }
    }
}
