"""GitHub Actions workflows."""

import shutil
from pathlib import Path

from proofs.context import Context
from proofs.tools import run
from proofs.tree import Subject


def actionlint(context: Context, subject: Subject, notes: list[str]):
    """actionlint is silent, on the scripts within the steps too."""
    shellcheck = context.tools.need("shellcheck")
    project = checkout(context, subject)
    command = [context.tools.need("actionlint"), "-no-color", "-shellcheck", shellcheck, "-pyflakes="]
    run([*command, project / ".github" / "workflows" / subject.path.name], cwd=project)


def zizmor(context: Context, subject: Subject, notes: list[str]):
    """zizmor finds nothing that could be attacked."""
    project = checkout(context, subject)
    command = [context.tools.need("zizmor"), "--offline", "--no-config", "--no-progress", "--color", "never"]
    run([*command, project / ".github" / "workflows" / subject.path.name], cwd=project)


def schema(context: Context, subject: Subject, notes: list[str]):
    """The file has the shape that GitHub's schema gives to workflows."""
    run([context.tools.need("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", subject.path])


def checkout(context: Context, subject: Subject) -> Path:
    """The stack's workflows where a repository has them: the tools look there for the workflows that others call."""
    project = context.folder("workflows", subject.stack)
    (project / ".git").mkdir(exist_ok=True)
    shutil.copytree(subject.path.parent, project / ".github" / "workflows", dirs_exist_ok=True)
    return project
