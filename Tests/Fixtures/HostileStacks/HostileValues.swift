import Terrane

/// Hostile texts as values of resources, exports, parameters and JSON documents: Terraform, CloudFormation and the graph.
struct HostileValues: HostileStack {
    let name: Name
    let texts: [String]

    private var middle: Parameter<String> { Parameter("middle", default: "middle") }

    private func parameter(_ index: Int) -> Parameter<String> {
        Parameter("p_\(index)", default: Value(texts[index]), description: texts[index])
    }

    private func joined(_ index: Int, _ parameter: Parameter<String>) -> Expression {
        .interpolation([.string(texts[index]), parameter.expression, .string(texts[index])])
    }

    private func document(_ index: Int) -> Expression {
        .object([.init("k:" + texts[index], .string(texts[index])), .init("m", joined(index, middle))])
    }

    var body: Content {
        RawResource("lambda", type: HostileValues.function) {
            row("function_name", "FunctionName", "hostile")
            row("role", "Role", "arn:aws:iam::111122223333:role/hostile")
            row("package_type", "PackageType", "Image")
            row("image_uri", "Code/ImageUri", "111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/hostile:1")
            nested("environment", "Environment") {
                row(
                    "variables", "Variables", Expression.object(texts.enumerated().map { .init("V\($0)", .string($1)) })
                )
            }
        }
        texts.indices.map { Export("e-\($0)", Value<String>(texts[$0]), description: texts[$0]) as any Element }
        texts.indices.map { Export("q-\($0)", Value<String>(joined($0, parameter($0)))) as any Element }
        texts.indices.map { Export("j-\($0)", Value<String>.json(document($0))) as any Element }
    }

    private static let function = ResourceType(
        terraform: "aws_lambda_function", cloudFormation: "AWS::Lambda::Function", area: .compute, tagging: .list)

    var expected: [Expected] { texts.indices.flatMap { terraform($0) + cloudFormation($0) + graph($0) } }

    private func object(_ index: Int) -> Expected.Value {
        let text = texts[index]
        return .object([("k:" + text, text), ("m", text + "middle" + text)])
    }

    private func terraform(_ index: Int) -> [Expected] {
        let text = texts[index]
        return [
            found(
                "terraform/compute.tf",
                ["resource", "aws_lambda_function", "lambda", "environment", "variables", .key("V\(index)")], text),
            found("terraform/outputs.tf", ["output", .key("e_\(index)"), "value"], text),
            found("terraform/outputs.tf", ["output", .key("e_\(index)"), "description"], text),
            found("terraform/outputs.tf", ["output", .key("q_\(index)"), "value"], text + text + text),
            Expected(
                file: path("terraform/outputs.tf"), path: ["output", .key("j_\(index)"), "value"], value: object(index)),
            found("terraform/variables.tf", ["variable", .key("p_\(index)"), "default"], text),
            found("terraform/variables.tf", ["variable", .key("p_\(index)"), "description"], text),
        ]
    }

    private func cloudFormation(_ index: Int) -> [Expected] {
        let text = texts[index]
        let file = "cloudformation/ap-northeast-1.template.json"
        return [
            found(file, ["Resources", "Lambda", "Properties", "Environment", "Variables", .key("V\(index)")], text),
            found(file, ["Outputs", .key("E\(index)"), "Value"], text),
            found(file, ["Outputs", .key("E\(index)"), "Description"], text),
            found(file, ["Outputs", .key("Q\(index)"), "Value"], text + text + text),
            Expected(file: path(file), path: ["Outputs", .key("J\(index)"), "Value"], value: object(index)),
            found(file, ["Parameters", .key("P\(index)"), "Default"], text),
        ]
    }

    private func graph(_ index: Int) -> [Expected] {
        [found("graph.json", ["resources", 0, "properties", 4, "rows", 0, "value", .key("V\(index)")], texts[index])]
    }
}
