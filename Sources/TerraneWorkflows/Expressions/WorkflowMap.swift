/// Names and texts in the order in which they were written: environment variables, inputs, outputs.
public struct WorkflowMap: Sendable, ExpressibleByDictionaryLiteral {
    public struct Entry: Sendable {
        public let key: String
        public let text: WorkflowText
    }

    public private(set) var entries: [Entry] = []

    public init(dictionaryLiteral elements: (String, any WorkflowTextConvertible)...) {
        for (key, text) in elements { append(key, text) }
    }

    /// Adds an entry; what is not given is left out.
    public mutating func append(_ key: String, _ text: (any WorkflowTextConvertible)?) {
        if let text = text?.workflowText, !text.isAbsent { entries.append(Entry(key: key, text: text)) }
    }

    /// These entries and the others; for a name in both, the other's text.
    public func merging(_ others: WorkflowMap) -> WorkflowMap {
        let replaced = Set(others.entries.map(\.key))
        var merged = self
        merged.entries.removeAll { replaced.contains($0.key) }
        merged.entries += others.entries
        return merged
    }

    public var isEmpty: Bool { entries.isEmpty }
    public var keys: [String] { entries.map(\.key) }
    public var texts: [WorkflowText] { entries.map(\.text) }
    public subscript(key: String) -> WorkflowText? { entries.first { $0.key == key }?.text }
}
