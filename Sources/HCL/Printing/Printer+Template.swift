extension Printer {
    mutating func write(_ template: Template) {
        if let text = template.literal { return quoted(text) }
        stream.add(.openQuote, "\"")
        write(template.parts, isQuoted: true)
        stream.add(.closeQuote, "\"")
    }

    mutating func write(_ heredoc: Heredoc, _ ending: Ending) {
        guard heredoc.isWritable, ending == .free else { return write(heredoc.template) }
        let parts = heredoc.template.parts
        let isVerbatim = HeredocLines.hasStrip(parts)
        let isIndented = heredoc.isIndented && (isVerbatim || HeredocLines.sharedIndentation(of: parts) ?? 0 == 0)
        let marker = heredoc.safeMarker
        stream.add(.openHeredoc, (isIndented ? "<<-" : "<<") + marker + "\n")
        let lines = isIndented && !isVerbatim ? HeredocLines.adding(2 * depth + 2, to: parts) : parts
        write(lines, isQuoted: false)
        stream.add(.closeHeredoc, (isIndented ? String(repeating: " ", count: 2 * depth) : "") + marker)
    }

    private mutating func write(_ parts: [TemplatePart], isQuoted: Bool, isNested: Bool = false) {
        for (index, part) in parts.enumerated() {
            switch part {
            case .literal(let text):
                let end = isNested ? UInt8(ascii: "%") : nil
                let sign = index < parts.count - 1 ? parts[index + 1].sign : end
                if isQuoted {
                    stream.add(.literal) { Escaping.appendQuoted(text, to: &$0, before: sign) }
                } else {
                    writeHeredoc(text, before: sign)
                }
            case .interpolation(let value, let strip):
                sequence(.interpolation, strip) { $0.write(value, .part, .free) }
            case .if(let directive): write(directive, isQuoted)
            case .for(let directive): write(directive, isQuoted)
            }
        }
    }

    /// Writes text of a heredoc. A dollar straight before `${` has no escape there, so it becomes `${"$"}`.
    private mutating func writeHeredoc(_ text: String, before sign: UInt8?) {
        guard let sign, text.utf8.last == sign else {
            return stream.add(.literal) { Escaping.appendHeredoc(text, to: &$0) }
        }
        stream.add(.literal) { Escaping.appendHeredoc(String(text.unicodeScalars.dropLast()), to: &$0) }
        sequence(.interpolation, .none) { $0.quoted(String(Unicode.Scalar(sign))) }
    }

    private mutating func write(_ directive: IfDirective, _ isQuoted: Bool) {
        sequence(.control, directive.ifStrip) { printer in
            printer.stream.add(.identifier, "if")
            printer.write(directive.condition, .part, .free)
        }
        write(directive.then, isQuoted: isQuoted, isNested: true)
        if let otherwise = directive.otherwise {
            sequence(.control, directive.elseStrip) { $0.stream.add(.identifier, "else") }
            write(otherwise, isQuoted: isQuoted, isNested: true)
        }
        sequence(.control, directive.endStrip) { $0.stream.add(.identifier, "endif") }
    }

    private mutating func write(_ directive: ForDirective, _ isQuoted: Bool) {
        sequence(.control, directive.forStrip) { $0.write(directive.clause) }
        write(directive.body, isQuoted: isQuoted, isNested: true)
        sequence(.control, directive.endStrip) { $0.stream.add(.identifier, "endfor") }
    }

    private mutating func sequence(_ kind: PrintTokenKind, _ strip: Strip, _ contents: (inout Printer) -> Void) {
        switch (kind, strip.before) {
        case (.control, true): stream.add(kind, "%{~")
        case (.control, false): stream.add(kind, "%{")
        case (_, true): stream.add(kind, "${~")
        case (_, false): stream.add(kind, "${")
        }
        brackets { $0.flat(contents) }
        strip.after ? stream.add(.sequenceEnd, "~}") : stream.add(.sequenceEnd, "}")
    }
}

extension TemplatePart {
    /// The sign that its sequence starts with.
    fileprivate var sign: UInt8? {
        switch self {
        case .literal: nil
        case .interpolation: UInt8(ascii: "$")
        case .if, .for: UInt8(ascii: "%")
        }
    }
}
