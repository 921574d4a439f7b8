"""The golden tree: which files there are to be judged."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path


@dataclass(frozen=True)
class Subject:
    """One file or folder that is judged. `name` is its path in the tree."""

    path: Path
    name: str

    @property
    def stack(self) -> str:
        return self.name.split("/")[0]

    @property
    def environment(self) -> str:
        return self.name.split("/")[1]


@dataclass(frozen=True)
class Tree:
    """`<stack>/<environment>/{terraform,cloudformation,ecs}` and what belongs to the stack as a whole."""

    root: Path
    stacks: str = "*"

    def find(self, *patterns: str) -> list[Subject]:
        found = {path for pattern in patterns for path in self.root.glob(pattern)}
        subjects = [Subject(path, path.relative_to(self.root).as_posix()) for path in sorted(found)]
        return [subject for subject in subjects if fnmatchcase(subject.stack, self.stacks)]

    def systems(self) -> list[Subject]:
        return [subject for subject in self.find("*") if subject.path.is_dir()]

    def terraform(self) -> list[Subject]:
        return [subject for subject in self.find("*/*/terraform") if any(subject.path.glob("*.tf"))]

    def production(self) -> list[Subject]:
        return [subject for subject in self.terraform() if subject.environment == "production"]

    def templates(self) -> list[Subject]:
        return self.find("*/*/cloudformation/*.template.json")

    def task_definitions(self) -> list[Subject]:
        return self.find("*/*/ecs/*.task-definition.json")

    def workflows(self) -> list[Subject]:
        own = sorted(self.root.parent.glob(".github/workflows/*.yml")) if self.stacks == "*" else []
        return self.find("*/github/workflows/*.yml") + [Subject(path, f".github/workflows/{path.name}") for path in own]

    def documents(self) -> list[Subject]:
        return self.find("*/**/*.plist", "*/**/*.xml", "*/**/*.svg")

    def compose_files(self) -> list[Subject]:
        return self.find("*/compose.yaml")

    def scripts(self) -> list[Subject]:
        return self.find("*/**/*.sh")

    def terraform_schemas(self) -> list[Subject]:
        """Beside the tree, not in it: what the program knows of the providers' types."""
        path = self.root.parent / "Sources" / "CProviderSchemas" / "terraform.schemas"
        return [Subject(path, path.name)] if path.exists() and self.stacks == "*" else []
