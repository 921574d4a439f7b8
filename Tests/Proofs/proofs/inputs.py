"""What a stack wants from outside before it can be made: values of its variables, and what must exist beforehand."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import jmespath

from proofs.emulator import REGION, Emulator
from proofs.report import Failed

DUMMIES = {"Number": "1", "CommaDelimitedList": "proof-a,proof-b", "AWS::Route53::HostedZone::Id": "Z0PROOF"}


@dataclass
class Inputs:
    """`inputs/<stack>-<environment>.json`.

    `variables` are Terraform's; a CloudFormation parameter takes the one of its name (`hosted_zone_id`, `HostedZoneId`) unless
    `parameters` has its own. Each of `prerequisites` is one call to the emulator: `service`, `operation`, `arguments`, optionally `region`
    and `variables`: name → where in the answer its value is (JMESPath).
    """

    account: str = "123456789012"
    variables: dict = field(default_factory=dict)
    parameters: dict = field(default_factory=dict)
    prerequisites: list[dict] = field(default_factory=list)

    @classmethod
    def read(cls, folder: Path, stack: str, environment: str) -> "Inputs":
        path = folder / f"{stack}-{environment}.json"
        if not path.exists():
            return cls()
        try:
            return cls(**json.loads(path.read_text()))
        except (ValueError, TypeError) as error:
            raise Failed(f"{path.name}: {error}") from None

    def prepare(self, emulator: Emulator) -> "Inputs":
        """Makes the prerequisites; the inputs it gives know what came of them."""
        found = dict(self.variables)
        for wanted in self.prerequisites:
            client = emulator.client(wanted["service"], wanted.get("region", REGION))
            answer = getattr(client, wanted["operation"])(**wanted.get("arguments", {}))
            for name, path in wanted.get("variables", {}).items():
                value = jmespath.search(path, answer)
                # Route 53 answers with a path where all its other operations take the bare identifier.
                found[name] = value.removeprefix("/hostedzone/") if isinstance(value, str) else value
        return Inputs(self.account, found, self.parameters, [])

    def parameter(self, name: str, declared: dict) -> str:
        """A value for a CloudFormation parameter: the given one, its default, or one that its type allows."""
        given = {pascal(variable): value for variable, value in self.variables.items()} | self.parameters
        if name in given:
            value = given[name]
            return ",".join(map(str, value)) if isinstance(value, list) else str(value)
        if "Default" in declared:
            return str(declared["Default"])
        if declared.get("AllowedValues"):
            return str(declared["AllowedValues"][0])
        if declared["Type"] == "Number":
            return str(declared.get("MinValue", 1))
        return DUMMIES.get(declared["Type"], "proof".ljust(int(declared.get("MinLength", 0)), "x"))


def pascal(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[_-]", name))
