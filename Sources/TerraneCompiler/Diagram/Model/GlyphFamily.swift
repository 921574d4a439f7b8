extension Glyph {
    /// What a thing does, which its hue tells.
    enum Family: String, CaseIterable {
        case edge, compute, data, other
    }

    var family: Family {
        switch self {
        case .names, .delivery, .firewall, .balancer, .nat, .vpn, .peering, .endpoint, .internet: .edge
        case .service, .schedule, .function, .instance, .registry, .pipeline: .compute
        case .cache, .database, .cluster, .document, .bucket, .queue, .backup: .data
        case .topic, .secret, .key, .trail, .budget, .watch, .more, .other: .other
        }
    }
}

extension Glyph.Family {
    /// The ground of its sign, on white.
    var paper: String {
        switch self {
        case .edge: "#dcf3e6"
        case .compute: "#dfeafc"
        case .data: "#ebe4fb"
        case .other: "#e8ecf1"
        }
    }

    /// The lines of its sign, on white.
    var ink: String {
        switch self {
        case .edge: "#12703f"
        case .compute: "#1c54b2"
        case .data: "#5b34ad"
        case .other: "#475364"
        }
    }

    /// Both, on black.
    var darkened: (paper: String, ink: String) {
        switch self {
        case .edge: ("#173a28", "#7fd6a4")
        case .compute: ("#1a3257", "#93bdff")
        case .data: ("#31245a", "#c3aaff")
        case .other: ("#2a3544", "#b4c0cf")
        }
    }
}
