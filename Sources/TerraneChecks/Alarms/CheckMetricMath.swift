import TerraneAWS
import TerraneCore

/// Arithmetic over metrics calls what there is, and comes to one result ("Using math expressions with CloudWatch metrics",
/// Amazon CloudWatch User Guide; "MetricDataQuery", Amazon CloudWatch API Reference).
func checkMetricMath(_ alarm: Inventory.Item) -> [Diagnostic] {
    let queries = alarm.parts("metric_query")
    let ids = queries.compactMap { $0["id"].text }
    guard !queries.isEmpty, ids.count == queries.count else { return [] }
    var seen: Set<String> = []
    var problems: [Diagnostic] = ids.filter { !seen.insert($0).inserted }.map { .queryTwice(alarm, $0) }
    if !alarm.isOfComponent { problems += ids.filter { !isIdentifier($0) }.map { .queryIdentifier(alarm, $0) } }
    for expression in queries.compactMap({ $0["expression"].text }) {
        problems += unknownWords(in: expression, besides: seen).map { .unknownQuery(alarm, $0, seen) }
        if !isBalanced(expression) { problems.append(.unbalancedExpression(alarm, expression)) }
    }
    return problems + checkResults(of: queries, alarm)
}

private func isIdentifier(_ id: String) -> Bool {
    let bytes = Array(id.utf8)
    guard let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
    return bytes.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }
}

/// An alarm watches one line; one on a band watches the band too.
private func checkResults(of queries: [Inventory.Part], _ alarm: Inventory.Item) -> [Diagnostic] {
    let flags = queries.compactMap { $0["return_data"].flag }
    let wanted = alarm["threshold_metric_id"].isAbsent ? 1 : 2
    let count = flags.filter { $0 }.count
    return flags.count == queries.count && count != wanted ? [.watchedQueries(alarm, count, wanted)] : []
}

/// Words in small letters that no line is called. Functions are in capitals, and what is quoted, or SQL, is something else.
private func unknownWords(in expression: String, besides known: Set<String>) -> [String] {
    if expression.uppercased().hasPrefix("SELECT ") { return [] }
    let bare = withoutQuotes(expression)
    var found: [String] = []
    var word = ""
    for character in bare + " " {
        if character.isASCII, character.isLetter || character.isNumber || character == "_" || character == "." {
            word.append(character)
            continue
        }
        let isName = word.first?.isLowercase ?? false
        if isName, character != "(", !known.contains(word), !found.contains(word) { found.append(word) }
        word = ""
    }
    return found
}

private func withoutQuotes(_ text: String) -> String {
    var bare = ""
    var quote: Character?
    for character in text {
        if let open = quote {
            if character == open { quote = nil }
        } else if character == "'" || character == "\"" {
            quote = character
            bare.append(" ")
        } else {
            bare.append(character)
        }
    }
    return bare
}

private func isBalanced(_ expression: String) -> Bool {
    var open: [Character] = []
    for character in withoutQuotes(expression) {
        switch character {
        case "(": open.append(")")
        case "[": open.append("]")
        case ")", "]": if open.popLast() != character { return false }
        default: break
        }
    }
    return open.isEmpty
}

extension Diagnostic {
    fileprivate static func queryTwice(_ alarm: Inventory.Item, _ id: String) -> Diagnostic {
        .error(
            "alarm '\(alarm.name)' calls two lines of its arithmetic '\(id)'", help: "Call one of the two otherwise.",
            at: alarm.source)
    }

    fileprivate static func queryIdentifier(_ alarm: Inventory.Item, _ id: String) -> Diagnostic {
        .error(
            "alarm '\(alarm.name)' calls a line of its arithmetic '\(id)'",
            help: "Identifiers begin with a small letter and go on with letters, digits and '_'.", at: alarm.source)
    }

    fileprivate static func unknownQuery(_ alarm: Inventory.Item, _ word: String, _ known: Set<String>) -> Diagnostic {
        .error(
            "alarm '\(alarm.name)' calculates with '\(word)', which no line of it is called",
            help: "Its lines are '\(known.sorted().joined(separator: "', '"))'.", at: alarm.source)
    }

    fileprivate static func unbalancedExpression(_ alarm: Inventory.Item, _ expression: String) -> Diagnostic {
        .error(
            "alarm '\(alarm.name)' calculates '\(expression)', in which a bracket is missing or one too many",
            help: "Close each bracket that is opened.", at: alarm.source)
    }

    fileprivate static func watchedQueries(_ alarm: Inventory.Item, _ count: Int, _ wanted: Int) -> Diagnostic {
        .error(
            "alarm '\(alarm.name)' watches \(count) lines of its arithmetic",
            help: wanted == 1
                ? "CloudWatch takes exactly one with 'return_data': the result."
                : "CloudWatch takes exactly two with 'return_data': the metric and the band around it.",
            at: alarm.source)
    }
}
