internal import CServiceActions
import TerraneCore

/// The names that AWS publishes for policies: services, their actions, and the policies that AWS keeps ("Service Authorization
/// Reference", "AWS Managed Policy Reference Guide"). Embedded in the program and read when first asked for.
enum ServiceActions {
    /// The line of each service, by its prefix.
    nonisolated(unsafe) private static let lines: [String: Slice<UnsafeRawBufferPointer>] = {
        var lines: [String: Slice<UnsafeRawBufferPointer>] = [:]
        for line in bytes(terrane_service_actions()).split(separator: UInt8(ascii: "\n")) {
            let prefix = line.prefix { $0 != UInt8(ascii: "\t") }
            lines[String(decoding: prefix, as: UTF8.self)] = line.dropFirst(prefix.count + 1)
        }
        return lines
    }()

    /// The policies that AWS keeps, by their last name: `AmazonECSTaskExecutionRolePolicy` is in `service-role/`.
    static let managedPolicies: [String: String] = {
        let paths = bytes(terrane_managed_policies()).split(separator: UInt8(ascii: "\n")).map {
            String(decoding: $0, as: UTF8.self)
        }
        return Dictionary(
            paths.map { (String($0.split(separator: "/").last ?? ""), $0) }, uniquingKeysWith: { first, _ in first })
    }()

    /// The prefixes of all services.
    static var services: some Collection<String> { lines.keys }

    static func isService(_ prefix: String) -> Bool { lines[prefix] != nil }

    static func actions(of service: String) -> [String] {
        (lines[service]?.split(separator: UInt8(ascii: " ")) ?? []).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The services that have an action of this name.
    static func services(with action: String) -> [String] {
        services.filter { service in actions(of: service).contains { $0.lowercased() == action } }.sorted()
    }

    /// Embedded in the program and constant, so they live as long as that does.
    private static func bytes(_ list: terrane_name_list) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: list.bytes, count: list.count)
    }
}
