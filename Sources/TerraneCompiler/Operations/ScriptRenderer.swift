import Mustache
import TerraneCore
import TerraneTemplates

/// Renders templates of scripts. The parts that scripts share are parsed once.
struct ScriptRenderer {
    /// What one environment knows.
    struct Environment {
        let name: String
        let facts: [(variable: String, value: JSON)]
    }

    private static let parts: MustacheLibrary = {
        MustacheContentTypes.register(ShellText(), named: ShellText.name)
        var library = MustacheLibrary()
        for part in OperationsPart.allCases {
            if let template = try? parse(part.text) { library.register(template, named: part.rawValue) }
        }
        return library
    }()

    private static func parse(_ template: String) throws -> MustacheTemplate {
        try MustacheTemplate(string: "{{% CONTENT_TYPE:\(ShellText.name)}}\n" + template)
    }

    /// The script, or what is wrong with the template.
    static func render(_ template: String, notice: String, _ environments: [Environment]) throws -> String {
        let parts = parts
        let context: [String: Any] = [
            "notice": notice, "names": environments.map(\.name).joined(separator: ", "),
            "environments": environments.map(\.context),
        ]
        return try parse(template).render(context, library: parts)
    }
}

extension ScriptRenderer.Environment {
    fileprivate var context: [String: Any] {
        ["name": name, "facts": facts.map { ScriptRenderer.Environment.context($0.variable, $0.value) }]
    }

    private static func context(_ variable: String, _ value: JSON) -> [String: Any] {
        guard case .array(let items) = value else {
            return ["name": variable, "isList": false, "value": value.shellText]
        }
        return ["name": variable, "isList": true, "items": items.map(\.shellText)]
    }
}

extension JSON {
    /// The value as a shell has it: nothing for what is not given, JSON for what has parts.
    var shellText: String {
        switch self {
        case .null: ""
        case .string(let text): text
        case .boolean(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .number, .array, .object: JSONPrinter.compact(self)
        }
    }

    /// Whether a shell can hold it: a text of the shell ends at the first NUL.
    var fitsShell: Bool {
        if case .array(let items) = self { return items.allSatisfy(\.fitsShell) }
        return !shellText.utf8.contains(0)
    }
}
