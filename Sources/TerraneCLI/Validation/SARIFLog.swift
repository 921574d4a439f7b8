import TerraneCore

/// The part of a SARIF log that says what was found where ("Static Analysis Results Interchange Format Version 2.1.0", OASIS).
struct SARIFLog: Decodable {
    struct Message: Decodable {
        let text: String?
    }

    struct Location: Decodable {
        struct Physical: Decodable {
            struct Artifact: Decodable {
                let uri: String?
            }

            struct Region: Decodable {
                let startLine: Int?
            }

            let artifactLocation: Artifact?
            let region: Region?
        }

        let physicalLocation: Physical?
    }

    struct Result: Decodable {
        let ruleId: String?
        let level: String?
        let message: Message
        let locations: [Location]?
    }

    struct Run: Decodable {
        let results: [Result]?
    }

    let runs: [Run]

    /// - parameter prefix: what stands before the tool's own names of its rules.
    func findings(of job: ToolJob, dropping prefix: String = "") -> [ToolFinding] {
        runs.flatMap { $0.results ?? [] }.map { result in
            let place = result.locations?.first?.physicalLocation
            return ToolFinding(
                rule: result.ruleId.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 },
                severity: SARIFLog.severity(result.level), message: result.message.text ?? "",
                artifact: place?.artifactLocation?.uri.map(job.artifact), line: place?.region?.startLine)
        }
    }

    /// A result without a level is a warning (section 3.27.10).
    private static func severity(_ level: String?) -> Diagnostic.Severity {
        switch level {
        case "error": .error
        case "note", "none": .note
        default: .warning
        }
    }
}
