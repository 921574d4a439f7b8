import ArgumentParser
import TerraneCompiler
import TerraneCore

/// `list`: the stacks there are.
struct ListCommand<Program: StackProgram>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: "List the stacks, their environments and their size.")
    }

    @OptionGroup var selection: StackOptions
    @OptionGroup var speech: SpeechOptions

    private struct Report: Encodable {
        struct Item: Encodable {
            let stack: String
            let environment: String
            let region: String
            let resources: Int
        }

        let formatVersion = 1
        let stacks: [Item]
    }

    func run() async throws {
        let stacks = try selection.selection(from: Program.stacks)
        let items = await Compiler(targets: []).compile(stacks).summaries.map {
            Report.Item(
                stack: $0.stack.path, environment: $0.environment, region: $0.region.rawValue, resources: $0.resources)
        }
        speech.console.data(speech.format == .json ? JSONText.encode(Report(stacks: items)) : table(items))
    }

    private func table(_ items: [Report.Item]) -> String {
        let rows =
            [["STACK", "ENVIRONMENT", "REGION", "RESOURCES"]]
            + items.map { [$0.stack, $0.environment, $0.region, String($0.resources)] }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.indices.map { column in
                column == row.count - 1
                    ? row[column] : row[column] + String(repeating: " ", count: widths[column] + 2 - row[column].count)
            }.joined()
        }.joined(separator: "\n")
    }
}
