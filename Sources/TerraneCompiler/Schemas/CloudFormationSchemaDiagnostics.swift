import TerraneCore
import TerraneSchemas

extension Diagnostic {
    /// A finding at the line of the resource, in the words of CloudFormation.
    static func schema(_ finding: SchemaFinding, of schema: CloudFormationSchema, _ node: ResourceNode) -> Diagnostic {
        let place = Place(node: node, type: schema.type, finding: finding)
        switch finding.problem {
        case .unknown(let known): return unknownProperty(place, known)
        case .readOnly: return readOnlyProperty(place)
        case .missing(let names): return missingProperty(place, names)
        case .wrongKind(let types, let found): return propertyOfWrongType(place, types, found)
        case .notListed(let value, let values): return propertyOutsideEnumeration(place, value, values)
        case .mismatch(let value, let pattern, let format): return propertyAgainstPattern(place, value, pattern, format)
        case .length(let length, let bounds): return propertyOfWrongLength(place, length, bounds)
        case .range(let value, let range): return propertyOutOfRange(place, value, range.description)
        case .multiple(let value, let divisor):
            return propertyOutOfRange(place, value, "multiples of \(number(divisor))")
        case .count(let count, let bounds, let what): return propertyOfWrongCount(place, count, bounds, what)
        case .repeated: return repeatedItem(place)
        case .exclusive(let names): return propertiesExcludeEachOther(place, names)
        case .needs(let other, let name): return propertyNeedsAnother(place, name, other)
        case .forbidden: return propertyNotAllowed(place)
        case .noForm: return noFormFits(place)
        }
    }

    /// Where a finding is.
    struct Place {
        let node: ResourceNode
        let type: String
        let finding: SchemaFinding

        /// `'web' sets 'Volumes/0/Size'`
        var sets: String { "'\(node.name)' sets '\(finding.path.text)'" }
        /// `'Volumes/0' of 'web'`
        var property: String {
            finding.path.parts.isEmpty ? "'\(node.name)'" : "'\(finding.path.text)' of '\(node.name)'"
        }

        /// The help, and which properties it depends on.
        func help(_ help: String) -> String {
            guard !finding.because.isEmpty else { return help }
            return help + " That follows from \(quoted(finding.because, "and"))."
        }
    }

    private static func unknownProperty(_ place: Place, _ known: [String: SchemaNode]) -> Diagnostic {
        let name = place.finding.path.parts.last.map { ValuePath(parts: [$0]).text } ?? ""
        let parent = ValuePath(parts: place.finding.path.parts.dropLast())
        let nearest = Suggestion.nearest(to: name, among: known.keys).map { parent.appending($0).text }
        let list = known.isEmpty ? "There are none there." : "It is one of \(listed(known.keys.sorted()))."
        return .error(
            "\(place.sets), which \(place.type) does not have",
            help: nearest.map { "Did you mean '\($0)'?" } ?? list, at: place.node.source)
    }

    private static func readOnlyProperty(_ place: Place) -> Diagnostic {
        .error(
            "\(place.sets), which \(place.type) sets itself",
            help: "Leave it out; others read it with a reference to the resource.", at: place.node.source)
    }

    private static func missingProperty(_ place: Place, _ names: [String]) -> Diagnostic {
        let wanted = names.map { place.finding.path.appending($0).text }
        return .error(
            "'\(place.node.name)' lacks \(quoted(wanted, "or")), which \(place.type) requires",
            help: place.help(wanted.count == 1 ? "Set it." : "Set one of them."), at: place.node.source)
    }

    private static func propertyOfWrongType(_ place: Place, _ types: SchemaTypes, _ found: String) -> Diagnostic {
        .error(
            "\(place.property) is \(found), and \(place.type) takes \(types.description)",
            help: place.help("Write \(types.description)."), at: place.node.source)
    }

    private static func propertyOutsideEnumeration(
        _ place: Place, _ value: String, _ values: SchemaEnumeration
    ) -> Diagnostic {
        let nearest = Suggestion.nearest(to: value, among: values.values).map { "Did you mean '\($0)'?" }
        return .error(
            "\(place.property) is '\(shortened(value))', which \(place.type) does not take",
            help: place.help(nearest ?? "It takes \(listed(values.values))."), at: place.node.source)
    }

    private static func propertyAgainstPattern(
        _ place: Place, _ value: String, _ pattern: SchemaPattern, _ format: String?
    ) -> Diagnostic {
        .error(
            "\(place.property) is '\(shortened(value))', which \(place.type) does not take",
            help: place.help("\(format.map { "The form of \($0)" } ?? "Its form") is \(pattern)"), at: place.node.source
        )
    }

    private static func propertyOfWrongLength(_ place: Place, _ length: Int, _ bounds: ClosedRange<Int>) -> Diagnostic {
        .error(
            "\(place.property) has \(counted(length, "characters")), and \(place.type) takes \(described(bounds))",
            help: place.help(length > bounds.upperBound ? "Shorten it." : "Lengthen it."), at: place.node.source)
    }

    private static func propertyOutOfRange(_ place: Place, _ value: String, _ range: String) -> Diagnostic {
        .error(
            "\(place.property) is \(shortened(value)), and \(place.type) takes \(range)",
            help: place.help("Choose a value within."), at: place.node.source)
    }

    private static func propertyOfWrongCount(
        _ place: Place, _ count: Int, _ bounds: ClosedRange<Int>, _ what: String
    ) -> Diagnostic {
        .error(
            "\(place.property) has \(counted(count, what)), and \(place.type) takes \(described(bounds))",
            help: place.help(count > bounds.upperBound ? "Leave some out." : "Add what is missing."),
            at: place.node.source)
    }

    private static func repeatedItem(_ place: Place) -> Diagnostic {
        .error(
            "\(place.property) has an item twice, and \(place.type) takes each once", help: "Leave one out.",
            at: place.node.source)
    }

    private static func propertiesExcludeEachOther(_ place: Place, _ names: [String]) -> Diagnostic {
        let paths = names.map { place.finding.path.appending($0).text }
        return .error(
            paths.isEmpty
                ? "\(place.property) fits several forms of \(place.type), which wants one"
                : "'\(place.node.name)' sets \(quoted(paths, "and")), of which \(place.type) takes one",
            help: place.help("Decide for one of them."), at: place.node.source)
    }

    private static func propertyNeedsAnother(_ place: Place, _ name: String, _ other: String) -> Diagnostic {
        let (first, second) = (place.finding.path.appending(name).text, place.finding.path.appending(other).text)
        return .error(
            "'\(place.node.name)' sets '\(first)' without '\(second)', which \(place.type) wants beside it",
            help: place.help("Set '\(second)' too, or neither."), at: place.node.source)
    }

    private static func propertyNotAllowed(_ place: Place) -> Diagnostic {
        .error(
            "\(place.sets), which \(place.type) does not take here", help: place.help("Leave it out."),
            at: place.node.source)
    }

    private static func noFormFits(_ place: Place) -> Diagnostic {
        .error(
            "\(place.property) has none of the forms that \(place.type) takes",
            help: place.help("Compare it with the type's page in the CloudFormation Template Reference."),
            at: place.node.source)
    }
}

// MARK: Types and their attributes

extension Diagnostic {
    static func unknownCloudFormationType(_ type: String, _ node: ResourceNode) -> Diagnostic {
        let nearest = Suggestion.nearest(to: type, among: CloudFormationSchemas.types)
        return .error(
            "CloudFormation has no type '\(type)', which '\(node.name)' is of",
            help: nearest.map { "Did you mean '\($0)'?" } ?? "Look it up in the CloudFormation Template Reference.",
            at: node.source)
    }

    static func typeNotInRegion(_ schema: CloudFormationSchema, _ region: Region, _ node: ResourceNode) -> Diagnostic {
        .error(
            "'\(node.name)' is of type \(schema.type), which CloudFormation does not have in \(region)",
            help: "Of the regions known here, it is in \(schema.regions.sorted().joined(separator: ", ")).",
            at: node.source)
    }

    static func unknownReturnValue(
        _ name: String, of schema: CloudFormationSchema, _ target: Name, _ node: ResourceNode
    ) -> Diagnostic {
        let nearest = Suggestion.nearest(to: name, among: schema.attributes)
        return .error(
            "'\(node.name)' reads '\(name)' of '\(target)', which \(schema.type) does not return",
            help: nearest.map { "Did you mean '\($0)'?" } ?? "It returns \(listed(schema.attributes)).", at: node.source
        )
    }
}
