import TerraneCore

/// A place of a page that links lead to.
struct Anchor: Hashable, Sendable {
    let id: String

    /// Letters that HTML and addresses carry as they are; every other byte is written `_2E`.
    private init(_ parts: String) {
        var id = ""
        for byte in parts.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
                UInt8(ascii: ":"):
                id.unicodeScalars.append(Unicode.Scalar(byte))
            default: id += "_" + String(byte, radix: 16, uppercase: true)
            }
        }
        self.id = id
    }

    static let content = Anchor("content")
    static let search = Anchor("search")
    static let overview = Anchor("overview")
    static let differences = Anchor("differences")
    static let contents = Anchor("contents")

    static func differences(of environment: String, _ part: String) -> Anchor {
        Anchor("differences.\(environment):\(part)")
    }

    static func environment(_ name: String) -> Anchor { Anchor("environment:" + name) }

    static func chapter(_ chapter: Chapter, of environment: String) -> Anchor {
        Anchor("\(environment).\(chapter.rawValue)")
    }

    /// The row of a resource: `production/koemo-backend/logs`.
    static func resource(_ name: Name, of environment: String) -> Anchor { Anchor("\(environment)/\(name.path)") }

    /// A row of another table: `production.alarms:koemo-cpu-high`.
    static func row(_ name: String, in chapter: Chapter, of environment: String) -> Anchor {
        Anchor("\(environment).\(chapter.rawValue):\(name)")
    }

    /// The heading of what is here.
    var heading: Anchor { Anchor(id + ".heading") }
}

/// What is told of each environment.
enum Chapter: String, CaseIterable {
    case picture, resources, connections, alarms, secrets, policies, costs, data

    var title: String {
        switch self {
        case .picture: "Picture"
        case .resources: "Resources"
        case .connections: "Connections"
        case .alarms: "Alarms"
        case .secrets: "Secrets"
        case .policies: "Policies and exemptions"
        case .costs: "What costs money"
        case .data: "Data, backups and encryption"
        }
    }
}
