import Foundation
import TerraneCompiler
import TerraneTesting
import Testing

/// That a new stack is short, and that much comes of it.
@Suite struct ShortStackTests {
    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let stacks = tests.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("stacks")

    /// Lines that are neither blank nor comments.
    private func code(of file: URL) throws -> [Substring] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { line in
            let text = line.drop { $0 == " " }
            return !text.isEmpty && !text.hasPrefix("//")
        }
    }

    @Test func thirtyLinesMakeFortyResources() async throws {
        let source = try code(of: Self.tests.appendingPathComponent("ShortStack.swift"))
        let stack = source.drop { !$0.hasPrefix("struct ") }
        #expect((1...30).contains(stack.count), "\(stack.count) lines")
        let compiled = await CompiledStack(ShortStack(), targets: [.terraform, .cloudformation])
        #expect(compiled.diagnostics.isEmpty, "\(compiled.diagnostics)")
        let terraform = compiled.artifacts.filter { $0.path.hasSuffix(".tf") }
        let resources = terraform.flatMap { file in
            String(decoding: file.contents, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("resource ") }
        }
        #expect(resources.count > 40, "\(resources.count) resources")
        for type in ["aws_vpc", "aws_ecs_service", "aws_lb", "aws_wafv2_web_acl", "aws_db_instance"] {
            #expect(resources.contains { $0.hasPrefix("resource \"\(type)\"") }, "\(type)")
        }
        #expect(resources.contains { $0.hasPrefix(#"resource "aws_elasticache_replication_group""#) })
        #expect(resources.filter { $0.hasPrefix(#"resource "aws_cloudwatch_metric_alarm""#) }.count == 2)
    }

    @Test func theReferencePlatformIsShort() throws {
        let folder = Self.stacks.appendingPathComponent("Platform")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" }
        #expect(!files.isEmpty)
        let lines = try files.map { try code(of: $0).count }.reduce(0, +)
        #expect(lines < 200, "\(lines) lines")
    }
}
