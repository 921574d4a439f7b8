import TerraneCore

/// A Terraform provider: where it comes from and which versions the output is written for.
struct TerraformProvider: Hashable, Sendable {
    let name: String
    let source: String
    let version: String

    static let aws = TerraformProvider(name: "aws", source: "hashicorp/aws", version: "~> 5.100")

    private static let known = [
        aws,
        TerraformProvider(name: "mongodbatlas", source: "mongodb/mongodbatlas", version: "~> 2.13"),
        TerraformProvider(name: "datadog", source: "DataDog/datadog", version: "~> 4.25"),
    ]

    private init(name: String, source: String, version: String) {
        self.name = name
        self.source = source
        self.version = version
    }

    /// The provider of a resource type, by the type's prefix, if Terrane knows it.
    init?(ofType type: String) {
        let prefix = type.prefix { $0 != "_" }
        guard let provider = TerraformProvider.known.first(where: { $0.name == prefix }) else { return nil }
        self = provider
    }

    /// The alias under which a configuration reaches another region.
    static func alias(of region: Region) -> String {
        Spelling.terraform(Name(region.rawValue))
    }
}
