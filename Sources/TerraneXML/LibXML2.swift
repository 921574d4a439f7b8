import CLibXML2

/// libxml2, and the only file that sees its types. What it allocates is released on every path.
enum LibXML2 {
    /// Once, before threads use the library side by side.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    private static var noMemory: XMLError { XMLError("libxml2 has no memory for the document") }
}

// MARK: - Writing

extension LibXML2 {
    /// How a tree is written.
    enum Form {
        case document(hasDeclaration: Bool)
        /// So that HTML reads it too: `<td></td>` rather than `<td/>`.
        case page
    }

    static func serialize(_ document: Document, as form: Form) throws(XMLError) -> [UInt8] {
        guard isReady, let tree = xmlNewDoc("1.0") else { throw noMemory }
        defer { xmlFreeDoc(tree) }
        let top = UnsafeMutableRawPointer(tree).assumingMemoryBound(to: xmlNode.self)
        if let type = document.type {
            guard xmlCreateIntSubset(tree, type.name, type.publicID, type.systemID) != nil else { throw noMemory }
        }
        if let comment = document.comment { try add(xmlNewDocComment(tree, " \(comment) "), to: top) }
        try add(document.root, to: top, of: tree)
        return try text(of: tree, as: form)
    }

    private static func text(of tree: xmlDocPtr, as form: Form) throws(XMLError) -> [UInt8] {
        guard let buffer = xmlBufferCreate() else { throw noMemory }
        defer { xmlBufferFree(buffer) }
        guard let saver = xmlSaveToBuffer(buffer, "UTF-8", Int32(form.options)) else { throw noMemory }
        let isSaved = xmlSaveDoc(saver, tree) >= 0
        // Closing writes out what is left.
        guard xmlSaveClose(saver) >= 0, isSaved, let content = xmlBufferContent(buffer) else {
            throw XMLError("libxml2 cannot write the document")
        }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
    }

    /// Each part becomes one of the tree's before anything is put into it, so that the tree's end is its end.
    private static func add(_ element: Element, to parent: xmlNodePtr, of tree: xmlDocPtr) throws(XMLError) {
        let node = try add(xmlNewDocRawNode(tree, nil, element.name, nil), to: parent)
        for attribute in element.attributes {
            guard xmlNewProp(node, attribute.name, attribute.value) != nil else { throw noMemory }
        }
        for child in element.children {
            switch child {
            case .element(let inner): try add(inner, to: node, of: tree)
            case .text(let text): if !text.isEmpty { try add(xmlNewDocText(tree, text), to: node) }
            case .comment(let text): try add(xmlNewDocComment(tree, text), to: node)
            case .cdata(let text): try add(cdata(text, of: tree), to: node)
            }
        }
    }

    @discardableResult
    private static func add(_ node: xmlNodePtr?, to parent: xmlNodePtr) throws(XMLError) -> xmlNodePtr {
        guard let node else { throw noMemory }
        guard let added = xmlAddChild(parent, node) else {
            xmlFreeNode(node)
            throw noMemory
        }
        return added
    }

    private static func cdata(_ text: String, of tree: xmlDocPtr) -> xmlNodePtr? {
        Int32(exactly: text.utf8.count).flatMap { xmlNewCDataBlock(tree, text, $0) }
    }
}

extension LibXML2.Form {
    fileprivate var options: UInt32 {
        switch self {
        case .document(hasDeclaration: true): XML_SAVE_AS_XML.rawValue
        case .document(hasDeclaration: false): XML_SAVE_AS_XML.rawValue | XML_SAVE_NO_DECL.rawValue
        // The second keeps libxml2 from looking for XHTML's own document types, and from taking back the first.
        case .page: XML_SAVE_XHTML.rawValue | XML_SAVE_NO_XHTML.rawValue | XML_SAVE_NO_DECL.rawValue
        }
    }
}

// MARK: - Reading

extension LibXML2 {
    /// Nothing is fetched, no entity is expanded, and errors are kept for us instead of printed.
    private static let options = Int32(
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)

    static func parse(_ bytes: [UInt8]) throws(XMLError) -> Document {
        guard isReady, let count = Int32(exactly: bytes.count) else { throw XMLError("the text is longer than 2 GB") }
        guard let context = xmlNewParserCtxt() else { throw noMemory }
        defer { xmlFreeParserCtxt(context) }
        context.pointee.sax.pointee.entityDecl = { context, _, _, _, _, _ in
            // Stops at once, before anything can be unfolded.
            xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
        }
        let tree = bytes.withUnsafeBytes { buffer in
            xmlCtxtReadMemory(
                context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count, nil, nil, options)
        }
        defer { if let tree { xmlFreeDoc(tree) } }
        guard let tree, context.pointee.wellFormed == 1, context.pointee.nsWellFormed == 1, context.pointee.errNo == 0,
            let root = xmlDocGetRootElement(tree)
        else { throw error(of: context) }
        let type = try documentType(of: tree)
        return Document(try element(root, depth: 0), type: type, comment: comment(of: tree))
    }

    private static func error(of context: xmlParserCtxtPtr) -> XMLError {
        if context.pointee.errNo == XML_ERR_USER_STOP.rawValue {
            return XMLError("the document declares an entity, which is refused")
        }
        guard let error = xmlCtxtGetLastError(context) else {
            return XMLError("the text is no XML document", line: 1, column: 1)
        }
        var message = error.pointee.message.map { String(cString: $0) } ?? "the text is no XML document"
        while message.last?.isNewline == true { message.removeLast() }
        return XMLError(message, line: max(1, Int(error.pointee.line)), column: max(1, Int(error.pointee.int2)))
    }

    private static func documentType(of tree: xmlDocPtr) throws(XMLError) -> Document.DocumentType? {
        guard let subset = xmlGetIntSubset(tree), let name = text(subset.pointee.name) else { return nil }
        guard subset.pointee.children == nil, subset.pointee.notations == nil else {
            throw XMLError("the document type holds declarations of its own, which are refused")
        }
        guard let address = text(subset.pointee.SystemID) else { return Document.DocumentType(name) }
        guard let identifier = text(subset.pointee.ExternalID) else {
            return Document.DocumentType(name, .system(address))
        }
        return Document.DocumentType(name, publicID: identifier, systemID: address)
    }

    /// The comments before the root, without the space on either side.
    private static func comment(of tree: xmlDocPtr) -> String? {
        var found: [String] = []
        var next = tree.pointee.children
        while let node = next, node.pointee.type != XML_ELEMENT_NODE {
            if node.pointee.type == XML_COMMENT_NODE, let content = text(node.pointee.content) {
                let isSpaced = content.utf8.count > 1 && content.hasPrefix(" ") && content.hasSuffix(" ")
                found.append(isSpaced ? String(content.dropFirst().dropLast()) : content)
            }
            next = node.pointee.next
        }
        return found.isEmpty ? nil : found.joined(separator: "\n")
    }

    private static func element(_ node: xmlNodePtr, depth: Int) throws(XMLError) -> Element {
        let line = Int(xmlGetLineNo(node))
        guard depth < Document.depthLimit else {
            throw XMLError("elements are nested deeper than \(Document.depthLimit)", line: line, column: 1)
        }
        var children: [Element.Node] = []
        var next = node.pointee.children
        while let child = next {
            if let found = try self.node(child, depth: depth) { append(found, to: &children) }
            next = child.pointee.next
        }
        let attributes = try declarations(of: node) + attributes(of: node)
        var element = Element(name: name(of: node), attributes: attributes, children: children)
        element.line = line
        return element
    }

    /// Texts that only a processing instruction parted, which is not read, are one.
    private static func append(_ node: Element.Node, to children: inout [Element.Node]) {
        if case .text(let text) = node, case .text(let before)? = children.last {
            children[children.count - 1] = .text(before + text)
        } else {
            children.append(node)
        }
    }

    private static func node(_ child: xmlNodePtr, depth: Int) throws(XMLError) -> Element.Node? {
        switch child.pointee.type {
        case XML_ELEMENT_NODE: .element(try element(child, depth: depth + 1))
        case XML_TEXT_NODE: .text(text(child.pointee.content) ?? "")
        case XML_CDATA_SECTION_NODE: .cdata(text(child.pointee.content) ?? "")
        case XML_COMMENT_NODE: .comment(text(child.pointee.content) ?? "")
        case XML_ENTITY_REF_NODE: throw entity(child, line: Int(xmlGetLineNo(child.pointee.parent)))
        default: nil
        }
    }

    private static func entity(_ node: xmlNodePtr, line: Int) -> XMLError {
        XMLError("the entity '\(text(node.pointee.name) ?? "")' is not expanded", line: max(1, line), column: 1)
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

    private static func attributes(of node: xmlNodePtr) throws(XMLError) -> [Element.Attribute] {
        var found: [Element.Attribute] = []
        var next = node.pointee.properties
        while let attribute = next {
            let local = text(attribute.pointee.name) ?? ""
            let name = text(attribute.pointee.ns?.pointee.prefix).map { "\($0):\(local)" } ?? local
            found.append(Element.Attribute(name, try value(of: attribute, line: Int(xmlGetLineNo(node)))))
            next = attribute.pointee.next
        }
        return found
    }

    private static func value(of attribute: xmlAttrPtr, line: Int) throws(XMLError) -> String {
        var value = ""
        var next = attribute.pointee.children
        while let part = next {
            guard part.pointee.type == XML_TEXT_NODE else { throw entity(part, line: line) }
            value += text(part.pointee.content) ?? ""
            next = part.pointee.next
        }
        return value
    }

    private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private static func text(_ pointer: UnsafeMutablePointer<xmlChar>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}
