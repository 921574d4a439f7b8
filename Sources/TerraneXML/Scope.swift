/// The prefixes that may be used at a place of a document, and what they stand for ("Namespaces in XML 1.0").
struct Scope {
    private var namespaces = ["xml": "http://www.w3.org/XML/1998/namespace"]

    /// The scope inside an element, with what it declares.
    func extended(by element: Element) throws(XMLError) -> Scope {
        var scope = self
        for attribute in element.attributes {
            try Legality.check(name: attribute.name)
            guard attribute.name.hasPrefix("xmlns:") else { continue }
            let prefix = String(attribute.name.dropFirst(6))
            guard prefix != "xml", prefix != "xmlns", !attribute.value.isEmpty else {
                throw XMLError("<\(element.name)> declares the prefix '\(prefix)' in a way that XML does not allow")
            }
            scope.namespaces[prefix] = attribute.value
        }
        return scope
    }

    /// Checks that an element uses declared prefixes only, and no attribute twice.
    func check(_ element: Element) throws(XMLError) {
        _ = try namespace(of: element.name)
        var seen: Set<[String]> = []
        for attribute in element.attributes where !Scope.isDeclaration(attribute.name) {
            let place = [try namespace(of: attribute.name), Scope.localName(attribute.name)]
            guard seen.insert(place).inserted else { throw .repeated(attribute.name, in: element) }
        }
        var declared: Set<String> = []
        for attribute in element.attributes where Scope.isDeclaration(attribute.name) {
            guard declared.insert(attribute.name).inserted else { throw .repeated(attribute.name, in: element) }
        }
    }

    private func namespace(of name: String) throws(XMLError) -> String {
        let parts = name.split(separator: ":")
        guard parts.count == 2 else { return "" }
        guard let namespace = namespaces[String(parts[0])] else {
            throw XMLError("the prefix of '\(name)' is not declared")
        }
        return namespace
    }

    private static func isDeclaration(_ name: String) -> Bool { name == "xmlns" || name.hasPrefix("xmlns:") }

    private static func localName(_ name: String) -> String { name.split(separator: ":").last.map(String.init) ?? name }
}

extension XMLError {
    fileprivate static func repeated(_ name: String, in element: Element) -> XMLError {
        XMLError("<\(element.name)> has the attribute '\(name)' twice")
    }
}
