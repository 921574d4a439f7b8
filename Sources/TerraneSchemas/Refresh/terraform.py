#!/usr/bin/env python3
"""Writes what the Terraform providers say of every type in the form that is built into the program.

    python3 terraform.py terraform.schemas

The providers are those of TerraformProvider.swift. A line for each type: its name (`data.aws_x` for a data source,
`ephemeral.aws_x` for an ephemeral resource), a tab, and a JSON object: `block`, the top of it; `shared`, the parts that occur in
several places, each of which may use earlier ones. A block is an object by name; what stands under a name is

- an attribute: a text, its use and its type: `o Ls`. The use is `r` required, `o` optional, `c` computed, with `w` for
  write-only; the type is `s` string, `n` number, `b` boolean, `*` any, `L…` list, `S…` set, `M…` map, `{a s,b n}` object;
- an attribute whose values have limits: a list of that text and an object of `one`, the texts it may be, or `least` and `most`;
- an attribute with attributes of its own: an object of `use`, `nesting` and `of`, which is like a block;
- a nested block: a list of nesting, least and most blocks (0: any number), and the block or its number in `shared`.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True
import terraform_values  # noqa: E402

HERE = Path(__file__).absolute().parent
REPOSITORY = HERE.parent.parent.parent
PINS = REPOSITORY / "Sources" / "TerraneCompiler" / "Terraform" / "TerraformProvider.swift"
SOURCES = HERE.parent / "sources.json"

KINDS = {"resource_schemas": "", "data_source_schemas": "data.", "ephemeral_resource_schemas": "ephemeral."}
PRIMITIVES = {"string": "s", "number": "n", "bool": "b", "dynamic": "*"}
COLLECTIONS = {"list": "L", "set": "S", "map": "M"}
USES = {"required": "r", "optional": "o", "computed": "c", "write_only": "w"}

# The type of a read-only attribute that is longer is not kept: it says nothing but what a reference may look into.
LONGEST_READ_ONLY_TYPE = 2000


def main(output: Path):
    with tempfile.TemporaryDirectory() as folder:
        terraform = Terraform(Path(folder))
        terraform.write("providers.tf", requirements())
        terraform.run("init", "-backend=false")
        schemas = json.loads(terraform.run("providers", "schema", "-json"))["provider_schemas"]
        versions = json.loads(terraform.run("version", "-json"))
        aws = schemas["registry.terraform.io/hashicorp/aws"]["resource_schemas"]
        limits = terraform_values.limits(terraform, aws)
    lines = sorted((line.encode() for line in map(as_line, types(schemas, limits))))
    output.write_bytes(b"".join(line + b"\n" for line in lines))
    record(output, versions)


class Terraform:
    """The command line in a folder of its own."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.environment = environment()

    def write(self, name: str, text: str):
        self.folder.joinpath(name).write_text(text)

    def run(self, *arguments: str, accept=(0,)) -> str:
        command = ["terraform", *arguments]
        done = subprocess.run(command, cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode not in accept:
            sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout


def environment() -> dict[str, str]:
    """Providers from the configured place, from the mirror beside the repository, or from their registry."""
    own = dict(os.environ) | {"TF_IN_AUTOMATION": "1", "TF_INPUT": "0", "CHECKPOINT_DISABLE": "1", "NO_COLOR": "1"}
    shared = Path(os.environ.get("TERRANE_SHARED") or REPOSITORY.parent / "shared")
    setup = Path(os.environ.get("TERRANE_TERRAFORM_SETUP") or shared / "terraform" / "setup")
    if "TF_CLI_CONFIG_FILE" in own or not setup.is_file():
        return own
    place = Path(os.environ.get("TERRANE_PROOFS") or REPOSITORY / ".build" / "proofs") / "providers"
    printed = subprocess.run([setup, place], check=True, stdout=subprocess.PIPE, text=True).stdout
    return own | dict(re.findall(r"^export (TF_CLI_CONFIG_FILE)=(.+)$", printed, re.MULTILINE))


def requirements() -> str:
    """The providers that the compiler's output asks for."""
    pins = re.findall(r'name: "(.+?)", source: "(.+?)", version: "(.+?)"', PINS.read_text())
    entries = [f'    {name} = {{ source = "{source}", version = "{version}" }}\n' for name, source, version in pins]
    return f"terraform {{\n  required_providers {{\n{''.join(entries)}  }}\n}}\n"


def types(schemas: dict, limits: dict):
    """Every type: its name and its block."""
    for provider in schemas.values():
        for kind, prefix in KINDS.items():
            for name, schema in provider.get(kind, {}).items():
                block = block_of(schema["block"])
                for path, limit in limits.get(name, {}).items() if not prefix else ():
                    add(limit, path, block)
                yield prefix + name, block


def add(limit: dict, path: tuple, block: dict):
    """Puts a limit at the attribute that it is for."""
    for name in path[:-1]:
        match block.get(name):
            case [_, _, _, inner]:
                block = inner
            case _:
                return
    if isinstance(text := block.get(path[-1]), str):
        block[path[-1]] = [text, limit]


def block_of(block: dict) -> dict:
    members = {name: attribute(value) for name, value in block.get("attributes", {}).items()}
    for name, value in block.get("block_types", {}).items():
        least, most = value.get("min_items", 0), value.get("max_items", 0)
        members[name] = [value["nesting_mode"], least, most, block_of(value["block"])]
    return members


def attribute(value: dict) -> str | dict:
    use = "".join(letter for word, letter in USES.items() if value.get(word))
    if nested := value.get("nested_type"):
        of = {name: attribute(member) for name, member in nested["attributes"].items()}
        return {"use": use, "nesting": nested["nesting_mode"], "of": of}
    written = type_text(value["type"])
    return f"{use} {'*' if use == 'c' and len(written) > LONGEST_READ_ONLY_TYPE else written}"


def type_text(value: str | list) -> str:
    if isinstance(value, str):
        return PRIMITIVES[value]
    kind, inner = value
    if kind == "object":
        return "{" + ",".join(f"{name} {type_text(member)}" for name, member in sorted(inner.items())) + "}"
    return COLLECTIONS[kind] + type_text(inner)


def as_line(named: tuple[str, dict]) -> str:
    name, top = named
    return f"{name}\t{compact(Sharing(top).document())}"


def compact(value) -> str:
    return json.dumps(value, separators=(",", ":"), sort_keys=True, ensure_ascii=False)


def differences(committed: bytes, fresh: bytes) -> list[str]:
    """How two of the files differ. Which limits a provider names depends on what it looks at first: where both have one it is the
    same, and all else is."""
    old, new = forms(committed), forms(fresh)
    odd = [f"only {'committed' if name in old else 'the provider has'}: {name}" for name in sorted(old.keys() ^ new.keys())]
    for name in sorted(old.keys() & new.keys()):
        (form, limits), (other, others) = old[name], new[name]
        if form != other:
            odd.append(f"{name}: {sorted(form.items() ^ other.items())[:4]}")
        odd += [f"{name}: {path}: {limits[path]}, not {others[path]}" for path in limits.keys() & others.keys() if limits[path] != others[path]]
    return odd


def forms(text: bytes) -> dict[str, tuple[dict, dict]]:
    """For each type what stands at each path, and the limits of values, with nothing shared."""
    found = {}
    for line in text.decode().splitlines():
        name, document = line.split("\t", 1)
        read = json.loads(document)
        found[name] = ({}, {})
        spread(read["block"], read.get("shared", []), "", *found[name])
    return found


def spread(block: dict, shared: list, place: str, form: dict, limits: dict):
    for name, value in block.items():
        path = f"{place}/{name}"
        if is_block(value):
            form[path] = compact(value[:3])
            spread(shared[value[3]] if isinstance(value[3], int) else value[3], shared, path, form, limits)
        elif isinstance(value, list):
            form[path], limits[path] = value[0], compact(value[1])
        else:
            form[path] = compact(value)[1:-1] if isinstance(value, str) else compact(value)


class Sharing:
    """Writes a block that occurs several times in a type once: the statements of a web ACL nest to a depth of three."""

    def __init__(self, top: dict):
        self.top = top
        self.counts = Counter()
        self.count(top)
        self.numbers: dict[str, int] = {}
        self.shared: list[dict] = []

    def count(self, block: dict):
        for inner in nested(block):
            key = compact(inner)
            self.counts[key] += 1
            self.count(inner)

    def document(self) -> dict:
        block = self.reduced(self.top)
        return {"block": block, "shared": self.shared} if self.shared else {"block": block}

    def reduced(self, block: dict) -> dict:
        return {name: [*value[:3], self.place(value[3])] if is_block(value) else value for name, value in block.items()}

    def place(self, block: dict) -> dict | int:
        key = compact(block)
        if self.counts[key] == 1 or not block:
            return self.reduced(block)
        if key not in self.numbers:
            self.shared.append(self.reduced(block))
            self.numbers[key] = len(self.shared) - 1
        return self.numbers[key]


def nested(block: dict) -> list[dict]:
    return [value[3] for value in block.values() if is_block(value)]


def is_block(value) -> bool:
    return isinstance(value, list) and len(value) == 4


def record(output: Path, versions: dict):
    """Notes the versions beside the committed form."""
    if output.parent.name != "CProviderSchemas":
        return
    sources = json.loads(SOURCES.read_text()) if SOURCES.exists() else {}
    providers = {name.split("/", 1)[1]: version for name, version in versions["provider_selections"].items()}
    sources["terraform"] = {"terraform": versions["terraform_version"], "providers": providers}
    SOURCES.write_text(json.dumps(sources, indent=2, sort_keys=True) + "\n")


if __name__ == "__main__":
    if not shutil.which("terraform"):
        sys.exit("terraform is not installed")
    main(Path(sys.argv[1]))
