import Foundation
import Terrane
import TerraneCLI
import TerraneCompiler

/// Writes a system as it was, and as it is once its parts have other names, each into a folder of its own.
///
///     RenamedStacks FOLDER
@main struct RenamedStacks {
    static func main() async throws {
        guard let folder = CommandLine.arguments.dropFirst().first else { fail("usage: RenamedStacks FOLDER") }
        for stage in RenamedShop.Stage.allCases {
            let compilation = await Compiler().compile([RenamedShop(stage: stage)])
            for problem in compilation.diagnostics where problem.severity == .error { fail(problem.summary) }
            let root = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(stage.rawValue)
            _ = try OutputFolder(root: root).write(compilation.artifacts, within: .everything)
        }
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(1)
    }
}
