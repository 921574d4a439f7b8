"""The schemas that are built into the program: they are those of their sources, and their verdict is cfn-lint's."""

import difflib
import json
import os
import random
import subprocess
import sys
from pathlib import Path

from proofs.context import Context
from proofs.report import Failed, NotRun
from proofs.tools import run
from proofs.tree import Subject, Tree

# cfn-lint's rules that speak of the schema of a type, and of no more than that.
SCHEMA_RULES = {"E3001", "E3002", "E3003", "E3006", "E3012", "E3014", "E3017", "E3018", "E3020", "E3021", "E3030", "E3031", "E3032", "E3033", "E3034", "E3037", "E3040", "E3058"}  # fmt: skip
BATCH = 150
SEED = 20260101
TYPES = 60


def committed(tree: Tree) -> list[Subject]:
    """Beside the tree, not in it: what the program knows of CloudFormation's types."""
    path = tree.root.parent / "Sources" / "CProviderSchemas" / "cloudformation.schemas"
    return [Subject(path, path.name)] if path.exists() and tree.stacks == "*" else []


def extraction(context: Context, subject: Subject, notes: list[str]):
    """What is built into the program is what the pinned cfn-lint says."""
    script = subject.path.parent.parent / "TerraneSchemas" / "Refresh" / "cloudformation.py"
    sources = script.parent.parent / "sources.json"
    before, fresh = sources.read_bytes(), context.folder("schemas") / subject.path.name
    try:
        run([sys.executable, script, fresh])
        if json.loads(sources.read_bytes()) != json.loads(before):
            raise Failed("sources.json names other versions than those that are installed")
    finally:
        sources.write_bytes(before)
    old, new = subject.path.read_text().splitlines(), fresh.read_text().splitlines()
    if old != new:
        changes = [line[:200] for line in difflib.unified_diff(old, new, n=0, lineterm="")]
        raise Failed("\n".join(["run Sources/TerraneSchemas/Refresh/refresh cloudformation", *changes[:20]]))
    notes.append(f"{len(new)} types")


def agreement(context: Context, subject: Subject, notes: list[str]):
    """Of made resources, legal and broken, the program refuses those that cfn-lint refuses."""
    program = subject.path.parent.parent.parent / ".build" / "debug" / "SchemaVerdicts"
    if not program.exists():
        raise NotRun("`swift build --product SchemaVerdicts` has not made the program")
    schemas = dict(line.split("\t", 1) for line in subject.path.read_text().splitlines())
    cases = made({name: json.loads(text) for name, text in schemas.items() if name.startswith("AWS::")})
    missed, invented = [], []
    for start in range(0, len(cases), BATCH):
        batch = cases[start : start + BATCH]
        template = {"Resources": {f"R{index:04}": resource for index, (_, resource) in enumerate(batch)}}
        theirs, ours = judged(context, template), verdicts(program, template)
        for index, (what, resource) in enumerate(batch):
            name, told = f"R{index:04}", f"{what}: {json.dumps(resource)[:400]}"
            if theirs.get(name, "")[:5] in SCHEMA_RULES and name not in ours:
                missed.append(f"cfn-lint alone refuses {told}: {theirs[name]}")
            # cfn-lint has a rule for read-only properties that says nothing; CloudFormation leaves out what is set.
            if name in ours and name not in theirs and not ours[name].startswith("read-only-property"):
                invented.append(f"only the program refuses {told}: {ours[name]}")
    notes.append(f"{len(cases)} resources of {len({resource['Type'] for _, resource in cases})} types, seed {SEED}")
    if missed or invented:
        raise Failed("\n".join([f"{len(missed)} missed, {len(invented)} invented", *missed[:12], *invented[:12]]))


def judged(context: Context, template: dict) -> dict[str, str]:
    """cfn-lint's errors, by resource: one of the schema's rules, if it has any."""
    path = context.folder("schemas") / "made.template.json"
    path.write_text(json.dumps(template))
    command = [context.tools.need("cfn-lint"), "--format", "json", "--regions", "us-east-1", "--template", str(path)]
    printed = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=600).stdout
    found = {}
    for match in json.loads(printed or "[]"):
        where = match["Location"].get("Path") or []
        if match["Rule"]["Id"].startswith("E") and where[:1] == ["Resources"] and found.get(where[1], "")[:5] not in SCHEMA_RULES:
            found[where[1]] = f"{match['Rule']['Id']} {match['Message'][:200]} at {where[2:]}"
    return found


def verdicts(program: Path, template: dict) -> dict[str, str]:
    """The program's, by resource."""
    done = subprocess.run([str(program), "us-east-1"], input=json.dumps(template), capture_output=True, text=True, timeout=600, env=os.environ)
    if done.returncode:
        raise Failed(f"SchemaVerdicts: exit {done.returncode}\n{done.stderr[-500:]}")
    return dict(line.split("\t", 1) for line in done.stdout.splitlines())


# MARK: Resources


def made(schemas: dict[str, dict]) -> list[tuple[str, dict]]:
    """Legal resources of types drawn by the seed, as small as they may be, and the same with one thing wrong."""
    draw = random.Random(SEED)
    known = sorted(name for name, schema in schemas.items() if "us-east-1" in schema.get("regions", ["us-east-1"]))
    cases = []
    for name in draw.sample(known, min(TYPES, len(known))):
        maker = Maker(schemas[name])
        properties = maker.object(schemas[name], 0)
        cases.append(("legal", {"Type": name, "Properties": properties}))
        cases += [(what, {"Type": name, "Properties": broken}) for what, broken in mutations(maker, schemas[name], properties, draw)]
    return cases


class Maker:
    """Makes values that a schema takes, where that is simple. Where it is not, whether they are legal is for both judges to say."""

    def __init__(self, schema: dict):
        self.definitions = schema.get("definitions", {})

    def resolved(self, node: dict) -> dict:
        while isinstance(node, dict) and "$ref" in node:
            node = {**self.definitions.get(node["$ref"], {}), **{key: value for key, value in node.items() if key != "$ref"}}
        return node if isinstance(node, dict) else {}

    def object(self, node: dict, depth: int) -> dict:
        names = list(node.get("required", []))
        names += [group[0] for key in ("requiredXor", "requiredOr") if (group := node.get(key)) and not set(group) & set(names)]
        for forms in (node.get("oneOf"), node.get("anyOf")):
            if forms and isinstance(forms[0], dict):
                names += forms[0].get("required", [])
        known = node.get("properties", {})
        return {name: self.value(known.get(name, {}), depth + 1) for name in dict.fromkeys(names)}

    def value(self, node: dict, depth: int):
        node = self.resolved(node)
        for word in ("const", "enum"):
            if word in node:
                return node[word] if word == "const" else node[word][0]
        if "type" not in node and (forms := node.get("oneOf") or node.get("anyOf")) and depth < 8:
            return self.value({**node, **self.resolved(forms[0]), "oneOf": None, "anyOf": None}, depth + 1)
        kind = node.get("type", "object" if "properties" in node else "string")
        kind = kind[0] if isinstance(kind, list) else kind
        if kind == "object":
            return self.object(node, depth) if depth < 8 else {}
        if kind == "array":
            return [self.value(node.get("items", {}), depth + 1) for _ in range(min(1, node.get("minItems", 0)))]
        if kind == "boolean":
            return True
        if kind in ("integer", "number"):
            return node.get("minimum", min(1, node.get("maximum", 1)))
        return "a" * max(int(node.get("minLength", 1)), 1)


def mutations(maker: Maker, schema: dict, properties: dict, draw: random.Random):
    """One thing wrong at a time."""
    yield "an unknown property", {**properties, "Unheard": "of"}
    if schema.get("required"):
        left = draw.choice(schema["required"])
        yield "a missing property", {name: value for name, value in properties.items() if name != left}
    readable = [path for path in schema.get("readOnly", []) if "/" not in path and path in schema["properties"]]
    if readable:
        chosen = draw.choice(readable)
        yield "a read-only property", {**properties, chosen: maker.value(schema["properties"][chosen], 1)}
    nodes = {name: maker.resolved(node) for name, node in schema.get("properties", {}).items() if name not in readable}
    for name in draw.sample(sorted(nodes), min(6, len(nodes))):
        node = nodes[name]
        kind = node.get("type")
        yield f"something in {name}", {**properties, name: maker.value(node, 1)}
        if kind in ("object", "array"):
            yield f"a text in {name}", {**properties, name: "text"}
        if kind in ("string", "integer", "number", "boolean"):
            yield f"an object in {name}", {**properties, name: {"Some": "thing", "Other": 1}}
        if kind in ("integer", "number", "boolean"):
            yield f"a word in {name}", {**properties, name: "word"}
            yield f"a number in a text in {name}", {**properties, name: "1"}
        if "enum" in node:
            yield f"another value in {name}", {**properties, name: "unheard-of"}
        if "maxLength" in node and kind == "string" and node["maxLength"] < 3000:
            yield f"a long text in {name}", {**properties, name: "a" * (int(node["maxLength"]) + 1)}
        if "maximum" in node:
            yield f"a large number in {name}", {**properties, name: node["maximum"] + 1}
        if kind == "array" and "maxItems" in node and node["maxItems"] < 50:
            item = maker.value(node.get("items", {}), 2)
            yield f"many items in {name}", {**properties, name: [item] * (node["maxItems"] + 1)}
