import TerraneYAML

/// The text that is printed for a node.
func printed(_ node: Node, header: String? = nil, indentsSequences: Bool = false) throws -> String {
    String(decoding: try Emitter.emit(node, header: header, indentsSequences: indentsSequences), as: UTF8.self)
}

/// The error of a text that is no YAML.
func failure(_ text: String) -> YAMLError? {
    do {
        _ = try Parser.parse(text)
        return nil
    } catch {
        return error
    }
}
