extension TerraformModule {
    public func check() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        switch origin {
        case .registry(let address, _):
            let parts = address.split(separator: "/", omittingEmptySubsequences: false)
            if !(3...4).contains(parts.count) || parts.contains("") { problems.append(.moduleAddress(name, address)) }
        case .local(let path):
            if !path.hasPrefix("./"), !path.hasPrefix("../") { problems.append(.modulePath(name, path)) }
        case .git(_, let ref):
            if ref.isEmpty { problems.append(.moduleWithoutRevision(name)) }
        }
        var seen: Set<String> = TerraformModule.reserved
        for input in inputs where !seen.insert(input.name).inserted {
            problems.append(.moduleInput(name, input.name))
        }
        return problems
    }

    /// What a `module` block means by itself ("module block reference", Terraform documentation).
    private static let reserved: Set<String> = ["source", "version", "providers", "count", "for_each", "depends_on"]
}

extension Diagnostic {
    static func moduleAddress(_ module: Name, _ address: String) -> Diagnostic {
        .error(
            "module '\(module)' is not in a registry under '\(address)'",
            help: "Registries write 'namespace/name/provider', such as 'terraform-aws-modules/vpc/aws'.")
    }

    static func modulePath(_ module: Name, _ path: String) -> Diagnostic {
        .error(
            "module '\(module)' has '\(path)' for a folder, which Terraform takes for a registry's address",
            help: "Begin the path with './' or '../'; it is seen from the folder of the written configuration.")
    }

    static func moduleWithoutRevision(_ module: Name) -> Diagnostic {
        .error(
            "module '\(module)' comes from whatever its repository holds at the moment",
            help: "Name a tag or a commit, so that the same code is used tomorrow.")
    }

    static func moduleInput(_ module: Name, _ input: String) -> Diagnostic {
        .error(
            "module '\(module)' is given '\(input)' twice, or as an input though it is a word of Terraform's own",
            help: "Give each input once. Source and version are said with `source:`.")
    }
}
