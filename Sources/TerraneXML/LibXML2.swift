import CLibXML2

/// libxml2, and the only file that sees its types. What it allocates is released on every path.
enum LibXML2 {
    /// How deep elements may be nested.
    static let depthLimit = 200

    /// Nothing is fetched, no entity is expanded, and errors are kept for us instead of printed.
    private static let options = Int32(
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)

    // MARK: Writing

    static func serialize(_ document: Document, isIndented: Bool) throws(XMLError) -> [UInt8] {
        guard let tree = xmlNewDoc("1.0") else { throw noMemory }
        defer { xmlFreeDoc(tree) }
        if let type = document.type {
            guard xmlCreateIntSubset(tree, type.name, type.publicID, type.systemID) != nil else { throw noMemory }
        }
        if let comment = document.comment {
            guard let node = xmlNewDocComment(tree, " \(comment) ") else { throw noMemory }
            xmlAddChild(UnsafeMutableRawPointer(tree).assumingMemoryBound(to: xmlNode.self), node)
        }
        let root = try build(document.root, in: tree)
        xmlAddChild(UnsafeMutableRawPointer(tree).assumingMemoryBound(to: xmlNode.self), root)

        var buffer: UnsafeMutablePointer<xmlChar>?
        var count: Int32 = 0
        xmlDocDumpFormatMemoryEnc(tree, &buffer, &count, "UTF-8", isIndented ? 1 : 0)
        guard let buffer else { throw noMemory }
        defer { clibxml2_free(buffer) }
        return Array(UnsafeBufferPointer(start: buffer, count: Int(count)))
    }

    private static func build(_ element: Element, in tree: xmlDocPtr) throws(XMLError) -> xmlNodePtr {
        guard let node = xmlNewDocRawNode(tree, nil, element.name, nil) else { throw noMemory }
        for attribute in element.attributes {
            guard xmlNewProp(node, attribute.name, attribute.value) != nil else { throw noMemory }
        }
        for child in element.children {
            guard let inner = try build(child, in: tree) else { throw noMemory }
            xmlAddChild(node, inner)
        }
        return node
    }

    private static func build(_ child: Element.Node, in tree: xmlDocPtr) throws(XMLError) -> xmlNodePtr? {
        switch child {
        case .element(let element): try build(element, in: tree)
        case .text(let text): xmlNewDocText(tree, text)
        case .comment(let text): xmlNewDocComment(tree, text)
        }
    }

    private static var noMemory: XMLError { XMLError("libxml2 has no memory for the document") }

    // MARK: Reading

    static func parse(_ bytes: [UInt8]) throws(XMLError) -> Document {
        guard let count = Int32(exactly: bytes.count) else { throw XMLError("the text is longer than 2 GB") }
        guard let context = xmlNewParserCtxt() else { throw noMemory }
        defer { xmlFreeParserCtxt(context) }
        let tree = bytes.withUnsafeBytes { buffer in
            xmlCtxtReadMemory(
                context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count, nil, nil, options)
        }
        guard let tree else { throw error(of: context) }
        defer { xmlFreeDoc(tree) }
        guard context.pointee.wellFormed == 1, let root = xmlDocGetRootElement(tree) else { throw error(of: context) }
        return Document(try element(root, depth: 0), type: documentType(of: tree))
    }

    private static func error(of context: xmlParserCtxtPtr) -> XMLError {
        guard let error = xmlCtxtGetLastError(context) else {
            return XMLError("the text is no XML document", line: 1, column: 1)
        }
        var message = error.pointee.message.map { String(cString: $0) } ?? "the text is no XML document"
        while message.last?.isNewline == true { message.removeLast() }
        return XMLError(message, line: max(1, Int(error.pointee.line)), column: max(1, Int(error.pointee.int2)))
    }

    private static func documentType(of tree: xmlDocPtr) -> Document.DocumentType? {
        guard let subset = xmlGetIntSubset(tree), let name = text(subset.pointee.name) else { return nil }
        return Document.DocumentType(
            name, publicID: text(subset.pointee.ExternalID) ?? "", systemID: text(subset.pointee.SystemID) ?? "")
    }

    private static func element(_ node: xmlNodePtr, depth: Int) throws(XMLError) -> Element {
        guard depth < depthLimit else {
            throw XMLError("elements are nested deeper than \(depthLimit)", line: Int(xmlGetLineNo(node)), column: 1)
        }
        var children: [Element.Node] = []
        var next = node.pointee.children
        while let child = next {
            if let found = try self.node(child, depth: depth) { children.append(found) }
            next = child.pointee.next
        }
        return Element(
            name: name(of: node), attributes: declarations(of: node) + attributes(of: node), children: children)
    }

    private static func node(_ child: xmlNodePtr, depth: Int) throws(XMLError) -> Element.Node? {
        switch child.pointee.type {
        case XML_ELEMENT_NODE: .element(try element(child, depth: depth + 1))
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: .text(text(child.pointee.content) ?? "")
        case XML_COMMENT_NODE: .comment(text(child.pointee.content) ?? "")
        case XML_ENTITY_REF_NODE:
            throw XMLError(
                "the entity '\(text(child.pointee.name) ?? "")' is not expanded", line: Int(xmlGetLineNo(child)),
                column: 1)
        default: nil
        }
    }

    private static func name(of node: xmlNodePtr) -> String {
        let local = text(node.pointee.name) ?? ""
        guard let prefix = text(node.pointee.ns?.pointee.prefix) else { return local }
        return "\(prefix):\(local)"
    }

    private static func declarations(of node: xmlNodePtr) -> [Element.Attribute] {
        var found: [Element.Attribute] = []
        var next = node.pointee.nsDef
        while let declaration = next {
            let name = text(declaration.pointee.prefix).map { "xmlns:\($0)" } ?? "xmlns"
            found.append(Element.Attribute(name, text(declaration.pointee.href) ?? ""))
            next = declaration.pointee.next
        }
        return found
    }

    private static func attributes(of node: xmlNodePtr) -> [Element.Attribute] {
        var found: [Element.Attribute] = []
        var next = node.pointee.properties
        while let attribute = next {
            let local = text(attribute.pointee.name) ?? ""
            let name = text(attribute.pointee.ns?.pointee.prefix).map { "\($0):\(local)" } ?? local
            let value = xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1)
            found.append(Element.Attribute(name, text(value) ?? ""))
            if let value { clibxml2_free(value) }
            next = attribute.pointee.next
        }
        return found
    }

    private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private static func text(_ pointer: UnsafeMutablePointer<xmlChar>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}
