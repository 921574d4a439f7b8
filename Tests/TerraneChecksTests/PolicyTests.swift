import Terrane
import TerraneCompiler
import Testing

@Suite struct PolicyTests {
    /// No thing may be called "big".
    private static let small = Policy("small", "things are small") { inventory in
        inventory.all(Logs.LogGroup.self).filter { $0["name"].text?.hasPrefix("/big") == true }
            .map { $0.breach("is big", help: "Make it smaller.") }
    }

    private static func group(_ name: String = "/big") -> Logs.LogGroup {
        Logs.LogGroup("logs", groupName: name, retention: .oneWeek)
    }

    private func diagnostics(
        _ policies: [Policy] = [small], today: Day? = nil, isWhole: Bool = true,
        @ContentBuilder of content: @escaping @Sendable () -> Content
    ) async -> [Diagnostic] {
        var compiler = Compiler(policies: policies)
        compiler.today = today
        compiler.isWhole = isWhole
        return await compiler.compile([CheckedStack(content: content)]).diagnostics
    }

    @Test func aBreachIsAnErrorAtTheResource() async {
        let line = #line + 1
        let found = await diagnostics { Self.group() }
        #expect(found.map { $0.summary } == ["'logs' is big"])
        #expect(found.first?.rule == "small")
        #expect(found.first?.help == "Make it smaller. The policy 'small' says that things are small.")
        #expect(
            found.first?.location?.line == line || found.first?.location?.file.hasSuffix("PolicyTests.swift") == true)
        #expect(await diagnostics { Self.group("/small") }.isEmpty)
    }

    @Test func anExemptionAllowsIt() async {
        let found = await diagnostics {
            Self.group().exempt(from: "small", because: "It is full of logs", until: "2027-03-31")
        }
        #expect(found.isEmpty)
    }

    @Test func anExemptionHoldsForTheLastDayAndNoLonger() async {
        @Sendable @ContentBuilder func exempted() -> Content {
            Self.group().exempt(from: "small", because: "It is full of logs", until: "2027-03-31")
        }
        #expect(await diagnostics(today: "2027-03-31", of: exempted).isEmpty)
        let late = await diagnostics(today: "2027-04-01", of: exempted)
        #expect(late.map { $0.rule } == ["exemption-expired"])
        #expect(late.first?.notes.first?.text == "exempted here: It is full of logs")
    }

    @Test func anExemptionThatNothingNeedsIsAWarningOnceEverythingIsSeen() async {
        @Sendable @ContentBuilder func exempted() -> Content {
            Self.group("/small").exempt(from: "small", because: "It was big", until: "2027-03-31")
        }
        let found = await diagnostics(of: exempted)
        #expect(found.map { $0.rule } == ["exemption-unused"])
        #expect(found.first?.severity == .warning)
        #expect(await diagnostics(isWhole: false, of: exempted).isEmpty)
    }

    @Test func anExemptionOfATypeIsForThatTypeAlone() async {
        let other = await diagnostics {
            Group(name: "part") { Self.group() }
                .exempt(from: "small", on: EC2.VPC.self, because: "It is full of logs", until: "2027-03-31")
        }
        #expect(other.map { $0.rule } == ["small", "exemption-unused"])
        let same = await diagnostics {
            Group(name: "part") { Self.group() }
                .exempt(from: "small", on: Logs.LogGroup.self, because: "It is full", until: "2027-03-31")
        }
        #expect(same.isEmpty)
    }

    @Test(arguments: [("smal", "Did you mean 'small'?"), ("weather", "The policies are those")])
    func aPolicyThatThereIsNotIsAnError(name: String, help: String) async {
        let found = await diagnostics {
            Self.group("/small").exempt(from: PolicyID(stringLiteral: name), because: "It was big", until: "2027-03-31")
        }
        #expect(found.map { $0.rule } == ["no-such-policy"])
        #expect(found.first?.help?.hasPrefix(help) == true)
    }

    @Test(arguments: ["2027-02-29", "tomorrow", "2027-13-01", "2027-1-1", ""])
    func aDayThatIsNotOfTheCalendarIsAnError(day: String) async {
        let found = await diagnostics {
            Self.group().exempt(from: "small", because: "It is full of logs", until: Day(day))
        }
        #expect(found.map { $0.rule }.contains("exemption-form"))
        #expect(Day("2028-02-29").isWellFormed)
    }

    @Test func aPolicyIsReplacedByItsNameAndLeftOut() {
        let policies = Policies.standard.replacing(.tagging(requiring: "Team")).without(.logging)
        #expect(policies.map { $0.id }.contains(.tagging))
        #expect(!policies.map { $0.id }.contains(.logging))
        #expect(policies.first { $0.id == .tagging }?.title == "every resource has the tags Team")
        #expect(Policy.logging.severity(.error).severity == .error)
    }

    /// A component of what is given.
    private struct Group: Component {
        var declaration: Declaration
        let content: @Sendable () -> Content

        init(
            name: Name, file: String = #fileID, line: Int = #line,
            @ContentBuilder content: @escaping @Sendable () -> Content
        ) {
            declaration = Declaration(name, file: file, line: line)
            self.content = content
        }

        var body: Content { content() }
    }
}
