"""As much of Terraform's language as it takes to find a block in a file and to cut it out. It judges nothing: Terraform does."""

import re
from dataclasses import dataclass

HEAD = re.compile(r'[A-Za-z_][\w-]*(?:[ \t]+(?:"[^"\n]*"|[A-Za-z_][\w-]*))*')
HEREDOC = re.compile(r"<<-?([A-Za-z_][\w-]*)[ \t]*\r?\n")
COMMENT = re.compile(r"(?:#|//)[^\n]*|/\*.*?\*/", re.DOTALL)
PAIRS = {"{": "}", "[": "]", "(": ")"}


@dataclass(frozen=True)
class Item:
    """An attribute or a block: `text[start:end]`, and for a block what its braces hold, `text[open:close]`."""

    words: tuple[str, ...]
    start: int
    end: int
    open: int | None = None
    close: int | None = None

    @property
    def kind(self) -> str:
        return self.words[0]

    @property
    def labels(self) -> tuple[str, ...]:
        return self.words[1:]

    @property
    def is_block(self) -> bool:
        return self.open is not None


def items(text: str, start: int = 0, end: int | None = None) -> list[Item]:
    """The attributes and blocks of one body, in order."""
    end, at, found = len(text) if end is None else end, start, []
    while at < end:
        if text[at].isspace():
            at += 1
        elif comment := COMMENT.match(text, at, end):
            at = comment.end()
        elif head := HEAD.match(text, at, end):
            item = item_at(text, head, end)
            found.append(item)
            at = item.end
        else:
            raise ValueError(f"neither an attribute nor a block: {text[at : at + 40]!r}")
    return found


def item_at(text: str, head: re.Match, end: int) -> Item:
    words = tuple(word.strip('"') for word in re.findall(r'"[^"]*"|[\w-]+', head[0]))
    at = head.end()
    while at < end and text[at] in " \t":
        at += 1
    if at < end and text[at] == "{":
        close = closing(text, at, end)
        return Item(words, head.start(), close + 1, at + 1, close)
    if at < end and text[at] == "=":
        return Item(words, head.start(), expression_end(text, at + 1, end))
    raise ValueError(f"neither an attribute nor a block: {head[0]!r}")


def expression_end(text: str, at: int, end: int) -> int:
    """Where the expression that starts at `at` ends: before the line break outside all brackets."""
    while at < end and text[at] != "\n":
        at = step(text, at, end)
    return at


def closing(text: str, at: int, end: int) -> int:
    """Where the bracket at `at` is closed."""
    wanted, at = PAIRS[text[at]], at + 1
    while at < end:
        if text[at] == wanted:
            return at
        at = step(text, at, end)
    raise ValueError(f"no {wanted} closes what was opened")


def step(text: str, at: int, end: int) -> int:
    """Past one thing: a string, a comment, a here-document, everything in a pair of brackets, or one character."""
    if text[at] == '"':
        return string_end(text, at, end)
    if text[at] in PAIRS:
        return closing(text, at, end) + 1
    if comment := COMMENT.match(text, at, end):
        return comment.end()
    if opened := HEREDOC.match(text, at, end):
        closed = re.compile(rf"^[ \t]*{re.escape(opened[1])}[ \t]*$", re.MULTILINE).search(text, opened.end(), end)
        if not closed:
            raise ValueError(f"no {opened[1]} ends the here-document")
        return closed.end()
    return at + 1


def string_end(text: str, at: int, end: int) -> int:
    """Past the string that opens at `at`; what it interpolates may hold strings again."""
    at += 1
    while at < end and text[at] != '"':
        if text[at] == "\\" or text.startswith(("$${", "%%{"), at):
            at += 2 if text[at] == "\\" else 3
        elif text.startswith(("${", "%{"), at):
            at = closing(text, at + 1, end) + 1
        else:
            at += 1
    return at + 1


def without(text: str, unwanted: list[Item]) -> str:
    """`text` with those items cut out."""
    for item in sorted(unwanted, key=lambda item: item.start, reverse=True):
        text = text[: item.start] + text[item.end :]
    return text
