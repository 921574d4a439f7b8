import TerraneCore

extension EnvironmentPart {
    var costs: Markup {
        parts {
            tag(.p, .class("note")) {
                "By name and without prices: what a bill has lines for, and how much of it the stack asks for."
            }
            for basis in CostDriver.Basis.allCases {
                let lines = CostLine.lines(of: environment.costs.filter { $0.basis == basis })
                if !lines.isEmpty {
                    PageTable(
                        caption: basis.caption,
                        columns: ["What is paid for", "How much", PageTable.Column("Of", share: 40)],
                        rows: lines.enumerated().map { row($0.offset, $0.element, basis) }
                    ).markup
                }
            }
        }
    }

    private func row(_ index: Int, _ line: CostLine, _ basis: CostDriver.Basis) -> PageTable.Row {
        PageTable.Row(
            anchor: .row("\(basis)-\(index + 1)", in: .costs, of: name),
            cells: [
                tag(.span) {
                    line.kind
                    if line.resources.count > 1 { PagePart.badge("\(line.resources.count)", "plain") }
                }, .text(line.size), links(line.resources, ifNone: "nothing"),
            ])
    }
}

/// What is paid for in the same way.
private struct CostLine {
    let kind: String
    let size: String
    var resources: [Name]

    /// In the order in which each kind comes up first.
    static func lines(of drivers: [CostDriver]) -> [CostLine] {
        var lines: [CostLine] = []
        var places: [[String]: Int] = [:]
        for driver in drivers {
            if let place = places[[driver.kind, driver.size]] {
                lines[place].resources.append(driver.name)
            } else {
                places[[driver.kind, driver.size]] = lines.count
                lines.append(CostLine(kind: driver.kind, size: driver.size, resources: [driver.name]))
            }
        }
        return lines
    }
}

extension CostDriver.Basis {
    fileprivate var caption: String {
        switch self {
        case .hourly: "Runs by the hour"
        case .monthly: "Stands by the month"
        case .usage: "Grows with use"
        }
    }
}
