import Terrane

/// Hostile texts in a workflow: variables, names, inputs, scripts and conditions.
struct HostileWorkflow: HostileStack {
    let name: Name
    let texts: [String]

    /// A script may hold no expression, whoever means it as one.
    private func script(_ index: Int) -> String { "x\n" + texts[index].replacing(bytes: "${{", with: "_") }

    var body: Content {
        Workflow("hostile", name: "Hostile", on: .push(branches: ["main"])) {
            Job("test") {
                texts.indices.map { index in
                    Run(
                        texts[index].isEmpty ? "x" : texts[index], script(index), env: ["V": texts[index]]
                    )
                    .if(.github.refName == .string(texts[index])).definition
                }
                texts.map { Checkout(ref: $0).definition }
            }
            .env(variables)
        }
    }

    private var variables: WorkflowMap {
        var map: WorkflowMap = [:]
        for (index, text) in texts.enumerated() { map.append("V\(index)", text) }
        return map
    }

    var expected: [Expected] {
        texts.enumerated().flatMap { index, text -> [Expected] in
            let step: [Expected.Step] = ["jobs", "test", "steps", .index(index)]
            let checkout: [Expected.Step] = ["jobs", "test", "steps", .index(texts.count + index)]
            let condition = "github.ref_name == '\(text.replacing(bytes: "'", with: "''"))'"
            return [
                foundHere(["jobs", "test", "env", .key("V\(index)")], text),
                foundHere(step + ["env", "V"], text),
                foundHere(step + ["name"], text.isEmpty ? "x" : text),
                foundInSystem(file, step + ["run"], ended(script(index))),
                foundInSystem(file, step + ["if"], condition.holds("${{") ? "${{ \(condition) }}" : condition),
                foundHere(checkout + ["with", "ref"], text),
            ]
        }
    }

    private let file = "github/workflows/hostile.yml"

    init(name: Name, texts: [String]) {
        self.name = name
        self.texts = texts
    }

    private func foundHere(_ path: [Expected.Step], _ text: String) -> Expected {
        foundInSystem(file, path, text, by: .github)
    }

    /// A script of several lines ends its last.
    private func ended(_ script: String) -> String { script.utf8.last == 0x0A ? script : script + "\n" }
}
