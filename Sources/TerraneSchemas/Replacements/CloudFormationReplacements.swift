extension Replacements {
    /// What CloudFormation does when a property of a type is edited: what its registry says ("Resource type schema", CloudFormation
    /// documentation). The path is written as rows write it, `HealthCheck/Path`, without stars for the items of lists.
    public static func cloudFormation(_ type: String, _ path: String, in region: String) -> Replacement {
        if let known = exceptions["\(type)/\(path)"] { return known }
        guard let schema = CloudFormationSchemas.schema(of: type, in: region) else {
            return Replacement(.unknown, authority: "no registry schema of \(type) is known")
        }
        let place = path.split(separator: "/").map(String.init)
        let always = schema.createOnly.map { $0.relation(to: place) }
        if always.contains(.around) {
            return Replacement(.always, authority: "registry schema of \(type), createOnlyProperties")
        }
        if always.contains(.inside) {
            return Replacement(.unknown, authority: "registry schema of \(type), createOnlyProperties")
        }
        if schema.conditionalCreateOnly.contains(where: { $0.relation(to: place) != .apart }) {
            return Replacement(.unknown, authority: "registry schema of \(type), conditionalCreateOnlyProperties")
        }
        return Replacement(.never, authority: "registry schema of \(type)")
    }

    /// Where the template reference says more than the registry.
    private static let exceptions: [String: Replacement] = {
        let instance = "AWS::RDS::DBInstance"
        let inPlace = Replacement(.never, authority: "\(instance) (AWS CloudFormation Template Reference Guide)")
        var table = Dictionary(
            uniqueKeysWithValues: ["AutoMinorVersionUpgrade", "BackupRetentionPeriod", "MultiAZ"].map {
                ("\(instance)/\($0)", inPlace)
            })
        // Online resharding has to be asked for by an update policy, which no template has.
        table["AWS::ElastiCache::ReplicationGroup/NumNodeGroups"] = Replacement(
            .always,
            authority: "UpdatePolicy attribute, UseOnlineResharding (AWS CloudFormation Template Reference Guide)")
        return table
    }()
}

extension SchemaPath {
    fileprivate enum Relation {
        /// It is the place, or the place is a part of it.
        case around
        /// It is a part of what stands at the place.
        case inside
        case apart
    }

    fileprivate func relation(to place: [String]) -> Relation {
        let own = parts.filter { $0 != "*" }
        if place.starts(with: own) { return .around }
        return own.starts(with: place) ? .inside : .apart
    }
}
