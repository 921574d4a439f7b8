internal import CProviderSchemas

/// An embedded file of schemas: a line for each type, sorted by name, found by binary search without reading the others.
struct SchemaLines: @unchecked Sendable {
    /// Embedded in the program and constant, so it lives as long as that does and any thread may read it.
    private let bytes: UnsafeRawBufferPointer

    /// The document of a type: what stands behind its name and a tab.
    func document(of type: String) -> UnsafeRawBufferPointer? {
        var low = 0
        var high = bytes.count
        let name = Array(type.utf8)
        while low < high {
            let line = line(around: (low + high) / 2)
            switch compare(name, with: line) {
            case 0: return UnsafeRawBufferPointer(rebasing: bytes[(line.lowerBound + name.count + 1)..<line.upperBound])
            case ..<0: high = line.lowerBound
            default: low = line.upperBound + 1
            }
        }
        return nil
    }

    /// Every type, in the order of the file.
    var types: [String] {
        bytes.split(separator: UInt8(ascii: "\n")).map { line in
            String(decoding: line.prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self)
        }
    }

    private func line(around position: Int) -> Range<Int> {
        let newline = UInt8(ascii: "\n")
        var start = position
        while start > 0, bytes[start - 1] != newline { start -= 1 }
        var end = position
        while end < bytes.count, bytes[end] != newline { end += 1 }
        return start..<end
    }

    /// Negative when the name comes before that of the line, as `sort` with bytes for letters has it.
    private func compare(_ name: [UInt8], with line: Range<Int>) -> Int {
        var position = line.lowerBound
        for byte in name {
            guard position < line.upperBound, bytes[position] != UInt8(ascii: "\t") else { return 1 }
            if byte != bytes[position] { return Int(byte) - Int(bytes[position]) }
            position += 1
        }
        return position < line.upperBound && bytes[position] == UInt8(ascii: "\t") ? 0 : -1
    }
}

extension SchemaLines {
    /// The types of the Terraform providers.
    static let terraform = SchemaLines(terrane_terraform_schemas())
    /// The types of CloudFormation's registry.
    static let cloudFormation = SchemaLines(terrane_cloudformation_schemas())
    /// Which machines and versions databases and caches have.
    static let offers = SchemaLines(terrane_offers_schemas())

    private init(_ file: terrane_embedded_file) {
        bytes = UnsafeRawBufferPointer(start: file.bytes, count: file.count)
    }
}
