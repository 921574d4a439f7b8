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

    @Test func partsOfTheSameNameAreKeptApart() {
        let text = String(describing: CloudWatch.Dashboard("koemo", widgets: [.graph("Errors", rate, rate)]).document)
        #expect(text.contains("100 * errors / requests") && text.contains("100 * errors_2 / requests_2"))
        let apart = [CloudWatch.Widget.graph("Errors", rate), .graph("Again", rate)]
        #expect(!String(describing: CloudWatch.Dashboard("koemo", widgets: apart).document).contains("errors_2"))
    }

    @Test func rowsShareTheWidthOfALine() {
        let users = CloudWatch.Widget.graph("Users", koemo.gauge("users"))
        let dashboard = CloudWatch.Dashboard(
            "koemo", rows: [[users, users, users], [users], [users, users, users, users, users]])
        #expect(
            places(dashboard) == [
                [0, 0], [8, 0], [16, 0], [0, 6], [0, 12], [6, 12], [12, 12], [18, 12], [0, 18],
            ])
        #expect(
            dashboard.widgets.map(\.width) == [.third, .third, .third, .full] + Array(repeating: .quarter, count: 4) + [
                .full
            ])
    }

    @Test func countsOfEventsAreAGraphAndEventsATable() {
        let queries: [Logs.Query] = [.matching("ERROR").counted(every: .minutes(5)), .matching("ERROR").latest()]
        let texts = queries.map { query in
            let widget = CloudWatch.Widget.logs("Errors", from: ["/ecs/a"], query: query)
            return String(describing: CloudWatch.Dashboard("koemo", widgets: [widget]).document)
        }
        #expect(texts[0].contains("timeSeries") && texts[1].contains("table"))
        #expect(texts[0].contains("filter @message like /ERROR/ | stats count() by bin(5m)"))
    }

    @Test func aThresholdIsALineAcrossAGraph() {
        let widget = CloudWatch.Widget.graph("CPU", koemo.share("cpu")).marked("alarm", at: 80)
        let text = String(describing: CloudWatch.Dashboard("koemo", widgets: [widget]).document)
        #expect(text.contains("annotations") && text.contains("horizontal") && text.contains("80.0"))
    }

    @Test func alarmsAreShownByTheirARNs() {
        let topic = AlertTopic("oncall", subscribers: ["people": .email("a@b.c")])
        let alarm = Alarm("queue", on: koemo.gauge("queue"), above: 1, notify: topic)
        let widgets: [CloudWatch.Widget] = [.alarms("Alarms", alarm)]
        #expect(widgets == [.alarms("Alarms", [alarm.arn])])
    }
}
