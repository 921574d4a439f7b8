/// A sign for a kind of service, drawn with strokes in a square of 24 units.
public enum Glyph: String, CaseIterable, Sendable {
    case internet, pipeline, names, delivery, firewall, balancer, nat, vpn, peering, endpoint
    case service, schedule, function, instance
    case cache, database, cluster, document, bucket, queue
    case topic, secret, key, registry, trail, backup, budget, watch, more, other

    /// As SVG's path data.
    var path: String {
        switch self {
        case .internet: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18"
        case .pipeline: "M6 3v12M6 15a3 3 0 1 0 0 6a3 3 0 1 0 0-6M18 3a3 3 0 1 0 0 6a3 3 0 1 0 0-6M18 9c0 6-9 3-12 9"
        case .names: "M5 4h14v6h-14zM5 14h14v6h-14zM8 7h4M8 17h4M16 7h.5M16 17h.5"
        case .delivery: "M7 18a5 5 0 0 1 0-9a6 6 0 0 1 11 1a4 4 0 0 1 0 8zM12 11v7M9 14l3-3l3 3"
        case .firewall: "M12 3l8 3v6c0 5-4 8-8 9c-4-1-8-4-8-9v-6zM8.500 12l2.500 2.500l4.500-5"
        case .balancer: "M3 12h6M9 12l6-6h6M9 12h12M9 12l6 6h6M18 3l3 3l-3 3M18 15l3 3l-3 3"
        case .nat: "M4 5h7v14h-7zM11 12h10M17 8l4 4l-4 4M7 12h.5"
        case .vpn: "M6 11h12v9h-12zM8.500 11v-3a3.500 3.500 0 0 1 7 0v3M12 14v3"
        case .peering: "M6 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M18 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M10 12h4"
        case .endpoint: "M3 12h7M10 7v10h4a5 5 0 0 0 0-10zM19 12h2"
        case .service: "M12 3l8 4.500v9l-8 4.500l-8-4.500v-9zM4 7.500l8 4.500l8-4.500M12 12v9"
        case .schedule: "M12 4a8.500 8.500 0 1 0 0 17a8.500 8.500 0 1 0 0-17M12 8v5l3.500 2M9 2h6"
        case .function: "M5 20l6-12M8 4h2c1.500 0 2 .5 2.500 2l4.500 12c.5 1.500 1 2 3 2"
        case .instance: "M6 6h12v12h-12zM10 10h4v4h-4zM9 3v3M15 3v3M9 18v3M15 18v3M3 9h3M3 15h3M18 9h3M18 15h3"
        case .cache: "M13 3l-8 11h6l-1 7l9-12h-7z"
        case .database: "M4 6c0-4 16-4 16 0s-16 4-16 0v12c0 4 16 4 16 0v-12M4 12c0 4 16 4 16 0"
        case .cluster:
            "M3 6c0-3.500 11-3.500 11 0s-11 3.500-11 0v10c0 2 3 2.800 6 2.600M14 6v4M10 13c0-3.500 11-3.500 11 0s-11 3.500-11 0v6c0 3.500 11 3.500 11 0v-6"
        case .document: "M12 3c6 5 6 12 0 15c-6-3-6-10 0-15M12 9v13"
        case .bucket: "M4 6h16l-2.500 14h-11zM4 6c0-3 16-3 16 0M6 12h12"
        case .queue: "M3 8h4v8h-4zM10 8h4v8h-4zM17 8h4v8h-4zM7 12h3M14 12h3"
        case .topic: "M6 17c2-2 1-6 2-9c1-3 7-3 8 0c1 3 0 7 2 9zM10 20h4M12 3v2"
        case .secret: "M5 11h14v10h-14zM8 11v-4a4 4 0 0 1 8 0v4M12 15v2.500"
        case .key: "M8 11a4.500 4.500 0 1 0 0 9a4.500 4.500 0 1 0 0-9M11 12.500l9-9M16 7.500l3 3M13.500 10l2 2"
        case .registry: "M3 10h5v5h-5zM9.500 10h5v5h-5zM9.500 3.500h5v5h-5zM16 10h5v5h-5zM3 18h18"
        case .trail: "M6 3h9l4 4v14h-13zM15 3v4h4M9 11h7M9 14h7M9 17h4"
        case .backup: "M5 12a7.500 7.500 0 1 1 2 5M5 12l-2.500-2.500M5 12l3-2M12.500 8v4.500l3 2"
        case .budget: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M15 9c-1-2-6-2-6 .5c0 3 6 2 6 5c0 2.500-5 2.500-6 .5M12 6v12"
        case .watch: "M3 13h4l2.500-7l4 12l2.500-7h5"
        case .more: "M6 12h.5M12 12h.5M18 12h.5"
        case .other: "M5 5h14v14h-14zM9 9h6v6h-6z"
        }
    }
}
