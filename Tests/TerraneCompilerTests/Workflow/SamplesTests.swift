import TerraneCompiler
import TerraneCore
import TerraneWorkflows
import Testing

@Suite struct SamplesTests {
    @Test(arguments: [Samples.tests, Samples.release]) func aSampleIsInOrder(_ workflow: Workflow) {
        #expect(workflow.check() == [])
        #expect(PrintWorkflowTests.print(workflow).diagnostics == [])
    }

    @Test func printingTwiceGivesTheSameBytes() {
        #expect(PrintWorkflowTests.print(Samples.release).bytes == PrintWorkflowTests.print(Samples.release).bytes)
    }
}
