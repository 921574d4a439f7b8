public import TerraneCore

/// Two target groups alike, blue and green: the one serves while the other takes the next version.
///
/// Terraform leaves the actions of listeners and rules that lead to them as it finds them. CloudFormation knows no such
/// exception: an update of such a listener or rule sends traffic to blue again, so make it while blue serves.
///
///     var targets: BlueGreenTargets {
///         BlueGreenTargets(
///             ELB.TargetGroup("api", in: network.vpc, port: 3000, healthCheck: .http("/health")), shiftedBy: .codeDeploy)
///     }
///     LoadBalancer("web", in: network, certificate: certificate.arn, to: .blueGreen(targets), protectedBy: firewall)
public struct BlueGreenTargets: Component {
    /// Who says which of the two gets how much of the traffic.
    public enum Shifter: Hashable, Sendable {
        /// AWS CodeDeploy, during a deployment of the service behind them.
        case codeDeploy
        /// The weights of the listener, which a script or a workflow changes between two services, one behind each:
        /// `balancer.target(for: targets.blue)`, `balancer.target(for: targets.green)`.
        case weights
    }

    public enum Color: String, Hashable, Sendable, CaseIterable {
        case blue, green
    }

    public var declaration: Declaration
    public let blue: ELB.TargetGroup
    public let green: ELB.TargetGroup
    public let shifter: Shifter

    /// Two groups like `pattern`, whose names end in the colour.
    public init(_ pattern: ELB.TargetGroup, shiftedBy shifter: Shifter) {
        declaration = Declaration(pattern.name, file: pattern.source.file, line: pattern.source.line)
        self.shifter = shifter
        blue = pattern.colored(.blue)
        green = pattern.colored(.green)
    }

    public subscript(color: Color) -> ELB.TargetGroup { color == .blue ? blue : green }

    public var body: Content {
        blue
        green
    }
}

extension ELB.TargetGroup {
    fileprivate func colored(_ color: BlueGreenTargets.Color) -> ELB.TargetGroup {
        var copy = self
        copy.declaration = Declaration(name / color.rawValue, file: source.file, line: source.line)
        copy.declaration.options = declaration.options
        copy.groupName = "\(groupName)-\(color.rawValue)"
        return copy
    }
}
