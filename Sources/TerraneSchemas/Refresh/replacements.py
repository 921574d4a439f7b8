#!/usr/bin/env python3
"""Writes which edits of a resource make Terraform's AWS provider replace it.

    python3 replacements.py replacements.schemas [TYPE…] [--every N]

Schemas do not say it. The provider is asked over Terraform's plugin protocol, as Terraform asks it, what it would plan for a
resource that is as its configuration says when the configuration changes in one place. It needs no network and no account.

A line for each type: its name, a tab, and a JSON object: under each rule the paths that it is the rule of; a path that ends with a
slash is a block's, and of paths that are not there no edit replaces the resource. A rule is `*`, always; `?`, not known; or
kinds of edits that replace the resource, that may (`set?`), or that do not although other changes do (`grow-`). Under `=` stand
the defaults of the attributes that have a rule, under `>` for each value of an attribute that has but some those to which it
cannot be changed in place. The line `authorities` says who said so, by the prefix of the types.
"""

import argparse
import json
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.util import Finalize
from pathlib import Path

sys.dont_write_bytecode = True
import plugin  # noqa: E402
import terraform  # noqa: E402
from questions import NO, UNASKED, WILL, Answers, Type  # noqa: E402

HERE = Path(__file__).absolute().parent
SOURCES = HERE.parent / "sources.json"
ATLAS = HERE / "mongodbatlas_replacements.json"
SCHEMAS = HERE.parent.parent / "CProviderSchemas" / "terraform.schemas"
COMMITTED = SCHEMAS.with_name("replacements.schemas")
SPECIAL = {"increase", "decrease", "enable", "disable", "grow", "shrink"}
# An address that nobody has: the provider must not be able to ask a cloud.
CONFIGURATION = {
    "access_key": "none", "secret_key": "none", "region": "us-east-1", "max_retries": 1, "skip_credentials_validation": True,
    "skip_metadata_api_check": "true", "skip_region_validation": True, "skip_requesting_account_id": True,
}  # fmt: skip


def rule(verdicts: dict[str, set[str]]) -> str:
    """The rule in words; empty for never."""
    said = {kind: word(found) for kind, found in verdicts.items()}
    if set(said.values()) <= {""}:
        return ""
    if set(said.values()) == {"!"}:
        return "*"
    if set(said.values()) == {"?"}:
        return "?"
    special = {kind: mark for kind, mark in said.items() if kind in SPECIAL}
    if special and len({*special.values(), said.get("change", next(iter(special.values())))}) == 1:
        said = {kind: mark for kind, mark in said.items() if kind not in SPECIAL} | {"change": next(iter(special.values()))}
    if "change" not in said and special:
        return " ".join(written(kind, mark) for kind, mark in sorted(said.items()) if mark)
    plain = said.get("change", "")
    return " ".join(written(kind, mark or "-") for kind, mark in sorted(said.items()) if mark or (kind in SPECIAL and plain))


def word(found: set[str]) -> str:
    if found == {WILL} or found == {WILL, UNASKED}:
        return "!"
    return "" if found == {NO} else "?"


def written(kind: str, mark: str) -> str:
    return kind + mark.replace("!", "")


def document(answers: Answers) -> dict:
    rules = {path: rule(verdicts) for path, verdicts in answers.verdicts.items()}
    found: dict[str, list[str]] = {}
    for path, words in sorted(rules.items()):
        if words:
            found.setdefault(words, []).append(path)
    defaults = {path: default for path, default in answers.defaults.items() if rules.get(path) not in (None, "", "?")}
    pairs = {path: replacing(pairs) for path, pairs in answers.pairs.items() if "change?" in rules.get(path, "") and are_known(pairs)}
    return found | ({"=": defaults} if defaults else {}) | ({">": pairs} if pairs else {})


def are_known(pairs: dict[str, dict[str, str]]) -> bool:
    return all(verdict != UNASKED for others in pairs.values() for verdict in others.values())


def replacing(pairs: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """For each value those to which it cannot be changed in place."""
    return {one: sorted(other for other, verdict in others.items() if verdict == WILL) for one, others in sorted(pairs.items())}


# MARK: Asking


class Asker:
    """A provider, started anew when a question has killed it."""

    def __init__(self, program: Path):
        self.program = program
        self.provider = plugin.Provider(program)
        top, self.types = self.provider.schemas()
        self.configuration = {name: None for name in top["attributes"]} | {name: [] for name in top["block_types"]} | CONFIGURATION
        self.provider.configure(self.configuration)

    def plan(self, *question, patience: float) -> plugin.Plan:
        plan = self.provider.plan(*question, patience=patience)
        if plan.errors and plan.errors[0][1].startswith("UNAVAILABLE"):
            self.close()
            self.provider = plugin.Provider(self.program)
            self.provider.configure(self.configuration)
        return plan

    def close(self):
        self.provider.close()

    def ask(self, name: str, limits: dict) -> Answers:
        return Type(self, name, self.types[name], limits).ask()


# The provider needs longer for one plan of these than for all edits of any other type. Nothing is known of them.
NOT_ASKED = {
    "aws_lexv2models_intent", "aws_lexv2models_slot", "aws_medialive_channel", "aws_quicksight_analysis", "aws_quicksight_dashboard", "aws_quicksight_template",
}  # fmt: skip

ASKERS: list[Asker] = []


def begin(program: Path):
    """In each process of the pool."""
    ASKERS.append(Asker(program))
    Finalize(None, ASKERS[0].close, exitpriority=1)


def ask(question: tuple[str, dict]) -> tuple[str, dict | None, list[str]]:
    name, limits = question
    answers = ASKERS[0].ask(name, limits)
    return name, document(answers) if answers.verdicts else None, answers.problems


def ask_all(program: Path, chosen: list[str], every: int) -> dict[str, dict | None]:
    """What is written of each type; none for one that the provider would not plan at all."""
    with plugin.Provider(program) as one:
        known = set(one.schemas()[1]) - NOT_ASKED
        names = sorted(name for name in known if not chosen or name in chosen)[::every]
    limits = {name: found for name, (_, found) in terraform.forms(SCHEMAS.read_bytes()).items()}
    questions = [(name, limits.get(name, {})) for name in names]
    found = {}
    with ProcessPoolExecutor(os.cpu_count(), initializer=begin, initargs=[program]) as pool:
        for name, written, problems in pool.map(ask, questions, chunksize=1):
            found[name] = written
            if problems:
                print(f"{name}: {len(problems)} edits were not answered: {problems[0]}", file=sys.stderr)
    return found


# MARK: The file


def main():
    parser = argparse.ArgumentParser(description="Writes which edits of a resource make Terraform's AWS provider replace it.")
    parser.add_argument("output", type=Path)
    parser.add_argument("types", nargs="*", help="ask about these alone; the others stay as they are committed")
    parser.add_argument("--every", type=int, default=1, help="ask about every so-manieth type; the others stay as they are committed")
    options = parser.parse_args()
    program = provider()
    lines = committed() if options.types or options.every > 1 else {}
    lines |= ask_all(program, options.types, options.every)
    atlas = json.loads(ATLAS.read_text())
    lines |= atlas["types"]
    lines["authorities"] = {"aws": f"plan of hashicorp/aws {version(program)}", "mongodbatlas": atlas["authority"]}
    texts = sorted(f"{name}\t{terraform.compact(lines[name])}\n".encode() for name in lines if lines[name] is not None)
    options.output.write_bytes(b"".join(texts))
    record(options.output, version(program))


def committed() -> dict[str, dict]:
    lines = (line.split("\t", 1) for line in COMMITTED.read_text().splitlines())
    return {name: json.loads(document) for name, document in lines}


def record(output: Path, version: str):
    """Notes the version beside the committed form."""
    if output.parent.name != "CProviderSchemas":
        return
    sources = json.loads(SOURCES.read_text())
    sources["replacements"] = {"hashicorp/aws": version, "mongodbatlas": f"Sources/TerraneSchemas/Refresh/{ATLAS.name}"}
    SOURCES.write_text(json.dumps(sources, indent=2, sort_keys=True) + "\n")


def provider() -> Path:
    """The program of the AWS provider, which Terraform fetches."""
    proofs = Path(os.environ.get("TERRANE_PROOFS") or terraform.REPOSITORY / ".build" / "proofs")
    folder = proofs / "replacements"
    folder.mkdir(parents=True, exist_ok=True)
    command = terraform.Terraform(folder)
    command.write("providers.tf", terraform.requirements())
    command.run("init", "-backend=false")
    found = sorted(folder.glob(".terraform/providers/registry.terraform.io/hashicorp/aws/*/*/terraform-provider-aws*"))
    return found[-1].resolve() if found else sys.exit("Terraform has fetched no provider of AWS")


def version(program: Path) -> str:
    """`…/aws/5.100.0/linux_amd64/terraform-provider-aws_v5.100.0_x5`."""
    return program.parent.parent.name


if __name__ == "__main__":
    main()
