import TerraneCore

/// The role with which RDS writes what it sees of a database's machine ("Setting up and enabling Enhanced Monitoring",
/// Amazon RDS User Guide).
struct DatabaseMonitoring: Component {
    var declaration: Declaration

    init(_ name: Name, file: String = #fileID, line: Int = #line) {
        declaration = Declaration(name, file: file, line: line)
    }

    var role: Value<ARN> { monitor.arn }

    var body: Content {
        monitor
        IAM.RolePolicy(name / "policy", policyName: "write-measurements", of: monitor.id, permissions)
    }

    private var monitor: IAM.Role {
        IAM.Role(
            name, roleName: name.dashed, description: "Enhanced Monitoring of RDS",
            trust: IAM.PolicyDocument(
                IAM.Statement(
                    .allow, principal: .service("monitoring.rds.amazonaws.com"), actions: ["sts:AssumeRole"],
                    conditions: [.equals("aws:SourceAccount", Deployment.account)])))
    }

    /// What AWS's own policy `AmazonRDSEnhancedMonitoringRole` allows, in this account and region alone.
    private var permissions: IAM.PolicyDocument {
        let groups: Value<ARN> =
            "arn:\(Deployment.partition):logs:\(Deployment.region):\(Deployment.account):log-group:RDS*"
        return IAM.PolicyDocument(
            .allow("logs:CreateLogGroup", "logs:PutRetentionPolicy", on: [groups], id: "KeepGroups"),
            .allow(
                "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:GetLogEvents", "logs:PutLogEvents",
                on: ["\(groups):log-stream:*"], id: "WriteStreams"))
    }
}
