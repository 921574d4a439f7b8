internal import CServiceActions
import TerraneCore

/// The names that AWS publishes for policies: services, their actions, and the policies that AWS keeps ("Service Authorization
/// Reference", "AWS Managed Policy Reference Guide"). Embedded in the program and read when first asked for.
enum ServiceActions {
    /// The actions of a service, with spaces between them, by its prefix.
    private static let lines: [String: Substring] = {
        let names = Substring(text(terrane_service_actions()))
        return Dictionary(
            names.split(separator: "\n").compactMap { line in
                let parts = line.split(separator: "\t", maxSplits: 1)
                return parts.count == 2 ? (String(parts[0]), parts[1]) : nil
            }, uniquingKeysWith: { first, _ in first })
    }()

    /// The policies that AWS keeps, by their last name: `AmazonECSTaskExecutionRolePolicy` is in `service-role/`.
    static let managedPolicies: [String: String] = {
        let paths = text(terrane_managed_policies()).split(separator: "\n").map(String.init)
        return Dictionary(
            paths.map { (String($0.split(separator: "/").last ?? ""), $0) }, uniquingKeysWith: { first, _ in first })
    }()

    /// The prefixes of all services.
    static var services: some Collection<String> { lines.keys }

    static func isService(_ prefix: String) -> Bool { lines[prefix] != nil }

    static func actions(of service: String) -> [Substring] { lines[service]?.split(separator: " ") ?? [] }

    /// The services that have an action of this name.
    static func services(with action: String) -> [String] {
        services.filter { service in actions(of: service).contains { $0.lowercased() == action } }.sorted()
    }

    private static func text(_ list: terrane_name_list) -> String {
        String(decoding: UnsafeRawBufferPointer(start: list.bytes, count: list.count), as: UTF8.self)
    }
}
