import Terrane

/// Hostile texts in the files beside the resources: JSON, YAML, property list, compose file, script.
struct HostileDocuments: HostileStack {
    let name: Name
    let texts: [String]

    private var forXML: [String] { texts.filter(\.isLegalInXML) }

    private var object: Expression {
        .object(texts.enumerated().map { .init("\($0):\($1)", .string($1)) })
    }

    private static let source = SourceLocation(file: #fileID, line: #line)

    private var script: ScriptDocument {
        let facts = texts.enumerated().map { ScriptFact("v\($0)", $1) } + [ScriptFact("all_of_them", texts)]
        let prints = texts.indices.map { "    printf '%s\\0' \"$v\($0)\"\n" }.joined()
        return ScriptDocument(
            path: "operations/print.sh",
            template: """
                {{> head}}
                usage() { :; }
                main() {
                    read_arguments "$@"
                \(prints)    printf '%s\\0' "${all_of_them[@]}"
                }
                main "$@"

                """, facts: facts, source: HostileDocuments.source)
    }

    private var compose: ComposeFile {
        ComposeFile("hostile") {
            texts.enumerated().reduce(ComposeService("api", image: "nginx:1.27")) {
                $0.setting("V\($1.offset)", ComposeText($1.element))
            }
        }
    }

    var body: Content {
        JSONDocument(path: "ecs/texts.json", scope: .environment, contents: object, source: HostileDocuments.source)
        YAMLDocument(path: "ecs/texts.yaml", scope: .environment, contents: object, source: HostileDocuments.source)
        PropertyListDocument(
            "ios/texts.plist", PropertyList(forXML.enumerated().map { .init("\($0):\($1)", .string($1)) }))
        compose
        script
    }

    var expected: [Expected] {
        let xml = forXML.enumerated().map { foundInSystem("ios/texts.plist", [.key("\($0):\($1)")], $1) }
        return xml
            + texts.enumerated().flatMap { index, text in
                [
                    found("ecs/texts.json", [.key("\(index):\(text)")], text),
                    found("ecs/texts.yaml", [.key("\(index):\(text)")], text),
                    foundInSystem(
                        "compose.yaml", ["services", "api", "environment", .key("V\(index)")], text, by: .compose),
                    foundInSystem("operations/print.sh", [.index(index)], text),
                    foundInSystem("operations/print.sh", [.index(texts.count + index)], text),
                ]
            }
    }
}
