"""What is built into the program of the providers' types is what the providers say, and is used as they use it."""

import json
import re
import shutil
import sys
from pathlib import Path

from proofs.context import Context
from proofs.report import Failed, NotRun
from proofs.tools import run
from proofs.tree import Subject

# What Terraform and the two kits for providers say of a configuration that is not as its schema has it.
WORDS = {
    "Incorrect attribute value type",
    "Invalid Configuration for Read-Only Attribute",
    "Invalid or unknown key",
    "Invalid resource type",
    "Missing Configuration for Required Attribute",
    "Missing required argument",
    "Unsupported argument",
    "Unsupported block type",
    "Value for unconfigurable attribute",
}

# What Terrane says of values: Terraform comes to these only where the form is right, and in many more words.
OF_VALUES = {"value-not-taken", "value-out-of-range"}

# A value that the provider cannot read, after which it looks no further at the resource.
UNREADABLE = "Invalid RFC3339 String Value"

# All types take several minutes.
EVERY = 30

# Terraform's time grows faster than the number of resources.
AT_A_TIME = 400


def terraform(context: Context, subject: Subject, notes: list[str]):
    """The providers' own answer, asked for again, is the committed one."""
    context.tools.need("terraform")
    refresh = subject.path.parent.parent / "TerraneSchemas" / "Refresh" / "refresh"
    notes.append(run([sys.executable, refresh, "terraform", "--check"], env=context.terraform_environment, timeout=1800))


def replacements(context: Context, subject: Subject, notes: list[str]):
    """Asked again about some types, the provider would replace resources by the edits that are committed, and by no others."""
    context.tools.need("terraform")
    refresh = subject.path.parent.parent / "TerraneSchemas" / "Refresh" / "refresh"
    question = [sys.executable, refresh, "replacements", "--check", "--every", str(EVERY)]
    notes.append(run(question, env=context.terraform_environment, timeout=1800))


def labels(context: Context, subject: Subject, notes: list[str]):
    """What truly comes of edits of whole resources is what the tests hold the program to."""
    context.tools.need("terraform")
    label = subject.path.parent.parent.parent / "Tests" / "Fixtures" / "Edits" / "label"
    notes.append(run([sys.executable, label, "--check"], env=context.terraform_environment, timeout=1800))


def agreement(context: Context, subject: Subject, notes: list[str]):
    """Raw resources of every type of AWS, legal and spoilt: Terrane refuses those that `terraform validate` refuses, and no other."""
    terraform = context.tools.need("terraform")
    program = subject.path.parent.parent.parent / ".build" / "debug" / "RawSamples"
    if not program.is_file():
        raise NotRun("RawSamples is not built: `swift build --product RawSamples`")
    folder = context.folder("samples")
    shutil.rmtree(folder)
    folder.mkdir()
    run([program, folder])
    ours = json.loads((folder / "verdicts.json").read_text())
    theirs = {}
    for number, part in enumerate(parts(folder)):
        theirs |= verdicts(context, terraform, part)
        if number == 0:
            compare(ours, theirs)  # no need to wait for the rest
    compare(ours, theirs)
    refused = sum(1 for found in theirs.values() if found["form"])
    notes.append(f"{len(theirs)} resources, {refused} of them refused by both")


def parts(folder: Path) -> list[Path]:
    """The configuration, a few hundred resources at a time."""
    blocks = re.split(r"\n(?=resource )", (folder / "other.tf").read_text())[1:]
    found = []
    for start in range(0, len(blocks), AT_A_TIME):
        part = folder / f"part-{start // AT_A_TIME}"
        part.mkdir()
        (part / "other.tf").write_text("\n".join(blocks[start : start + AT_A_TIME]))
        for name in ("terraform.tf", "providers.tf"):
            shutil.copy(folder / name, part)
        found.append(part)
    return found


def verdicts(context: Context, terraform: Path, part: Path) -> dict[str, dict[str, list[str]]]:
    """What Terraform says against each resource: of its form, and of its values."""
    run([terraform, "init", "-backend=false"], cwd=part, env=context.terraform_environment)
    answer = json.loads(run([terraform, "validate", "-json"], cwd=part, env=context.terraform_environment, accept=(0, 1)))
    labels = re.findall(r'^resource "\w+" "(\w+)"', (part / "other.tf").read_text(), re.MULTILINE)
    found = {label: {"form": [], "values": []} for label in labels}
    for each in answer["diagnostics"]:
        at = re.match(r'resource "\w+" "(\w+)"', (each.get("snippet") or {}).get("context") or "")
        if each["severity"] == "error" and at:
            found[at[1]]["form" if is_of_form(each) else "values"].append(f"{each['summary']}: {each['detail']}")
    return found


def is_of_form(diagnostic: dict) -> bool:
    words = diagnostic["summary"]
    known = words in WORDS or re.match(r"(Insufficient|Too many) \w+ blocks", words)
    # Two types of AWS want what stands in a block even where there is no such block; the schema does not say so.
    within = words == "Missing Configuration for Required Attribute" and re.search(r"for the \w+\.\w", diagnostic["detail"])
    return bool(known) and not within and "must be specified" not in diagnostic["detail"]


def compare(ours: dict[str, list[str]], theirs: dict[str, dict[str, list[str]]]):
    odd = [f"{label}: Terrane says {ours[label]}, Terraform {found}" for label, found in theirs.items() if differ(set(ours[label]), found)]
    if odd:
        raise Failed("\n".join([f"{len(odd)} of {len(theirs)} are judged differently", *odd[:20]]))


def differ(rules: set[str], found: dict[str, list[str]]) -> bool:
    """Of the form both say the same. What Terrane refuses of values, Terraform refuses too; it knows more of them."""
    form = rules - OF_VALUES
    if form and not found["form"] and any(each.startswith(UNREADABLE) for each in found["values"]):
        return False
    return bool(form) != bool(found["form"]) or (not form and bool(rules) and not found["values"])
