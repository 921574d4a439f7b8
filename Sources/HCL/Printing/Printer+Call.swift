/// A function call, taken apart.
struct Call {
    var name: String
    var arguments: [Expression]
    var expandsLast: Bool

    init(_ name: String, _ arguments: [Expression], _ expandsLast: Bool) {
        self.name = name
        self.arguments = arguments
        self.expandsLast = expandsLast && !arguments.isEmpty
    }
}

extension Printer {
    mutating func write(_ call: Call, _ place: Place) {
        writeName(call.name)
        stream.add(.openParen, "(")
        let whole = Expression.call(call.name, call.arguments, expandsLast: call.expandsLast)
        if !hasLines(whole, place) {
            brackets { $0.writeFlat(call.arguments) }
        } else if call.arguments.count == 1 || call.canOpenLast {
            brackets { $0.writeOpeningLast(call.arguments) }
        } else {
            writeLines(of: call)
            return stream.add(.closeParen, ")")
        }
        if call.expandsLast { stream.add(.ellipsis, "...") }
        stream.add(.closeParen, ")")
    }

    private mutating func writeName(_ name: String) {
        var isFirst = true
        for part in name.split(separator: "::", omittingEmptySubsequences: false) {
            if !isFirst { stream.add(.doubleColon, "::") }
            isFirst = false
            identifier(String(part))
        }
    }

    /// Writes `a, b, {` and so on: only the last argument has lines.
    private mutating func writeOpeningLast(_ arguments: [Expression]) {
        guard let last = arguments.last else { return }
        writeFlat(Array(arguments.dropLast()))
        if arguments.count > 1 { stream.add(.comma, ",") }
        write(last, .value(column: Printer.lineLimit), .free)
    }

    private mutating func writeLines(of call: Call) {
        stream.newline()
        indented { printer in
            for (index, argument) in call.arguments.enumerated() {
                let isLast = index == call.arguments.count - 1
                if isLast, call.expandsLast {
                    printer.write(argument, .value(column: 2 * printer.depth), .free)
                } else {
                    printer.writeLine(of: argument, isLast: isLast)
                }
            }
        }
        if call.expandsLast {
            stream.add(.ellipsis, "...")
            stream.newline()
        }
    }
}

extension Call {
    /// Whether the last argument can open lines with the others before it on the line of the call.
    fileprivate var canOpenLast: Bool {
        guard let last = arguments.last, last.opensLines else { return false }
        var room = Printer.lineLimit / 2
        return arguments.dropLast().allSatisfy { Width.fits($0, within: &room) }
    }
}
