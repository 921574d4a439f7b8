import Foundation
import TerraneCLI
import TerraneChecks
import TerraneCompiler
import TerraneCore
import TerraneXML
import Testing

@testable import stacks

/// The pages about the five systems.
@Suite struct SystemReportTests {
    private struct Page {
        let root: TerraneXML.Element
        let report: SystemReport
        let rows: [String: String]

        init(_ report: SystemReport) throws {
            root = try Document.parse(try SystemPage(report).document().serializedForBrowsers()).root
            self.report = report
            rows = Dictionary(
                root.everything.filter { $0.name == "tr" && $0["id"] != nil }.map { ($0["id"] ?? "", $0.text) }
            ) { $0 + "|" + $1 }
        }
    }

    private static func pages() async throws -> [Page] { try await made.value }

    /// Once for all tests.
    private static let made = Task {
        let graphs = await Compiler(targets: []).compile(Stacks.stacks).graphs
        return try SystemReport.all(of: graphs, policies: Stacks.policies).map(Page.init)
    }

    @Test func everySystemHasAPageWithAllItsEnvironments() async throws {
        let pages = try await SystemReportTests.pages()
        #expect(pages.count == 5)
        #expect(pages.map(\.report.environments.count).reduce(0, +) == Stacks.stacks.count)
        #expect(pages.allSatisfy { $0.report.environments.first?.name == "production" })
    }

    @Test func everyResourceIsInItWithItsAddressesAndItsLine() async throws {
        for page in try await SystemReportTests.pages() {
            for environment in page.report.environments {
                for node in environment.graph.nodes {
                    let row = page.rows["\(environment.name)/\(node.name)"] ?? ""
                    #expect(row.contains(node.source.description), "\(environment.name)/\(node.name)")
                    let type = node.type.terraform.typeName ?? node.type.cloudFormation.typeName
                    #expect(row.contains(type ?? "?"), "\(environment.name)/\(node.name)")
                }
            }
        }
    }

    @Test func everyAlarmIsInItAndWhoeverHearsOfIt() async throws {
        let types = [
            "aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm", "mongodbatlas_alert_configuration",
            "datadog_monitor", "aws_budgets_budget",
        ]
        var heard = 0
        for page in try await SystemReportTests.pages() {
            for environment in page.report.environments {
                let alarms = environment.graph.nodes.filter { types.contains($0.type.terraform.typeName ?? "") }
                for alarm in alarms {
                    let row = page.rows["\(environment.name).alarms:\(alarm.name)"]
                    #expect(row != nil, "\(alarm.name)")
                    heard += row?.contains("set at deployment: alert_email") == true ? 1 : 0
                }
                #expect(environment.alarms.count == alarms.count)
                #expect(environment.alarms.filter(\.isUnheard).map(\.name) == [])
            }
        }
        #expect(heard > 50)
    }

    @Test func everySecretIsInItAndIsReadBySomebody() async throws {
        var read = 0
        for page in try await SystemReportTests.pages() {
            for environment in page.report.environments {
                for node in environment.graph.nodes where node.type.terraform.typeName == "aws_secretsmanager_secret" {
                    let row = page.rows["\(environment.name).secrets:\(node.name)"]
                    #expect(row != nil, "\(node.name)")
                    #expect(row?.contains("rotated") == true || row?.contains("by hand") == true)
                    read += row?.contains("nothing in the stack") == false ? 1 : 0
                }
                for parameter in environment.graph.facts.parameters where parameter.isSensitive {
                    #expect(page.rows.keys.contains { $0.hasPrefix("\(environment.name).secrets:given-") })
                }
            }
        }
        #expect(read >= 15)
    }

    @Test func everyConnectionIsInItWithItsPorts() async throws {
        for page in try await SystemReportTests.pages() {
            for environment in page.report.environments {
                for (index, flow) in environment.graph.flows.enumerated() {
                    let id = "\(environment.name).connections:\(index + 1)-\(flow.clientName)-\(flow.serverName)"
                    let row = page.rows[id] ?? ""
                    #expect(row.contains(String(flow.ports.lowerBound)), "\(id)")
                    #expect(row.contains(flow.source.description), "\(id)")
                }
            }
        }
    }

    @Test func theInternetEntersEachSystemByItsFrontDoorAlone() async throws {
        for page in try await SystemReportTests.pages() {
            for entrance in page.report.environments.flatMap(\.entrances) where entrance.isInternet {
                #expect(["80", "443", "443 (80 leads to it)"].contains(entrance.ports), "\(entrance.name)")
            }
        }
    }

    @Test func everyExemptionIsInItWithItsReasonAndItsDay() async throws {
        var count = 0
        for page in try await SystemReportTests.pages() {
            for exemption in page.report.environments.flatMap(\.graph.exemptions) {
                count += 1
                #expect(
                    page.rows.values.contains { $0.contains(exemption.reason) && $0.contains("\(exemption.until)") })
            }
        }
        #expect(count > 0)
    }

    @Test func everyLinkLeadsSomewhereAndNoPlaceIsThereTwice() async throws {
        for page in try await SystemReportTests.pages() {
            let ids = page.root.everything.compactMap { $0["id"] }
            #expect(Set(ids).count == ids.count)
            let places = Set(ids)
            for link in page.root.everything where link.name == "a" {
                let place = link["href"].map { String($0.dropFirst()) } ?? ""
                #expect(places.contains(place), "\(place)")
            }
        }
    }

    @Test func everyTypeThatTheSystemsUseHasPlainWords() async throws {
        for page in try await SystemReportTests.pages() {
            for resource in page.report.environments.flatMap(\.areas).flatMap(\.resources) {
                guard case .address(_, let type) = resource.terraform else { continue }
                #expect(!resource.description.contains("("), "\(type): \(resource.description)")
            }
        }
    }

    @Test func theBytesAreTheSameEveryTime() async throws {
        let graphs = await Compiler(targets: []).compile(Stacks.stacks).graphs
        let once = try compileReports(of: graphs, policies: Stacks.policies)
        let again = await Compiler(targets: []).compile(Stacks.stacks).graphs
        #expect(try compileReports(of: again, policies: Stacks.policies) == once)
        #expect(once.map(\.path).last == "index.html")
    }
}

extension TerraneXML.Element {
    fileprivate var everything: [TerraneXML.Element] { [self] + elements.flatMap(\.everything) }
}
