"""Which values the AWS provider takes, which its schema does not say: it is given nonsense everywhere, and names them itself.

`terraform validate` answers `expected type to be one of ["A" "B"]`, or `expected count to be in the range (1 - 10)`. What it says in
another form, or only beside other words about the same attribute (of which one may do), is not kept.
"""

import json
import re
from collections import defaultdict

NONSENSE = "\u0001terrane"
NUMBER = -987654321

# A type with more parts than this is asked about less deeply: the statements of a web ACL, the sheets of a dashboard.
MOST_PARTS = 1500
TYPES_AT_A_TIME = 80

FORMS = [
    (re.compile(r'expected (?P<name>\S+) to be one of \[(?P<quoted>".*")\]'), "one"),
    (re.compile(r"expected (?P<name>\S+) to be in the range \((?P<least>-?\d+) - (?P<most>-?\d+)\)"), "range"),
    (re.compile(r"expected (?P<name>\S+) to be at least \((?P<least>-?\d+)\)"), "range"),
]
MATCH = re.compile(r'Attribute (?P<name>\S+) value must be one of: \[(?P<quoted>".*")\], got')


def limits(terraform, types: dict[str, dict]) -> dict[str, dict[tuple, dict]]:
    """For each type the limits of its attributes, by path. `types` are the provider's own words."""
    names = sorted(types)
    found: dict[str, dict[tuple, dict]] = {}
    for start in range(0, len(names), TYPES_AT_A_TIME):
        chosen = names[start : start + TYPES_AT_A_TIME]
        resources = {name: {"it": nonsense(types[name]["block"])} for name in chosen}
        terraform.write("nonsense.tf.json", json.dumps({"resource": resources}))
        found |= read(json.loads(terraform.run("validate", "-json", accept=(0, 1)))["diagnostics"])
    return found


def nonsense(block: dict) -> dict:
    for depth in range(6, 0, -1):
        made = body(block, depth)
        if size(made) <= MOST_PARTS:
            return made
    return made


def body(block: dict, depth: int) -> dict:
    made = {}
    for name, attribute in block.get("attributes", {}).items():
        if attribute.get("required") or (attribute.get("optional") and name != "id"):
            made[name] = value(attribute["type"])
    for name, nested in block.get("block_types", {}).items():
        if name != "timeouts" and (depth > 1 or nested.get("min_items", 0)):
            inner = body(nested["block"], depth - 1)
            made[name] = inner if nested["nesting_mode"] in ("single", "group") else [inner] * max(1, nested.get("min_items", 0))
    return made


def value(written):
    if isinstance(written, str):
        return {"string": NONSENSE, "number": NUMBER, "bool": True, "dynamic": NONSENSE}[written]
    kind, inner = written
    if kind == "object":
        return {name: value(member) for name, member in inner.items()}
    return {"x": value(inner)} if kind == "map" else [value(inner)]


def size(made) -> int:
    if isinstance(made, dict):
        return 1 + sum(map(size, made.values()))
    return sum(map(size, made)) if isinstance(made, list) else 1


def read(diagnostics: list[dict]) -> dict[str, dict[tuple, dict]]:
    said = defaultdict(set)
    for each in diagnostics:
        context = re.match(r"resource\.(\w+)\.it(.*)", (each.get("snippet") or {}).get("context") or "")
        if each["severity"] != "error" or not context:
            continue
        path = tuple(re.sub(r"\[\d+\]", "", context[2]).strip(".").split(".")) if context[2] else ()
        name, limit = meaning(each["summary"], each["detail"])
        if name:
            said[context[1], (*path, name)].add(json.dumps(limit, sort_keys=True))
    found = defaultdict(dict)
    for (kind, path), words in said.items():
        if len(words) == 1 and (limit := json.loads(words.copy().pop())):
            found[kind][path] = limit
    return found


def meaning(summary: str, detail: str) -> tuple[str, dict]:
    """The attribute, and its limit; an empty one for words of another form."""
    for pattern, form in FORMS:
        if match := pattern.match(summary):
            return last_name(match["name"]), limit(match.groupdict(), form)
    if match := MATCH.match(detail.replace('\\"', "")):
        return last_name(match["name"]), limit(match.groupdict(), "one")
    if match := re.search(r'(?:expected|value for|length of) "?([\w.]+)"? |^"([\w.]+)"|^Attribute (\S+) ', f"{summary} "):
        return last_name(next(filter(None, match.groups()))), {}
    return "", {}


def limit(words: dict, form: str) -> dict:
    if form == "one":
        return {"one": sorted(set(re.findall(r'"+([^"]*)"+', words["quoted"])))}
    return {word: int(words[word]) for word in ("least", "most") if words.get(word) is not None}


def last_name(path: str) -> str:
    """`spec.0.port` is the port; `actions[0]` the actions."""
    names = [name for name in re.split(r"[.\[\]()\"]+", path) if name and not name.isdigit() and name != "Value"]
    return names[-1] if names else ""
