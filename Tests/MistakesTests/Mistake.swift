import Terrane
import Testing

/// A failure of a deployment that somebody documented, and its legal twin.
///
/// The bad twin is caught at the line that ends in `// mistake`; the legal one compiles without an error or a warning.
struct Mistake: Sendable, CustomTestStringConvertible {
    /// Which part of Terrane catches it.
    enum Stage: String, CaseIterable {
        /// The wrong form cannot be written.
        case swift = "Swift compiler"
        /// A value or a component, by itself.
        case element = "check of a component"
        /// What belongs together: names, references, networks.
        case graph = "checks of the graph"
        /// What the providers say of a type.
        case schema = "schemas of the providers"
        case workflow = "checks of a workflow"
        case policy = "policies"
    }

    /// What people see when it is deployed, in a few words.
    let failure: String
    /// The documentation page or public issue that describes it.
    let source: String
    let stage: Stage
    /// The rule of the diagnostic: `subnet-outside-network`.
    let rule: String
    let bad: any Stack
    let legal: any Stack
    let file: String
    /// The lines of the bad twin, in which the mark is looked for.
    let lines: ClosedRange<Int>

    var testDescription: String { rule }
}

extension Mistake {
    /// Both twins as bodies of a small stack in Tokyo, for staging unless it is a mistake in production alone.
    init(
        _ failure: String, _ source: String, _ stage: Stage, caughtBy rule: String,
        in environment: DeploymentEnvironment = .staging, file: String = #filePath, line: Int = #line,
        @ContentBuilder bad: @escaping @Sendable () -> Content,
        @ContentBuilder legal: @escaping @Sendable () -> Content
    ) {
        self.init(
            failure, source, stage, caughtBy: rule, bad: MistakeStack(environment: environment, content: bad),
            legal: MistakeStack(environment: environment, content: legal), file: file, line: line)
    }

    /// Whole stacks, where it is the stack that is mistaken. The mark then stands within 60 lines of this one.
    init(
        _ failure: String, _ source: String, _ stage: Stage, caughtBy rule: String, bad: any Stack, legal: any Stack,
        file: String = #filePath, line: Int = #line
    ) {
        self.failure = failure
        self.source = source
        self.stage = stage
        self.rule = rule
        self.bad = bad
        self.legal = legal
        self.file = file
        lines = line...(line + 60)
    }
}

/// A stack whose body is given.
struct MistakeStack: Stack {
    let name: Name = "shop"
    var environment = DeploymentEnvironment.staging
    var region = Region.tokyo
    let account: AccountID? = "111122223333"
    let tags = [Tag("Project", "shop"), Tag("Environment", "staging")]
    let content: @Sendable () -> Content

    var body: Content { content() }
}
