"""Edits of a resource of a graph document, each in one property."""

import copy
import re
from collections.abc import Iterator

# So many edits are made of one property.
MOST = 3


class Leaf:
    """A written value: where it stands in the document, and what it is called on both sides."""

    def __init__(self, at: list, terraform: str | None, cloudformation: str | None, value):
        self.at, self.terraform, self.cloudformation, self.value = at, terraform, cloudformation, value


def leaves(rows: list, at: list, terraform: str | None = "", cloudformation: str | None = "") -> Iterator[Leaf]:
    for number, row in enumerate(rows):
        here = [*at, number]
        names = joined(terraform, row.get("terraform")), joined(cloudformation, row.get("cloudFormation"))
        if "value" in row:
            yield Leaf([*here, "value"], *names, row["value"])
        elif "rows" in row:
            yield from leaves(row["rows"], [*here, "rows"], *names)
        else:
            for item, table in enumerate(row["items"][:1]):
                yield from leaves(table, [*here, "items", item], *names)


def joined(outer: str | None, inner: str | None) -> str | None:
    if outer is None or inner is None:
        return None
    return "/".join(part for part in (outer, inner) if part)


def others(value, words: list[str]) -> list:
    """Other values for a property that has this one; `words` are those that it may have, where there are but some."""
    match value:
        case bool():
            return [not value]
        case int() | float():
            return [value + 1, value - 1] if value > 1 else [value + 1]
        case str():
            return other_texts(value, words)
        case list():
            return [*([value[1:]] if len(value) > 1 else []), *([[*value, fresh(value[0])]] if value and fresh(value[0]) else [])]
        case {"$either": {"terraform": left, "cloudFormation": right}}:
            pairs = zip(others(left, words), others(right, words))
            return [{"$either": {"terraform": one, "cloudFormation": other}} for one, other in pairs]
        case {"$reference": _} | {"$text": _}:
            return [fresh(value)]
    return []


def other_texts(value: str, words: list[str]) -> list[str]:
    if words:
        return [word for word in words if word != value][: MOST - 1]
    if cidr := re.fullmatch(r"(\d+)\.(\d+)\.(\d+)\.(\d+)/(\d+)", value):
        return [f"{cidr[1]}.{int(cidr[2]) ^ 64}.{cidr[3]}.{cidr[4]}/{cidr[5]}"]
    if version := re.fullmatch(r"(\d+)(\..*)?", value):
        number = int(version[1])
        return [f"{number + 1}{version[2] or ''}", *([f"{number - 1}{version[2] or ''}"] if number > 1 else [])]
    return [fresh(value)] if value else []


def fresh(value):
    """Another value of the kind."""
    match value:
        case str():
            return f"{value}2"
        case {"$reference": target}:
            return value | {"$reference": f"{target}-other"}
        case {"$text": parts}:
            return {"$text": [*parts, "2"]}
    return None


def applied(document: dict, at: list, value) -> dict:
    """The resource with another value at a place."""
    edited = copy.deepcopy(document)
    here = edited
    for step in at[:-1]:
        here = here[step]
    here[at[-1]] = value
    return edited
