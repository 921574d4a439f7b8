public import TerraneCore

extension FargateService {
    /// Lets people open a shell in a running container, through Systems Manager and not through the network ("Monitor Amazon
    /// ECS containers with ECS Exec", Amazon ECS Developer Guide). The tasks need a way out at 443.
    public func allowingExec() -> FargateService {
        var copy = self
        copy.allowsExec = true
        return copy
    }

    /// Gives the tasks a name that only the network sees: `api` in `shop.internal` is `api.shop.internal`.
    public func discoverable(
        as label: String, in namespace: ServiceDiscovery.PrivateNamespace
    ) -> FargateService {
        var copy = self
        copy.discovery = Discovery(label: label, namespace: namespace)
        return copy
    }

    /// The name that `discoverable` gave it; nil without.
    public var host: Value<Host>? { directoryEntry?.host }

    struct Discovery: Sendable {
        let label: String
        let namespace: ServiceDiscovery.PrivateNamespace
    }

    var directoryEntry: ServiceDiscovery.Service? {
        discovery.map {
            ServiceDiscovery.Service(
                name / "discovery", label: $0.label, in: $0.namespace, file: source.file, line: source.line)
        }
    }

    /// What the agent beside the containers needs to open a shell.
    var execPermissions: [IAM.Statement] {
        guard allowsExec else { return [] }
        return [
            .allow(
                "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel",
                "ssmmessages:OpenDataChannel", on: ["*"], id: "OpenShells")
        ]
    }
}
