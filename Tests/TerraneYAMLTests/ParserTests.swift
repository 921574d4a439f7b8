import TerraneYAML
import Testing

struct ParserTests {
    @Test(
        arguments: [
            ("null", .null), ("~", .null), ("Null", .null), ("", .null), ("nUll", .string("nUll")),
            ("true", .boolean(true)),
            ("False", .boolean(false)), ("yes", .string("yes")), ("on", .string("on")), ("12", .integer(12)),
            ("-12", .integer(-12)),
            ("+12", .integer(12)), ("012", .integer(12)), ("0o14", .integer(12)), ("0x1F", .integer(31)),
            ("0x-1", .string("0x-1")),
            ("0x+1", .string("0x+1")), ("0o9", .string("0o9")), ("0b1", .string("0b1")), ("1_000", .string("1_000")),
            ("1e3", .number(1000)),
            (".5", .number(0.5)), ("5.", .number(5)), ("-.inf", .number(-.infinity)), ("inf", .string("inf")),
            ("nan", .string("nan")),
            (".", .string(".")), ("+", .string("+")), ("1.2.3", .string("1.2.3")),
            ("2024-01-01", .string("2024-01-01")), ("0x", .string("0x")),
            ("12:30:45", .string("12:30:45")), ("99999999999999999999", .number(1e20)), ("'12'", .string("12")),
            ("!!str 12", .string("12")),
            ("! 12", .string("12")), ("!!float 1", .number(1)), ("!!int '7'", .integer(7)),
            ("-9223372036854775808", .integer(.min)),
        ] as [(String, Scalar)])
    func aBareWordIsWhatYAML12Says(text: String, scalar: Scalar) throws {
        #expect(try Parser.parse(text) == Node(.scalar(scalar)))
    }

    @Test func scalarsMayBeLeftAsText() throws {
        #expect(try Parser.parse("[1, true, ~, 'x', !!int 5]", scalarsAsStrings: true) == ["1", "true", "~", "x", "5"])
    }

    @Test func anEmptyTextIsNull() throws {
        #expect(try Parser.parse("") == .null)
        #expect(try Parser.parse("# a\n") == .null)
        #expect(try Parser.parseAll([]) == [])
    }

    @Test func marksCountLinesColumnsAndBytes() throws {
        let node = try Parser.parse("é: 日本 # x\n🚀: [a, b]\r\nc:\n  - d\n")
        guard case .mapping(let pairs) = node.content, case .sequence(let row) = pairs[1].value.content,
            case .sequence(let list) = pairs[2].value.content
        else {
            Issue.record("not the tree that was written")
            return
        }
        #expect(pairs[0].value.mark == Mark(line: 1, column: 4, offset: 4))
        #expect(row[1].mark == Mark(line: 2, column: 8, offset: 25))
        #expect(pairs[2].key.mark == Mark(line: 3, column: 1, offset: 29))
        #expect(list[0].mark == Mark(line: 4, column: 5, offset: 36))
    }

    @Test func aliasesStandForWhatTheyReferTo() throws {
        #expect(try Parser.parse("a: &x [1, &y 2]\nb: *x\nc: *y\n") == ["a": [1, 2], "b": [1, 2], "c": 2])
        #expect(try Parser.parse("<<: &x {a: 1}\nb: *x\n") == ["<<": ["a": 1], "b": ["a": 1]])
    }

    @Test func severalDocumentsNeedTheirOwnCall() throws {
        #expect(try Parser.parseAll(Array("a\n---\n- b\n...\n---\n".utf8)) == ["a", ["b"], .null])
        #expect(failure("a\n---\nb\n")?.description == "3:1: the text has 2 documents, not one")
    }

    @Test func anchorsEndWithTheirDocument() {
        #expect(throws: YAMLError.self) { try Parser.parseAll(Array("&a b\n---\n*a\n".utf8)) }
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", "3:1: the key 'a' stands twice in one mapping"),
        ("{1: a, 0x1: b}", "1:8: the key '1' stands twice in one mapping"),
        ("[a, *b]", "1:5: '*b' refers to no anchor before it"),
        ("&a [*a]", "1:5: '*a' refers to no anchor before it"),
        ("a: !Ref b", "1:4: a value tagged '!Ref' cannot be read"),
        ("!!int x", "1:1: a value tagged 'tag:yaml.org,2002:int' cannot be read"),
        ("!!set {a, b}", "1:1: a value tagged 'tag:yaml.org,2002:set' cannot be read"),
        ("a: b: c", "1:5: mapping values are not allowed in this context"),
        ("a:\n\t- b", "2:1: found character that cannot start any token"),
        ("'abc", "1:5: found unexpected end of stream"),
        ("é: [a", "2:1: did not find expected ',' or ']'"),
        ("a: \u{1}", "1:4: control characters are not allowed"),
    ])
    func anErrorSaysWhere(text: String, message: String) {
        #expect(failure(text)?.description == message)
    }
}
