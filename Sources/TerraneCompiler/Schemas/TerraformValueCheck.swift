import HCL
import TerraneCore
import TerraneSchemas

/// Compares a value with the type that an attribute takes, with the conversions that Terraform does by itself ("Type
/// Constraints: Conversion of Primitive Types", Terraform documentation).
struct TerraformValueCheck {
    private(set) var diagnostics: [TerraneCore.Diagnostic] = []

    mutating func check(_ value: HCL.Expression, against type: TerraformType, at place: SchemaPlace) {
        switch (TerraformShape(of: value), type) {
        case (.unknown, _), (_, .any): break
        case (.items(let items), .list(let element)), (.items(let items), .set(let element)):
            for item in items { check(item, against: element, at: place) }
        case (.members(let members), .map(let element)):
            for member in members { check(member.value, against: element, at: place / member.key) }
        case (.members(let members), .object(let fields, let isNested)):
            check(members, against: fields, isNested: isNested, at: place)
        case (.text(let text?), .number) where HCL.Number(literal: text) == nil:
            wrong("the text \"\(text)\"", type, place)
        case (.text(let text?), .boolean) where !TerraformValueCheck.flags.contains(text):
            wrong("the text \"\(text)\"", type, place)
        case (.text, .string), (.text, .number), (.text, .boolean), (.number, .string), (.number, .number),
            (.boolean, .string), (.boolean, .boolean):
            break
        case (.typed(let given), _): if !given.converts(to: type) { wrong("a \(given)", type, place) }
        case (let shape, _): wrong(shape.description, type, place)
        }
    }

    /// Compares a value that is known now, or each element of one, with what the provider takes.
    mutating func check(_ value: HCL.Expression, within limits: TerraformSchema.Limits, at place: SchemaPlace) {
        switch (TerraformShape(of: value), value) {
        case (.items(let items), _): for item in items { check(item, within: limits, at: place) }
        case (.text(let text?), _): check(text, within: limits, at: place)
        case (.number, .number(let number)): check(number, within: limits, at: place)
        default: break
        }
    }

    /// Some providers overlook capital letters, and do not say so.
    private mutating func check(_ text: String, within limits: TerraformSchema.Limits, at place: SchemaPlace) {
        guard !limits.texts.isEmpty, !limits.texts.contains(where: { $0.lowercased() == text.lowercased() }) else {
            return
        }
        diagnostics.append(.valueNotTaken(place, text, known: limits.texts))
    }

    private mutating func check(_ number: HCL.Number, within limits: TerraformSchema.Limits, at place: SchemaPlace) {
        guard let value = Double(number.literal) else { return }
        let isTooSmall = limits.least.map { value < Double($0) } ?? false
        let isTooLarge = limits.most.map { value > Double($0) } ?? false
        if isTooSmall || isTooLarge { diagnostics.append(.valueOutOfRange(place, number.literal, limits)) }
    }

    /// What Terraform takes for a boolean.
    private static let flags: Set = ["true", "false", "1", "0"]

    private mutating func check(
        _ members: [TerraformShape.Member], against fields: [String: TerraformSchema.Attribute], isNested: Bool,
        at place: SchemaPlace
    ) {
        for member in members {
            guard let field = fields[member.key] else {
                diagnostics.append(.unknownAttribute(place / member.key, known: fields.writableNames))
                continue
            }
            if field.isReadOnly {
                diagnostics.append(.readOnlyAttribute(place / member.key))
            } else {
                check(member.value, against: field.type, at: place / member.key)
            }
        }
        for (name, field) in fields.sorted(by: { $0.key < $1.key })
        where (field.isRequired || !isNested) && !members.contains(where: { $0.key == name }) {
            diagnostics.append(.missingAttribute(place / name))
        }
    }

    private mutating func wrong(_ given: String, _ wanted: TerraformType, _ place: SchemaPlace) {
        diagnostics.append(.wrongAttributeType(place, given: given, wanted: "a \(wanted)"))
    }
}

/// What a value is, as far as that is known before deployment.
enum TerraformShape {
    struct Member {
        let key: String
        let value: HCL.Expression
    }

    case unknown
    /// Text, nil where it is known only once deployed.
    case text(String?)
    case number
    case boolean
    case items([HCL.Expression])
    case members([Member])
    /// A value of the deployment whose type the provider says.
    case typed(TerraformType)

    init(of value: HCL.Expression) {
        switch value {
        case .template(let template): self.init(template)
        case .heredoc: self = .text(nil)
        case .number: self = .number
        case .bool: self = .boolean
        case .tuple(let tuple): self = .items(tuple.elements)
        case .object(let object): self.init(object)
        case .call("jsonencode", _, _): self = .text(nil)
        case .forTuple: self = .typed(.list(.any))
        case .parenthesized(let inner): self.init(of: inner)
        case .attribute, .index: self = TerraformReference(value)?.type.map { .typed($0) } ?? .unknown
        default: self = .unknown
        }
    }

    private init(_ template: Template) {
        if let literal = template.literal {
            self = .text(literal)
        } else if template.parts.count == 1, case .interpolation(let inner, _) = template.parts[0] {
            self.init(of: inner)
        } else {
            self = .text(nil)
        }
    }

    /// A key that has to be worked out could be any.
    private init(_ object: Object) {
        var members: [Member] = []
        for item in object.items {
            switch item {
            case .pair(.name(let key), let value, _): members.append(Member(key: key, value: value))
            case .pair(.expression, _, _):
                self = .unknown
                return
            case .comment, .blankLine: break
            }
        }
        self = .members(members)
    }

    var description: String {
        switch self {
        case .unknown: "a value"
        case .text(let text): text.map { "the text \"\($0.prefix(40))\"" } ?? "text"
        case .number: "a number"
        case .boolean: "a boolean"
        case .items: "a list"
        case .members: "an object"
        case .typed(let type): "a \(type)"
        }
    }
}

extension TerraformType {
    /// Whether Terraform turns a value of this type into one of the other by itself, or may.
    func converts(to other: TerraformType) -> Bool {
        switch (self, other) {
        case (.any, _), (_, .any): true
        case (.string, .string), (.string, .number), (.string, .boolean), (.number, .string), (.number, .number),
            (.boolean, .string), (.boolean, .boolean):
            true
        case (.list(let a), .list(let b)), (.list(let a), .set(let b)), (.set(let a), .list(let b)),
            (.set(let a), .set(let b)), (.map(let a), .map(let b)):
            a.converts(to: b)
        case (.object, .object), (.object, .map), (.map, .object): true
        default: false
        }
    }
}
