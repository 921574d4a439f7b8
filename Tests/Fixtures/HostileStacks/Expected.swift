/// What a reader of the output must find: in which file, where, and the value.
struct Expected: Encodable {
    enum Step: Encodable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        case key(String)
        case index(Int)

        init(stringLiteral key: String) { self = .key(key) }
        init(integerLiteral index: Int) { self = .index(index) }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .key(let key): try container.encode(key)
            case .index(let index): try container.encode(index)
            }
        }
    }

    /// Who reads the text that stands there.
    enum Reader: String, Encodable {
        /// Nobody but the format itself.
        case plain
        /// GitHub, which computes expressions.
        case github
        /// Compose, which reads two dollars as one.
        case compose
    }

    enum Value: Encodable {
        case text(String)
        /// A JSON document in a text.
        case object([(key: String, text: String)])

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .object(let pairs):
                try container.encode(Dictionary(uniqueKeysWithValues: pairs.map { ($0.key, $0.text) }))
            }
        }
    }

    let file: String
    let path: [Step]
    let value: Value
    var reader = Reader.plain
}
