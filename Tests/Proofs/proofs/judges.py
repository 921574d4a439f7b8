"""The judges, in the order they are asked: the quick ones first."""

from collections.abc import Callable
from dataclasses import dataclass

from proofs import (
    apply, cloudformation, compose, hostile, pages, plaintext, renames, scanner, schemas, taskdefinition, template_schemas, terraform,
    workflows,
)
from proofs.context import Context
from proofs.tree import Subject, Tree


@dataclass(frozen=True)
class Judge:
    """Who judges what. `optional`: a tree without anything to judge is no failure."""

    name: str
    subjects: Callable[[Tree], list[Subject]]
    ask: Callable[[Context, Subject, list[str]], None]
    tools: tuple[str, ...]
    optional: bool = False


JUDGES = [
    Judge("xmllint", Tree.documents, plaintext.xml, ("xmllint",)),
    Judge("shellcheck", Tree.scripts, plaintext.script, ("shellcheck",), optional=True),
    Judge("compose", Tree.compose_files, compose.configuration, ("check-jsonschema",), optional=True),
    Judge("workflow-schema", Tree.workflows, workflows.schema, ("check-jsonschema",)),
    Judge("actionlint", Tree.workflows, workflows.actionlint, ("actionlint", "shellcheck")),
    Judge("zizmor", Tree.workflows, workflows.zizmor, ("zizmor",)),
    Judge("hostile-texts", hostile.subjects, hostile.texts, ("terraform", "xmllint", "actionlint"), optional=True),
    Judge("report", pages.subjects, pages.pages, ("chromium", "xmllint"), optional=True),
    Judge("terraform-fmt", Tree.terraform, terraform.formatting, ("terraform",)),
    Judge("terraform-validate", Tree.terraform, terraform.validation, ("terraform",)),
    Judge("schemas-cloudformation", template_schemas.committed, template_schemas.extraction, (), optional=True),
    Judge("schemas-agreement", template_schemas.committed, template_schemas.agreement, ("cfn-lint",), optional=True),
    Judge("cfn-lint", Tree.templates, cloudformation.lint, ("cfn-lint",)),
    Judge("checkov", Tree.systems, scanner.scan, ()),
    Judge("cfn-create", Tree.templates, cloudformation.creation, ()),
    Judge("ecs-register", Tree.task_definitions, taskdefinition.registration, ("aws",)),
    Judge("schemas-terraform", Tree.terraform_schemas, schemas.terraform, ("terraform",), optional=True),
    Judge("schemas-agree", Tree.terraform_schemas, schemas.agreement, ("terraform",), optional=True),
    Judge("renames", renames.subjects, renames.moves, ("terraform",), optional=True),
    Judge("terraform-apply", Tree.production, apply.application, ("terraform",)),
]
