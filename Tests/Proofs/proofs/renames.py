"""Renames: what was made under the old names is what stands under the new ones, to Terraform and to CloudFormation.

`RenamedStacks` compiles a system before and after its parts were given other names. Terraform makes the old one in an emulated AWS
and plans the new one: it moves, and makes, changes and takes away nothing. CloudFormation's template is the same as before; where
other logical IDs are asked for, the mappings for its stack refactoring lead from the one template to the other.
"""

import json
import shutil
from pathlib import Path

import botocore.session
from botocore.validate import ParamValidator

from proofs import apply
from proofs.context import Context
from proofs.emulator import running
from proofs.report import Failed, NotRun
from proofs.shrink import unprotect
from proofs.tools import run
from proofs.tree import Subject, Tree

PROGRAM = "RenamedStacks"
ACCOUNT = "111122223333"
PLACE = Path("shop/staging")
TEMPLATE = PLACE / "cloudformation/ap-northeast-1.template.json"
MAPPINGS = PLACE / "cloudformation/ap-northeast-1.refactor.json"


def subjects(tree: Tree) -> list[Subject]:
    """The program, when it is this repository that is judged as a whole."""
    sources = tree.root.parent / "Tests" / "Fixtures" / PROGRAM
    return [Subject(sources, PROGRAM)] if tree.stacks == "*" and sources.is_dir() else []


def moves(context: Context, subject: Subject, notes: list[str]):
    """Terraform plans moves and nothing else; CloudFormation has nothing to do, or only logical IDs to change."""
    folder = compiled(context, subject)
    kept, refactored = (json.loads((folder / stage / TEMPLATE).read_text()) for stage in ("before", "refactored"))
    if (folder / "before" / TEMPLATE).read_text() != (folder / "after" / TEMPLATE).read_text():
        raise Failed("the template of the renamed system is another one")
    mappings = json.loads((folder / "refactored" / MAPPINGS).read_text())
    check_request(mappings, (folder / "refactored" / TEMPLATE).read_text())
    check_mappings(mappings, kept, refactored)
    notes.append(f"{len(mappings)} of {len(kept['Resources'])} logical IDs refactored")
    notes.append(f"{planned(context, folder)} resources moved, none made, changed or destroyed")


def compiled(context: Context, subject: Subject) -> Path:
    program = subject.path.parents[2] / ".build" / "debug" / PROGRAM
    if not program.is_file():
        raise NotRun(f"{PROGRAM} is not built: swift build")
    folder = context.folder("renames") / "stages"
    shutil.rmtree(folder, ignore_errors=True)
    run([program, folder])
    return folder


def check_request(mappings: list[dict], template: str):
    """botocore takes the mappings for what the API does."""
    names = {place["StackName"] for mapping in mappings for place in mapping.values()}
    request = {"ResourceMappings": mappings, "StackDefinitions": [{"StackName": name, "TemplateBody": template} for name in names]}
    shape = botocore.session.get_session().get_service_model("cloudformation").operation_model("CreateStackRefactor").input_shape
    if (report := ParamValidator().validate(request, shape)).has_errors():
        raise Failed(report.generate_report()[:2000])


def check_mappings(mappings: list[dict], old: dict, new: dict):
    """The old template with other logical IDs is the new one: a stack refactoring may change nothing else."""
    names = {mapping["Source"]["LogicalResourceId"]: mapping["Destination"]["LogicalResourceId"] for mapping in mappings}
    if not names or len(set(names.values())) != len(names):
        raise Failed(f"mappings that are none: {mappings}")
    if missing := set(names) - set(old["Resources"]) or set(names.values()) - set(new["Resources"]):
        raise Failed(f"no such resources: {sorted(missing)}")
    if (renamed := spelt(old, names)) != new:
        differing = [id for id in renamed["Resources"] if renamed["Resources"][id] != new["Resources"].get(id)]
        raise Failed(f"the mappings do not lead to the new template: {differing or 'another section'}")


def spelt(value, names: dict[str, str]):
    """A template with other logical IDs, wherever it says one."""
    if isinstance(value, list):
        return [spelt(item, names) for item in value]
    if isinstance(value, dict):
        return {names.get(key, key): reference(key, item, names) or spelt(item, names) for key, item in value.items()}
    return value


def reference(function: str, argument, names: dict[str, str]):
    """What a function that names resources is given; nothing for any other."""
    if function == "Ref":
        return names.get(argument, argument)
    if function == "Fn::GetAtt":
        return [names.get(argument[0], argument[0]), *argument[1:]]
    if function == "DependsOn":
        return [names.get(id, id) for id in argument]
    if function == "Fn::Sub":
        text, *rest = argument if isinstance(argument, list) else [argument]
        for old, new in names.items():
            text = text.replace(f"${{{old}}}", f"${{{new}}}").replace(f"${{{old}.", f"${{{new}.")
        return [text, *spelt(rest, names)] if isinstance(argument, list) else text
    return None


def planned(context: Context, stages: Path) -> int:
    """Makes the old system, plans the new one, and counts what moved."""
    terraform, environment = context.tools.need("terraform"), context.terraform_environment
    folder = context.folder("renames") / "terraform"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(stages / "before" / PLACE / "terraform", folder)
    log = context.folder("logs") / "renames.log"
    with running(context.shared, ACCOUNT, log) as emulator:
        environment = environment | {name: value for name, value in emulator.environment.items() if name.startswith("AWS_") and value}

        def ask(*words: str, accept=(0,)) -> str:
            return run([terraform, *words], cwd=folder, env=environment, accept=accept, timeout=1500)

        unprotect(folder)
        (folder / "proof_override.tf").write_text(apply.override(folder, emulator))
        ask("init", "-no-color")
        ask("apply", "-auto-approve", "-parallelism=30", "-no-color")
        for path in folder.glob("*.tf"):
            if path.name != "proof_override.tf":
                path.unlink()
        for path in (stages / "after" / PLACE / "terraform").glob("*.tf"):
            shutil.copy(path, folder)
        unprotect(folder)
        ask("plan", "-out=plan", "-no-color")
        count = moved(json.loads(ask("show", "-json", "plan")))
        ask("apply", "-no-color", "plan")
        apply.unchanged(ask("plan", "-detailed-exitcode", "-no-color", accept=(0, 2)))
        return count


def moved(plan: dict) -> int:
    """How many resources have another address. Everything else of the plan is wrong."""
    changes = [change for change in plan["resource_changes"] if change["mode"] == "managed"]
    if wrong := [f"{change['address']}: {change['change']['actions']}" for change in changes if change["change"]["actions"] != ["no-op"]]:
        raise Failed("the plan does more than move:\n" + "\n".join(wrong[:20]))
    count = sum("previous_address" in change for change in changes)
    if not count:
        raise Failed("the plan moves nothing")
    return count
