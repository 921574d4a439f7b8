/// The lines of a heredoc, for taking away or adding the indentation they share.
struct HeredocLines {
    /// Gives the text to put for a piece of one line, which has its newline if that is part of it. The flag says
    /// whether the piece starts the line; where a sequence starts one, the piece is empty.
    private let replace: (Substring, Bool) -> String
    private var isStart = true

    private init(_ replace: @escaping (Substring, Bool) -> String) {
        self.replace = replace
    }

    static func mapped(_ parts: [TemplatePart], _ replace: @escaping (Substring, Bool) -> String) -> [TemplatePart] {
        var lines = HeredocLines(replace)
        return lines.mapped(parts)
    }

    /// The parts within a directive. The sequence that ends it may start a line too.
    private mutating func mappedInner(_ parts: [TemplatePart]) -> [TemplatePart] {
        var result = mapped(parts)
        if isStart { result.append(.literal(replace("", true))) }
        isStart = false
        return TemplatePart.melded(result)
    }

    private mutating func mapped(_ parts: [TemplatePart]) -> [TemplatePart] {
        var result: [TemplatePart] = []
        for part in parts {
            if case .literal(let text) = part {
                result.append(.literal(mapped(text)))
                continue
            }
            if isStart { result.append(.literal(replace("", true))) }
            isStart = false
            result.append(mapped(sequence: part))
        }
        return TemplatePart.melded(result)
    }

    private mutating func mapped(_ text: String) -> String {
        var result = ""
        for piece in HeredocLines.pieces(of: text) {
            result += replace(piece, isStart)
            isStart = piece.utf8.last == UInt8(ascii: "\n")
        }
        return result
    }

    private mutating func mapped(sequence part: TemplatePart) -> TemplatePart {
        switch part {
        case .literal, .interpolation: return part
        case .if(var directive):
            directive.then = mappedInner(directive.then)
            directive.otherwise = directive.otherwise.map { mappedInner($0) }
            return .if(directive)
        case .for(var directive):
            directive.body = mappedInner(directive.body)
            return .for(directive)
        }
    }

    /// The text cut after each newline.
    static func pieces(of text: String) -> [Substring] {
        var result: [Substring] = []
        var start = text.utf8.startIndex
        while start < text.utf8.endIndex {
            let newline = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n"))
            let end = newline.map { text.utf8.index(after: $0) } ?? text.utf8.endIndex
            result.append(text[start..<end])
            start = end
        }
        return result
    }
}

extension HeredocLines {
    /// How many characters of white space all lines start with, blank ones aside; nil if there is no other line.
    static func sharedIndentation(of parts: [TemplatePart]) -> Int? {
        final class Least { var count: Int? }
        let least = Least()
        _ = mapped(parts) { piece, isStart in
            if isStart, !isBlankLine(piece) {
                let count = piece.unicodeScalars.prefix { $0.properties.isWhitespace }.count
                least.count = min(least.count ?? count, count)
            }
            return String(piece)
        }
        return least.count
    }

    static func removing(_ count: Int, from parts: [TemplatePart]) -> [TemplatePart] {
        mapped(parts) { piece, isStart in
            isStart && !isBlankLine(piece) ? String(piece.unicodeScalars.dropFirst(count)) : String(piece)
        }
    }

    static func adding(_ count: Int, to parts: [TemplatePart]) -> [TemplatePart] {
        let indentation = String(repeating: " ", count: count)
        return mapped(parts) { piece, isStart in
            isStart && !isBlankLine(piece) ? indentation + piece : String(piece)
        }
    }

    private static func isBlankLine(_ piece: Substring) -> Bool {
        piece.utf8.last == UInt8(ascii: "\n") && piece.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    /// Whether any sequence has a tilde.
    static func hasStrip(_ parts: [TemplatePart]) -> Bool {
        parts.contains { part in
            switch part {
            case .literal: false
            case .interpolation(_, let strip): strip != .none
            case .if(let directive):
                directive.ifStrip != .none || directive.elseStrip != .none || directive.endStrip != .none
                    || hasStrip(directive.then) || hasStrip(directive.otherwise ?? [])
            case .for(let directive):
                directive.forStrip != .none || directive.endStrip != .none || hasStrip(directive.body)
            }
        }
    }

    static func literals(of parts: [TemplatePart]) -> [String] {
        parts.flatMap { part -> [String] in
            switch part {
            case .literal(let text): [text]
            case .interpolation: []
            case .if(let directive): literals(of: directive.then) + literals(of: directive.otherwise ?? [])
            case .for(let directive): literals(of: directive.body)
            }
        }
    }
}

extension Heredoc {
    /// Whether a heredoc can say it: it ends with a newline, and no carriage return stands alone.
    var isWritable: Bool {
        guard let last = template.parts.last else { return true }
        guard case .literal(let text) = last, text.utf8.last == UInt8(ascii: "\n") else { return false }
        return HeredocLines.literals(of: template.parts).allSatisfy { text in
            var isAfterReturn = false
            for byte in text.utf8 {
                if isAfterReturn, byte != UInt8(ascii: "\n") { return false }
                isAfterReturn = byte == UInt8(ascii: "\r")
            }
            return !isAfterReturn
        }
    }

    /// Its marker, made longer until no line is the same.
    var safeMarker: String {
        var marker = Identifier.isValid(self.marker) ? self.marker : "EOT"
        let lines = HeredocLines.literals(of: template.parts).flatMap(HeredocLines.pieces).map {
            $0.unicodeScalars.drop(while: \.properties.isWhitespace).reversed().drop(while: \.properties.isWhitespace)
                .reversed()
        }.map { String(String.UnicodeScalarView($0)) }
        while lines.contains(marker) { marker += "_" }
        return marker
    }
}
