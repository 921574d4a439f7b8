import TerraneCore
import Testing

/// A change of one stored property of a resource, and the sides whose table must show it.
struct Change<Changed: Resource> {
    enum Sides {
        case both
        /// The other side has no such property, for this reason.
        case terraform(because: String)
        case cloudFormation(because: String)
        /// Shown through a resource or an option of its own.
        case neither(because: String)
    }

    let property: String
    let sides: Sides
    let apply: (inout Changed) -> Void

    init(_ property: String, in sides: Sides = .both, _ apply: @escaping (inout Changed) -> Void) {
        self.property = property
        self.sides = sides
        self.apply = apply
    }
}

/// Makes each change in turn and demands that the sides show it; a stored property without a change is an issue too.
func expectEachChangeToShow<Changed: Resource>(
    _ resource: Changed, _ changes: [Change<Changed>], at location: Testing.SourceLocation = #_sourceLocation
) {
    let stored = Mirror(reflecting: resource).children.compactMap(\.label).filter { $0 != "declaration" }
    #expect(Set(stored) == Set(changes.map(\.property)), sourceLocation: location)
    #expect(terraformProblems(resource) == [], sourceLocation: location)
    let before = DataTable(resource)
    for change in changes {
        var copy = resource
        change.apply(&copy)
        #expect(terraformProblems(copy) == [], sourceLocation: location)
        let after = DataTable(copy)
        let shown = [after.terraform != before.terraform, after.cloudFormation != before.cloudFormation]
        let expected =
            switch change.sides {
            case .both: [true, true]
            case .terraform: [true, false]
            case .cloudFormation: [false, true]
            case .neither: [false, false]
            }
        #expect(shown == expected, "\(change.property): Terraform, CloudFormation", sourceLocation: location)
    }
}
