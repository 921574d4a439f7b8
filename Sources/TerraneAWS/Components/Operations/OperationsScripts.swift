public import TerraneCore

/// What operators run by hand, in calm and in trouble: Bash scripts that have every fact from the model.
///
/// They are files of the system, `operations/*.sh`, one for all environments that list it: `--environment` says which is
/// meant, `--dry-run` prints what would be run. A stack lists the same scripts in each environment that has them.
///
///     OperationsScripts("shop-operations") {
///         DeployScript(web, from: images, health: HealthCheck("https://shop.example/health"))
///         RollbackScript(web, health: HealthCheck("https://shop.example/health"))
///         EmergencyStopScript(web)
///     }
public struct OperationsScripts: Component {
    public var declaration: Declaration
    public let scripts: [any OperationsScript]

    public init(
        _ name: Name, file: String = #fileID, line: Int = #line,
        @OperationsScriptsBuilder scripts: () -> [any OperationsScript]
    ) {
        declaration = Declaration(name, file: file, line: line)
        self.scripts = scripts()
    }

    public var body: Content {
        scripts.map { script in
            ScriptDocument(
                path: "operations/\(script.scriptName).sh", template: script.template, facts: script.facts,
                source: script.source)
        }
    }

    public func check() -> [Diagnostic] {
        scripts.flatMap { script in script.check().map { $0.located(at: script.source) } }
    }
}

/// A script of operators: a template, and the facts that it needs. One's own are written in the same form.
public protocol OperationsScript: Sendable {
    /// The file's name without its extension: `rollback`.
    var scriptName: String { get set }
    /// Mustache; `ScriptDocument` says what it can use.
    var template: String { get }
    var facts: [ScriptFact] { get }
    /// Where it was written.
    var source: SourceLocation { get }
    /// What is wrong with the values it was given.
    func check() -> [Diagnostic]
}

extension OperationsScript {
    public func check() -> [Diagnostic] { [] }

    /// Calls the file otherwise: a system with two services has two scripts of a kind.
    public func named(_ name: String) -> Self {
        var copy = self
        copy.scriptName = name
        return copy
    }
}

/// Lists scripts.
@resultBuilder
public enum OperationsScriptsBuilder {
    public static func buildExpression(_ script: any OperationsScript) -> [any OperationsScript] { [script] }
    public static func buildExpression(_ scripts: [any OperationsScript]) -> [any OperationsScript] { scripts }
    public static func buildBlock(_ scripts: [any OperationsScript]...) -> [any OperationsScript] {
        Array(scripts.joined())
    }
    public static func buildOptional(_ scripts: [any OperationsScript]?) -> [any OperationsScript] { scripts ?? [] }
    public static func buildEither(first scripts: [any OperationsScript]) -> [any OperationsScript] { scripts }
    public static func buildEither(second scripts: [any OperationsScript]) -> [any OperationsScript] { scripts }
    public static func buildArray(_ scripts: [[any OperationsScript]]) -> [any OperationsScript] {
        Array(scripts.joined())
    }
}
