"""Terraform's plugin protocol 5, as far as a provider is asked with it what it would plan ("Plugin protocol", Terraform documentation).

A provider is a program: it prints where it listens, and answers calls of gRPC there. Of the messages only the fields that are needed
are written and read here, by their numbers in `tfplugin5.proto`.
"""

import json
import os
import re
import select
import signal
import subprocess
import sys
from pathlib import Path

import grpc
import msgpack

COOKIE = {"TF_PLUGIN_MAGIC_COOKIE": "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2", "PLUGIN_PROTOCOL_VERSIONS": "5"}
NESTING = {1: "single", 2: "list", 3: "set", 4: "map", 5: "group"}
# Nothing that a plan does takes longer, unless it waits for a cloud that is not there.
PATIENCE = 30
# Where nobody listens: a provider that would ask the cloud hears at once that it cannot.
NOWHERE = {name: "http://127.0.0.1:9" for name in ("HTTP_PROXY", "HTTPS_PROXY")} | {"NO_PROXY": ""}


class Unknown:
    """A value that is known only once deployed."""

    def __repr__(self):
        return "unknown"


UNKNOWN = Unknown()


class Provider:
    """A provider at work. It ends with the `with` that it was started in."""

    def __init__(self, program: Path):
        own = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "TF_"))}
        self.process = subprocess.Popen(
            [program], env=own | COOKIE | NOWHERE, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        unlimited = [("grpc.max_receive_message_length", -1), ("grpc.max_send_message_length", -1)]
        self.channel = grpc.insecure_channel(self.address(), options=unlimited)

    def address(self) -> str:
        """`1|5|unix|/tmp/plugin1|grpc|`, within a minute."""
        ready, _, _ = select.select([self.process.stdout], [], [], 60)
        parts = self.process.stdout.readline().decode().split("|") if ready else []
        if len(parts) < 5 or parts[4].strip() != "grpc":
            sys.exit(f"the provider does not speak plugin protocol 5: {parts}")
        return f"unix:{parts[3]}" if parts[2] == "unix" else parts[3]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.channel.close()
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def call(self, method: str, request: bytes, timeout: float = PATIENCE) -> dict[int, list]:
        return fields(self.channel.unary_unary(f"/tfplugin5.Provider/{method}")(request, timeout=timeout))

    def schemas(self) -> tuple[dict, dict[str, dict]]:
        """What the provider's own configuration has, and what each type of resource has."""
        answer = self.call("GetSchema", b"", timeout=120)
        resources = dict(entry(each) for each in answer.get(2, []))
        return block(fields(fields(answer[1][0])[2][0])), resources

    def configure(self, configuration: dict):
        request = text(1, "1.11.4") + message(2, dynamic(configuration))
        if problems := errors(self.call("Configure", request, timeout=60).get(1, [])):
            sys.exit(f"the provider takes no configuration: {problems}")

    def plan(self, kind: str, prior, proposed, configuration, private=b"", patience: float = PATIENCE) -> "Plan":
        values = enumerate((prior, proposed, configuration), 2)
        request = text(1, kind) + b"".join(message(field, dynamic(each)) for field, each in values) + message(5, private)
        try:
            return Plan(self.call("PlanResourceChange", request, patience))
        except grpc.RpcError as error:
            return Plan({}, [((), f"{error.code().name}: {error.details()[:200]}")])


class Plan:
    """What a provider would make of a resource, and which attributes it cannot change in place."""

    def __init__(self, answer: dict[int, list], problems: list | None = None):
        self.errors = problems if problems is not None else errors(answer.get(4, []))
        self.planned = value(answer[1][0]) if 1 in answer else None
        self.replaced = [path(each) for each in answer.get(2, [])]
        self.private = answer.get(3, [b""])[0]


# MARK: Messages


def varint(number: int) -> bytes:
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])


def message(field: int, content: bytes) -> bytes:
    return varint(field << 3 | 2) + varint(len(content)) + content


def text(field: int, words: str) -> bytes:
    return message(field, words.encode())


def fields(content: bytes) -> dict[int, list]:
    """The values of each field, in their order: numbers and bytes."""
    found: dict[int, list] = {}
    position = 0
    while position < len(content):
        key, position = number(content, position)
        if key & 7 == 2:
            length, position = number(content, position)
            found.setdefault(key >> 3, []).append(content[position : position + length])
            position += length
        elif key & 7 == 0:
            read, position = number(content, position)
            found.setdefault(key >> 3, []).append(read)
        else:
            sys.exit(f"the provider sent a field of wire type {key & 7}")
    return found


def number(content: bytes, position: int) -> tuple[int, int]:
    shift = read = 0
    while True:
        byte = content[position]
        position += 1
        read |= (byte & 0x7F) << shift
        if byte < 0x80:
            return read, position
        shift += 7


# MARK: Values


def dynamic(written) -> bytes:
    packed = msgpack.packb(written, default=lambda _: msgpack.ExtType(0, b"\x00"))
    return message(1, packed)


def value(content: bytes):
    parts = fields(content)
    if 1 in parts and parts[1][0]:
        return msgpack.unpackb(parts[1][0], raw=False, strict_map_key=False, ext_hook=lambda *_: UNKNOWN)
    return json.loads(parts[2][0]) if 2 in parts else None


def path(content: bytes) -> tuple:
    steps = [fields(step) for step in fields(content).get(1, [])]
    return tuple(step[1][0].decode() if 1 in step else step[2][0].decode() if 2 in step else step.get(3, [0])[0] for step in steps)


def errors(diagnostics: list[bytes]) -> list[tuple[tuple, str]]:
    """Each with the attribute that it is about."""
    found = []
    for parts in map(fields, diagnostics):
        if parts.get(1, [0])[0] == 1:
            words = [parts[place][0].decode(errors="replace") for place in (2, 3) if place in parts]
            found.append((path(parts[4][0]) if 4 in parts else (), re.sub(r"\s+", " ", ": ".join(words))))
    return found


# MARK: Schemas


def entry(content: bytes) -> tuple[str, dict]:
    parts = fields(content)
    return parts[1][0].decode(), block(fields(fields(parts[2][0])[2][0]))


def block(parts: dict[int, list]) -> dict:
    """In the form of `terraform providers schema -json`."""
    attributes = dict(attribute(fields(each)) for each in parts.get(2, []))
    return {"attributes": attributes, "block_types": dict(nested(fields(each)) for each in parts.get(3, []))}


def attribute(parts: dict[int, list]) -> tuple[str, dict]:
    uses = {"required": 4, "optional": 5, "computed": 6, "write_only": 10}
    read = {word: True for word, place in uses.items() if parts.get(place, [0])[0]}
    return parts[1][0].decode(), read | {"type": json.loads(parts[2][0])}


def nested(parts: dict[int, list]) -> tuple[str, dict]:
    counts = {"min_items": parts.get(4, [0])[0], "max_items": parts.get(5, [0])[0]}
    return parts[1][0].decode(), {"nesting_mode": NESTING[parts[3][0]], "block": block(fields(parts[2][0]))} | counts
