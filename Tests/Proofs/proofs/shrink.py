"""Takes out of a copied configuration what the emulator cannot do, and whatever refers to that."""

import re
from dataclasses import dataclass
from pathlib import Path

from proofs import hcl
from proofs.exceptions import Entry, Exceptions

REFERABLE = {"resource": "{0}.{1}", "data": "data.{0}.{1}", "module": "module.{0}", "output": "output.{0}"}
DEPENDS = re.compile(r"(depends_on\s*=\s*\[)([^\]]*)\]")
PROTECTION = re.compile(r"\b(prevent_destroy|deletion_protection|enable_deletion_protection|deletion_protection_enabled)(\s*)=(\s*)true\b")


@dataclass
class Part:
    """Something that can be referred to or refers: a block, or one value of a `locals` block."""

    file: Path
    address: str
    item: hcl.Item
    text: str

    def refers(self, address: str) -> bool:
        return bool(re.search(rf"(?<![\w.-]){re.escape(address)}(?![\w-])", DEPENDS.sub("", self.text)))


def shrink(folder: Path, exceptions: Exceptions, stack: str, environment: str) -> list[str]:
    """Changes the files in `folder`, and gives a line for each thing left out."""
    notes: list[str] = []
    entries = exceptions.applying("address", stack, environment)
    for entry in (entry for entry in entries if entry.attributes):
        notes += strip(folder, entry, exceptions)
    parts = read(folder)
    gone: dict[str, str] = {}
    for entry in (entry for entry in entries if not entry.attributes):
        gone |= {part.address: entry.reason for part in parts if exceptions.match(entry, part.address)}
    notes += [f"left out: {address}: {reason}" for address, reason in gone.items()]
    dummies = {part.address: entry.dummy for entry in entries if entry.dummy for part in parts if exceptions.match(entry, part.address)}
    follow(parts, gone, set(dummies), notes)
    cut(parts, set(gone))
    stand_in(folder, dummies)
    return notes


def stand_in(folder: Path, dummies: dict[str, str]):
    """Puts a text where a resource was referred to that is gone."""
    for file in folder.glob("*.tf"):
        text = file.read_text()
        for address, dummy in dummies.items():
            text = re.sub(rf"(?<![\w.-]){re.escape(address)}(?![\w-])(?:\.\w+|\[[^\]]*\])*", f'"{dummy}"', text)
        file.write_text(text)


def read(folder: Path) -> list[Part]:
    parts = []
    for file in sorted(folder.glob("*.tf")):
        text = file.read_text()
        for item in hcl.items(text):
            if item.kind in REFERABLE:
                parts.append(Part(file, REFERABLE[item.kind].format(*item.labels), item, text[item.start : item.end]))
            elif item.kind == "locals":
                values = hcl.items(text, item.open, item.close)
                parts += [Part(file, f"local.{value.kind}", value, text[value.start : value.end]) for value in values]
    return parts


def follow(parts: list[Part], gone: dict[str, str], replaced: set[str], notes: list[str]):
    """Adds to `gone` what refers to it, until nothing more does; references to what is `replaced` do no harm."""
    waiting = [address for address in gone if address not in replaced]
    while waiting:
        address = waiting.pop()
        for part in parts:
            if part.address not in gone and part.refers(address):
                gone[part.address] = f"refers to {address}"
                notes.append(f"left out: {part.address}: refers to {address}")
                waiting.append(part.address)


def cut(parts: list[Part], gone: set[str]):
    for file in {part.file for part in parts}:
        text = hcl.without(file.read_text(), [part.item for part in parts if part.file == file and part.address in gone])
        file.write_text(DEPENDS.sub(lambda found: found[1] + kept(found[2], gone) + "]", text))


def kept(listed: str, gone: set[str]) -> str:
    return ", ".join(name for name in re.split(r"[\s,]+", listed) if name and name not in gone)


def strip(folder: Path, entry: Entry, exceptions: Exceptions) -> list[str]:
    """Cuts attributes or nested blocks out of the resources that `entry` matches."""
    notes = []
    for file in sorted(folder.glob("*.tf")):
        text, unwanted = file.read_text(), []
        for item in hcl.items(text):
            address = REFERABLE.get(item.kind, "").format(*item.labels)
            found = within(text, item, entry.attributes) if item.is_block and address else []
            if found and exceptions.match(entry, address):
                unwanted += found
                notes += [f"left out: {address} {name}: {entry.reason}" for name in dict.fromkeys(one.kind for one in found)]
        file.write_text(hcl.without(text, unwanted))
    return notes


def within(text: str, block: hcl.Item, names: tuple[str, ...]) -> list[hcl.Item]:
    found = []
    for item in hcl.items(text, block.open, block.close):
        if item.kind in names:
            found.append(item)
        elif item.is_block:
            found += within(text, item, names)
    return found


def unprotect(folder: Path):
    """What the proof makes it also destroys."""
    for file in folder.glob("*.tf"):
        file.write_text(PROTECTION.sub(r"\1\2=\3false", file.read_text()))
