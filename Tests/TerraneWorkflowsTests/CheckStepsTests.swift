import TerraneCore
import TerraneWorkflows
import Testing

@Suite struct CheckStepsTests {
    @Test func twoStepsOfOneIDAreAnError() {
        let bad = oneJob {
            Run("One", "make one").id("build")
            Run("Two", "make two").id("build")
        }
        #expect(summaries(bad) == ["two steps of the job 'test' have the id 'build'"])
        let good = onPush(
            Job("a") { Run("One", "make one").id("build") }, Job("b") { Run("Two", "make two").id("build") })
        #expect(good.check() == [])
    }

    @Test func aStepIDIsMadeOfLettersAndDigits() {
        #expect(summaries(oneJob { Run("One", "make").id("a b") }) == ["'a b' cannot be the id of a step"])
    }

    @Test func anExpressionDoesNotStandInAScript() {
        let bad = Run("Greet", "echo ${{ github.head_ref }}")
        let found = oneJob { bad }.check()
        #expect(found.map(\.summary) == ["the script of 'Greet' holds an expression"])
        #expect(found.first?.location == bad.definition.source)
        #expect(oneJob { Run("Greet", "echo \"$NAME\" '{{.State}}'", env: ["NAME": .github.refName]) }.check() == [])
    }

    @Test func aScriptSaysSomething() {
        #expect(summaries(oneJob { Run("Nothing", " \n") }) == ["the script of 'Nothing' is empty"])
    }
}
