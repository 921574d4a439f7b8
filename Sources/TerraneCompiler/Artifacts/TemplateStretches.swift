import TerraneCore

extension ArtifactSources {
    /// The members of a template's sections.
    ///
    /// A template is printed by `JSONPrinter`, a line for each member and two spaces a level, so a section's name stands two
    /// spaces in, and those of its members four.
    func templateStretches(of contents: [UInt8], in graph: ResourceGraph) -> [Stretch] {
        let origins = templateOrigins(in: graph)
        var section = ""
        var stretches: [Stretch] = []
        for (index, line) in contents.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            let depth = line.prefix { $0 == UInt8(ascii: " ") }.count
            guard depth == 2 || depth == 4, let name = TemplateLine.key(of: line.dropFirst(depth)) else { continue }
            if depth == 2 { section = name }
            let origin = depth == 4 ? origins["\(section).\(name)"] : nil
            stretches.append(Stretch(firstLine: index + 1, origin: origin))
        }
        return stretches
    }

    private func templateOrigins(in graph: ResourceGraph) -> [String: Origin] {
        var origins: [String: Origin] = [:]
        for node in graph.nodes {
            guard let id = node.logicalID else { continue }
            origins["Resources.\(id)"] = Origin(address: id, source: node.source)
        }
        for parameter in graph.facts.parameters + graph.facts.lookups.map(\.parameter) {
            let id = Spelling.pascalCase(parameter.name)
            origins["Parameters.\(id)"] = Origin(address: id, source: parameter.source)
        }
        for export in graph.exports {
            let id = Spelling.pascalCase(export.name)
            origins["Outputs.\(id)"] = Origin(address: id, source: export.source)
        }
        return origins
    }
}

private enum TemplateLine {
    /// `KoemoLogs` of `"KoemoLogs": {`.
    static func key(of line: ArraySlice<UInt8>) -> String? {
        guard line.first == UInt8(ascii: "\""), let end = line.dropFirst().firstIndex(of: UInt8(ascii: "\"")) else {
            return nil
        }
        return String(decoding: line[(line.startIndex + 1)..<end], as: UTF8.self)
    }
}
