/// The embedded schemas of CloudFormation, each read when it is first asked for.
public enum CloudFormationSchemas {
    /// The schema of a type as it is in a region; nil for a type that no registry has.
    public static func schema(of type: String, in region: String) -> CloudFormationSchema? {
        let lines = SchemaLines.cloudFormation
        guard let index = lines.index(of: type) else { return nil }
        return entries.schema(at: index) { Entry(type, lines.document(at: index, of: type)) }.schema(in: region)
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

    private static let entries = SchemaSlots<Entry>(count: SchemaLines.cloudFormation.count)

    /// A type: its form in most regions, and those that differ.
    private final class Entry: Sendable {
        private let common: CloudFormationSchema
        private let regional: [String: CloudFormationSchema]

        init(_ type: String, _ document: UnsafeRawBufferPointer) {
            let json = SchemaJSON(document)
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
