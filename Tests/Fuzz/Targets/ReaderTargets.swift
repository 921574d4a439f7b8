import Foundation
import TerraneCLI
import TerraneCompiler
import TerraneSchemas

extension FuzzTarget {
    /// Whatever a manifest says, no file outside the output folder is taken for ours; and what is, is written as it was read.
    static let manifests = FuzzTarget(name: "manifest") { bytes in
        guard let paths = try? OutputFolder.paths(inManifest: bytes, at: "manifest") else { return nil }
        if let stranger = paths.first(where: { !isBelowFolder($0) }) { return "'\(stranger)' is outside" }
        let manifest = Manifest(paths)
        let again = try? OutputFolder.paths(inManifest: manifest.contents, at: "manifest")
        return again == manifest.paths ? nil : "\(manifest.paths) reads as \(String(describing: again))"
    }

    /// As the system goes through a path: each part one folder down, `..` one up. C reads it up to a NUL.
    private static func isBelowFolder(_ path: String) -> Bool {
        var depth = 0
        for part in path.utf8.prefix(while: { $0 != 0 }).split(separator: UInt8(ascii: "/")) {
            switch String(decoding: part, as: UTF8.self) {
            case ".": break
            case "..": depth -= 1
            default: depth += 1
            }
            if depth < 0 { return false }
        }
        return depth > 0 && path.utf8.first != UInt8(ascii: "/")
    }

    /// The reader of the embedded schemas comes to an end with any bytes, and takes compact JSON for what Foundation does.
    static let schemas = FuzzTarget(name: "schema") { bytes in
        let read = bytes.withUnsafeBytes { SchemaJSON($0) }
        guard isCompact(bytes), depth(of: bytes) < SchemaJSON.deepest,
            let expected = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
        else { return nil }
        return agrees(read, expected) ? nil : "\(read) instead of \(expected)"
    }

    /// Text in UTF-8 without white space between its parts, as `refresh` writes it. Foundation takes other encodings too, and a
    /// comma behind the last item.
    private static func isCompact(_ bytes: [UInt8]) -> Bool {
        guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0), bytes.first != 0xEF else {
            return false
        }
        var (isText, isEscaped, last) = (false, false, UInt8(0))
        for byte in bytes {
            if !isText, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { return false }
            if !isText, last == UInt8(ascii: ","), "]}".utf8.contains(byte) { return false }
            last = byte
            if byte == UInt8(ascii: "\""), !isEscaped { isText.toggle() }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return true
    }

    /// At most so deep; brackets in texts count too.
    private static func depth(of bytes: [UInt8]) -> Int {
        bytes.filter { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }.count
    }

    /// Foundation reads numbers of many digits by way of a decimal, which rounds otherwise.
    private static func isClose(_ number: Double, _ other: Double) -> Bool {
        number == other || abs(number - other) <= abs(number) * 1e-12
    }

    private static func agrees(_ read: SchemaJSON, _ expected: Any) -> Bool {
        switch read {
        case .null: return expected is NSNull
        case .boolean(let flag): return expected as? Bool == flag
        case .integer(let number): return (expected as? NSNumber)?.int64Value == Int64(number)
        case .number(let number): return (expected as? NSNumber).map { isClose(number, $0.doubleValue) } ?? false
        case .string(let text): return (expected as? String)?.utf8.elementsEqual(text.utf8) ?? false
        case .array(let items):
            guard let others = expected as? [Any], others.count == items.count else { return false }
            return zip(items, others).allSatisfy(agrees)
        case .object(let members):
            guard let others = expected as? [String: Any], others.count == members.count else { return false }
            return members.allSatisfy { key, value in others[key].map { agrees(value, $0) } ?? false }
        }
    }
}
