"""Hostile texts: the tools that read the output in earnest find in it what the stacks said, byte for byte.

`HostileStacks` compiles stacks made of quotes, templates, control characters, emoji and paths, and lists what must be found
where. Here Terraform, Bash, and parsers that Terrane does not use look for it.
"""

import functools
import json
import os
import plistlib
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import botocore.session
import yaml
from botocore.validate import ParamValidator
from cfnlint.decode import decode

from proofs import hcl
from proofs.context import Context
from proofs.report import Failed, NotRun
from proofs.tools import run
from proofs.tree import Subject, Tree

TEXTS, SEED = 500, 2026
PROGRAM = "HostileStacks"


def subjects(tree: Tree) -> list[Subject]:
    """The program, when it is this repository that is judged as a whole."""
    sources = tree.root.parent / "Tests" / "Fixtures" / PROGRAM
    return [Subject(sources, PROGRAM)] if tree.stacks == "*" and sources.is_dir() else []


def texts(context: Context, subject: Subject, notes: list[str]):
    """Hostile texts come back from Terraform, Bash and other parsers as they were, or were refused with a place."""
    folder = compile_stacks(context, subject)
    expected = json.loads((folder / "expected.json").read_text())
    files = Files(context, folder / "out", expected)
    wrong, counts = [], Counter()
    for entry in expected:
        counts[entry["file"].rsplit(".", 1)[-1]] += 1
        if problem := difference(files, entry):
            wrong.append(problem)
    files.judge()
    verdicts = json.loads((folder / "verdicts.json").read_text())
    wrong += [problem for entry in verdicts if (problem := misjudged(entry))]
    if wrong:
        raise Failed(f"{len(wrong)} of {len(expected)} values are not what was said:\n" + "\n".join(wrong[:10]))
    notes.append(", ".join(f"{count} in .{kind}" for kind, count in sorted(counts.items())))
    notes.append(f"{sum(entry['isRefused'] for entry in verdicts)} of {len(verdicts)} further texts refused, each at its line")


def compile_stacks(context: Context, subject: Subject) -> Path:
    """Runs the program twice, the second time after a manifest that names files of others. Those stay."""
    program = subject.path.parents[2] / ".build" / "debug" / PROGRAM
    if not program.is_file():
        raise NotRun(f"{PROGRAM} is not built: swift build")
    shutil.rmtree(context.folder("hostile"), ignore_errors=True)
    home = context.folder("hostile")
    folder, victim = home / "texts", home / "victim"
    folder.mkdir()
    victim.write_text("mine")
    run([program, folder, TEXTS, SEED])
    manifest = folder / "out" / ".terrane-manifest.json"
    names = json.loads(manifest.read_text())
    names["files"] += ["../../victim", "/etc/hostname", "values-b0/../../../victim", "../\u0301/x", str(victim)]
    manifest.write_text(json.dumps(names))
    run([program, folder, TEXTS, SEED])
    strangers = {path.name for path in home.iterdir()} - {"texts", "victim"} | {path.name for path in folder.iterdir()} - {"out", "expected.json", "verdicts.json"}
    if strangers or victim.read_text() != "mine":
        raise Failed(f"files outside the output folder were touched: {strangers or victim}")
    return folder


def difference(files: "Files", entry: dict) -> str:
    """What is wrong with one value; nothing when it is as it was said."""
    try:
        found = files.value(entry["file"], entry["path"])
        if entry["reader"] == "github":
            found = computed(found)
        elif entry["reader"] == "compose":
            found = found.replace("$$", "$")
        if isinstance(entry["value"], dict) and isinstance(found, str):
            found = json.loads(found)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        return f"{entry['file']} {entry['path']}: {type(error).__name__}: {error}"[:600]
    return "" if found == entry["value"] else f"{entry['file']} {entry['path']}: {found!r} instead of {entry['value']!r}"[:600]


def misjudged(entry: dict) -> str:
    """A text is refused just when Terraform would change it, C would cut it, or CloudFormation would ask for something."""
    text = entry["text"]
    stray = any(combines(sign) and (before < " " or before in "<>&") for before, sign in zip("\n" + text, text))
    unsayable = stray or "\0" in text or unicodedata.normalize("NFC", text) != text or "{{resolve:" in text
    if entry["isRefused"] != unsayable:
        return f"{text!r} is {'refused' if entry['isRefused'] else 'not refused'}"
    return f"{text!r} is refused without a place" if unsayable and not entry["hasPlace"] else ""


def combines(sign: str) -> bool:
    """Whether a character may become one with what stands before it."""
    return bool(unicodedata.combining(sign)) or unicodedata.category(sign) == "Mc" or "\u1161" <= sign <= "\u1175" or "\u11a8" <= sign <= "\u11c2"


def computed(text: str) -> str:
    """What GitHub makes of a text with literal expressions; one that is no literal makes something else of it."""
    return re.sub(r"\$\{\{ '((?:[^']|'')*)' \}\}", lambda found: found[1].replace("''", "'"), text)


class Files:
    """The files of the output, each read once by the tool it is for."""

    def __init__(self, context: Context, root: Path, expected: list[dict]):
        self.context, self.root, self.expected = context, root, expected
        self.read = functools.cache(self.read)

    def value(self, file: str, path: list):
        if file.endswith(".tf"):
            return follow(*self.configuration[file, tuple(path)])
        return follow(self.read(file), path)

    def read(self, file: str):
        path = self.root / file
        if file.endswith(".template.json"):
            return Template(path).computed
        if file.endswith(".json"):
            return json.loads(path.read_bytes())
        if path.suffix in (".yaml", ".yml"):
            return yaml.safe_load(path.read_bytes())
        if path.suffix == ".plist":
            return plistlib.loads(path.read_bytes())
        return self.printed(path)

    def printed(self, script: Path) -> list[str]:
        """What a script prints in an environment that holds nothing."""
        run(["bash", "-n", script])
        done = subprocess.run(["env", "-i", f"PATH={os.environ['PATH']}", "bash", script, "--environment", "staging"], capture_output=True, timeout=60)
        if done.returncode:
            raise Failed(f"{script.name}: exit {done.returncode}\n{done.stderr.decode(errors='replace')}")
        return [text.decode() for text in done.stdout.split(b"\0")[:-1]]

    @functools.cached_property
    def configuration(self) -> dict:
        """What Terraform makes of each attribute that is asked about, and the rest of the way to the value."""
        home = self.context.folder("hostile", "terraform")
        asked = [entry for entry in self.expected if entry["file"].endswith(".tf")]
        modules, places = {}, {}
        for entry in asked:
            stack = entry["file"].split("/")[0]
            module = modules.setdefault(stack, Module(self.root / stack / "staging" / "terraform"))
            places[entry["file"], tuple(entry["path"])] = stack, *module.ask(Path(entry["file"]).name, entry["path"])
        values = evaluate(self.context, home, modules)
        return {key: (values[stack][name], rest) for key, (stack, name, rest) in places.items()}

    def judge(self):
        """What else the tools have to say: nothing."""
        validator = ParamValidator()
        shape = botocore.session.get_session().get_service_model("ecs").operation_model("RegisterTaskDefinition").input_shape
        for path in self.root.glob("*/*/ecs/*.task-definition.json"):
            if (report := validator.validate(json.loads(path.read_bytes()), shape)).has_errors():
                raise Failed(f"{path}: {report.generate_report()}"[:2000])
        terraform = self.context.tools.need("terraform")
        run([terraform, "fmt", "-check", "-recursive", "-list=true", self.root], env=self.context.terraform_environment)
        for path in self.root.glob("*/ios/*.plist"):
            run([self.context.tools.need("xmllint"), "--noout", "--nonet", path])
        for path in self.root.glob("*/github/workflows/*.yml"):
            lint(self.context, path)


def follow(value, path: list):
    """The value at the end of a path; a text on the way is a JSON document."""
    for step in path:
        value = (json.loads(value) if isinstance(value, str) else value)[step]
    return value


def lint(context: Context, workflow: Path):
    """actionlint can read the file and each expression in it."""
    command = [context.tools.need("actionlint"), "-no-color", "-shellcheck=", "-pyflakes=", "-format", "{{json .}}", workflow]
    found = json.loads(run(command, accept=(0, 1), cwd=workflow.parent) or "[]") or []
    if wrong := [f"{item['line']}: {item['message']}" for item in found if item["kind"] in ("syntax-check", "expression")]:
        raise Failed("\n".join([str(workflow), *wrong[:10]])[:2000])


class Module:
    """A configuration without its provider: what is asked about becomes an output, which Terraform works out by itself."""

    def __init__(self, folder: Path):
        self.texts = {path.name: path.read_text() for path in folder.glob("*.tf")}
        self.blocks = {name: {item.words: item for item in hcl.items(text)} for name, text in self.texts.items()}
        self.outputs: dict[str, str] = {}

    def ask(self, file: str, path: list) -> tuple[str, list]:
        """The output that holds an attribute, and the rest of the way."""
        count = 3 if path[0] == "resource" else 2
        block, rest = self.blocks[file][tuple(path[:count])], path[count:]
        text, attributes = self.texts[file], self.attributes(file, block)
        while (item := attributes[rest[0]]).is_block:
            attributes, rest = self.attributes(file, item), rest[1:]
        name = self.outputs.setdefault(text[item.start : item.end].split("=", 1)[1] + f" # {file} {item.start}", f"o{len(self.outputs)}")
        return name, rest[1:]

    @functools.cache
    def attributes(self, file: str, block: hcl.Item) -> dict:
        return {item.kind: item for item in hcl.items(self.texts[file], block.open, block.close)}

    @property
    def configuration(self) -> str:
        outputs = [f'output "{name}" {{\n  value = {expression}\n}}\n' for expression, name in self.outputs.items()]
        return self.texts.get("variables.tf", "") + "\n" + "\n".join(outputs)


def evaluate(context: Context, home: Path, modules: dict[str, Module]) -> dict[str, dict]:
    """The outputs of all modules, in one run of Terraform."""
    root = []
    for stack, module in modules.items():
        folder = home / stack
        folder.mkdir(parents=True)
        (folder / "main.tf").write_text(module.configuration)
        root.append(f'module "{stack}" {{\n  source = "./{stack}"\n}}\n\noutput "{stack}" {{\n  value = module.{stack}\n}}\n')
    (home / "main.tf").write_text("\n".join(root))
    terraform, environment = context.tools.need("terraform"), context.terraform_environment
    run([terraform, "init", "-backend=false", "-no-color"], cwd=home, env=environment)
    run([terraform, "apply", "-auto-approve", "-no-color"], cwd=home, env=environment)
    done = subprocess.run([terraform, "output", "-json"], cwd=home, env=environment, capture_output=True, check=True)
    return {name: output["value"] for name, output in json.loads(done.stdout).items()}


class Template:
    """A CloudFormation template with its functions worked out, parameters being their defaults ("Fn::Sub", User Guide)."""

    def __init__(self, path: Path):
        template, problems = decode(str(path))
        if problems:
            raise Failed(f"{path}: cfn-lint cannot read it: {problems}"[:2000])
        self.parameters = {name: parameter.get("Default") for name, parameter in template.get("Parameters", {}).items()}
        if template != json.loads(path.read_bytes()):
            raise Failed(f"{path}: cfn-lint reads it otherwise than Python")
        self.computed = self.compute(template)

    def compute(self, value):
        if isinstance(value, list):
            return [self.compute(item) for item in value]
        if not isinstance(value, dict):
            return value
        if set(value) == {"Ref"} and value["Ref"] in self.parameters:
            return self.parameters[value["Ref"]]
        if set(value) == {"Fn::Sub"}:
            text, variables = value["Fn::Sub"] if isinstance(value["Fn::Sub"], list) else (value["Fn::Sub"], {})
            return self.substitute(text, self.compute(variables))
        return {key: self.compute(item) for key, item in value.items()}

    def substitute(self, text: str, variables: dict) -> str:
        known = self.parameters | variables
        return re.sub(r"\$\{([^}]*)\}", lambda found: "${" + found[1][1:] + "}" if found[1].startswith("!") else known[found[1]], text)
