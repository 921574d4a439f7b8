/// Every text of a workflow, for the walks that look for references and for values of the infrastructure.
extension Workflow {
    /// All of them, those of the jobs and their steps too.
    var texts: [WorkflowText] { ownTexts + jobs.flatMap(\.texts) }

    /// Those outside the jobs.
    var ownTexts: [WorkflowText] {
        let offered = triggers.flatMap { trigger -> [WorkflowText] in
            if case .workflowCall(let interface) = trigger { interface.outputs.texts } else { [] }
        }
        return environment.texts + offered
            + [concurrency?.group, concurrency?.cancelsRunning, runName].compactMap(\.self)
    }
}

extension Job {
    /// All of them, those of the steps too.
    var texts: [WorkflowText] { ownTexts + steps.flatMap(\.texts) }

    /// Those outside the steps.
    var ownTexts: [WorkflowText] {
        let containers = ([container].compactMap(\.self) + services.map(\.container)).flatMap(\.texts)
        let single = [
            name, gate?.name, gate?.url, options.concurrency?.group, options.concurrency?.cancelsRunning,
            workingDirectory,
        ].compactMap(\.self)
        return single + environment.texts + outputs.texts + (matrix?.texts ?? []) + containers
            + (call?.inputs.texts ?? []) + (call?.secrets.texts ?? [])
    }

    /// Its own condition and those of its steps.
    var conditions: [WorkflowExpression] { [condition].compactMap(\.self) + steps.compactMap(\.condition) }

    /// Every expression that GitHub computes in it, outside the steps.
    var ownExpressions: [WorkflowExpression] {
        [condition].compactMap(\.self) + ownTexts.flatMap(\.computed)
    }
}

extension StepDefinition {
    var texts: [WorkflowText] {
        let work: [WorkflowText] =
            switch work {
            case .script(let script): [script.workingDirectory].compactMap(\.self)
            case .action(let call): call.inputs.texts
            }
        return [name, continuesOnError].compactMap(\.self) + environment.texts + work
    }

    /// Every expression that GitHub computes in it.
    var expressions: [WorkflowExpression] {
        [condition].compactMap(\.self) + texts.flatMap(\.computed)
    }
}
