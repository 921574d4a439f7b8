import TerraneCore

extension Diagnostic {
    static func unknownInDocument(_ what: String, _ value: Expression, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(what)' is known only after deployment, but its file is written before",
            help: "Use a value that follows from literals, such as a name; a workflow can also read a variable of the"
                + " repository: `.variable(\"NAME\")`.", at: place, notes: value.origins)
    }
}

extension Expression {
    /// Whether a literal in it could not be read, which the compiler reports by itself.
    var isMalformed: Bool {
        hasPart { if case .malformed = $0 { true } else { false } }
    }

    /// The resources and parameters that it comes from.
    fileprivate var origins: [Diagnostic.Note] {
        var notes: [Diagnostic.Note] = []
        forEachPart { part in
            switch part {
            case .reference(let reference):
                notes.append(Diagnostic.Note("it comes from '\(reference.target)'", at: reference.declaredAt))
            case .parameter(let parameter):
                notes.append(Diagnostic.Note("it is the parameter '\(parameter.name)'", at: parameter.source))
            case .lookup(let lookup):
                notes.append(
                    Diagnostic.Note("it is looked up of '\(lookup.source.name)'", at: lookup.source.declaredAt))
            default: break
            }
        }
        return notes
    }
}
