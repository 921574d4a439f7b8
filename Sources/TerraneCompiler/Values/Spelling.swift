import TerraneCore

/// How the targets spell a name path.
enum Spelling {
    /// A Terraform label: `koemo-backend/logs` is `koemo_backend_logs`.
    static func terraform(_ name: Name) -> String {
        name.path.mappingBytes { isSeparator($0) ? UInt8(ascii: "_") : $0 }
    }

    /// A CloudFormation logical ID: `koemo-backend/logs` is `KoemoBackendLogs`.
    static func cloudFormation(_ name: Name) -> String {
        pascalCase(name.path)
    }

    /// `alert_email` is `AlertEmail`.
    static func pascalCase(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var atStart = true
        for byte in text.utf8 {
            if isSeparator(byte) || byte == UInt8(ascii: ".") {
                atStart = true
            } else {
                let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                bytes.append(atStart && isLower ? byte - 32 : byte)
                atStart = false
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}
