"""Takes types out of a CloudFormation template that plain moto would stumble over. What refers to them gets a dummy instead."""

import re
from fnmatch import fnmatchcase

DUMMY = "arn:aws:proof:::proof"  # policies want ARNs


def reduced(template: dict, types: set[str]) -> dict:
    """The template without resources whose type matches one of the patterns."""
    gone = {name for name, resource in template["Resources"].items() if any(fnmatchcase(resource["Type"], pattern) for pattern in types)}
    kept = {name: resource for name, resource in template["Resources"].items() if name not in gone}
    return replaced(template | {"Resources": kept}, gone)


def without_attributes(template: dict, types: set[str], attributes: set[str]) -> dict:
    """The template in which resources of these types have none of these properties, and no `Fn::GetAtt` asks for these attributes: a dummy
    stands there."""
    names = {name for name, resource in template["Resources"].items() if any(fnmatchcase(resource["Type"], pattern) for pattern in types)}
    resources = {name: stripped(resource, attributes) if name in names else resource for name, resource in template["Resources"].items()}
    return unasked(template | {"Resources": resources}, {f"{name}.{attribute}" for name in names for attribute in attributes})


def stripped(resource: dict, attributes: set[str]) -> dict:
    kept = {name: value for name, value in resource.get("Properties", {}).items() if name not in attributes}
    return resource | {"Properties": kept}


def unasked(value, gone: set[str]):
    if isinstance(value, list):
        return [unasked(one, gone) for one in value]
    if not isinstance(value, dict):
        return value
    argument = value.get("Fn::GetAtt")
    if argument and (argument if isinstance(argument, str) else ".".join(argument)) in gone:
        return DUMMY
    if isinstance(text := value.get("Fn::Sub"), str):
        return {"Fn::Sub": re.sub(r"\$\{([A-Za-z0-9.]+)\}", lambda found: DUMMY if found[1] in gone else found[0], text)}
    return {key: unasked(one, gone) for key, one in value.items()}


def replaced(value, gone: set[str]):
    if isinstance(value, list):
        return [replaced(one, gone) for one in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        (function, argument), *_ = value.items()
        if function == "Ref" and argument in gone:
            return DUMMY
        if function == "Fn::GetAtt" and (argument.split(".") if isinstance(argument, str) else argument)[0] in gone:
            return DUMMY
        if function == "Fn::Sub":
            return {function: substituted(argument, gone)}
    return {key: without(one, gone) if key == "DependsOn" else replaced(one, gone) for key, one in value.items()}


def substituted(argument, gone: set[str]):
    """`Fn::Sub`, whose text refers to resources by `${Name}` and `${Name.Attribute}`."""
    if isinstance(argument, list):
        return [substituted(argument[0], gone), replaced(argument[1], gone)]
    return re.sub(r"\$\{([A-Za-z0-9]+)(?:\.[^}]+)?\}", lambda found: DUMMY if found[1] in gone else found[0], argument)


def without(names, gone: set[str]):
    """`DependsOn`, which is one name or several."""
    return [name for name in ([names] if isinstance(names, str) else names) if name not in gone]
