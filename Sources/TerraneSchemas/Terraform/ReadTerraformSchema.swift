extension TerraformSchema {
    /// Reads a line of the embedded file; `Refresh/terraform.py` says how it is written.
    init(_ document: UnsafeRawBufferPointer) {
        let json = SchemaJSON(document)
        var shared: [Block] = []
        for block in json["shared"]?.array ?? [] { shared.append(Block(block, shared)) }
        block = Block(json["block"] ?? .null, shared)
    }
}

extension TerraformSchema.Block {
    fileprivate convenience init(_ json: SchemaJSON, _ shared: [TerraformSchema.Block]) {
        if let number = json.integer, shared.indices.contains(number) {
            self.init(attributes: shared[number].attributes, blocks: shared[number].blocks)
            return
        }
        var attributes: [String: TerraformSchema.Attribute] = [:]
        var blocks: [String: TerraformSchema.NestedBlock] = [:]
        for (name, value) in json.object ?? [:] {
            if let parts = value.array, parts.count == 4 {
                blocks[name] = TerraformSchema.NestedBlock(parts, shared)
            } else {
                attributes[name] = TerraformSchema.Attribute(value)
            }
        }
        self.init(attributes: attributes, blocks: blocks)
    }
}

extension TerraformSchema.NestedBlock {
    fileprivate init?(_ parts: [SchemaJSON], _ shared: [TerraformSchema.Block]) {
        guard let nesting = parts[0].string.flatMap(Nesting.init) else { return nil }
        self.nesting = nesting
        least = parts[1].integer ?? 0
        most = nesting == .single || nesting == .group ? 1 : parts[2].integer.flatMap { $0 == 0 ? nil : $0 }
        block = TerraformSchema.Block(parts[3], shared)
    }
}

extension TerraformSchema.Attribute {
    /// `"o Ls"`, perhaps with limits, or an object where it has attributes of its own.
    fileprivate init(_ json: SchemaJSON) {
        if let parts = json.array, parts.count == 2 {
            self.init(parts[0])
            limits = TerraformSchema.Limits(
                texts: parts[1]["one"]?.strings ?? [], least: parts[1]["least"]?.integer,
                most: parts[1]["most"]?.integer)
        } else if let text = json.string {
            var reader = TypeReader(Array(text.utf8))
            let use = reader.word()
            self.init(use: use, type: reader.type())
        } else {
            let fields = (json["of"]?.object ?? [:]).mapValues(TerraformSchema.Attribute.init)
            self.init(
                use: json["use"]?.string ?? "", type: .nested(fields, nesting: json["nesting"]?.string ?? "single"))
        }
    }

    fileprivate init(use: String, type: TerraformType) {
        self.init(
            type: type, isRequired: use.contains("r"), isReadOnly: use.hasPrefix("c"), isWriteOnly: use.contains("w"))
    }
}

extension TerraformType {
    fileprivate static func nested(_ fields: [String: TerraformSchema.Attribute], nesting: String) -> TerraformType {
        let object = TerraformType.object(fields, isNested: true)
        return switch nesting {
        case "list": .list(object)
        case "set": .set(object)
        case "map": .map(object)
        default: object
        }
    }
}

/// Reads the short form of a type: `L{arn s,names Ls}`.
private struct TypeReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// What stands before the next space.
    mutating func word() -> String {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: " ") { position += 1 }
        defer { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    mutating func type() -> TerraformType {
        switch take() {
        case UInt8(ascii: "s"): .string
        case UInt8(ascii: "n"): .number
        case UInt8(ascii: "b"): .boolean
        case UInt8(ascii: "L"): .list(type())
        case UInt8(ascii: "S"): .set(type())
        case UInt8(ascii: "M"): .map(type())
        case UInt8(ascii: "{"): .object(fields(), isNested: false)
        default: .any
        }
    }

    private mutating func take() -> UInt8 {
        guard position < bytes.count else { return 0 }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func fields() -> [String: TerraformSchema.Attribute] {
        var fields: [String: TerraformSchema.Attribute] = [:]
        while position < bytes.count, bytes[position] != UInt8(ascii: "}") {
            if bytes[position] == UInt8(ascii: ",") { position += 1 }
            let name = word()
            fields[name] = TerraformSchema.Attribute(use: "o", type: type())
        }
        position += 1
        return fields
    }
}
