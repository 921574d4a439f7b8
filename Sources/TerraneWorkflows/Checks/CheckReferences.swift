import TerraneCore

extension Workflow {
    /// Whatever an expression reads is there: outputs of steps and jobs, inputs, variations of the matrix.
    func checkReferences() -> [Diagnostic] {
        let inputs = triggers.flatMap { $0.inputs ?? [] }.map(\.name)
        let here = ReferenceScope(inputs: inputs, jobs: jobs.map(\.id), matrix: [], place: source, user: name)
        return here.check(ownTexts.flatMap(\.computed)) + jobs.flatMap { $0.checkReferences(inputs: inputs) }
    }
}

extension Job {
    fileprivate func checkReferences(inputs: [String]) -> [Diagnostic] {
        var scope = ReferenceScope(
            inputs: inputs, jobs: needs.map(\.job), matrix: matrix?.names ?? [], place: source, user: id)
        var found = scope.check(earlyExpressions)
        for step in steps {
            scope.place = step.source
            found += scope.check(step.expressions)
            if let id = step.id { scope.steps.append(id) }
        }
        scope.place = source
        return found + scope.check(lateTexts.flatMap(\.computed))
    }

    /// What GitHub computes once the steps have run.
    private var lateTexts: [WorkflowText] { outputs.texts + [gate?.url].compactMap(\.self) }

    /// What it computes before they do.
    private var earlyExpressions: [WorkflowExpression] {
        var early = self
        early.options.outputs = [:]
        early.options.gate = gate.map { EnvironmentGate(name: $0.name, url: nil) }
        return early.ownExpressions
    }
}

/// What expressions can read at one place of a workflow.
private struct ReferenceScope {
    let inputs: [String]
    /// The jobs whose outputs are known here.
    let jobs: [String]
    let matrix: Set<String>
    /// The steps that have run.
    var steps: [String] = []
    var place: SourceLocation
    let user: String

    init(inputs: [String], jobs: [String], matrix: Set<String>, place: SourceLocation, user: String) {
        self.inputs = inputs
        self.jobs = jobs
        self.matrix = matrix
        self.place = place
        self.user = user
    }

    func check(_ expressions: [WorkflowExpression]) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for expression in expressions {
            expression.forEachPart { part in
                switch part {
                case .step(let reference): found += check(reference)
                case .job(let reference): found += check(reference)
                case .context(let path): found += check(path)
                default: break
                }
            }
        }
        return found
    }

    private func check(_ reference: StepReference) -> [Diagnostic] {
        guard let step = reference.step else { return [.stepWithoutID(reference)] }
        guard steps.contains(step) else { return [.stepNotRun(reference, step, at: place)] }
        guard case .output(let output) = reference.member, let known = reference.outputs, !known.contains(output)
        else { return [] }
        return [.unknownOutput(output, of: "step '\(step)'", known, at: place, declaredAt: reference.declaredAt)]
    }

    private func check(_ reference: JobReference) -> [Diagnostic] {
        guard jobs.contains(reference.job) else { return [.jobNotNeeded(reference.job, by: user, at: place)] }
        guard case .output(let output) = reference.member, !reference.outputs.contains(output) else { return [] }
        return [
            .unknownOutput(
                output, of: "job '\(reference.job)'", reference.outputs, at: place, declaredAt: reference.declaredAt)
        ]
    }

    private func check(_ path: [String]) -> [Diagnostic] {
        guard path.count == 2 else { return [] }
        return switch path[0] {
        case "inputs" where !inputs.contains(path[1]): [.unknownWorkflowInput(path[1], inputs, at: place)]
        case "matrix" where !matrix.contains(path[1]): [.unknownAxis(path[1], matrix.sorted(), of: user, at: place)]
        case "secrets" where !path[1].isSecretName: [.malformedSecret(path[1], at: place)]
        default: []
        }
    }
}

extension String {
    /// Whether GitHub lets a secret be called so. ("Using secrets in GitHub Actions", GitHub Docs.)
    fileprivate var isSecretName: Bool {
        guard let first = utf8.first, first.isASCIILetter || first == UInt8(ascii: "_") else { return false }
        return utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
            && (!uppercased().hasPrefix("GITHUB_") || uppercased() == "GITHUB_TOKEN")
    }
}
