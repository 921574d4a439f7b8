"""The edits that a provider is asked about, and how its answers become a rule."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import plugin
from samples import BASES, FORMS, Samples, known, proposed

# Of a type with more attributes than this all are changed at once, for a plan takes seconds: the statements of a web ACL, the sheets
# a dashboard. It takes so many seconds at most, and goes so deep; what is deeper repeats what is not.
MOST_OF_A_TYPE = 3000
LONGER = 120
DEPTH = 4
# Of a block with more attributes all are changed at once first, and one by one only if that replaces the resource.
MOST_OF_A_BLOCK = 40
# Of an enumeration, so many pairs of values are asked about.
MOST_PAIRS = 12
# Questions about a type that end the provider, and that it does not answer in time.
MOST_BREAKS = 20
MOST_WAITS = 3

WILL, NO, UNASKED = "will", "no", "unasked"


@dataclass
class Edit:
    """Two configurations that differ in one place; they are made anew when the provider takes another form there."""

    kind: str
    before: Callable[[], object]
    after: Callable[[], object]
    # Whether the place has but some values, of which these are two.
    is_pair: bool = False


@dataclass
class Answers:
    """What a provider said of the edits of a type: by path, and there by kind of edit."""

    verdicts: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    pairs: dict[str, dict[str, dict[str, str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(dict)))
    defaults: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


class Type:
    """A type of resource, about which a provider is asked."""

    def __init__(self, provider: plugin.Provider, name: str, block: dict, limits: dict[str, str]):
        self.provider, self.name, self.block = provider, name, block
        self.limits = limits
        self.start({})
        self.breaks = self.waits = 0
        self.patience = LONGER if size(block) > MOST_OF_A_TYPE else plugin.PATIENCE
        self.answers = Answers()

    def start(self, base: dict):
        """Starts from a resource of which this much is said."""
        self.samples = Samples(self.block, self.limits, base)
        self.made: dict[str, plugin.Plan] = {}
        # Whether what the provider leaves open is better taken for empty than for some text.
        self.is_blank = False

    def ask(self) -> Answers:
        if size(self.block) > MOST_OF_A_TYPE:
            self.ask_together()
            return self.answers
        for base in BASES.get(self.name, [{}]):
            self.start(base)
            if self.is_possible():
                self.ask_each()
        return self.answers

    def ask_each(self):
        for place, part in places(self.block, 1):
            self.ask_all(place, part)
            if "block" in part and not self.is_idle(place, part["block"]):
                for inner, part_of_it in places(part["block"], 8, place):
                    self.ask_all(inner, part_of_it)

    def is_idle(self, place: tuple, block: dict) -> bool:
        """Whether no change within a large block replaces the resource: all of it is changed at once."""
        if size(block) <= MOST_OF_A_BLOCK:
            return False
        single = self.block["block_types"][place[0]]["nesting_mode"] in ("single", "group")
        first, second = (self.samples.full(block, place, second) for second in (False, True))
        before, after = (self.samples.with_value(place, one if single else [one]) for one in (first, second))
        plan, is_replaced = self.replaces(before, after)
        return not plan.errors and not is_replaced

    def is_possible(self) -> bool:
        """Whether the provider plans the least of the type at all, and then again without a change."""
        for _ in range(40):
            least = self.samples.least(self.block)
            plan = self.make(least)
            if not plan.errors and (plan := self.change(plan, least)).errors and not self.is_blank:
                self.is_blank = True
                self.made.clear()
                continue
            if not plan.errors:
                return True
            if not self.learn(plan) and not any([self.samples.need(words) for _, words in plan.errors]):
                break
        self.answers.problems.append(f"at all: {plan.errors[0][1][:160]}")
        return False

    def learn(self, plan: plugin.Plan) -> bool:
        """Takes other texts where the provider does not like them; whether there were any."""
        complaints = {place_of(path, words): words for path, words in plan.errors if path}
        return any([self.samples.retry(place, words) for place, words in sorted(complaints.items())])

    # MARK: Edits

    def ask_all(self, place: tuple, part: dict):
        path, edits = "/".join(place), attribute_edits
        if "block" in part:
            path, edits = f"{path}/", block_edits
        elif not part.get("required") and not part.get("computed") and part["type"] in ("string", "number", "bool"):
            self.find_default(place, path, part["type"] == "bool")
        for edit in edits(self.samples, place, part):
            verdict = self.verdict(place, edit)
            self.answers.verdicts[path][edit.kind].add(verdict)
            if edit.is_pair:
                self.answers.pairs[path][edit.before()][edit.after()] = verdict
            if verdict == WILL and part.get("computed") and edit.kind == "set":
                self.answers.verdicts[path]["set"].add(NO)  # if the provider chose the same

    def ask_together(self):
        """Changes every place at once. What is named then is replaced by a change; other edits of it are not asked about."""
        first, second = (self.samples.full(self.block, (), second, DEPTH) for second in (False, True))
        plan, is_replaced = self.replaces(first, second)
        if plan.errors:
            self.answers.problems.append(f"all at once: {plan.errors[0][1][:160]}")
            return
        named = {steps[0] for steps in plan.replaced}
        for place, part in places(self.block, 1):
            is_named = is_replaced and place[0] in named
            path, verdict = "/".join(place), UNASKED if "block" in part else WILL
            self.answers.verdicts[path]["change"].add(verdict if is_named else NO)
            if not part.get("required"):
                for kind in ("set", "unset"):
                    self.answers.verdicts[path][kind].add(UNASKED if is_named else NO)

    def find_default(self, place: tuple, path: str, is_boolean: bool):
        """What the provider plans where nothing is written. To the older ones nothing is false, too."""
        plan = self.make(self.samples.with_value(place, None))
        default = at(plan.planned, place)
        if plan.errors:
            return
        if isinstance(default, bool) or (default is None and is_boolean and self.is_false_nothing(place)):
            self.answers.defaults[path] = str(bool(default)).lower()
        elif isinstance(default, (str, int, float)):
            self.answers.defaults[path] = str(default)

    def is_false_nothing(self, place: tuple) -> bool:
        nothing, false, true = (self.samples.with_value(place, value) for value in (None, False, True))
        return self.replaces(nothing, true)[1] and not self.replaces(nothing, false)[1]

    def verdict(self, place: tuple, edit: Edit) -> str:
        for _ in range(len(FORMS)):
            before, after = (self.samples.with_value(place, value()) for value in (edit.before, edit.after))
            plan, is_replaced = self.replaces(before, after)
            if not plan.errors:
                return WILL if is_replaced else NO
            if not self.learn(plan):
                break
        self.answers.problems.append(f"{'/'.join(place)} {edit.kind}: {plan.errors[0][1][:160]}")
        return UNASKED

    def replaces(self, before: dict, after: dict) -> tuple[plugin.Plan, bool]:
        made = self.make(before)
        if made.errors:
            return made, False
        plan = self.change(made, after)
        if not (replaced := replaced_paths(plan, made.prior)) or plan.errors:
            return plan, False
        still = self.change(made, before)
        if still.errors:
            return still, False
        return plan, bool(replaced - replaced_paths(still, made.prior))

    def make(self, configuration: dict) -> plugin.Plan:
        """The plan to make a resource, and what it would be once made."""
        key = repr(configuration)
        if key not in self.made:
            plan = self.plan(None, proposed(self.block, None, configuration), configuration)
            if not plan.errors and plan.planned is not None:
                plan.prior = known(self.block, plan.planned, plugin.UNKNOWN, self.is_blank)
            self.made[key] = plan
        return self.made[key]

    def change(self, made: plugin.Plan, configuration: dict) -> plugin.Plan:
        return self.plan(made.prior, proposed(self.block, made.prior, configuration), configuration, made.private)

    def plan(self, prior, proposal, configuration, private=b"") -> plugin.Plan:
        """The provider's answer; none once it has broken off too often."""
        if self.breaks >= MOST_BREAKS or self.waits >= MOST_WAITS:
            return plugin.Plan({}, [((), "not asked: the provider broke off too often")])
        plan = self.provider.plan(self.name, prior, proposal, configuration, private, patience=self.patience)
        self.breaks += any(words.startswith("UNAVAILABLE") for _, words in plan.errors)
        self.waits += any(words.startswith("DEADLINE_EXCEEDED") for _, words in plan.errors)
        return plan


def replaced_paths(plan: plugin.Plan, prior: dict) -> set[tuple]:
    """Those that Terraform minds: what a provider names but does not change is left out."""
    return {path for path in plan.replaced if at(prior, path) is plugin.UNKNOWN or at(prior, path) != at(plan.planned, path)}


def place_of(path: tuple, words: str) -> tuple:
    """What a complaint is about. The path ends where a set begins; the words go on."""
    place = tuple(step for step in path if isinstance(step, str))
    inner = re.search(r"Path: .*\]\.(\w+) Given Value", words)
    return (*place, inner[1]) if inner and inner[1] != place[-1] else place


def at(value, path: tuple):
    """What stands at a place; of blocks of which there are several, in the first."""
    for step in path:
        if isinstance(value, list) and isinstance(step, str):
            value = value[0] if value else None
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step] if step < len(value) else None
        else:
            return value if value is plugin.UNKNOWN else None
    return value


# MARK: Places


def places(block: dict, depth: int = 8, above: tuple = ()) -> Iterator[tuple[tuple, dict]]:
    """Every attribute that may be written, and every block."""
    for name, attribute in sorted(block["attributes"].items()):
        if (attribute.get("required") or attribute.get("optional")) and (above or name != "id"):
            yield (*above, name), attribute
    for name, nested in sorted(block["block_types"].items()):
        if name != "timeouts" or above:
            yield (*above, name), nested
            if depth > 1:
                yield from places(nested["block"], depth - 1, (*above, name))


def size(block: dict) -> int:
    return len(block["attributes"]) + sum(1 + size(nested["block"]) for nested in block["block_types"].values())


# MARK: Kinds of edits


def attribute_edits(samples: Samples, place: tuple, attribute: dict) -> Iterator[Edit]:
    written = attribute["type"]
    first, second = (lambda: samples.value(written, place)), (lambda: samples.value(written, place, True))
    nothing = lambda: None  # noqa: E731
    if written == "bool":
        yield from (Edit("enable", first, second), Edit("disable", second, first))
    elif written == "number":
        yield from (Edit("increase", first, second), Edit("decrease", second, first))
    elif isinstance(written, str) or written[0] == "object":
        yield from text_edits(samples, place) if written == "string" else [Edit("change", first, second)]
    else:
        both = lambda: samples.both(written, place)  # noqa: E731
        yield from (Edit("change", first, second), Edit("grow", first, both), Edit("shrink", both, first))
    if not attribute.get("required"):
        for value in (first, second) if isinstance(written, str) else (first,):
            yield from (Edit("set", nothing, value), Edit("unset", value, nothing))


def text_edits(samples: Samples, place: tuple) -> Iterator[Edit]:
    count = len(samples.texts(place))
    if samples.form(place) == "version" and not samples.words(place):
        for one, other in ((0, 1), (0, 2)):
            yield Edit("increase", lambda one=one: choice(samples, place, one), lambda other=other: choice(samples, place, other))
            yield Edit("decrease", lambda other=other: choice(samples, place, other), lambda one=one: choice(samples, place, one))
        return
    pairs = [(one, (one + step) % count) for step in range(1, count) for one in range(count)]
    is_pair = len(samples.words(place)) > 1 and len(pairs) <= MOST_PAIRS
    for one, other in pairs[:MOST_PAIRS]:
        yield Edit("change", lambda one=one: choice(samples, place, one), lambda other=other: choice(samples, place, other), is_pair)


def choice(samples: Samples, place: tuple, number: int) -> str:
    texts = samples.texts(place)
    return texts[number % len(texts)]


def block_edits(samples: Samples, place: tuple, nested: dict) -> Iterator[Edit]:
    def many(count: int):
        return lambda: samples.repeated(nested, place, count)

    least, most = nested["min_items"], nested["max_items"]
    if nested["nesting_mode"] in ("single", "group"):
        least, most = 0, 1
    if least == 0:
        yield from (Edit("set", many(0), many(1)), Edit("unset", many(1), many(0)))
    if most == 0 or most > max(least, 1):
        few = max(least, 1)
        yield from (Edit("grow", many(few), many(few + 1)), Edit("shrink", many(few + 1), many(few)))
