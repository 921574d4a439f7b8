import Synchronization

/// The embedded schemas of CloudFormation, each read when it is first asked for.
public enum CloudFormationSchemas {
    /// The schema of a type as it is in a region; nil for a type that no registry has.
    public static func schema(of type: String, in region: String) -> CloudFormationSchema? {
        if let entry = entries.withLock({ $0[type] }) { return entry?.schema(in: region) }
        let entry = Entry(type)
        return entries.withLock { entries in
            // Another thread may have been quicker; everybody takes the first one.
            let kept = entries[type] ?? entry
            entries[type] = kept
            return kept
        }?.schema(in: region)
    }

    /// The types of all providers, in the order of their names.
    public static let types = SchemaLines.cloudFormation.types

    /// Whether a type that is not here does not exist: those of AWS and of MongoDB Atlas are here, all of them.
    /// Custom resources, modules and macros such as those of SAM are the author's own, and of others only what is used is here.
    public static func isComplete(for type: String) -> Bool {
        guard !type.hasSuffix("::MODULE"), !outside.contains(where: type.hasPrefix) else { return false }
        return type.hasPrefix("AWS::") || type.hasPrefix("MongoDB::Atlas::")
    }

    private static let outside = ["AWS::Serverless::", "AWS::CloudFormation::CustomResource", "AWS::CDK::"]

    private static let entries = Mutex<[String: Entry?]>([:])

    /// A type: its form in most regions, and those that differ.
    private final class Entry: Sendable {
        private let common: CloudFormationSchema
        private let regional: [String: CloudFormationSchema]

        init?(_ type: String) {
            guard let bytes = SchemaLines.cloudFormation.document(of: type) else { return nil }
            let json = SchemaJSON(bytes)
            common = CloudFormationSchema(type, json)
            var regional: [String: CloudFormationSchema] = [:]
            for form in json["regional"]?.array ?? [] {
                let schema = CloudFormationSchema(type, json.merging(form["patch"] ?? .object([:])))
                for region in form["regions"]?.strings ?? [] { regional[region] = schema }
            }
            self.regional = regional
        }

        func schema(in region: String) -> CloudFormationSchema {
            regional[region] ?? common
        }
    }
}
