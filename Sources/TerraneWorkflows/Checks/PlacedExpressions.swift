import TerraneCore

/// A walk over everything that GitHub computes in a workflow, by the place where it stands.
extension Workflow {
    var placedExpressions: [PlacedExpression] { own + jobs.flatMap(\.placedExpressions) }

    private var own: [PlacedExpression] {
        let concurrency = [concurrency?.group, concurrency?.cancelsRunning].compactMap(\.self)
        return environment.texts.placed(.environment, source) + [runName].compactMap(\.self).placed(.runName, source)
            + concurrency.placed(.concurrency, source) + triggers.flatMap(offered)
    }

    private func offered(by trigger: WorkflowTrigger) -> [PlacedExpression] {
        let defaults = (trigger.inputs ?? []).compactMap(\.fallback).placed(.inputDefault, source)
        guard case .workflowCall(let interface) = trigger else { return defaults }
        return defaults + interface.outputs.texts.placed(.callOutput, source)
    }
}

extension Job {
    var placedExpressions: [PlacedExpression] {
        [condition].compactMap(\.self).placed(.jobCondition, source) + ownPlaced + containersPlaced
            + steps.flatMap(\.placedExpressions)
    }

    private var ownPlaced: [PlacedExpression] {
        let groups = [options.concurrency?.group, options.concurrency?.cancelsRunning].compactMap(\.self)
        let single: [(WorkflowText?, WorkflowPlace)] = [
            (name, .jobName), (gate?.name, .gate), (gate?.url, .gateURL), (workingDirectory, .defaults),
        ]
        let many: [([WorkflowText], WorkflowPlace)] = [
            (groups, .jobConcurrency), (environment.texts, .jobEnvironment), (outputs.texts, .jobOutput),
            (matrix?.texts ?? [], .matrix), (call?.inputs.texts ?? [], .callInput),
            (call?.secrets.texts ?? [], .callSecret),
        ]
        return single.flatMap { [$0.0].compactMap(\.self).placed($0.1, source) }
            + many.flatMap { $0.0.placed($0.1, source) }
    }

    private var containersPlaced: [PlacedExpression] {
        ([container].compactMap(\.self) + services.map(\.container)).flatMap { container in
            container.environment.texts.placed(.containerEnvironment, source)
                + ([container.image] + [container.options].compactMap(\.self)).placed(.container, source)
        }
    }
}

extension StepDefinition {
    var placedExpressions: [PlacedExpression] {
        [condition].compactMap(\.self).placed(.stepCondition, source) + texts.placed(.step, source)
    }
}

extension [WorkflowText] {
    fileprivate func placed(_ place: WorkflowPlace, _ source: SourceLocation) -> [PlacedExpression] {
        flatMap(\.computed).placed(place, source)
    }
}

extension [WorkflowExpression] {
    fileprivate func placed(_ place: WorkflowPlace, _ source: SourceLocation) -> [PlacedExpression] {
        map { PlacedExpression(expression: $0, place: place, source: source) }
    }
}
