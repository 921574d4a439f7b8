/// What a Terraform provider says of one of its types ("terraform providers schema", Terraform documentation).
public struct TerraformSchema: Sendable {
    /// What a configuration makes of the type. A provider may have a resource and a data source of one name.
    public enum Kind: String, Sendable {
        case resource = ""
        case data = "data."
        case ephemeral = "ephemeral."
    }

    public let block: Block

    /// What stands between the braces: arguments, attributes that are only read, and nested blocks.
    public final class Block: Sendable {
        public let attributes: [String: Attribute]
        public let blocks: [String: NestedBlock]
        /// The attributes that cannot be left out, in order.
        public let requiredNames: [String]
        /// The blocks whose number has a limit, in order.
        public let countedBlocks: [(name: String, block: NestedBlock)]

        init(attributes: [String: Attribute], blocks: [String: NestedBlock]) {
            self.attributes = attributes
            self.blocks = blocks
            requiredNames = attributes.filter(\.value.isRequired).keys.sorted()
            countedBlocks = blocks.filter { $0.value.least > 0 || $0.value.most != nil }.sorted { $0.key < $1.key }
                .map { ($0.key, $0.value) }
        }
    }

    /// A value under a name.
    public struct Attribute: Hashable, Sendable {
        public let type: TerraformType
        public let isRequired: Bool
        /// Whether only the provider sets it.
        public let isReadOnly: Bool
        /// Whether Terraform forgets it once it is sent, so that a secret may stand there.
        public let isWriteOnly: Bool
        /// Which values the provider takes, or which elements of a list of them.
        public var limits: Limits?

        /// Lists of objects of older providers may also be written as blocks ("Attributes as Blocks", Terraform
        /// documentation).
        public var blockType: [String: Attribute]? {
            switch type {
            case .list(.object(let fields, isNested: false)), .set(.object(let fields, isNested: false)): fields
            default: nil
            }
        }
    }

    /// The values that a provider takes, as far as it says so.
    public struct Limits: Hashable, Sendable {
        /// The texts it may be; empty for any.
        public let texts: [String]
        public let least: Int?
        public let most: Int?
    }

    /// Blocks of one kind within another.
    public struct NestedBlock: Sendable {
        public enum Nesting: String, Sendable {
            case single, group, list, set, map
        }

        public let nesting: Nesting
        public let least: Int
        /// Nil for as many as one likes.
        public let most: Int?
        public let block: Block
    }
}

extension TerraformSchema {
    /// The schema of a type; nil where the providers have none of that name.
    public static func of(_ type: String, as kind: Kind = .resource) -> TerraformSchema? {
        let name = kind.rawValue + type
        let lines = SchemaLines.terraform
        guard let index = lines.index(of: name) else { return nil }
        let block = read.schema(at: index) { TerraformSchema(lines.document(at: index, of: name)).block }
        return TerraformSchema(block: block)
    }

    /// The types of a provider: `aws_…` for `aws_sqs_quewe`. Empty where its schemas are not built in.
    public static func types(beside type: String, as kind: Kind = .resource) -> [String] {
        let prefix = kind.rawValue + type.prefix { $0 != "_" } + "_"
        return SchemaLines.terraform.types.filter { $0.hasPrefix(prefix) }.map {
            String($0.dropFirst(kind.rawValue.utf8.count))
        }
    }

    /// Every type, with what a configuration makes of it, in the order of their names.
    public static var types: [(name: String, kind: Kind)] {
        SchemaLines.terraform.types.map { type in
            let kind = [Kind.data, .ephemeral].first { type.hasPrefix($0.rawValue) } ?? .resource
            return (String(type.dropFirst(kind.rawValue.utf8.count)), kind)
        }
    }

    /// What was read already: a schema is read when it is first asked for.
    private static let read = SchemaSlots<Block>(count: SchemaLines.terraform.count)
}
