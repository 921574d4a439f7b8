import TerraneAWS
import TerraneCore

extension Checks {
    /// Secrets and names in a private zone are called what their services take. A secret that ends like the six characters that
    /// Secrets Manager adds to its ARN cannot be told from another ("CreateSecret", AWS Secrets Manager API Reference; "CreateService",
    /// AWS Cloud Map API Reference).
    static func checkDataNames(_ inventory: Inventory) -> [Diagnostic] {
        inventory.all(SecretsManager.Secret.self).compactMap { secret in
            guard let name = secret["name"].text else { return nil }
            if !name.isSecretName { return .secretName(secret, name) }
            return name.endsLikeAnARN ? .ambiguousSecretName(secret, name) : nil
        }
            + inventory.all(ServiceDiscovery.Service.self).compactMap { service in
                guard let name = service["name"].text, !name.isServiceLabel else { return nil }
                return .discoveredName(service, name)
            }
    }
}

extension String {
    fileprivate var isSecretName: Bool {
        (1...512).contains(utf8.count)
            && utf8.allSatisfy { $0.isLetter || $0.isDigit || "/_+=.@-".utf8.contains($0) }
    }

    /// A hyphen and six characters: `shop/key-aB3dE6`.
    fileprivate var endsLikeAnARN: Bool {
        let tail = Array(utf8.suffix(7))
        guard tail.count == 7, tail[0] == UInt8(ascii: "-"), utf8.count > 7 else { return false }
        let ending = tail.dropFirst()
        // A word in small letters is somebody's word; AWS's own mix capitals and digits.
        return ending.allSatisfy { $0.isLetter || $0.isDigit }
            && ending.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
            && ending.contains { $0.isSmallLetter }
    }

    /// Labels of letters, digits, underscores and hyphens, with dots between; a hyphen neither first nor last.
    fileprivate var isServiceLabel: Bool {
        (1...127).contains(utf8.count)
            && split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { $0.isLetter || $0.isDigit || "_-".utf8.contains($0) }
            }
    }
}

extension Diagnostic {
    static func secretName(_ secret: Inventory.Item, _ name: String) -> Diagnostic {
        .error(
            "secret \(secret.label) cannot be called '\(name)'",
            help: "It has letters, digits and any of /_+=.@- , up to 512 in all: 'shop/db-password'.", at: secret.source
        )
    }

    static func ambiguousSecretName(_ secret: Inventory.Item, _ name: String) -> Diagnostic {
        .warning(
            "secret \(secret.label) is called '\(name)', which ends like the ARN of a secret",
            help: "Found by a part of its ARN it may be taken for another: end its name otherwise.", at: secret.source)
    }

    static func discoveredName(_ service: Inventory.Item, _ name: String) -> Diagnostic {
        .error(
            "\(service.label) cannot be found as '\(name)'",
            help: "A name in a private zone has letters, digits, hyphens and underscores: 'api'.", at: service.source)
    }
}
