import TerraneCore
import TerraneWorkflows
import Testing

@Suite struct CheckJobsTests {
    func job(_ id: String) -> Job { Job(id) { Run("Run", "make \(id)") } }

    @Test func twoJobsOfOneNameAreAnErrorThatShowsBoth() {
        let first = job("test")
        let second = Job("test") { Run("Run", "make") }
        let found = onPush(first, second).check()
        #expect(found.map(\.summary) == ["two jobs are called 'test'"])
        #expect(found.first?.location == second.source)
        #expect(found.first?.notes.first?.location == first.source)
        #expect(onPush(job("test"), job("lint")).check() == [])
    }

    @Test func anIDIsMadeOfLettersAndDigits() {
        #expect(summaries(onPush(job("1st"))) == ["'1st' cannot be the id of a job"])
        #expect(onPush(job("_first-1")).check() == [])
    }

    @Test func aJobDoesSomething() {
        #expect(summaries(onPush(Job("test") {})) == ["the job 'test' does nothing"])
    }

    @Test func aTimeoutIsInMinutes() {
        let bad = Job("test", timeout: .seconds(90)) { Run("Run", "make") }
        #expect(summaries(onPush(bad)) == ["the timeout of 'test' is not a number of minutes"])
        #expect(onPush(Job("test", timeout: .minutes(2)) { Run("Run", "make") }).check() == [])
        #expect(
            summaries(oneJob { Run("Run", "make").timeout(.seconds(5)) })
                == ["the timeout of 'Run' is not a number of minutes"])
    }

    @Test func aNeededJobIsListed() {
        let bad = onPush(job("tests"), job("deploy").needs(job("test"))).check()
        #expect(bad.map(\.summary) == ["the job 'deploy' needs 'test', which the workflow does not list"])
        #expect(bad.first?.help == "Did you mean 'tests'?")
        #expect(onPush(job("test"), job("deploy").needs(job("test"))).check() == [])
    }

    @Test func jobsDoNotWaitForEachOther() {
        let bad = onPush(job("a").needs(job("b")), job("b").needs(job("c")), job("c").needs(job("b")))
        #expect(summaries(bad) == ["jobs wait for each other in a circle: 'b' needs 'c' needs 'b'"])
        #expect(onPush(job("a").needs(job("b"), job("c")), job("b").needs(job("c")), job("c")).check() == [])
    }
}
