"""What an emulator cannot do, each with its reason. What no longer matches anything is an error, so the list can only shrink."""

import json
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

FIELDS = {"stack", "environment", "address", "attributes", "cloudformation", "dummy", "emulator", "reason"}


@dataclass(frozen=True)
class Entry:
    """One entry.

    `address` is a pattern of Terraform addresses, `cloudformation` one of CloudFormation types. With `attributes`, only those of
    the resource are left out, at any depth, and not the resource (of a CloudFormation type, properties and references). With `dummy`, references to the resource become that text, and
    what refers to it stays. `emulator` is `plain` (moto as released) or `any`.
    """

    reason: str
    address: str = ""
    cloudformation: str = ""
    attributes: tuple[str, ...] = ()
    dummy: str = ""
    stack: str = "*"
    environment: str = "*"
    emulator: str = "any"

    def __str__(self) -> str:
        return (self.address or self.cloudformation) + "".join(f" {name}" for name in self.attributes)


class Exceptions:
    """The entries that hold for one kind of emulator, and which of them have been of use."""

    def __init__(self, entries: list[Entry], emulator: str):
        self.entries = [entry for entry in entries if entry.emulator in ("any", emulator)]
        self.used: set[Entry] = set()
        self.asked: set[Entry] = set()
        self.doubted: set[Entry] = set()

    @classmethod
    def read(cls, path: Path, emulator: str) -> "Exceptions":
        entries = json.loads(path.read_text()) if path.exists() else []
        for entry in entries:
            if unknown := set(entry) - FIELDS:
                raise ValueError(f"{path.name}: unknown field {', '.join(sorted(unknown))}")
            if not entry.get("reason") or bool(entry.get("address")) == bool(entry.get("cloudformation")):
                raise ValueError(f"{path.name}: an entry needs a reason and either an address or a CloudFormation type: {entry}")
            if entry.get("emulator", "any") not in ("plain", "any"):
                raise ValueError(f"{path.name}: emulator is plain or any: {entry}")
        return cls([Entry(**entry | {"attributes": tuple(entry.get("attributes", ()))}) for entry in entries], emulator)

    def applying(self, field: str, stack: str, environment: str) -> list[Entry]:
        """The entries of one sort (`address` or `cloudformation`) that speak of this stack and environment."""
        chosen = [entry for entry in self.entries if getattr(entry, field)]
        chosen = [entry for entry in chosen if fnmatchcase(stack, entry.stack) and fnmatchcase(environment, entry.environment)]
        self.asked.update(chosen)
        return chosen

    def match(self, entry: Entry, name: str) -> bool:
        matches = fnmatchcase(name, entry.address or entry.cloudformation)
        if matches:
            self.used.add(entry)
        return matches

    def doubt(self, entries: list[Entry]):
        """Where the judge failed it never came out what these are good for: none of them counts as useless."""
        self.doubted.update(entries)

    def useless(self) -> list[Entry]:
        """What was asked about and matched nothing."""
        return [entry for entry in self.entries if entry in self.asked - self.used - self.doubted]
