"""Checkov scans what is deployed for weaknesses."""

import json
import re
from pathlib import Path

from proofs.context import Context
from proofs.environment import prepare
from proofs.report import Failed
from proofs.tools import run
from proofs.tree import Subject

FRAMEWORKS = ("terraform", "cloudformation")
RESOURCE = re.compile(r'^resource "(\w+)" "([\w-]+)" \{')
SKIP = re.compile(r"# checkov:skip=(\w+):")


def scan(context: Context, subject: Subject, notes: list[str]):
    """Checkov finds nothing but what is accepted with a reason, and every acceptance is of use."""
    home = context.folder("checkov")
    prepare(context.here / "requirements-checkov.txt", home)
    problems = []
    for framework in FRAMEWORKS:
        report = scanned(home, subject.path, framework)
        found, counts = report["results"], report["summary"]
        problems += [told(finding) for finding in found.get("failed_checks", [])]
        if counts["parsing_errors"]:
            problems.append(f"checkov cannot read {counts['parsing_errors']} {framework} files")
        if framework == "terraform":
            problems += idle(subject.path, found.get("skipped_checks", []))
        notes.append(f"{framework}: {counts['passed']} passed, {counts['skipped']} accepted")
    if problems:
        raise Failed("\n".join(problems))


def scanned(home: Path, folder: Path, framework: str) -> dict:
    command = [home / "bin" / "checkov", "--directory", folder, "--framework", framework, "--output", "json", "--compact", "--skip-download"]
    printed = run(command, accept=(0, 1))
    report = json.loads(printed[printed.index("{"):])
    if "results" not in report:
        raise Failed(f"checkov found no {framework} to scan\n{printed}")
    return report


def told(finding: dict) -> str:
    return f"{finding['file_path']}: {finding['resource']}: {finding['check_id']}: {finding['check_name']}"


def idle(folder: Path, skipped: list[dict]) -> list[str]:
    """Checks that are suppressed in the system and found nowhere in it: the weakness is gone, or never was."""
    used = {finding["check_id"] for finding in skipped}
    written = {check: f"{path.relative_to(folder)}: {resource}" for path in folder.rglob("*.tf") for resource, check in suppressions(path)}
    return [f"{place}: {check} is suppressed to no effect" for check, place in sorted(written.items()) if check not in used]


def suppressions(path: Path):
    resource = ""
    for line in path.read_text().splitlines():
        if match := RESOURCE.match(line):
            resource = f"{match[1]}.{match[2]}"
        elif match := SKIP.search(line):
            yield resource, match[1]
