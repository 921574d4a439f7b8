import TerraneCore

/// What of a resource must be known before any value is read that refers to it.
struct ResourceOutline {
    var name: Name = ""
    var type: ResourceType
    var owner: Name?
    var region: Region
    var source: SourceLocation
    /// What its attributes will be, where that follows from literals, by their Terraform names.
    var foreseen: [String: Expression] = [:]
    /// Where that stands in the document.
    var foreseenAt: Int?
}

extension GraphDocumentReader {
    mutating func resourceOutline() throws(UnreadableGraph) -> ResourceOutline {
        var outline = ResourceOutline(
            type: .undescribed, region: stack.region, source: SourceLocation(file: "", line: 0))
        var (terraform, cloudFormation) = (ResourceType.Form.unnamed, ResourceType.Form.unnamed)
        var area = ResourceType.Area.other
        var persistence: ResourceType.Persistence?
        var isStateful = false
        try cursor.open("{")
        while let key = try cursor.key() {
            switch key {
            case "name": outline.name = try name()
            case "terraform": terraform = try terraformForm()
            case "cloudFormation": (cloudFormation, outline.owner) = try cloudFormationForm()
            case "area": area = try word(ResourceType.Area.init)
            case "persistence": persistence = try word(ResourceType.Persistence.init(documented:))
            case "region": outline.region = Region(rawValue: try cursor.text())
            case "source": outline.source = try sourceLocation()
            case "protected":
                isStateful = true
                try cursor.skip()
            case "foreseen":
                outline.foreseenAt = cursor.position
                try cursor.skip()
            default: try cursor.skip()
            }
        }
        guard !outline.name.path.isEmpty else { throw cursor.failure("a resource has no name") }
        outline.type = ResourceType(
            terraform: terraform, cloudFormation: cloudFormation, area: area,
            persistence: persistence ?? (isStateful ? .retain : .none))
        return outline
    }

    /// `aws_vpc.koemo_vpc`, `module.shared`, `ephemeral.aws_ssm_parameter.token`, or why there is none.
    private mutating func terraformForm() throws(UnreadableGraph) -> ResourceType.Form {
        guard cursor.peek() == UInt8(ascii: "\"") else { return .absent(because: try reasonOfAbsence()) }
        let parts = try cursor.text().split(separator: ".", omittingEmptySubsequences: false)
        switch (parts.first, parts.count) {
        case ("module", 2): return .module
        case ("ephemeral", 3): return .ephemeral(String(parts[1]))
        case (_, 2): return .type(String(parts[0]))
        default: throw cursor.failure("an address of Terraform is malformed")
        }
    }

    private mutating func reasonOfAbsence() throws(UnreadableGraph) -> String {
        try cursor.open("{")
        var reason: String?
        while let key = try cursor.key() {
            if key == "$absent" { reason = try cursor.text() } else { try cursor.skip() }
        }
        guard let reason else { throw cursor.failure("a resource says neither its type nor why it has none") }
        return reason
    }

    private mutating func cloudFormationForm() throws(UnreadableGraph) -> (ResourceType.Form, owner: Name?) {
        var form: ResourceType.Form?
        var owner: Name?
        try cursor.open("{")
        while let key = try cursor.key() {
            switch key {
            case "type": form = .type(try cursor.text())
            case "partOf": form = .part(of: try cursor.text())
            case "$absent": form = .absent(because: try cursor.text())
            case "owner": owner = Name(try cursor.text())
            default: try cursor.skip()
            }
        }
        guard let form else { throw cursor.failure("a resource says neither its type nor why it has none") }
        return (form, owner?.path.isEmpty == true ? nil : owner)
    }
}

extension ResourceType {
    fileprivate static let undescribed = ResourceType(terraform: .unnamed, cloudFormation: .unnamed, area: .other)
}

extension ResourceType.Persistence {
    /// What a document calls it; nil for what stores nothing, of which it is silent.
    var documented: String? {
        switch self {
        case .none: nil
        case .elsewhere: "elsewhere"
        case .retain: "retain"
        case .snapshot: "snapshot"
        }
    }

    init?(documented word: String) {
        guard let found = [.elsewhere, .retain, .snapshot].first(where: { $0.documented == word }) as Self? else {
            return nil
        }
        self = found
    }
}
