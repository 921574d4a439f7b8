public import TerraneCore

extension Network {
    /// The network's end of a VPN.
    struct VPN: Hashable, Sendable {
        let autonomousSystem: Int?
        let tiers: [Tier]
    }

    /// Attaches a virtual private gateway, at which site-to-site VPN connections and Direct Connect arrive. The routes
    /// that the other side announces reach the subnets of `tiers`.
    ///
    /// - parameter autonomousSystem: the network's own number in BGP; Amazon's default is 64512.
    public func vpnGateway(autonomousSystem: Int? = nil, routesTo tiers: Tier...) -> Network {
        var copy = self
        copy.vpn = VPN(autonomousSystem: autonomousSystem, tiers: tiers.isEmpty ? [.private] : tiers)
        return copy
    }

    /// The gateway's identifier, for a VPN connection.
    public var vpnGatewayID: Value<EC2.VPNGateway.ID> { gateway(VPN(autonomousSystem: nil, tiers: [])).id }

    @ContentBuilder var vpnParts: Content {
        if let vpn {
            gateway(vpn)
            attachment(vpn)
            vpn.tiers.flatMap { tables(of: $0) }.map { propagation(vpn, to: $0) }
        }
    }

    /// The route tables that subnets of a tier follow.
    func tables(of tier: Tier) -> [EC2.RouteTable] {
        switch tier {
        case .public: [table("public-routes")]
        case .private: zones.letters.map { privateRoutes($0) }
        case .database, .cache: has(tier) ? [table("\(tier.rawValue)-routes")] : []
        }
    }

    private func gateway(_ vpn: VPN) -> EC2.VPNGateway {
        EC2.VPNGateway(name / "vpn", in: network.id, autonomousSystem: vpn.autonomousSystem)
            .tag("Name", (name / "vpn").dashed)
    }

    private func attachment(_ vpn: VPN) -> EC2.VPNGatewayAttachment {
        EC2.VPNGatewayAttachment(name / "vpn-attachment", of: gateway(vpn).id, to: network.id)
    }

    private func propagation(_ vpn: VPN, to table: EC2.RouteTable) -> any Element {
        EC2.VPNRoutePropagation(name / "vpn-\(table.name.last)", from: gateway(vpn).id, to: table.id)
            .after(attachment(vpn))
    }
}
