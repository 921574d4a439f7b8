public import TerraneCore
public import TerraneWorkflows
import TerraneYAML

extension Workflow {
    /// The file below `.github/workflows`, headed by a comment.
    ///
    /// `resolve` says what a value of the infrastructure is, when that is known before the workflow runs; one that is
    /// not is an error at the line of the step that uses it.
    public func printed(
        headedBy comment: String, resolving resolve: @escaping (Expression) -> String?
    ) -> PrintedDocument {
        var lowering = WorkflowLowering(texts: WorkflowTextPrinter(resolve: resolve))
        let tree = lowering.lower(self)
        let found = lowering.texts.diagnostics
        do throws(YAMLError) {
            return PrintedDocument(bytes: try Emitter.emit(tree, header: comment, indentsSequences: true), diagnostics: found)
        } catch {
            return PrintedDocument(bytes: [], diagnostics: found + [.unwritable(path, "\(error)", at: source)])
        }
    }
}
