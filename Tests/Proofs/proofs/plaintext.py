"""XML documents and shell scripts."""

from proofs.context import Context
from proofs.tools import run
from proofs.tree import Subject


def xml(context: Context, subject: Subject, notes: list[str]):
    """xmllint can read it; nothing is fetched for that."""
    run([context.tools.need("xmllint"), "--noout", "--nonet", subject.path])


def script(context: Context, subject: Subject, notes: list[str]):
    """shellcheck has nothing to say."""
    run([context.tools.need("shellcheck"), "--color=never", subject.path])
