import TerraneCore
import Testing

@testable import TerraneAWS

struct DashboardTests {
    private let koemo = MetricNamespace("KOEMO")

    private var rate: Metric {
        Metric(
            math: "100 * errors / requests",
            [.init("errors", koemo.count("errors")), .init("requests", koemo.count("requests"))], label: "Errors",
            unit: .percent)
    }

    private func places(_ dashboard: CloudWatch.Dashboard) -> [[Int]] {
        guard case .object(let fields) = dashboard.document, case .list(let widgets)? = fields.first?.value else {
            return []
        }
        return widgets.map { widget in
            guard case .object(let fields) = widget else { return [] }
            return ["x", "y"].compactMap { key in
                guard case .integer(let number)? = fields.first(where: { $0.key == key })?.value else { return nil }
                return number
            }
        }
    }

    @Test func bothDialectsTakeTheBodyAsText() {
        let rows = DataTable(CloudWatch.Dashboard("koemo", widgets: [.text("KOEMO", "")]))
        guard case .json? = rows.terraform["dashboard_body"], case .json? = rows.cloudFormation["DashboardBody"] else {
            Issue.record("not a JSON document as text")
            return
        }
    }

    @Test func widgetsFillLinesOfTwentyFourColumns() {
        let dashboard = CloudWatch.Dashboard(
            "koemo",
            widgets: [
                .text("KOEMO", "Production"), .graph("Calls", koemo.count("calls")),
                .graph("Users", koemo.gauge("users")),
                .number("Queue", koemo.gauge("queue")), .alarms("Alarms", []),
            ])
        #expect(places(dashboard) == [[0, 0], [0, 2], [12, 2], [0, 8], [0, 14]])
    }

    @Test func partsOfArithmeticAreInvisible() {
        let text = String(describing: CloudWatch.Dashboard("koemo", widgets: [.graph("Errors", rate)]).document)
        #expect(text.contains("100 * errors / requests"))
        #expect(text.contains("visible"))
    }

    @Test func aQueryNamesItsLogGroups() {
        let widget = CloudWatch.Widget.logs("Errors", from: ["/ecs/a", "/ecs/b"], query: "fields @message")
        var texts: [String] = []
        CloudWatch.Dashboard("koemo", widgets: [widget]).document.forEachPart { texts += [$0.text].compactMap { $0 } }
        #expect(texts.contains("SOURCE '/ecs/a' | SOURCE '/ecs/b' | fields @message"))
    }

    @Test func anIdentifierUsedTwiceInAWidgetIsAnError() {
        let bad = CloudWatch.Dashboard("koemo", widgets: [.graph("Errors", rate, rate)])
        #expect(bad.check() == [.identifierUsedTwice("errors", in: "Errors", of: "koemo")])
        let figures = CloudWatch.Dashboard("koemo", widgets: [.number("Errors", rate, rate)])
        #expect(figures.check().count == 1)
        let good = CloudWatch.Dashboard("koemo", widgets: [.graph("Errors", rate), .graph("Again", rate)])
        #expect(good.check().isEmpty)
    }
}
