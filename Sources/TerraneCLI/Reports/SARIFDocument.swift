/// A report as SARIF ("Static Analysis Results Interchange Format Version 2.1.0", OASIS): what code scanning reads.
struct SARIFDocument: Encodable {
    struct Text: Encodable {
        let text: String
    }

    struct Rule: Encodable {
        let id: String
        let defaultConfiguration: Configuration

        struct Configuration: Encodable {
            let level: String
        }
    }

    /// A program that had a part in it.
    struct Component: Encodable {
        let name: String
        var version: String?
        var rules: [Rule]?
    }

    struct Tool: Encodable {
        let driver: Component
        var extensions: [Component]?
    }

    struct ArtifactLocation: Encodable {
        let uri: String
        let uriBaseId: String?
    }

    struct PhysicalLocation: Encodable {
        struct Region: Encodable {
            let startLine: Int
        }

        let artifactLocation: ArtifactLocation
        let region: Region
    }

    struct Location: Encodable {
        var id: Int?
        var physicalLocation: PhysicalLocation?
        var message: Text?
    }

    struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Text
        let locations: [Location]
        var relatedLocations: [Location]?
        let partialFingerprints: [String: String]
    }

    struct Notification: Encodable {
        struct Descriptor: Encodable {
            let id: String
        }

        let descriptor: Descriptor
        let level: String
        let message: Text
    }

    struct Invocation: Encodable {
        let executionSuccessful: Bool
        let exitCode: Int32
        var toolExecutionNotifications: [Notification]?
    }

    struct Base: Encodable {
        let description: Text
    }

    struct Run: Encodable {
        let tool: Tool
        let invocations: [Invocation]
        let originalUriBaseIds: [String: Base]
        let columnKind = "unicodeCodePoints"
        let results: [Result]

        enum CodingKeys: CodingKey {
            case tool, invocations, originalUriBaseIds, columnKind, results
        }
    }

    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }
}
