import TerraneCore
import Testing

@testable import TerraneCompiler
@testable import stacks

@Suite struct DifferencePictureTests {
    private func graph(_ stack: any Stack) async throws -> ResourceGraph {
        try #require(await Compiler(targets: [], policies: []).compile([stack]).graphs.first)
    }

    private func change(_ name: Name, _ kind: ResourceChange.Kind, _ consequences: [Consequence] = []) -> ResourceChange
    {
        ResourceChange(
            name: name, kind: kind, terraformAddress: nil, cloudFormationType: nil, logicalID: nil,
            source: SourceLocation(file: "Koemo.swift", line: 1), properties: [], consequences: consequences)
    }

    private func mark(of title: String, in picture: Picture) -> Picture.Mark? {
        picture.boxes.first { $0.title == title }?.mark
    }

    @Test func whatAChangeTouchesIsMarkedByTheWorstThatComesOfIt() async throws {
        let graph = try await graph(Koemo.production)
        let loss = Consequence(
            .dataLoss, terraform: .will, cloudFormation: .may, "the cache is replaced", rule: "create-only",
            authority: "test")
        let unlikely = Consequence(
            .replacement, terraform: .no, cloudFormation: nil, "it is not replaced", rule: "create-only",
            authority: "test")
        let difference = Difference(
            stack: "koemo", environment: "production",
            changes: [
                change("koemo-sessions/subnets", .changed, [loss]), change("koemo-backend/task", .changed, [unlikely]),
                change("koemo-alb", .added), change("koemo/flow-log", .changed),
            ])
        let picture = Picture(of: graph, changedFrom: graph, by: difference)
        #expect(mark(of: "koemo-sessions", in: picture) == .replaced)
        #expect(mark(of: "koemo-backend", in: picture) == .changed)
        #expect(mark(of: "koemo-alb", in: picture) == .added)
        #expect(mark(of: "koemo-mongodb", in: picture) == nil)
        #expect(picture.frames.first { $0.kind.isNetwork }?.mark == .changed)
        #expect(picture.lines.contains { $0.mark == .added && picture.boxes[$0.from].title == "koemo-alb" })
        for format in PictureFormat.allCases {
            let text = String(decoding: picture.printed(as: format), as: UTF8.self)
            #expect(text.contains(format == .svg ? "(replaced)" : "replaced"), "\(format) tells by colour alone")
        }
    }

    @Test func aConnectionThatComesOrGoesIsMarkedBetweenThingsThatStay() async throws {
        let open = try await graph(Koemo.production)
        var closed = open
        closed.flows.removeAll { $0.serverName == "koemo-sessions" }
        for (older, newer, mark) in [(open, closed, Picture.Mark.removed), (closed, open, .added)] {
            let difference = Difference(
                stack: "koemo", environment: "production", changes: [change("koemo-backend", .changed)])
            let picture = Picture(of: newer, changedFrom: older, by: difference)
            let lines = picture.lines.filter { $0.mark == mark }
            #expect(lines.map { picture.boxes[$0.to].title } == ["koemo-sessions"])
            #expect(picture.notes.first?.contains("− removed") == true)
        }
    }

    @Test func whatIsRemovedStandsWhereItStood() async throws {
        let (older, newer) = (try await graph(Koemo.production), try await graph(Koemo.standby))
        let difference = Difference(
            stack: "koemo", environment: "standby",
            changes: older.nodes.filter { newer[$0.name] == nil }.map { change($0.name, .removed) })
        let picture = Picture(of: newer, changedFrom: older, by: difference)
        let ghost = try #require(picture.boxes.first { $0.title == "koemo-mongodb" })
        #expect(ghost.mark == .removed)
        #expect(ghost.frame.map { picture.frames[$0].title } == "MongoDB Atlas")
        #expect(picture.lines.contains { $0.mark == .removed && picture.boxes[$0.to].title == "koemo-mongodb" })
        let faults = PictureLaws(picture).faults
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }
}
