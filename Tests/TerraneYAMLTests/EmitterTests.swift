import TerraneYAML
import Testing

struct EmitterTests {
    @Test func aWorkflowReadsAsAPersonWouldWriteIt() throws {
        let workflow = Node.mapping([
            Node.Pair("name", "🚀 Deploy"),
            Node.Pair(
                Node.string("on").bare.preceded(by: ""),
                ["push": ["branches": Node.sequence(["main", "develop"]).flow]]),
            Node.Pair(Node.string("permissions").preceded(by: "", "Least of all."), [:]),
            Node.Pair(
                "jobs",
                [
                    "test": [
                        "timeout-minutes": 15,
                        "steps": [
                            [
                                "uses": Node.string("actions/checkout@3d3c42e5").commented("v7.0.1"),
                                "with": ["fetch-depth": 0],
                            ],
                            Node.mapping([
                                Node.Pair("name", "Test"), Node.Pair("run", "npm ci\nif true; then\n\techo 🚀\nfi\n"),
                                Node.Pair("env", ["NODE_VERSION": "22", "CI": true, "EMPTY": ""]),
                            ]).preceded(by: "", "Everything."),
                        ],
                    ]
                ]),
        ])
        #expect(
            try printed(workflow, header: "Generated.", indentsSequences: true) == """
                # Generated.
                name: 🚀 Deploy

                on:
                  push:
                    branches: [main, develop]

                # Least of all.
                permissions: {}
                jobs:
                  test:
                    timeout-minutes: 15
                    steps:
                      - uses: actions/checkout@3d3c42e5 # v7.0.1
                        with:
                          fetch-depth: 0

                      # Everything.
                      - name: Test
                        run: |
                          npm ci
                          if true; then
                          \techo 🚀
                          fi
                        env:
                          NODE_VERSION: '22'
                          CI: true
                          EMPTY: ''

                """)
    }

    @Test func sequencesStandFlushUnlessAskedOtherwise() throws {
        let node: Node = ["a": ["b", ["c", "d"], ["e": ["f"]]], "g": "h"]
        #expect(try printed(node) == "a:\n- b\n- - c\n  - d\n- e:\n  - f\ng: h\n")
        #expect(try printed(node, indentsSequences: true) == "a:\n  - b\n  - - c\n    - d\n  - e:\n      - f\ng: h\n")
    }

    @Test func aScriptStandsInABlock() throws {
        #expect(try printed(["run": "a\nb\n"]) == "run: |\n  a\n  b\n")
        #expect(try printed(["run": "a\nb"]) == "run: |-\n  a\n  b\n")
        #expect(try printed(["run": "a\n\n", "x": 1]) == "run: |+\n  a\n\nx: 1\n")
    }

    @Test(arguments: ["a \nb", " a\nb", "\na", "a\r\nb", "a\n\u{1}"])
    func aScriptThatABlockWouldChangeIsQuoted(text: String) throws {
        #expect(try printed(["run": .string(text)]).hasPrefix("run: \""))
    }

    @Test func numbersAreNumbersToEveryReader() throws {
        let numbers: [Double] = [
            1, 0.1, 1e22, 1e-7, .leastNonzeroMagnitude, -0.0, .infinity, -.infinity, 1.5e300, .greatestFiniteMagnitude,
        ]
        let node = Node.sequence(numbers.map { Node(.scalar(.number($0))) })
        #expect(try Parser.parse(Emitter.emit(node)) == node)
        #expect(try printed([1e22, 1e-7]) == "- 1.0e+22\n- 1.0e-07\n")
        #expect(try printed(Node(.scalar(.number(.nan)))) == ".nan\n")
    }

    @Test func controlCharactersAreEscaped() throws {
        #expect(try printed("\0\u{85}\u{2028}\u{FEFF}") == #""\0\N\L\uFEFF""# + "\n")
    }

    @Test func aKeyThatStandsTwiceIsAnError() {
        #expect(throws: YAMLError.self) { try Emitter.emit(["a": 1, "a": 2]) }
    }

    @Test func aTreeThatIsTooDeepIsAnError() {
        let node = nested(300)
        #expect(throws: YAMLError("values are nested deeper than 256")) { try Emitter.emit(node) }
    }

    @Test func whatTheParserAcceptsTheEmitterPrints() throws {
        let node = nested(255)
        #expect(try Parser.parse(Emitter.emit(node)) == node)
    }

    private func nested(_ count: Int) -> Node {
        (0..<count).reduce("a") { node, _ in [node] }
    }

    @Test func aDocumentMayBeAScalar() throws {
        #expect(try printed("a") == "a\n")
        #expect(try printed([]) == "[]\n")
        #expect(try printed([:]) == "{}\n")
    }
}
