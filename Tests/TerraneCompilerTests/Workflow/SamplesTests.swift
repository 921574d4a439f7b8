import TerraneCore
import TerraneWorkflows
import Testing
import TerraneCompiler

@Suite struct SamplesTests {
    @Test(arguments: [Samples.tests, Samples.release]) func aSampleIsInOrder(_ workflow: Workflow) {
        #expect(workflow.check() == [])
        #expect(PrintWorkflowTests.print(workflow).diagnostics == [])
    }

    @Test func printingTwiceGivesTheSameBytes() {
        #expect(PrintWorkflowTests.print(Samples.release).bytes == PrintWorkflowTests.print(Samples.release).bytes)
    }
}
