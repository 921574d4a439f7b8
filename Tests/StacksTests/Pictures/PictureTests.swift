import TerraneCore
import TerraneXML
import Testing

@testable import TerraneCompiler
@testable import stacks

@Suite struct PictureTests {
    private func pictures() async -> [(name: String, picture: Picture)] {
        await Compiler(targets: [], policies: []).compile(Stacks.stacks).graphs.map {
            ("\($0.stack)/\($0.environment.name)", Picture(of: $0))
        }
    }

    @Test func everyPictureOfAStackKeepsTheLaws() async {
        let pictures = await pictures()
        #expect(pictures.count == 11)
        for (name, picture) in pictures {
            let faults = PictureLaws(picture).faults
            #expect(faults.isEmpty, "\(name): \(faults.joined(separator: "\n"))")
        }
    }

    @Test func aPictureHasAsManyBoxesAsAnArchitectDraws() async {
        for (name, picture) in await pictures() {
            #expect((8...35).contains(picture.boxes.count), "\(name): \(picture.boxes.count)")
        }
    }

    @Test func everyResourceIsInOnePlaceOfItsPicture() async {
        for graph in await Compiler(targets: [], policies: []).compile(Stacks.stacks).graphs {
            let picture = Picture(of: graph)
            let names = picture.boxes.flatMap(\.names) + picture.frames.flatMap(\.names) + picture.others
            #expect(names.count == Set(names).count, "\(graph.stack)")
            #expect(Set(names) == Set(graph.nodes.map(\.name)), "\(graph.stack)")
        }
    }

    @Test func aRequestGoesFromTheUsersToTheData() async throws {
        let picture = try #require(await pictures().first { $0.name == "koemo/production" }).picture
        let ways = picture.lines.filter { $0.kind == .traffic }.map {
            "\(picture.boxes[$0.from].title) \($0.label) \(picture.boxes[$0.to].title)"
        }
        for way in [
            "Internet 80, 443 koemo-firewall", "koemo-firewall  koemo-alb", "koemo-alb 3000 koemo-backend",
            "koemo-backend 6379 koemo-sessions", "koemo-backend 1024–65535 koemo-database-link",
            "koemo-database-link  koemo-mongodb", "Internet 443 koemo-assets", "koemo-assets  koemo-assets",
        ] { #expect(ways.contains(way), "\(way) is not among \(ways)") }
    }

    @Test func aBalancerThatAnswersEverybodyIsEnteredBesideItsDelivery() async throws {
        for (name, isEntered) in [("morrow/production", true), ("affiliate-system/production", false)] {
            let picture = try #require(await pictures().first { $0.name == name }).picture
            let entries = picture.lines.filter { picture.boxes[$0.from].glyph == .internet }.map(\.label)
            #expect(entries.contains("80, 443") == isEntered, "\(name): \(entries)")
        }
    }

    @Test(arguments: 0..<80) func everyRandomPictureKeepsTheLaws(seed: Int) {
        var random = RandomPicture(seed: seed)
        let faults = PictureLaws(random.drawn()).faults
        #expect(faults.isEmpty, "\(faults.prefix(5).joined(separator: "\n"))")
    }

    /// A law that nothing can break would be none.
    @Test func theLawsFindWhatIsBroken() throws {
        let frame = Picture.Frame(kind: .region, title: "Tokyo", detail: "", parent: nil)
        var picture = Picture(stack: "shop", title: "shop", detail: "")
        picture.frames = [frame]
        for (title, column) in [("one", Picture.Column.door), ("two", .compute), ("three", .data)] {
            picture.boxes.append(
                Picture.Box(
                    glyph: .service, kind: "service", title: title, detail: "", column: column, frame: 0, names: []))
        }
        picture.lines = [
            Picture.Line(from: 0, to: 1, kind: .traffic, label: "80"),
            Picture.Line(from: 0, to: 2, kind: .egress, label: "443"),
        ]
        #expect(PictureLaws(picture).faults.isEmpty)
        let breaches: [(String, (inout PictureLayout) -> Void)] = [
            ("box one overlaps two", { $0.boxes[0] = $0.boxes[1] }),
            ("box one is not in Tokyo", { $0.boxes[0].y += 300 }),
            ("line 0 does not end at its box", { $0.routes[0][1].x -= 5 }),
            ("line 1 is slanted", { $0.routes[1][1].y += 5 }),
            ("line 1 runs through two", { $0.routes[1] = $0.routes[0].prefix(1) + [$0.boxes[2].center] }),
            ("line 0 runs on line 1", { $0.routes[0] = $0.routes[1] }),
            ("label 0 overlaps 1", { $0.labels[0] = $0.labels[1] }),
            ("a label is on one", { $0.labels[0] = $0.boxes[0] }),
        ]
        for (fault, breach) in breaches {
            var laws = PictureLaws(picture)
            breach(&laws.layout)
            #expect(laws.faults.contains(fault), "\(fault) is not among \(laws.faults)")
        }
    }

    @Test func aPictureIsTheSameEveryTime() {
        for seed in 0..<20 {
            var one = RandomPicture(seed: seed)
            var other = RandomPicture(seed: seed)
            let (first, second) = (one.drawn(), other.drawn())
            for format in PictureFormat.allCases { #expect(first.printed(as: format) == second.printed(as: format)) }
        }
    }

    @Test func aPictureNeedsNothingElse() throws {
        for seed in 0..<20 {
            var random = RandomPicture(seed: seed)
            let root = try TerraneXML.Document.parse(random.drawn().svg()).root
            let elements = PictureTests.all(root)
            #expect(
                elements.allSatisfy { !["script", "image", "use", "a", "foreignObject", "font"].contains($0.name) })
            let attributes = elements.flatMap(\.attributes).filter { !$0.name.hasPrefix("xmlns") }
            #expect(
                attributes.allSatisfy {
                    !$0.value.contains("http") && !$0.value.contains("url(") && !$0.name.hasPrefix("on")
                })
            #expect(root["role"] == "img")
            let ids = Set(elements.compactMap { $0["id"] })
            #expect(root["aria-labelledby"]?.split(separator: " ").allSatisfy { ids.contains(String($0)) } == true)
        }
    }

    @Test func twoPicturesOnOnePageShareNothing() throws {
        var random = RandomPicture(seed: 3)
        let picture = random.drawn()
        let one = picture.embeddedSVG(id: "one")
        #expect(one.hasPrefix("<svg"))
        let ids = PictureTests.all(try TerraneXML.Document.parse(one).root).compactMap { $0["id"] }
        #expect(!ids.isEmpty && ids.allSatisfy { $0.hasPrefix("one") })
        for rule in one.split(separator: "\n") where rule.hasSuffix("; }") {
            #expect(rule.hasPrefix("#one "), "\(rule)")
        }
    }

    private static func all(_ element: TerraneXML.Element) -> [TerraneXML.Element] {
        [element] + element.elements.flatMap(all)
    }
}
