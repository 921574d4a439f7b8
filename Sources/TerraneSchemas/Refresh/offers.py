#!/usr/bin/env python3
"""Writes which machines RDS and ElastiCache offer in which region for which engine, and which versions of the engines there are.

The source is the data of the pinned cfn-lint package, which its maintainers gather from the services themselves. `refresh`
runs it.
"""

import importlib.metadata
import json
import re
import sys
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).absolute().parent
SOURCES = HERE.parent / "sources.json"
DATA = files("cfnlint") / "data" / "schemas" / "extensions"


def load(path):
    return json.loads((DATA / path).read_text(encoding="utf-8"))


class Sizes:
    """Families of machines, each with the sizes that are offered together: `r6g large xlarge`. Lists of machines repeat so
    much that they are written as numbers of these."""

    def __init__(self):
        self.rows = {}

    def numbers(self, machines):
        families = defaultdict(list)
        for machine in machines:
            _, family, *size = machine.split(".", 2)
            families[family].append(size[0] if size else "")
        rows = [" ".join([family, *filter(None, sorted(sizes))]) for family, sizes in sorted(families.items())]
        return [self.rows.setdefault(row, len(self.rows)) for row in rows]


def conditions(document):
    """The pairs of `if` and `then` of a document: what is asked for, and what is then allowed."""
    for rule in document["allOf"]:
        yield rule["if"]["properties"], rule["then"]["properties"]


def database_classes(sizes):
    """For each region, engine by engine. What one licence offers another may lack; any of them will do here."""
    for region, document in load("aws_rds_dbinstance/dbinstanceclass_enum.json").items():
        if region == "description":
            continue
        engines = defaultdict(set)
        for asked, allowed in conditions(document):
            engines[asked["Engine"]["const"]] |= set(allowed["DBInstanceClass"]["enum"])
        yield f"rds.{region}", [words(engine, sizes.numbers(found)) for engine, found in sorted(engines.items())]


def version_classes(sizes):
    """For each version, whatever the engine: the source does not tell engines apart here."""
    versions = defaultdict(set)
    for asked, allowed in conditions(load("aws_rds_dbinstance/db_instance_class.json")):
        version = re.sub(r"\\(.)", r"\1", asked["EngineVersion"]["pattern"].rsplit("|", 1)[1].removesuffix(")$"))
        versions[version] |= set(allowed["DBInstanceClass"]["enum"])
    return [words(version, sizes.numbers(found)) for version, found in sorted(versions.items())]


def versions(path):
    """For each engine the versions that there are, or of which there are no new databases."""
    found = defaultdict(set)
    for asked, allowed in conditions(load(path)):
        listed = (allowed.get("EngineVersion") or {}).get("enum") or (asked.get("EngineVersion") or {}).get("enum")
        if listed:
            found[asked["Engine"]["const"]] |= {str(version) for version in listed}
    return {engine: sorted(found[engine]) for engine in sorted(found)}


def cache_nodes(sizes):
    for region, document in load("aws_elasticache_cachecluster/cachenodetype_enum.json").items():
        if region != "description":
            yield f"elasticache.{region}", [str(number) for number in sizes.numbers(document["enum"])]


def words(first, rest):
    return " ".join([first, *map(str, rest)])


def lines():
    sizes = Sizes()
    documents = dict(database_classes(sizes))
    documents["rds.classes-of-versions"] = version_classes(sizes)
    documents |= cache_nodes(sizes)
    instances = versions("aws_rds_dbinstance/engine_version.json")
    clusters = versions("aws_rds_dbcluster/engine_version.json")
    merged = {engine: sorted({*instances.get(engine, []), *clusters.get(engine, [])}) for engine in {*instances, *clusters}}
    documents["rds.versions"] = [words(engine, merged[engine]) for engine in sorted(merged)]
    caches = versions("aws_elasticache_cachecluster/engine_version.json")
    documents["elasticache.versions"] = [words(engine, found) for engine, found in caches.items()]
    documents["sizes"] = list(sizes.rows)
    return "\n".join(
        f"{name}\t{json.dumps(documents[name], separators=(',', ':'))}" for name in sorted(documents)
    ) + "\n"


def main(output):
    output.write_text(lines(), encoding="utf-8")
    sources = json.loads(SOURCES.read_text(encoding="utf-8")) if SOURCES.exists() else {}
    sources["offers"] = {"cfn-lint": importlib.metadata.version("cfn-lint")}
    SOURCES.write_text(json.dumps(sources, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
