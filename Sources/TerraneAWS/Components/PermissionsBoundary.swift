public import TerraneCore

extension Component {
    /// What the roles in this may do at most, whatever their own policies say; a role with a boundary of its own keeps it
    /// ("Permissions boundaries for IAM entities", AWS Identity and Access Management User Guide).
    ///
    ///     backend.permissionsBoundary(boundary.arn)
    public func permissionsBoundary(_ policy: Value<ARN>) -> Self {
        defaulting(.permissionsBoundary(policy))
    }
}

extension PartDefault {
    /// The boundary of each role: `var defaults: [PartDefault] { [.permissionsBoundary(boundary.arn)] }` of a stack.
    public static func permissionsBoundary(_ policy: Value<ARN>) -> PartDefault {
        PartDefault(for: IAM.Role.type) { row("permissions_boundary", "PermissionsBoundary", policy) }
    }
}
