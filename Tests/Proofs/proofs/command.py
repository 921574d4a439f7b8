"""The command line: chooses the judges, asks them, reports."""

import argparse
from importlib.metadata import version
from pathlib import Path

from proofs import emulator
from proofs.context import Context
from proofs.environment import scratch, shared
from proofs.exceptions import Exceptions
from proofs.judges import JUDGES, Judge
from proofs.report import Failed, NotRun, Report
from proofs.tools import Tools
from proofs.tree import Tree


def main(here: Path, repository: Path, arguments: list[str]) -> int:
    options = parse(repository, arguments)
    judges = [judge for judge in JUDGES if not options.only or judge.name in options.only]
    if options.list:
        for judge in judges:
            print(f"{judge.name:<20} {judge.ask.__doc__.strip()}")
        return 0
    place, beside = scratch(repository), shared(repository)
    tools = Tools(place / "venv" / "bin")
    report, tree = Report(), Tree(options.golden.absolute(), options.stack)
    kind = emulator.kind(beside)
    context = Context(here, beside, place, tools, Exceptions.read(options.exceptions, kind))
    wanted = {name for judge in judges for name in judge.tools}
    tools.install(wanted)
    report.table("tools", [*((name, tools.version(name)) for name in sorted(wanted)), ("moto", f"{version('moto')}, {kind}")])
    for judge in judges:
        ask(judge, context, tree, report)
    judge_exceptions(context, tree, report)
    return report.finish()


def parse(repository: Path, arguments: list[str]) -> argparse.Namespace:
    names = [judge.name for judge in JUDGES]
    parser = argparse.ArgumentParser(prog="prove", description="Lets the real tools judge the golden tree.")
    parser.add_argument("--golden", type=Path, default=repository / "golden", metavar="DIR", help="the tree (default: the repository's)")
    parser.add_argument("--only", nargs="+", action="extend", choices=names, metavar="JUDGE", help="ask these judges only")
    parser.add_argument("--stack", default="*", metavar="GLOB", help="judge these stacks only")
    parser.add_argument("--list", action="store_true", help="name the judges and what they ask for")
    default = repository / "Tests" / "Proofs" / "exceptions.json"
    parser.add_argument("--exceptions", type=Path, default=default, metavar="FILE", help="what the emulator cannot do")
    return parser.parse_args(arguments)


def ask(judge: Judge, context: Context, tree: Tree, report: Report):
    subjects = judge.subjects(tree)
    if not subjects and not judge.optional:
        with report.case(judge.name, tree.stacks):
            if tree.stacks != "*":
                raise NotRun("nothing to judge in the chosen stacks")
            raise Failed(f"nothing to judge in {tree.root.name}/")
    for subject in subjects:
        with report.case(judge.name, subject.name) as notes:
            judge.ask(context, subject, notes)


def judge_exceptions(context: Context, tree: Tree, report: Report):
    """An exception that was asked about and matched nothing has to go. One for every stack may be of use in those not chosen."""
    for entry in context.exceptions.useless():
        if tree.stacks != "*" and any(letter in entry.stack for letter in "*?["):
            continue
        with report.case("exceptions", str(entry)):
            raise Failed(f"matches nothing that was judged; remove it: {entry.reason}")
