/// A finding of a security scanner that is accepted as it is, and why.
///
/// It stands in both artifacts in the scanner's own form, so that the scanner and a reviewer read the same reason
/// ("Suppressing and Skipping Policies", Checkov documentation).
public struct Suppression: Hashable, Sendable {
    /// The scanner's name of the check: `CKV_AWS_91`.
    public let check: String
    public let reason: String
    /// The only type of resource that it is for; nil for whatever it is written at.
    public let type: ResourceType?

    public init(_ check: String, because reason: String) {
        self.init(check, type: nil, reason: reason)
    }

    /// For the resources of one type among those it is written at.
    public init(_ check: String, on type: any Resource.Type, because reason: String) {
        self.init(check, type: type.type, reason: reason)
    }

    private init(_ check: String, type: ResourceType?, reason: String) {
        self.check = check
        self.reason = reason
        self.type = type
    }
}

extension Declared {
    /// Accepts what a scanner finds, where there is a reason to.
    public func with(_ suppression: Suppression?) -> Self {
        with { $0.suppressions += suppression.map { [$0] } ?? [] }
    }

    /// Accepts what a scanner finds at this, and at all its parts.
    public func suppressing(_ check: String, because reason: String) -> Self {
        with { $0.suppressions.append(Suppression(check, because: reason)) }
    }
}

extension Component {
    /// Accepts what a scanner finds at the parts of one type.
    public func suppressing(_ check: String, on type: any Resource.Type, because reason: String) -> Self {
        with { $0.suppressions.append(Suppression(check, on: type, because: reason)) }
    }
}
