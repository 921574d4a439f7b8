"""ECS task definitions, registered with the command line that a person would use."""

import json

from proofs.context import Context
from proofs.emulator import running
from proofs.inputs import Inputs
from proofs.report import Failed
from proofs.tools import run
from proofs.tree import Subject


def registration(context: Context, subject: Subject, notes: list[str]):
    """`aws ecs register-task-definition` takes the file, and its answer holds every field that was given."""
    inputs = Inputs.read(context.here / "inputs", subject.stack, subject.environment)
    log = context.folder("logs") / f"{subject.name.replace('/', '-')}.log"
    with running(context.shared, inputs.account, log) as emulator:
        command = [context.tools.need("aws"), "ecs", "register-task-definition", "--output", "json", "--cli-input-json", f"file://{subject.path}"]
        printed = run(command, env=emulator.environment, timeout=120)
    answer = json.loads(printed)
    registered = answer["taskDefinition"] | ({"tags": answer["tags"]} if "tags" in answer else {})
    if differences := compare(json.loads(subject.path.read_text()), registered, ""):
        raise Failed("\n".join(["the answer is not what was given:", *differences]))


def compare(given, registered, path: str) -> list[str]:
    """Where `registered` lacks or changes something of `given`. What it has beyond that are defaults."""
    if isinstance(given, dict) and isinstance(registered, dict):
        return [line for key in given for line in compare(given[key], registered.get(key), f"{path}/{key}")]
    if isinstance(given, list) and isinstance(registered, list) and len(given) == len(registered):
        return [line for index, pair in enumerate(zip(given, registered)) for line in compare(*pair, f"{path}/{index}")]
    return [] if given == registered else [f"{path}: {given!r} became {registered!r}"]
