/// An expression over metrics that it calls by their identifiers ("Using metric math", Amazon CloudWatch User Guide).
struct MetricMath {
    let expression: String
    let parts: [Metric.Part]

    init(_ expression: String, _ parts: [Metric.Part]) {
        self.expression = expression
        self.parts = parts
    }

    /// The same with metrics alone as parts: arithmetic within arithmetic stands in brackets where its identifier was.
    var flattened: MetricMath {
        var replacements: [String: String] = [:]
        var flat: [Metric.Part] = []
        for part in parts {
            guard case .math(let inner, let innerParts) = part.metric.source else {
                flat.append(part)
                continue
            }
            let renamed = MetricMath(inner, innerParts).renamed { "\(part.id)_\($0)" }
            replacements[part.id] = "(\(renamed.expression))"
            flat += renamed.parts
        }
        return MetricMath(MetricMath.replace(replacements, in: expression), flat)
    }

    /// The same with other identifiers.
    func renamed(_ rename: (String) -> String) -> MetricMath {
        let names = Dictionary(parts.map { ($0.id, rename($0.id)) }) { first, _ in first }
        return MetricMath(
            MetricMath.replace(names, in: expression), parts.map { Metric.Part(rename($0.id), $0.metric) })
    }

    /// Puts other text in the place of identifiers, but not inside quotes.
    private static func replace(_ words: [String: String], in text: String) -> String {
        var result: [UInt8] = []
        var rest = text.utf8[...]
        var isQuoted = false
        while let byte = rest.first {
            let word = rest.prefix { $0.isPartOfIdentifier }
            if word.isEmpty {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { isQuoted.toggle() }
                result.append(byte)
                rest.removeFirst()
            } else {
                let name = String(Substring(word))
                result += (isQuoted ? name : words[name] ?? name).utf8
                rest = rest[word.endIndex...]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// An identifier that CloudWatch would refuse: they begin with a small letter, and go on with letters, digits, `_`.
    var illegalIdentifier: String? {
        parts.map(\.id).first { id in
            !(id.first.map { $0.isASCII && $0.isLowercase } ?? false)
                || !id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        }
    }
}

extension Metric {
    /// How many of a hundred of `whole` this is: `errors.percent(of: requests)`. A period without any of a count is
    /// nought percent, and one without `whole` has no value.
    public func percent(of whole: Metric, label: String? = nil) -> Metric {
        let isEvents = statistic == .sum && unit == .count
        return Metric(
            math: isEvents ? "100 * FILL(part, 0) / whole" : "100 * part / whole",
            [Part("part", self), Part("whole", whole)], label: label ?? "\(self.label) per \(whole.label)",
            unit: .percent, period: period)
    }

    /// The share of a fixed maximum that is used: `database.metrics.connections.percent(ofMaximum: 1000)`.
    public func percent(ofMaximum maximum: Double, label: String? = nil) -> Metric {
        Metric(
            math: "100 * used / \(Metric.text(of: maximum))", [Part("used", self)],
            label: label ?? "\(self.label) per maximum", unit: .percent, period: period)
    }

    /// Both together, in the unit of the first.
    public static func + (left: Metric, right: Metric) -> Metric {
        Metric(
            math: "a + b", [Part("a", left), Part("b", right)], label: "\(left.label) + \(right.label)",
            unit: left.unit, period: left.period)
    }

    /// The same metric called otherwise on a dashboard and in a message.
    public func labelled(_ label: String) -> Metric {
        switch source {
        case .metric(let namespace, let name, let dimensions):
            Metric(
                name, namespace: namespace, dimensions: dimensions, unit: unit, statistic: statistic, period: period,
                label: label)
        case .math(let expression, let parts):
            Metric(math: expression, parts, label: label, unit: unit, period: period)
        }
    }

    /// The label, and the percentile where the alarm watches one.
    var watchedLabel: String {
        if case (.metric, .percentile) = (source, statistic) { "\(statistic.name) of \(label)" } else { label }
    }
}

extension UInt8 {
    fileprivate var isPartOfIdentifier: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
