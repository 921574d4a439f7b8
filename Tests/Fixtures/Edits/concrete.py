"""A resource of a graph document as Terraform would have it: every value written out."""

import json
import re
import zlib


def configuration(resource: dict, block: dict) -> dict:
    """The whole resource, with null for what it does not write."""
    made = empty(block)
    put(made, block, resource["properties"])
    if "tags" in resource and "tags" in block["attributes"]:
        made["tags"] = dict(resource["tags"])
    return made


def empty(block: dict) -> dict:
    single = {"single": None, "group": None, "map": {}}
    return {name: None for name in block["attributes"]} | {
        name: single.get(nested["nesting_mode"], []) for name, nested in block["block_types"].items()
    }


def put(made: dict, block: dict, rows: list):
    for row in rows:
        if "terraform" in row:
            put_at(made, block, [part for part in row["terraform"].split("/") if part], row)


def put_at(made: dict, block: dict, names: list, row: dict):
    if not names:
        return put(made, block, row["rows"])
    name, *rest = names
    if name in block["attributes"]:
        written = block["attributes"][name]["type"]
        if rest:
            made[name] = (made[name] or {}) | {rest[0]: concrete(row["value"], written[1] if written[0] == "map" else written[1][rest[0]])}
        else:
            made[name] = concrete(plain(row), written)
        return
    nested = block["block_types"][name]
    inner = nested["block"]
    if rest or "rows" in row:
        into = the_one(made, name, nested)
        return put_at(into, inner, rest, row) if rest else put(into, inner, row["rows"])
    for table in row["items"] if "items" in row else [row["value"]]:
        one = empty(inner)
        put(one, inner, table)
        made[name] = [*made[name], one]


def the_one(made: dict, name: str, nested: dict) -> dict:
    """The block of a name of which there is one; made if there is none yet."""
    one = (made[name] or [None])[0] if isinstance(made[name], list) else made[name]
    if one is None:
        one = empty(nested["block"])
        made[name] = one if nested["nesting_mode"] in ("single", "group") else [one]
    return one


def plain(row: dict):
    """A table as an object, where Terraform takes an attribute."""
    if "rows" in row:
        return {inner["terraform"]: plain(inner) for inner in row["rows"] if "terraform" in inner}
    return [plain({"rows": table}) for table in row["items"]] if "items" in row else row["value"]


def concrete(value, written):
    """A value of the type that the provider wants."""
    value = known(value)
    if value is None:
        return None
    if isinstance(written, str):
        return scalar(value, written)
    kind, inner = written
    if kind == "object":
        return {name: concrete(value.get(name), member) for name, member in inner.items()}
    if kind == "map":
        return {name: concrete(each, inner) for name, each in value.items()}
    return [concrete(each, inner) for each in (value if isinstance(value, list) else [value])]


def scalar(value, written: str):
    if written == "bool":
        return value in (True, "true")
    if written == "number":
        return float(value) if "." in str(value) else int(value)
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"), sort_keys=True)


def known(value):
    """A value with what is known only once deployed written out."""
    if isinstance(value, list):
        return [known(each) for each in value]
    if not isinstance(value, dict):
        return value
    for word, write in WORDS.items():
        if word in value:
            return write(value)
    return {name: known(each) for name, each in value.items()}


def reference(value: dict) -> str:
    """Something that looks like what is referred to, other for each target."""
    target, attribute = value["$reference"], value["terraform"]
    slug = re.sub(r"[^a-z0-9]+", "-", target.lower())
    if "arn" in attribute:
        return f"arn:aws:terrane:us-east-1:123456789012:{slug}"
    return f"{slug}-{zlib.crc32(target.encode()):08x}" if attribute == "id" else f"{slug}-{attribute}"


def text(value) -> str:
    value = known(value)
    return value if isinstance(value, str) else json.dumps(value)


CONTEXT = {"region": "ap-northeast-1", "account": "123456789012", "partition": "aws"}
WORDS = {
    "$reference": reference,
    "$either": lambda value: known(value["$either"]["terraform"]),
    "$text": lambda value: "".join(text(part) for part in value["$text"]),
    "$json": lambda value: json.dumps(known(value["$json"]), separators=(",", ":")),
    "$context": lambda value: CONTEXT.get(value["$context"], "context"),
    "$parameter": lambda value: f"parameter-{value['$parameter']}",
    "$element": lambda value: (found := known(value["$element"][0])) and (found[0] if isinstance(found, list) else found),
    "$import": lambda value: f"import-{value['$import']}",
    "$lookup": lambda value: f"lookup-{value['$lookup']}",
    "$comprehension": lambda value: known(value["$comprehension"][2]),
    "$every": lambda value: known(value["$every"]),
    "$iteration": lambda value: "iteration",
}
