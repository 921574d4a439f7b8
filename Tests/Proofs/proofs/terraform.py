"""Terraform reads the configuration: formatting, and validation with the providers' schemas."""

import shutil
from pathlib import Path

from proofs.context import Context
from proofs.tools import run
from proofs.tree import Subject

KEPT_OUT = shutil.ignore_patterns(".terraform", ".terraform.lock.hcl", "terraform.tfstate*")


def formatting(context: Context, subject: Subject, notes: list[str]):
    """`terraform fmt` would change nothing."""
    run([context.tools.need("terraform"), "fmt", "-check", "-diff", "-recursive", subject.path])


def validation(context: Context, subject: Subject, notes: list[str]):
    """`init` and `validate` succeed; warnings are shown."""
    terraform = context.tools.need("terraform")
    folder = copied(context, subject, "validate")
    run([terraform, "init", "-backend=false", "-no-color"], cwd=folder, env=context.terraform_environment)
    printed = run([terraform, "validate", "-no-color"], cwd=folder, env=context.terraform_environment)
    if "Warning:" in printed:
        notes.append(printed)


def copied(context: Context, subject: Subject, purpose: str) -> Path:
    """A copy to work in: nothing of Terraform's own lands in the golden tree."""
    folder = context.folder(purpose) / subject.name.replace("/", "-")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(subject.path, folder, ignore=KEPT_OUT)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(path.stat().st_mode | 0o200)
    return folder
