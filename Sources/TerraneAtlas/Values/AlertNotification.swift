public import TerraneCore

/// Who Atlas tells of an alert, how long after it began, and how often again.
public struct AlertNotification: Hashable, Sendable {
    public enum Recipient: Hashable, Sendable {
        case email(Value<String>)
        /// Members of the project who have one of the roles.
        case project(roles: [String])
        /// Members of the organization who have one of the roles.
        case organization(roles: [String])
    }

    public let recipient: Recipient
    public var delay: TimeSpan = .minutes(0)
    public var interval: TimeSpan = .minutes(60)

    public init(_ recipient: Recipient, after delay: TimeSpan = .minutes(0), every interval: TimeSpan = .minutes(60)) {
        self.recipient = recipient
        self.delay = delay
        self.interval = interval
    }

    public static func email(_ address: Value<String>) -> AlertNotification { AlertNotification(.email(address)) }
    public static let projectOwners = AlertNotification(.project(roles: ["GROUP_OWNER"]))
    public static let organizationOwners = AlertNotification(.organization(roles: ["ORG_OWNER"]))

    @PropertiesBuilder var properties: Properties {
        switch recipient {
        case .email(let address):
            row("type_name", "TypeName", "EMAIL")
            row("email_address", "EmailAddress", address)
        case .project(let roles):
            row("type_name", "TypeName", "GROUP")
            members(roles)
        case .organization(let roles):
            row("type_name", "TypeName", "ORG")
            members(roles)
        }
        row("delay_min", "DelayMin", delay.inMinutes)
        row("interval_min", "IntervalMin", interval.inMinutes)
    }

    @PropertiesBuilder private func members(_ roles: [String]) -> Properties {
        row("email_enabled", "EmailEnabled", true)
        row("sms_enabled", "SmsEnabled", false)
        row("roles", "Roles", roles)
    }
}
