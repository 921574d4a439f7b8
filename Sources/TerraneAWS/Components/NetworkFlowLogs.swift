public import TerraneCore

extension Network {
    /// Where a record of the network's connections goes, and for how long.
    public enum FlowLogs: Hashable, Sendable {
        /// Into a log group, where it can be searched and counted.
        case cloudWatch(keep: Logs.Retention, traffic: EC2.FlowLog.Traffic = .all)
        /// Into a bucket of this name, which costs less.
        case s3(bucketName: String, keep: TimeSpan, traffic: EC2.FlowLog.Traffic = .all)
    }

    /// Keeps a record of the network's connections.
    public func flowLogs(_ flowLogs: FlowLogs) -> Network {
        var copy = self
        copy.flowLogs = flowLogs
        return copy
    }

    @ContentBuilder var flowLogParts: Content {
        switch flowLogs {
        case .cloudWatch(let retention, let traffic):
            flowLogGroup(retention)
            flowLogRole
            flowLogPolicy(retention)
            flowLog(traffic, to: .logGroup(flowLogGroup(retention).arn, role: flowLogRole.arn))
                .after(flowLogPolicy(retention))
        case .s3(let bucketName, let age, let traffic):
            flowLogBucket(bucketName, age)
            flowLog(traffic, to: .bucket(flowLogBucket(bucketName, age).arn))
                .after(flowLogBucket(bucketName, age).policy)
        case nil:
            Content()
        }
    }

    private func flowLog(_ traffic: EC2.FlowLog.Traffic, to destination: EC2.FlowLog.Destination) -> EC2.FlowLog {
        EC2.FlowLog(name / "flow-log", of: vpc, traffic, to: destination).tag("Name", name.dashed)
    }

    // MARK: CloudWatch Logs ("IAM role for publishing flow logs to CloudWatch Logs", Amazon VPC User Guide)

    private func flowLogGroup(_ retention: Logs.Retention) -> Logs.LogGroup {
        Logs.LogGroup(name / "flow-logs", groupName: "/aws/vpc/\(name.dashed)/flow-logs", retention: retention)
    }

    /// An account has its roles in common to all regions, so the name says which.
    private var flowLogRole: IAM.Role {
        IAM.Role(
            name / "flow-log-role", roleName: "\(name.dashed)-flow-logs-\(zones.region.rawValue)",
            description: "Writes the flow logs of \(name.dashed)",
            trust: IAM.PolicyDocument(
                IAM.Statement(
                    .allow, principal: .service("vpc-flow-logs.amazonaws.com"), actions: ["sts:AssumeRole"],
                    conditions: [.equals("aws:SourceAccount", Deployment.account)])))
    }

    private func flowLogPolicy(_ retention: Logs.Retention) -> IAM.RolePolicy {
        IAM.RolePolicy(
            name / "flow-log-policy", policyName: "flow-logs", of: flowLogRole.id,
            IAM.PolicyDocument(
                .allow("logs:DescribeLogGroups", on: ["*"], id: "FindLogGroup"),
                .allow(
                    "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents",
                    on: ["\(flowLogGroup(retention).arn):*"], id: "WriteLogs")))
    }

    // MARK: S3 ("Amazon S3 bucket permissions for flow logs", Amazon VPC User Guide)

    private func flowLogBucket(_ bucketName: String, _ age: TimeSpan) -> PrivateBucket {
        let bucket = S3.Bucket(name / "flow-logs", bucketName: bucketName)
        return PrivateBucket(
            bucket.name, bucketName: bucketName,
            lifecycle: [S3.LifecycleRule("forget", expiredAfter: age, oldVersionsAfter: .days(1))],
            statements: [
                delivery("WriteFlowLogs", "s3:PutObject", "\(bucket.arn)/AWSLogs/\(Deployment.account)/*"),
                delivery("CheckFlowLogBucket", "s3:GetBucketAcl", bucket.arn),
            ])
    }

    private func delivery(_ id: String, _ action: String, _ resource: Value<ARN>) -> IAM.Statement {
        IAM.Statement(
            .allow, id: id, principal: .service("delivery.logs.amazonaws.com"), actions: [action],
            resources: [resource], conditions: [.equals("aws:SourceAccount", Deployment.account)])
    }
}
