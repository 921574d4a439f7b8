#!/usr/bin/env python3
"""Writes what CloudFormation's registry says of every type in the form that is built into the program.

    python cloudformation.py cloudformation.schemas         # needs the cfn-lint of Tests/Proofs/requirements.txt
    python cloudformation.py --atlas FOLDER                 # takes the published schemas of MongoDB::Atlas::* from there

A line for each type: its name, a tab, its schema as compact JSON. The words are those of JSON Schema and of CloudFormation's
resource type definition schema, with these differences:

- `readOnly`, `writeOnly`, `createOnly`, `conditionalCreateOnly`, `deprecated` and `identifier` are lists of paths (`A/B/*/C`).
- `attributes` are what `Fn::GetAtt` takes, where that is not what is read-only; `tags` is the property with the tags.
- `formats` has the pattern of each `format` in use.
- `rules` are further schemas from cfn-lint's own rules, each at a path of the properties.
- `regions` has the regions that know the type, if not all do; `regional` what differs in some, as a merge patch (RFC 7386).
"""

import argparse
import importlib
import inspect
import json
import pkgutil
import re
from collections import Counter
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).absolute().parent
SOURCES = HERE.parent / "sources.json"
ATLAS = HERE / "mongodbatlas.json"
DATADOG = HERE.parent.parent.parent / "Tests" / "Proofs" / "schemas"

# Those that `Region` names.
REGIONS = ["ap-northeast-1", "ap-northeast-3", "ap-southeast-1", "eu-central-1", "eu-west-1", "us-east-1", "us-west-2"]

KEPT = {
    "$ref", "additionalProperties", "allOf", "anyOf", "const", "contains", "definitions", "dependencies", "dependentExcluded",
    "dependentRequired", "else", "enum", "enumCaseInsensitive", "exclusiveMaximum", "exclusiveMinimum", "format", "if", "items",
    "maxItems", "maxLength", "maxProperties", "maximum", "minItems", "minLength", "minProperties", "minimum", "multipleOf", "not",
    "oneOf", "pattern", "patternProperties", "prefixItems", "properties", "propertyNames", "required", "requiredOr", "requiredXor",
    "then", "type", "uniqueItems", "uniqueKeys",
}  # fmt: skip
MAPS = {"definitions", "dependencies", "patternProperties", "properties"}
LISTS = {"allOf", "anyOf", "oneOf", "prefixItems"}
VALUES = {"const", "dependentExcluded", "dependentRequired", "enum", "enumCaseInsensitive", "required", "requiredOr", "requiredXor", "type", "uniqueKeys"}  # fmt: skip

# What the program's own reader of regular expressions leaves out (a test reads all that remain): back references, halves of
# characters, misspelt repetitions and very long ones.
UNREADABLE = re.compile(r"\\[1-9]|\\u[dD][89abAB]..-|-\\u[dD][c-fC-F]|\{\d+-\d+\}|\{1,900\}")

# Rules that this has no use for, and why.
LEFT_OUT = {
    "DbInstanceDbInstanceClassEnum": "3 MB of classes by region, engine and licence, which are not limits of the type",
    "DbInstanceDbInstanceClassWithEngine": "5 MB of classes by engine version",
}
# Rules that check more than their schema says.
OWN_WORDS = {
    "DbClusterAurora", "DbInstanceAuroraExclusive", "DbInstanceBackupRetentionPeriod", "DbInstanceEngineVersion", "QueueProperties",
    "TargetGroupHealthCheckProtocolRestrictions", "TargetGroupProtocolRestrictions", "TargetGroupTargetTypeRestrictions",
    "TaskFargateProperties", "DbClusterInstanceClassEnum",
}  # fmt: skip


def compact(value) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


# MARK: One schema


def lean(schema):
    """A schema without what binds nobody: descriptions, examples, defaults, the order of lists."""
    if not isinstance(schema, dict):
        return schema
    # Beside a reference, draft 7 ignores everything. Bounds are meant all the same; a second type or shape is a slip of the author.
    ignored = {"additionalProperties", "type"} if "$ref" in schema else set()
    return {key: lean_value(key, value) for key, value in schema.items() if key in KEPT - ignored and binds(key, value)}


def binds(key: str, value) -> bool:
    if key == "additionalProperties":
        return value is not True
    if key == "uniqueItems":
        return value is True
    if key == "format":
        return value in FORMATS
    if key == "pattern":
        return not UNREADABLE.search(value)
    return True


def lean_value(key: str, value):
    if key in MAPS:
        return {name: lean(inner) if isinstance(inner, dict) else inner for name, inner in value.items()}
    if key in LISTS:
        return [lean(inner) for inner in value]
    if key == "$ref":
        return value.removeprefix("#/definitions/")
    return value if key in VALUES else lean(value)


def paths(pointers) -> list[str]:
    """`/properties/A/B` is `A/B`; some definitions leave `properties` out, or write it before each name."""
    return sorted({"/".join(part for part in pointer.split("/") if part not in ("", "properties")) for pointer in pointers or []})


def converted(schema: dict, attributes: list[str]) -> dict:
    """The schema of a type as it is built in."""
    found = inlined(lean(schema), schema.get("properties", {}))
    found |= {
        "attributes": [] if attributes == usual_attributes(schema) else attributes,
        "conditionalCreateOnly": paths(schema.get("conditionalCreateOnlyProperties")),
        "createOnly": paths(schema.get("createOnlyProperties")),
        "deprecated": paths(schema.get("deprecatedProperties")),
        "formats": {name: FORMATS[name] for name in sorted(formats(found))},
        "identifier": [path for pointer in schema.get("primaryIdentifier") or [] for path in paths([pointer])],
        "readOnly": paths(schema.get("readOnlyProperties")),
        "rules": RULES.get(schema["typeName"], {}),
        "writeOnly": paths(schema.get("writeOnlyProperties")),
    }
    tagging = schema.get("tagging") or {}
    if tagging.get("taggable", True) and "tagProperty" in tagging:
        found["tags"] = paths([tagging["tagProperty"]])[0]
    if schema.get("replacementStrategy") == "delete_then_create":
        found["replacedByDeletion"] = True
    return {key: value for key, value in found.items() if value not in ([], {})}


def inlined(schema, properties: dict):
    """References to a property of the same type (`#/properties/Arn`) give way to what it says."""
    if isinstance(schema, list):
        return [inlined(item, properties) for item in schema]
    if not isinstance(schema, dict):
        return schema
    target = schema.get("$ref")
    if isinstance(target, str) and target.startswith("#/properties/"):
        return lean(properties[target.removeprefix("#/properties/")])
    return {key: inlined(value, properties) for key, value in schema.items()}


def formats(schema) -> set[str]:
    if isinstance(schema, list):
        return {name for item in schema for name in formats(item)}
    if not isinstance(schema, dict):
        return set()
    own = {schema["format"]} if isinstance(schema.get("format"), str) and schema["format"] in FORMATS else set()
    return own | {name for item in schema.values() for name in formats(item)}


def usual_attributes(schema: dict) -> list[str]:
    """What is read-only; left out where it is what `Fn::GetAtt` takes."""
    return sorted(path.replace("/", ".") for path in paths(schema.get("readOnlyProperties")))


def attributes(schema: dict) -> list[str]:
    """What `Fn::GetAtt` takes, by cfn-lint's account; `Outputs.*` for any output of a nested stack."""
    from cfnlint.schema import Schema

    return sorted(name.replace("\\..*", ".*") for name in Schema(schema).get_atts.data)


# MARK: What differs by region


def patch(base, other):
    """What makes `other` of `base` when merged into it (RFC 7386). Both have no null of their own."""
    changes = {key: None for key in base if key not in other}
    for key, value in other.items():
        if key not in base:
            changes[key] = value
        elif base[key] != value:
            both = isinstance(value, dict) and isinstance(base[key], dict)
            changes[key] = patch(base[key], value) if both else value
    return changes


def of_regions(forms: dict[str, dict]) -> dict:
    """One document from those of the regions: the most common one, and what differs elsewhere."""
    texts = {region: compact(form) for region, form in forms.items()}
    ranked = Counter(texts.values())
    base = max(sorted(texts), key=lambda region: (ranked[texts[region]], region == "us-east-1"))
    document = dict(forms[base])
    if set(forms) != set(REGIONS):
        document["regions"] = sorted(forms)
    others = sorted({text for text in ranked if text != texts[base]})
    regional = []
    for text in others:
        where = sorted(region for region in forms if texts[region] == text)
        regional.append({"patch": patch(forms[base], json.loads(text)), "regions": where})
    if regional:
        document["regional"] = sorted(regional, key=lambda item: item["regions"])
    return document


# MARK: cfn-lint's own rules


def rule_classes():
    import cfnlint.rules.resources
    from cfnlint.rules.jsonschema.CfnLintJsonSchema import CfnLintJsonSchema

    for module in pkgutil.walk_packages(cfnlint.rules.resources.__path__, "cfnlint.rules.resources."):
        for name, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(kind, CfnLintJsonSchema) and kind.__module__ == module.name:
                yield name, kind


def rules() -> dict[str, dict]:
    """For each type the schemas that rules lay on it: those that speak of one resource, and call it an error."""
    found: dict[str, dict] = {}
    for name, kind in rule_classes():
        rule = kind()
        text = json.dumps(rule.schema)
        own = {"validate", "_iter_errors"} & set(vars(kind)) and name not in OWN_WORDS
        if not rule.id.startswith("E3") or own or not rule.schema or name in LEFT_OUT or "cfnGather" in text:
            continue
        for keyword in rule.keywords:
            parts = keyword.split("/")
            if parts[0] == "Resources" and parts[1].startswith("AWS::") and parts[2:3] == ["Properties"]:
                key = name if len([other for other in rule.keywords if parts[1] in other.split("/")]) == 1 else f"{name} {'/'.join(parts[3:])}"
                found.setdefault(parts[1], {})[key] = (kind, "/".join(parts[3:]), rule.schema)
    return found


def rules_in(region: str, type_name: str) -> dict:
    from cfnlint.rules.jsonschema.CfnLintJsonSchemaRegional import CfnLintJsonSchemaRegional

    found = {}
    for name, (kind, path, schema) in ALL_RULES.get(type_name, {}).items():
        schema = schema.get(region) if issubclass(kind, CfnLintJsonSchemaRegional) else schema
        if schema:
            found[name] = {"at": path, "schema": lean(schema)}
    return found


def format_patterns() -> dict[str, str]:
    """The pattern of each format that cfn-lint knows one for."""
    import cfnlint.rules.formats
    from cfnlint.rules.formats.FormatKeyword import FormatKeyword

    found = {}
    for module in pkgutil.walk_packages(cfnlint.rules.formats.__path__, "cfnlint.rules.formats."):
        for _, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(kind, FormatKeyword) and kind is not FormatKeyword:
                rule = kind()
                if rule.pattern and "format" not in vars(kind):
                    found[rule.format_keyword] = rule.pattern if rule.pattern.startswith("^") else f"^(?:{rule.pattern})"
    return found


# MARK: All types


def registry():
    """The schemas of AWS, by type and region."""
    from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

    found: dict[str, dict[str, dict]] = {}
    for region in REGIONS:
        for name in PROVIDER_SCHEMA_MANAGER.get_resource_types(region):
            if name.startswith("AWS::") and name not in NO_TYPES:
                schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema(region, name).schema
                RULES[name] = rules_in(region, name)
                found.setdefault(name, {})[region] = converted(schema, attributes(schema))
    return found


# What cfn-lint has in its list and CloudFormation takes as it comes.
NO_TYPES = {"AWS::CDK::Metadata", "AWS::CloudFormation::CustomResource"}


def published(schemas: list[dict]) -> dict[str, dict]:
    """Schemas of types that others publish, which hold in every region."""
    return {schema["typeName"]: converted(schema, attributes(schema)) for schema in schemas}


def documents() -> dict[str, dict]:
    found = {name: of_regions(forms) for name, forms in registry().items()}
    found |= published(list(json.loads(ATLAS.read_text()).values()))
    # Written by hand, as far as Terrane writes these types: nothing follows from what they leave out.
    partial = published([json.loads(path.read_text()) for path in sorted(DATADOG.glob("*.json"))])
    return found | {name: opened(schema) for name, schema in partial.items()}


def opened(schema):
    """The same schema, to which unknown properties are no error."""
    if isinstance(schema, dict):
        return {key: opened(value) for key, value in schema.items() if key not in ("additionalProperties", "attributes", "enum")}
    return schema


def write(output: Path):
    lines = [f"{name}\t{compact(schema)}\n".encode() for name, schema in documents().items()]
    output.write_bytes(b"".join(sorted(lines, key=lambda line: line.split(b"\t")[0])))
    sources = json.loads(SOURCES.read_text()) if SOURCES.exists() else {}
    sources["cloudformation"] = {
        "cfn-lint": version("cfn-lint"),
        "datadog": "Tests/Proofs/schemas",
        "mongodbatlas": "Sources/TerraneSchemas/Refresh/mongodbatlas.json",
        "regions": REGIONS,
    }
    SOURCES.write_text(json.dumps(sources, indent=2, sort_keys=True) + "\n")


def take_atlas(folder: Path):
    """Keeps the published schemas of Atlas beside this, so that a refresh needs nothing from outside."""
    schemas = [json.loads(path.read_text()) for path in sorted(folder.glob("MongoDB-Atlas-*.json"))]
    own = ("typeName", "tagging", "sourceUrl")
    kept = {
        schema["typeName"]: lean(schema) | {key: schema[key] for key in schema if key in own or re.fullmatch(r"\w+Properties|primaryIdentifier", key)}
        for schema in schemas
    }
    ATLAS.write_text(json.dumps(restored(kept), indent=1, sort_keys=True, ensure_ascii=False) + "\n")


def restored(schema):
    """References as JSON Schema writes them."""
    if isinstance(schema, dict):
        return {
            key: f"#/definitions/{value}" if key == "$ref" and isinstance(value, str) else restored(value) for key, value in schema.items()
        }
    return [restored(item) for item in schema] if isinstance(schema, list) else schema


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", type=Path, nargs="?")
    parser.add_argument("--atlas", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    RULES: dict[str, dict] = {}
    FORMATS = format_patterns()
    if options.atlas:
        take_atlas(options.atlas)
    if options.output:
        ALL_RULES = rules()
        write(options.output)
