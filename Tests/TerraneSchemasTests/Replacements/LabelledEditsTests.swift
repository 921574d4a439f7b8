import Foundation
import Testing

@testable import TerraneSchemas

/// The facts, judged by edits of whole resources of which the real provider and the registry say what comes of them
/// (`Tests/Fixtures/Edits/label`).
@Suite struct LabelledEditsTests {
    private static let edits = LabelledEdit.all

    @Test func thereAreManyEditsOfManyTypes() {
        let (edits, types) = (LabelledEditsTests.edits, Set(LabelledEditsTests.edits.map(\.terraformType)))
        #expect(edits.count { $0.terraform != nil } >= 400)
        #expect(edits.count { $0.cloudFormation != nil } >= 400)
        #expect(types.count >= 90)
        #expect(edits.count { $0.terraform == .will && $0.isStateful } >= 50)
    }

    @Test func terraformReplacesWhatIsSaidToBeReplaced() {
        judge("Terraform", LabelledEditsTests.edits.compactMap { Judgement($0, $0.terraform, $0.terraformVerdict) })
    }

    @Test func cloudFormationReplacesWhatIsSaidToBeReplaced() {
        judge(
            "CloudFormation",
            LabelledEditsTests.edits.compactMap { Judgement($0, $0.cloudFormation, $0.cloudFormationVerdict) })
    }

    /// Of stateful things every replacement is foretold; of what is foretold, nearly all comes true; and nothing that comes true
    /// was denied. Of raw resources one replacement is only said to be possible: the nodes of `aws_elasticache_cluster` are
    /// replaced if its engine is Memcached, and a fact knows one property.
    private func judge(_ backEnd: String, _ judgements: [Judgement]) {
        let score = Score(judgements)
        print(backEnd, score)
        #expect(score.precision >= 0.95, "\(backEnd): \(score)")
        #expect(score.statefulRecall == 1, "\(backEnd): \(score)")
        #expect(score.recall >= 0.98, "\(backEnd): \(score)")
        #expect(score.shareOfMay <= 0.05, "\(backEnd): \(score)")
        let denied = judgements.filter { $0.truth == .will && $0.said == .no }
        #expect(denied.isEmpty, "\(denied)")
    }
}

/// What truly comes of an edit, and what is said of it.
struct Judgement: CustomStringConvertible {
    let edit: LabelledEdit
    let truth: Replacement.Verdict
    let said: Replacement.Verdict

    init?(_ edit: LabelledEdit, _ truth: Replacement.Verdict?, _ said: Replacement.Verdict?) {
        guard let truth, let said else { return nil }
        (self.edit, self.truth, self.said) = (edit, truth, said)
    }

    var description: String { "\(edit): truly \(truth), said \(said)\(edit.isStateful ? ", stateful" : "")" }
}

/// How often what was said is true.
struct Score: CustomStringConvertible {
    let precision: Double
    let recall: Double
    let statefulRecall: Double
    let shareOfMay: Double
    let count: Int

    init(_ judged: [Judgement]) {
        func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 1 : Double(part) / Double(whole) }
        let will = judged.filter { $0.truth == .will }
        let stateful = will.filter { $0.edit.isStateful && $0.edit.isSupported }
        precision = share(will.count { $0.said == .will }, judged.count { $0.said == .will && $0.truth != .may })
        recall = share(will.count { $0.said == .will }, will.count)
        statefulRecall = share(stateful.count { $0.said == .will }, stateful.count)
        shareOfMay = share(judged.count { $0.said == .may }, judged.count)
        count = judged.count
    }

    var description: String {
        "precision \(rounded(precision)), recall \(rounded(recall)), of stateful types \(rounded(statefulRecall)), "
            + "may \(rounded(shareOfMay)) of \(count) edits"
    }

    private func rounded(_ share: Double) -> Double { (share * 1000).rounded() / 1000 }
}
