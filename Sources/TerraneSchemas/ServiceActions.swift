/// The names that AWS publishes for policies: services, their actions, and the policies that AWS keeps ("Service Authorization
/// Reference", "AWS Managed Policy Reference Guide").
public enum ServiceActions {
    private static let policyPrefix = "policy/"

    /// The prefixes of all services: `s3`.
    public static let services = SchemaLines.actions.types.filter { !$0.hasPrefix(policyPrefix) }

    /// The policies that AWS keeps, by path and name: `service-role/AmazonECSTaskExecutionRolePolicy`.
    public static let managedPolicies = SchemaLines.actions.types.filter { $0.hasPrefix(policyPrefix) }
        .compactMap { text(of: $0) }

    public static func isService(_ prefix: String) -> Bool { SchemaLines.actions.document(of: prefix) != nil }

    /// The path of a policy that AWS keeps, by its name alone.
    public static func managedPolicy(named name: String) -> String? { text(of: policyPrefix + name) }

    public static func actions(of service: String) -> [String] {
        words(of: service).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether a service has an action of this name, in small letters.
    public static func isAction(_ name: String, of service: String) -> Bool {
        let wanted = Array(name.utf8)
        return words(of: service).contains { word in
            word.count == wanted.count && zip(word, wanted).allSatisfy { $0 == $1 || ($0.isCapital && $0 | 0x20 == $1) }
        }
    }

    /// The services that have an action of this name, in small letters.
    public static func services(with action: String) -> [String] {
        services.filter { isAction(action, of: $0) }
    }

    private static func words(of service: String) -> [Slice<UnsafeRawBufferPointer>] {
        SchemaLines.actions.document(of: service)?.split(separator: UInt8(ascii: " ")) ?? []
    }

    private static func text(of key: String) -> String? {
        SchemaLines.actions.document(of: key).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension UInt8 {
    fileprivate var isCapital: Bool { (0x41...0x5A).contains(self) }
}
