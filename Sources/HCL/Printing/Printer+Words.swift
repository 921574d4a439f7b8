extension Printer {
    /// A name. What HCL does not allow in one becomes an underscore, so that it cannot end the name.
    mutating func identifier(_ name: String) {
        let kind = name == "in" ? PrintTokenKind.keywordIn : .identifier
        if Identifier.isValid(name) {
            stream.add(kind, name)
        } else {
            stream.add(kind) { $0.append(contentsOf: Identifier.mended(name).utf8) }
        }
    }

    mutating func quoted(_ text: String) {
        stream.add(.quoted, quotes: 1) { Escaping.appendQuoted(text, to: &$0) }
    }

    /// Ends a line, with a comment if there is one.
    mutating func endLine(_ comment: Comment?) {
        guard let comment else { return stream.newline() }
        write(comment.mark, comment.safeContent, isBlock: comment.style == .block)
    }

    /// Writes a comment on lines of its own.
    mutating func writeLines(of comment: Comment) {
        if comment.style == .block { return endLine(comment) }
        let lines = comment.content.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(
            Substring.init)
        for (index, line) in lines.enumerated() {
            let isSpaced = index == 0 || line.isEmpty || line.first == " "
            write(comment.mark, isSpaced ? String(line) : " \(line)", isBlock: false)
        }
    }

    private mutating func write(_ mark: StaticString, _ content: String, isBlock: Bool) {
        stream.add(isBlock ? .quoted : .comment) { bytes in
            bytes.append(contentsOf: UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
            bytes.append(contentsOf: content.utf8)
            if isBlock {
                bytes.append(contentsOf: "*/".utf8)
            } else {
                while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D { bytes.removeLast() }
                bytes.append(UInt8(ascii: "\n"))
            }
        }
        if isBlock { stream.newline() }
    }
}

extension Comment {
    fileprivate var mark: StaticString {
        switch style {
        case .hash: "#"
        case .slashes: "//"
        case .block: "/*"
        }
    }

    /// The content without what would end the comment early.
    fileprivate var safeContent: String {
        var result = ""
        var previous: Unicode.Scalar = " "
        for scalar in content.unicodeScalars {
            if style == .block {
                if previous == "*", scalar == "/" { result.unicodeScalars.append(" ") }
                result.unicodeScalars.append(scalar)
            } else {
                result.unicodeScalars.append(scalar == "\n" ? " " : scalar)
            }
            previous = scalar
        }
        return result
    }
}

extension Identifier {
    /// The nearest name that HCL allows.
    fileprivate static func mended(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if result.isEmpty, !isStart(scalar) { result.append("_") }
            if isContinuation(scalar) { result.append(scalar) } else if !result.isEmpty { result.append("_") }
        }
        return result.isEmpty ? "_" : String(result)
    }
}
