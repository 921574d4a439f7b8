#!/usr/bin/env python3
"""Writes the actions that policies can name, by service, and the policies that AWS keeps.

The sources are the pinned cfn-lint package, whose lists are those of the Service Authorization Reference and of the AWS Managed
Policy Reference Guide, in small letters, and botocore, which knows how the names of API operations are written. `refresh` runs
it. A line is a service, a tab and its actions; or `policy/`, the name of a policy, a tab and its path.
"""

import gzip
import importlib.metadata
import json
import sys
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).absolute().parent
SOURCES = HERE.parent / "sources.json"
DATA = files("cfnlint") / "data" / "AdditionalSpecs"


def lines():
    spelling = {name.lower(): name for document in models() for name in document["operations"]}
    services = json.loads((DATA / "Policies.json").read_text(encoding="utf-8"))
    for service, known in services.items():
        yield f"{service}\t{' '.join(spelling.get(action, action) for action in sorted(known['Actions']))}"
    policies = json.loads((files("cfnlint") / "data" / "Serverless" / "ManagedPolicies.json").read_text(encoding="utf-8"))
    for path in {arn.split(":policy/", 1)[1] for arn in policies.values() if arn.startswith("arn:aws:")}:
        yield f"policy/{path.split('/')[-1]}\t{path}"


def models():
    """What botocore knows of every version of every service; of two spellings the later one counts."""
    for path in sorted(Path(str(files("botocore"))).glob("data/*/*/service-2.json*")):
        with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as text:
            yield json.load(text)


def main(output):
    output.write_text("\n".join(sorted(lines(), key=lambda line: line.split("\t")[0].encode())) + "\n", encoding="utf-8")
    sources = json.loads(SOURCES.read_text(encoding="utf-8"))
    sources["actions"] = {package: importlib.metadata.version(package) for package in ("cfn-lint", "botocore")}
    SOURCES.write_text(json.dumps(sources, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
