"""Plausible configurations of a type, of which two differ in one place."""

import json
import re
from collections import defaultdict

# What a text may have to look like, in the order in which it is tried; each form at least twice, because an edit needs two.
FORMS = {
    "word": ("terrane-a", "terrane-b"),
    "arn": ("arn:aws:iam::123456789012:role/terrane-a", "arn:aws:iam::123456789012:role/terrane-b"),
    "json": ('{"Version":"2012-10-17","Statement":[]}', '{"Version":"2012-10-17","Id":"b","Statement":[]}'),
    "cidr": ("10.0.0.0/16", "10.1.0.0/16"),
    "address": ("10.0.0.1", "10.0.0.2"),
    "time": ("2030-01-01T00:00:00Z", "2031-01-01T00:00:00Z"),
    "number": ("1", "2"),
    "version": ("5.0.6", "5.0.7", "7.0"),
    "boolean": ("false", "true"),
    "account": ("123456789012", "210987654321"),
    "zone": ("us-east-1a", "us-east-1b"),
    "region": ("us-east-1", "us-west-2"),
    "url": ("https://a.example", "https://b.example"),
    "day": ("2030-01-01", "2031-01-01"),
    "list": ("[]", '["b"]'),
    "ipv6": ("2001:db8:0:1::/64", "2001:db8:0:2::/64"),
    "containers": ('[{"name":"a","image":"a"}]', '[{"name":"a","image":"b"}]'),
}
# The form that a name asks for that ends with one of these.
NAMES = {
    "arn": ["arn", "arns"],
    "json": ["policy", "policy_document", "assume_role_policy", "definition", "json"],
    "containers": ["container_definitions"],
    "ipv6": ["ipv6_cidr_block"],
    "cidr": ["cidr_block", "cidr", "cidr_blocks"],
    "version": ["engine_version", "engine_version_actual"],
    "account": ["account_id", "owner_id"],
    "zone": ["availability_zone", "availability_zones"],
    "time": ["at", "date", "time", "timestamp"],
}


# What a type must be for the provider to plan it, where its schema and its complaints do not lead there; several, where what
# replaces it depends on what it is.
FORWARD = {("default_action", "type"): "forward", ("default_action", "target_group_arn"): FORMS["arn"][0]}
FORWARD_RULE = {("action", "type"): "forward", ("action", "target_group_arn"): FORMS["arn"][0]}
TARGETS = {("target_type",): "ip", ("port",): 80, ("protocol",): "HTTP", ("vpc_id",): "vpc-1"}
TABLE = {
    ("read_capacity",): 1,
    ("write_capacity",): 1,
    ("hash_key",): "terrane-a",
    ("range_key",): "terrane-b",
    ("attribute",): [{"name": "terrane-a", "type": "S"}, {"name": "terrane-b", "type": "S"}],
    ("local_secondary_index",): [{"name": "l", "projection_type": "ALL", "range_key": "terrane-b"}],
    ("global_secondary_index",): [
        {"name": "g", "projection_type": "ALL", "hash_key": "terrane-a", "read_capacity": 1, "write_capacity": 1}
    ],
}
BASES = {
    "aws_acm_certificate": [{("domain_name",): "a.example", ("validation_method",): "DNS"}],
    "aws_alb_listener": [FORWARD],
    "aws_alb_listener_rule": [FORWARD_RULE],
    "aws_alb_target_group": [TARGETS],
    "aws_cloudwatch_metric_alarm": [{("statistic",): "Average"}],
    "aws_db_instance": [{("engine",): "mysql"}],
    "aws_dynamodb_table": [TABLE],
    "aws_elasticache_cluster": [{("engine",): "redis"}, {("engine",): "memcached", ("num_cache_nodes",): 2}],
    "aws_elasticache_replication_group": [{("automatic_failover_enabled",): True, ("num_cache_clusters",): 2}],
    "aws_lb_listener": [FORWARD],
    "aws_lb_listener_rule": [FORWARD_RULE],
    "aws_lb_target_group": [TARGETS],
    "aws_sqs_queue": [{}, {("name",): "a.fifo", ("fifo_queue",): True}],
}


def form_of(name: str) -> str | None:
    """The form that a name asks for."""
    return next((form for form, ends in NAMES.items() if any(name == end or name.endswith("_" + end) for end in ends)), None)


class Samples:
    """What is written at each place of a type, as far as it has been learnt what the provider takes there."""

    def __init__(self, block: dict, limits: dict[str, str], base: dict[tuple, object]):
        self.block = block
        self.base = base
        self.limits = {path: json.loads(limit) for path, limit in limits.items()}
        self.tries: dict[tuple, int] = defaultdict(int)
        # Attributes that the schema does not require, but the provider does.
        self.needed: set[str] = set()

    def retry(self, place: tuple, complaint: str) -> bool:
        """Whether there is another text for a place, after the provider has said what is wrong with this one."""
        path = "/" + "/".join(place)
        named = re.search(r"Valid Values: \[(.*?)\s*\]", complaint)
        if named and path not in self.limits:
            self.limits[path] = {"one": named[1].split()}
            return True
        self.tries[place] += 1
        return self.tries[place] < len(FORMS)

    def need(self, words: str) -> bool:
        """Whether a complaint names attributes that could be there and are not."""
        named = set(re.findall(r"[a-z][a-z0-9_]+", words))
        more = {name for name, each in self.block["attributes"].items() if name in named and each.get("optional") and name != "id"}
        more -= self.needed
        self.needed |= more
        return bool(more)

    # MARK: Values

    def form(self, place: tuple) -> str:
        """The form of the text at a place."""
        forms = list(FORMS)
        asked = form_of(place[-1])
        ordered = [asked, *(form for form in forms if form != asked)] if asked else forms
        return ordered[self.tries[place] % len(forms)]

    def words(self, place: tuple) -> list[str]:
        """The texts that a place may have, where there are but some."""
        limit = self.limits.get("/" + "/".join(place), {})
        return [word for word in limit.get("one", []) if word]

    def texts(self, place: tuple) -> list[str]:
        words = self.words(place)
        return (words if len(words) > 1 else words * 2) or list(FORMS[self.form(place)])

    def numbers(self, place: tuple) -> list[int]:
        limit = self.limits.get("/" + "/".join(place), {})
        least = self.base.get(place, limit.get("least", 1))
        return [least, min(least + 1, limit.get("most", least + 1))]

    def value(self, written, place: tuple, second=False):
        """The first value of a place, or the second."""
        if isinstance(written, str):
            choices = {"string": self.texts, "number": self.numbers}.get(written)
            return choices(place)[second] if choices else second if written == "bool" else self.texts(place)[second]
        kind, inner = written
        if kind == "object":
            return {name: self.value(member, (*place, name), second) for name, member in inner.items()}
        made = self.value(inner, place, second)
        return {"b" if second else "a": made} if kind == "map" else [made]

    def both(self, written, place: tuple):
        """A collection of two."""
        first, second = self.value(written, place), self.value(written, place, True)
        return first | second if written[0] == "map" else first + second

    # MARK: Blocks

    def full(self, block: dict, place: tuple = (), second=False, depth=8) -> dict:
        """A block with everything that it may hold, down to a depth."""
        made = {}
        for name, attribute in block["attributes"].items():
            is_written = attribute.get("required") or attribute.get("optional")
            made[name] = self.value(attribute["type"], (*place, name), second) if is_written else None
        for name, nested in block["block_types"].items():
            if depth == 1:
                made[name] = self.repeated(nested, (*place, name), nested["min_items"])
                continue
            inner = self.full(nested["block"], (*place, name), second, depth - 1)
            single = {"single": inner, "group": inner, "map": {"k0": inner}}
            made[name] = single.get(nested["nesting_mode"], [inner])
        return made

    def least(self, block: dict, place: tuple = (), second=False) -> dict:
        """What cannot be left out."""
        made = {}
        for name, attribute in block["attributes"].items():
            is_needed = attribute.get("required") or (not place and name in self.needed)
            made[name] = self.value(attribute["type"], (*place, name), second) if is_needed else None
            made[name] = self.base.get((*place, name), made[name])
        for name, nested in block["block_types"].items():
            made[name] = self.repeated(nested, (*place, name), nested["min_items"])
            if given := self.base.get((*place, name)):
                made[name] = [self.rest(nested, each) for each in given]
        return made

    def rest(self, nested: dict, given: dict) -> dict:
        """A block of a base, with null for what is not said."""
        names = [*nested["block"]["attributes"], *nested["block"]["block_types"]]
        return {name: [] if name in nested["block"]["block_types"] else None for name in names} | given

    def repeated(self, nested: dict, place: tuple, count: int):
        one = lambda second: self.some(nested["block"], place, second)  # noqa: E731
        match nested["nesting_mode"]:
            case "single" | "group":
                return one(False) if count else None
            case "map":
                return {f"k{number}": one(number % 2 == 1) for number in range(count)}
            case _:
                return [one(number % 2 == 1) for number in range(count)]

    def some(self, block: dict, place: tuple, second=False) -> dict:
        """A block that is not empty, if there is anything that it may hold."""
        made = self.least(block, place, second)
        if all(value in (None, [], {}) for value in made.values()):
            for name, attribute in sorted(block["attributes"].items()):
                if attribute.get("optional") and not attribute.get("computed"):
                    made[name] = self.value(attribute["type"], (*place, name), second)
                    return made
        return made

    def with_value(self, place: tuple, value, block: dict | None = None, above: tuple = ()) -> dict:
        """The least configuration in which a place has a value; blocks around it are there."""
        block = block or self.block
        made = self.some(block, above) if above and len(place) > 1 else self.least(block, above)
        name, *rest = place
        if not rest:
            return made | {name: value}
        nested = block["block_types"][name]
        inner = self.with_value(tuple(rest), value, nested["block"], (*above, name))
        match nested["nesting_mode"]:
            case "single" | "group":
                return made | {name: inner}
            case "map":
                return made | {name: {"k0": inner}}
            case _:
                others = [self.some(nested["block"], (*above, name), number % 2 == 1) for number in range(1, nested["min_items"])]
                return made | {name: [inner, *others]}


def proposed(block: dict, prior: dict | None, configuration: dict) -> dict:
    """What Terraform proposes to a provider: the configuration, and what the provider itself chose before."""
    prior = prior or {}
    made = {}
    for name, attribute in block["attributes"].items():
        own = configuration.get(name)
        made[name] = prior.get(name) if own is None and attribute.get("computed") else own
    for name, nested in block["block_types"].items():
        made[name] = proposed_blocks(nested, prior.get(name), configuration.get(name))
    return made


def proposed_blocks(nested: dict, prior, configuration):
    inner = nested["block"]
    if configuration is None or not isinstance(configuration, (dict, list)):
        return configuration
    match nested["nesting_mode"]:
        case "single" | "group":
            return proposed(inner, prior, configuration)
        case "map":
            return {key: proposed(inner, (prior or {}).get(key), each) for key, each in configuration.items()}
        case "list":
            before = list(prior or []) + [None] * len(configuration)
            return [proposed(inner, before[number], each) for number, each in enumerate(configuration)]
        case _:
            return [proposed(inner, same(inner, prior or [], each), each) for each in configuration]


def same(block: dict, prior: list, element: dict) -> dict | None:
    """The element of a set that was the same before, but for what the provider itself chose."""
    for each in prior:
        if settled(block, each, element) == settled(block, element, element):
            return each
    return None


def settled(block: dict, element: dict, configuration: dict) -> dict:
    """An element without what a configuration leaves to the provider."""
    chosen = {name for name, attribute in block["attributes"].items() if attribute.get("computed") and configuration.get(name) is None}
    return {name: value for name, value in element.items() if name not in chosen}


def known(block: dict, planned: dict, unknown, blank: bool) -> dict:
    """A planned resource once it is made: a plausible value, or an empty one, wherever the provider would have chosen one."""
    made = {}
    for name, value in planned.items():
        if name in block["attributes"]:
            made[name] = known_value(block["attributes"][name]["type"], name, value, unknown, blank and name != "id")
        else:
            made[name] = known_blocks(block["block_types"][name], value, unknown, blank)
    for name in made:
        if planned[name] is unknown and name.endswith("_actual"):
            made[name] = made[name.removesuffix("_actual")] or made[name]
    return made


def known_blocks(nested: dict, value, unknown, blank: bool):
    mode = nested["nesting_mode"]
    if value is unknown or not value:
        return value if value is not unknown else {"single": None, "group": None, "map": {}}.get(mode, [])
    if mode in ("single", "group"):
        return known(nested["block"], value, unknown, blank)
    if mode == "map":
        return {key: known(nested["block"], each, unknown, blank) for key, each in value.items()}
    return [known(nested["block"], each, unknown, blank) for each in value]


def known_value(written, name: str, value, unknown, blank: bool):
    if value is unknown:
        return chosen(written, name, blank)
    if isinstance(written, str) or value is None:
        return value
    kind, inner = written
    if kind == "object":
        return {key: known_value(inner[key], key, each, unknown, blank) for key, each in value.items()}
    if kind == "map":
        return {key: known_value(inner, key, each, unknown, blank) for key, each in value.items()}
    return [known_value(inner, name, each, unknown, blank) for each in value]


def chosen(written, name: str, blank: bool):
    if isinstance(written, str):
        form = form_of(name)
        text = "" if blank else FORMS[form][0] if form else f"chosen-{name}"
        return {"number": 1, "bool": False}.get(written, text)
    kind, inner = written
    if kind == "object":
        return {key: chosen(member, key, blank) for key, member in inner.items()}
    return {} if kind == "map" else []
