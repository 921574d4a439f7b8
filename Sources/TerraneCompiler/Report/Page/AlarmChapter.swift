import TerraneCore

extension EnvironmentPart {
    var alarms: Markup {
        let alarms = environment.alarms
        return parts {
            table(alarms.filter(\.isUnheard), "Alarms that come to nothing")
            table(alarms.filter { !$0.receivers.isEmpty }, "Alarms and who hears of them")
            table(alarms.filter { $0.receivers.isEmpty && !$0.isUnheard }, "Alarms that act and tell nobody")
            if alarms.isEmpty { tag(.p, .class("none")) { "There is no alarm." } }
        }
    }

    private func table(_ alarms: [ReportedAlarm], _ caption: String) -> Markup {
        guard !alarms.isEmpty else { return .nothing }
        return PageTable(
            caption: caption,
            columns: [
                "Alarm", PageTable.Column("Watches", share: 35), PageTable.Column("Goes off", share: 20), "Then",
            ],
            rows: alarms.map(row)
        ).markup
    }

    private func row(_ alarm: ReportedAlarm) -> PageTable.Row {
        row(
            alarm.name, alarm.source, in: .alarms,
            [
                watched(alarm), condition(of: alarm),
                alarm.isUnheard
                    ? PagePart.badge("nothing happens", "warn")
                    : PagePart.list(alarm.receivers.map(receiver) + alarm.effects.map(Markup.text), ifNone: ""),
            ])
    }

    private func watched(_ alarm: ReportedAlarm) -> Markup {
        tag(.div, .class("stack")) {
            tag(.span) { alarm.metric }
            for input in alarm.inputs { tag(.small) { input } }
            if let purpose = alarm.purpose { tag(.small, .class("purpose")) { purpose } }
            if alarm.kind != "CloudWatch alarm" { PagePart.badge(alarm.kind, "plain") }
        }
    }

    private func condition(of alarm: ReportedAlarm) -> Markup {
        tag(.div, .class("stack")) {
            PagePart.list(alarm.conditions, ifNone: "never")
            if let remark = alarm.remark { tag(.small) { remark } }
        }
    }

    private func receiver(_ receiver: AlarmReceiver) -> Markup {
        tag(.span) {
            receiver.channel + ": "
            PagePart.value(receiver.address)
            if let topic = receiver.topic {
                " by way of "
                PagePart.link(topic, of: environment)
            }
        }
    }
}
