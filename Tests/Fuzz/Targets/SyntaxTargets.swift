import HCL
import TerraneXML
import TerraneYAML

extension FuzzTarget {
    /// What is read is printed so that it reads the same again, and then prints the same bytes.
    static let hcl = FuzzTarget(name: "hcl") { bytes in
        let (body, diagnostics) = HCL.Parser.parse(bytes)
        let printed = Printer.print(body)
        guard diagnostics.isEmpty else { return nil }
        let again = HCL.Parser.parse(printed)
        if !again.diagnostics.isEmpty { return "what was printed cannot be read: \(again.diagnostics)" }
        if again.body != body { return "what was printed reads otherwise: \(text(printed))" }
        return Printer.print(again.body) == printed ? nil : "printed again it is something else: \(text(printed))"
    }

    static let yaml = FuzzTarget(name: "yaml") { bytes in
        guard let documents = try? TerraneYAML.Parser.parseAll(bytes) else { return nil }
        for node in documents {
            // Aliases may unfold a few bytes to a million values; to print them all would only take long.
            guard node.count(upTo: 10_000) < 10_000 else { continue }
            // What is no number is not equal to itself; an array is, whatever it holds.
            guard node.unadorned == node.unadorned else { continue }
            guard let printed = try? Emitter.emit(node) else { continue }
            guard let again = try? TerraneYAML.Parser.parse(printed) else { return "unreadable: \(text(printed))" }
            if again.unadorned != node.unadorned { return "what was printed reads otherwise: \(text(printed))" }
        }
        return nil
    }

    static let xml = FuzzTarget(name: "xml") { bytes in
        guard let document = try? Document.parse(bytes) else { return nil }
        guard let printed = try? document.serialized(indentation: .none) else {
            return "what was read cannot be printed"
        }
        guard let again = try? Document.parse(printed) else { return "unreadable: \(text(printed))" }
        return again == document ? nil : "what was printed reads otherwise: \(text(printed))"
    }

    static let propertyList = FuzzTarget(name: "plist") { bytes in
        guard let list = try? PropertyList.parse(bytes) else { return nil }
        guard let printed = try? list.document().serialized() else { return "what was read cannot be printed" }
        guard let again = try? PropertyList.parse(printed) else { return "unreadable: \(text(printed))" }
        return again.document() == list.document() ? nil : "what was printed reads otherwise: \(text(printed))"
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension Node {
    /// How many values there are in it, as far as that matters.
    fileprivate func count(upTo limit: Int) -> Int {
        var count = 1
        switch content {
        case .scalar: break
        case .sequence(let items):
            for item in items where count < limit { count += item.count(upTo: limit - count) }
        case .mapping(let pairs):
            for pair in pairs where count < limit {
                count += pair.key.count(upTo: limit - count) + pair.value.count(upTo: limit - count)
            }
        }
        return count
    }
}
