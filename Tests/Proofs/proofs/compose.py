"""Compose files."""

import subprocess

from proofs.context import Context
from proofs.tools import run
from proofs.tree import Subject


def configuration(context: Context, subject: Subject, notes: list[str]):
    """The file has the shape that the Compose Specification gives to it, and Docker Compose, where it is, can read it."""
    run([context.tools.need("check-jsonschema"), "--builtin-schema", "vendor.compose-spec", subject.path])
    docker = context.tools.find("docker")
    if docker and subprocess.run([docker, "compose", "version"], capture_output=True).returncode == 0:
        run([docker, "compose", "--file", subject.path, "config", "--quiet", "--no-interpolate"])
    else:
        notes.append("Docker Compose is not installed: judged by the schema alone")
