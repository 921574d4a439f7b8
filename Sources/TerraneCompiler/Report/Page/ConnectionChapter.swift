import TerraneCore

extension EnvironmentPart {
    var connections: Markup {
        parts {
            table(
                "Ways in from outside",
                [
                    "From", PageTable.Column("Ports", share: 15), "Reaches", "Firewall",
                    PageTable.Column("Opened by", share: 25),
                ],
                environment.entrances.enumerated().map(entrance), ifNone: "Nothing lets anybody in from outside.")
            table(
                "What load balancers do with requests",
                ["Listener", "Balancer", PageTable.Column("Requests", share: 15), PageTable.Column("Go", share: 40)],
                environment.listeners.map(listener), ifNone: "There is no load balancer.")
            table(
                "Who opens connections to whom",
                [
                    "From", "To", PageTable.Column("TCP ports", share: 15), PageTable.Column("What it is", share: 25),
                    "Declared at",
                ],
                environment.connections.enumerated().map(connection),
                ifNone: "Nothing is declared to connect to anything.")
        }
    }

    private func entrance(_ index: Int, _ entrance: ReportedEntrance) -> PageTable.Row {
        PageTable.Row(
            anchor: .row("in-\(entrance.name.path)", in: .connections, of: name),
            cells: [
                tag(.span) {
                    entrance.origin
                    if entrance.isInternet { PagePart.badge("open to all", "warn") }
                }, .text(entrance.ports), reached(entrance),
                links(entrance.firewalls, ifNone: "none"),
                tag(.span, .class("name")) {
                    PagePart.link(entrance.name, of: environment)
                    if let reason = entrance.reason { tag(.small) { reason } }
                    PagePart.source(entrance.source)
                },
            ])
    }

    private func reached(_ entrance: ReportedEntrance) -> Markup {
        parts {
            if !entrance.reaches.isEmpty || entrance.sealed.isEmpty {
                links(entrance.reaches, ifNone: "nothing yet")
            }
            for name in entrance.sealed {
                tag(.small) {
                    "not "
                    PagePart.link(name, of: environment)
                    ", to which the Internet has no way"
                }
            }
        }
    }

    private func listener(_ listener: ReportedListener) -> PageTable.Row {
        row(
            listener.name, listener.source, in: .connections, key: "listener-\(listener.name.path)",
            [.text(listener.balancer), .text(listener.requests), .text(listener.action)])
    }

    private func connection(_ index: Int, _ connection: ReportedConnection) -> PageTable.Row {
        PageTable.Row(
            anchor: .row(
                "\(index + 1)-\(connection.client.path)-\(connection.server.path)", in: .connections, of: name),
            cells: [
                PagePart.link(connection.client, of: environment), PagePart.link(connection.server, of: environment),
                .text(connection.ports), .text(connection.purpose),
                PagePart.source(connection.source),
            ])
    }
}
