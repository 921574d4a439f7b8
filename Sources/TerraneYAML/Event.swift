/// What the parser met, in the order of the text.
struct Event {
    /// What may stand before a value: `&anchor !tag`.
    struct Properties {
        let anchor: String?
        let tag: String?
    }

    enum Kind {
        case scalar(String, isPlain: Bool, Properties)
        case sequenceStart(Properties)
        case mappingStart(Properties)
        case end
        case alias(String)
        case documentStart
        case documentEnd
    }

    let kind: Kind
    /// Where it begins.
    let mark: Mark
    /// The last line that has something of it, from 1.
    let lastLine: Int
}
