"""CloudFormation templates: cfn-lint reads them, and a stack is made of each in an emulated AWS."""

import json
from pathlib import Path

from proofs.context import Context
from proofs.emulator import Emulator, kind, running
from proofs.exceptions import Entry
from proofs.inputs import Inputs
from proofs.reduce import reduced, without_attributes
from proofs.report import Failed
from proofs.tools import run
from proofs.tree import Subject

INLINE_LIMIT = 51_200


def region(subject: Subject) -> str:
    return subject.path.name.split(".")[0]


def lint(context: Context, subject: Subject, notes: list[str]):
    """cfn-lint finds nothing: no error, no warning, no advice."""
    schemas = [context.here / "schemas"]
    published = context.shared / "data" / "mongodbatlas-cloudformation"
    schemas.append(published if published.is_dir() else permissive(context, subject, notes))
    command = [context.tools.need("cfn-lint"), "--regions", region(subject), "--include-checks", "I", "--registry-schemas", *schemas]
    run([*command, "--template", subject.path])


def permissive(context: Context, subject: Subject, notes: list[str]) -> Path:
    """Schemas that allow anything, for the types of others: cfn-lint knows only those of AWS, and refuses what it does not know."""
    folder = context.folder("schemas", subject.name.replace("/", "-"))
    known = {path.stem.replace("-", "::") for path in (context.here / "schemas").glob("*.json")}
    kinds = {resource["Type"] for resource in json.loads(subject.path.read_text())["Resources"].values()} - known
    for name in sorted(name for name in kinds if not name.startswith(("AWS::", "Custom::"))):
        notes.append(f"no schema for {name}: its properties are not checked")
        schema = {"typeName": name, "description": name, "properties": {}, "additionalProperties": True, "primaryIdentifier": []}
        (folder / f"{name.replace('::', '-')}.json").write_text(json.dumps(schema))
    return folder


def creation(context: Context, subject: Subject, notes: list[str]):
    """Every resource of the template is there once its stack is; moto leaves out in silence what it does not know."""
    template = json.loads(subject.path.read_text())
    inputs = Inputs.read(context.here / "inputs", subject.stack, subject.environment)
    entries = context.exceptions.applying("cloudformation", subject.stack, subject.environment)
    log = context.folder("logs") / f"{subject.name.replace('/', '-')}.log"
    with running(context.shared, inputs.account, log) as emulator:
        inputs = inputs.prepare(emulator)
        parameters = {name: inputs.parameter(name, declared) for name, declared in template.get("Parameters", {}).items()}
        wanted = simplified(context, template, entries)
        try:
            made = create(emulator, region(subject), json.dumps(wanted), parameters)
        except Failed:
            context.exceptions.doubt(entries)
            raise
        compare(context, template["Resources"], made, entries, notes)
        notes.insert(0, f"{len(made)} of {len(template['Resources'])} resources created")
        notes.append(delete(emulator, region(subject)))


def simplified(context: Context, template: dict, entries: list[Entry]) -> dict:
    """The template as far as the emulator can read it. Moto as released stumbles over types that it does not know, too."""
    for entry in entries:
        if entry.attributes and any(context.exceptions.match(entry, resource["Type"]) for resource in template["Resources"].values()):
            template = without_attributes(template, {entry.cloudformation}, set(entry.attributes))
    unknown = {entry.cloudformation for entry in entries if not entry.attributes}
    return template if kind(context.shared) == "extended" else reduced(template, unknown)


def create(emulator: Emulator, where: str, body: str, parameters: dict[str, str]) -> set[str]:
    """Makes the stack, and gives the logical ids of what is in it. What moto does not know is in the list without one."""
    client = emulator.client("cloudformation", where)
    given = [{"ParameterKey": name, "ParameterValue": value} for name, value in parameters.items()]
    try:
        client.create_stack(StackName="proof", Parameters=given, Capabilities=["CAPABILITY_NAMED_IAM"], **source(emulator, body))
        status = client.describe_stacks(StackName="proof")["Stacks"][0]["StackStatus"]
        found = client.describe_stack_resources(StackName="proof")["StackResources"]
    except Exception as error:
        raise Failed(f"{type(error).__name__}: {str(error)[:500]}\n{emulator.last_words()}") from None
    if status != "CREATE_COMPLETE":
        raise Failed(f"the stack is {status}")
    return {resource["LogicalResourceId"] for resource in found if "LogicalResourceId" in resource and not stands_in(resource)}


def stands_in(resource: dict) -> bool:
    """The extended emulator puts a dummy where moto knows no such type, so that references to it resolve. It proves nothing."""
    return "stand-in" in resource.get("PhysicalResourceId", "")


def delete(emulator: Emulator, where: str) -> str:
    """Says how it went and no more: moto deletes in an order that it then refuses itself, and its memory ends with it anyway."""
    try:
        emulator.client("cloudformation", where).delete_stack(StackName="proof")
    except Exception as error:
        return f"the emulator could not delete the stack: {error}"
    return "deleted"


def source(emulator: Emulator, body: str) -> dict[str, str]:
    """A long template comes from a bucket, as it has to with the real service."""
    if len(body.encode()) <= INLINE_LIMIT:
        return {"TemplateBody": body}
    emulator.client("s3").create_bucket(Bucket="proof-templates")
    emulator.client("s3").put_object(Bucket="proof-templates", Key="template.json", Body=body.encode())
    return {"TemplateURL": "http://localhost/proof-templates/template.json"}  # moto looks into its own bucket for that host


def compare(context: Context, wanted: dict, made: set[str], entries: list[Entry], notes: list[str]):
    missing = []
    for name, resource in wanted.items():
        if name in made:
            continue
        told = f"{name} ({resource['Type']})"
        if entry := next((entry for entry in entries if not entry.attributes and context.exceptions.match(entry, resource["Type"])), None):
            notes.append(f"not created: {told}: {entry.reason}")
        elif "Condition" in resource:
            notes.append(f"not created: {told}: its condition {resource['Condition']}")
        else:
            missing.append(told)
    if missing:
        raise Failed("\n".join(["not created, and no exception says why:", *missing]))
