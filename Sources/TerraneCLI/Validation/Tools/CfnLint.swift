import TerraneCore

extension ExternalTool {
    /// AWS's own check of templates, in the region that each is for.
    static let cfnLint = ExternalTool(
        name: "cfn-lint", program: "cfn-lint", versionArguments: ["--version"],
        jobs: { bench in
            let schemas = try CfnLint.schemas(for: bench)
            return bench.templates.sorted { $0.key < $1.key }.map { region, templates in
                ToolJob(
                    arguments: ["--format", "json", "--regions", region] + schemas + ["--template"] + templates,
                    folder: bench.tree, artifacts: templates)
            }
        },
        read: { result throws(ToolProblem) in
            try JSONReading.value([CfnLint].self, in: result.run).map { $0.finding(of: result.job) }
        })
}

private struct CfnLint: Decodable {
    struct Range: Decodable {
        struct Place: Decodable {
            let LineNumber: Int
        }

        let Start: Place
    }

    struct RuleName: Decodable {
        let Id: String
        let Source: String?
    }

    let Filename: String
    let Level: String
    let Location: Range
    let Message: String
    let Rule: RuleName

    func finding(of job: ToolJob) -> ToolFinding {
        ToolFinding(
            rule: Rule.Id, severity: severity, message: Message, artifact: job.artifact(Filename),
            line: Location.Start.LineNumber)
    }

    private var severity: Diagnostic.Severity {
        switch Level {
        case "Error": .error
        case "Warning": .warning
        default: .note
        }
    }

    /// cfn-lint refuses types that it does not know. Those of other publishers get a schema that allows everything: Terrane's own
    /// check of them is stricter.
    static func schemas(for bench: Workbench) throws -> [String] {
        for type in bench.foreignTypes {
            let schema = """
                {"typeName": "\(type)", "description": "\(type)", "properties": {}, "additionalProperties": true, \
                "primaryIdentifier": []}
                """
            try bench.write(Array(schema.utf8), to: "schemas/\(type.replacing("::", with: "-")).json")
        }
        return bench.foreignTypes.isEmpty ? [] : ["--registry-schemas", bench.folder.path + "/schemas"]
    }
}
