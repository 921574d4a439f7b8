internal import CProviderSchemas
import Foundation

/// An embedded file of schemas: a line for each type, sorted by name, so that one is found without reading the others.
struct SchemaLines: @unchecked Sendable {
    /// Embedded in the program and constant, so it lives as long as that does and any thread may read it.
    private let bytes: UnsafeRawBufferPointer
    private let lines: [Range<Int>]

    var count: Int { lines.count }

    /// The document of a type: what stands behind its name and a tab.
    func document(of type: String) -> UnsafeRawBufferPointer? {
        index(of: type).map { document(at: $0, of: type) }
    }

    func document(at index: Int, of type: String) -> UnsafeRawBufferPointer {
        let line = lines[index]
        return UnsafeRawBufferPointer(rebasing: bytes[(line.lowerBound + type.utf8.count + 1)..<line.upperBound])
    }

    /// The line of a type.
    func index(of type: String) -> Int? {
        var type = type
        return type.withUTF8 { index(of: $0) }
    }

    private func index(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            switch compare(name, with: lines[middle]) {
            case 0: return middle
            case ..<0: high = middle
            default: low = middle + 1
            }
        }
        return nil
    }

    /// Every type, in the order of the file.
    var types: [String] {
        lines.map { line in String(decoding: bytes[line].prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self) }
    }

    /// Where the lines are.
    private static func lines(of bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < bytes.count, let base = bytes.baseAddress,
            let newline = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
        {
            let end = UnsafeRawPointer(newline) - base
            lines.append(start..<end)
            start = end + 1
        }
        return lines
    }

    /// Negative when the name comes before that of the line, as `sort` with bytes for letters has it.
    private func compare(_ name: UnsafeBufferPointer<UInt8>, with line: Range<Int>) -> Int {
        guard let own = name.baseAddress, let other = bytes.baseAddress else { return -1 }
        let order = memcmp(own, other + line.lowerBound, min(name.count, line.count))
        if order != 0 { return Int(order) }
        return line.count > name.count && bytes[line.lowerBound + name.count] == UInt8(ascii: "\t") ? 0 : -1
    }
}

extension SchemaLines {
    /// The types of the Terraform providers.
    static let terraform = SchemaLines(terrane_terraform_schemas())
    /// The types of CloudFormation's registry.
    static let cloudFormation = SchemaLines(terrane_cloudformation_schemas())
    /// Which machines and versions databases and caches have.
    static let offers = SchemaLines(terrane_offers_schemas())
    /// Which actions services have, and which policies AWS keeps: words instead of JSON.
    static let actions = SchemaLines(terrane_actions_schemas())
    /// Which edits replace a resource.
    static let replacements = SchemaLines(terrane_replacements_schemas())

    private init(_ file: terrane_embedded_file) {
        bytes = UnsafeRawBufferPointer(start: file.bytes, count: file.count)
        lines = SchemaLines.lines(of: bytes)
    }
}
