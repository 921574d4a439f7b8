import TerraneCore
import TerraneWorkflows
import Testing

@Suite struct CheckNamesTests {
    @Test func aVariableIsGivenOnce() {
        let bad = oneJob { Run("Run", "make", env: ["A": 1, "A": 2]) }
        #expect(summaries(bad) == ["the environment variable 'A' is given twice"])
        #expect(oneJob { Run("Run", "make", env: ["A": 1]).env(["A": 2]) }.check() == [])
    }

    @Test func anInputIsGivenOnce() {
        let bad = oneJob { Checkout(with: ["ref": "a", "ref": "b"]) }
        #expect(summaries(bad) == ["the input 'ref' is given twice"])
        #expect(oneJob { Checkout(ref: "a", with: ["ref": "b"]) }.check() == [])
    }

    @Test func aVariableHasANameThatShellsCanRead() {
        let bad = Job("a") { Run("Run", "make") }.env(["my-var": 1])
        #expect(summaries(onPush(bad)) == ["'my-var' cannot be the name of an environment variable"])
        #expect(onPush(Job("a") { Run("Run", "make") }.env(["MY_VAR": 1])).check() == [])
    }
}
