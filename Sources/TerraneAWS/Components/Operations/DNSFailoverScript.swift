public import TerraneCore
import TerraneTemplates

/// Has a name answered with its secondary even while the primary seems well, and with the primary again.
///
/// The records stay as the stack has them; the health check on which they hang is overruled.
public struct DNSFailoverScript: OperationsScript {
    public var scriptName = "dns-failover"
    public let record: FailoverName
    public let source: SourceLocation

    public init(_ record: FailoverName, file: String = #fileID, line: Int = #line) {
        self.record = record
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.dnsFailover.text }
    public var facts: [ScriptFact] { record.facts }
    public func check() -> [Diagnostic] { record.check() }
}
