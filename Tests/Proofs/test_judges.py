"""Every judge lets a sound file pass and refuses a broken one. The tools are real: the first run installs them."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROVE = Path(__file__).absolute().parent / "prove"

WORKFLOW = """\
name: proof
on: push
permissions: {}
jobs:
  build:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: echo hello
"""
COMPOSE = """\
services:
  cache:
    image: redis:7
    ports: ["127.0.0.1:6379:6379"]
"""
TERRAFORM = """\
terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region = "ap-northeast-1"
}

resource "aws_cloudwatch_log_group" "web" {
  # checkov:skip=CKV_AWS_158:The service's own key will do
  # checkov:skip=CKV_AWS_338:Nobody reads it after a month
  name              = "/ecs/web"
  retention_in_days = 30
}
"""
PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>web</title><link rel="icon" href="data:,"></head>
<body><main><h1>web</h1><p>Nothing else.</p></main></body></html>
"""
TASK = {
    "family": "web",
    "networkMode": "awsvpc",
    "requiresCompatibilities": ["FARGATE"],
    "cpu": "256",
    "memory": "512",
    "containerDefinitions": [{"name": "web", "image": "nginx:1", "essential": True}],
}


def template(kind: str) -> str:
    skipped = {"checkov": {"skip": [{"id": "CKV_AWS_26", "comment": "Nothing secret"}]}}
    return json.dumps({"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"Web": {"Type": kind, "Metadata": skipped}}})


SOUND = {
    "web/ios/ExportOptions.plist": "<plist><dict/></plist>",
    "web/operations/run.sh": '#!/bin/sh\necho "$1"\n',
    "web/compose.yaml": COMPOSE,
    "web.html": PAGE,
    "web/github/workflows/build.yml": WORKFLOW,
    "web/production/terraform/main.tf": TERRAFORM,
    "web/production/cloudformation/ap-northeast-1.template.json": template("AWS::SNS::Topic"),
    "web/production/ecs/web.task-definition.json": json.dumps(TASK),
}
BROKEN = {
    "xmllint": ("web/ios/ExportOptions.plist", "<plist><dict></plist>"),
    "shellcheck": ("web/operations/run.sh", "#!/bin/sh\necho $1\n"),
    "compose": ("web/compose.yaml", COMPOSE.replace("ports", "port")),
    "workflow-schema": ("web/github/workflows/build.yml", WORKFLOW.replace("runs-on", "run-on")),
    "actionlint": ("web/github/workflows/build.yml", WORKFLOW.replace("echo hello", "echo $GITHUB_SHA")),
    "zizmor": ("web/github/workflows/build.yml", WORKFLOW.replace("- run: echo hello", "- uses: actions/checkout@v4")),
    "report": ("web.html", PAGE.replace("<p>", '<img src="data:,"><p>')),
    "terraform-fmt": ("web/production/terraform/main.tf", TERRAFORM.replace("  name  ", "  name")),
    "terraform-validate": ("web/production/terraform/main.tf", TERRAFORM.replace("retention_in_days", "retention")),
    "cfn-lint": ("web/production/cloudformation/ap-northeast-1.template.json", template("AWS::SNS::Topik")),
    "checkov": ("web/production/terraform/main.tf", TERRAFORM.replace("# checkov:skip=CKV_AWS_338", "#")),
    "cfn-create": ("web/production/cloudformation/ap-northeast-1.template.json", template("AWS::RUM::AppMonitor")),
    "ecs-register": ("web/production/ecs/web.task-definition.json", json.dumps(TASK | {"famly": "web"})),
    "terraform-apply": ("web/production/terraform/main.tf", TERRAFORM.replace("= 30", "= 30\n  tags              = { now = timestamp() }")),
}


def prove(files: dict[str, str], *arguments: str, **environment: str) -> tuple[int, list[str]]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        if "--exceptions" not in arguments:  # those of the real stacks are of no use here
            arguments = (*arguments, "--exceptions", str(Path(folder, "none.json")))
        return ask("--golden", folder, *arguments, **environment)


def ask(*arguments: str, **environment: str) -> tuple[int, list[str]]:
    calm = {name: value for name, value in os.environ.items() if name != "CI"}
    done = subprocess.run([sys.executable, PROVE, *arguments], stdout=subprocess.PIPE, text=True, env=calm | environment)
    return done.returncode, done.stdout.splitlines()


class JudgeTests(unittest.TestCase):
    def test_sound_files_pass_every_judge(self):
        code, lines = prove(SOUND)
        self.assertEqual((code, lines[-1]), (0, f"{len(BROKEN)} passed, 0 failed, 0 skipped"), "\n".join(lines))

    def test_each_judge_refuses_a_broken_file(self):
        for judge, (name, text) in BROKEN.items():
            with self.subTest(judge):
                code, lines = prove(SOUND | {name: text}, "--only", judge)
                self.assertEqual((code, lines[-1]), (1, "0 passed, 1 failed, 0 skipped"), "\n".join(lines))

    def test_every_judge_has_a_broken_file(self):
        # Of the program, not of a tree: see test_schemas.py.
        own = {
            "schemas-terraform", "schemas-agree", "schemas-cloudformation", "schemas-agreement", "hostile-texts", "replacements",
            "replacement-labels", "renames",
        }  # fmt: skip
        self.assertEqual({line.split()[0] for line in ask("--list")[1]}, set(BROKEN) | own)

    def test_a_judge_with_nothing_to_judge_fails(self):
        code, lines = prove({}, "--only", "xmllint")
        self.assertEqual((code, lines[-1]), (1, "0 passed, 1 failed, 0 skipped"))

    def test_a_suppression_of_nothing_is_refused(self):
        idle = TERRAFORM.replace("  # checkov:skip=CKV_AWS_158", "  # checkov:skip=CKV_AWS_1:Idle\n  # checkov:skip=CKV_AWS_158")
        code, lines = prove(SOUND | {"web/production/terraform/main.tf": idle}, "--only", "checkov")
        self.assertEqual((code, lines[-1]), (1, "0 passed, 1 failed, 0 skipped"), "\n".join(lines))

    def test_scripts_are_optional(self):
        code, lines = prove({}, "--only", "shellcheck")
        self.assertEqual((code, lines[-1]), (0, "0 passed, 0 failed, 0 skipped"))

    def test_what_was_not_run_fails_in_continuous_integration_only(self):
        self.assertEqual(prove(SOUND, "--only", "xmllint", "--stack", "other")[0], 0)
        self.assertEqual(prove(SOUND, "--only", "xmllint", "--stack", "other", CI="true")[0], 1)

    def test_an_exception_lets_an_unknown_type_pass_and_fails_when_it_is_of_no_use(self):
        name, text = BROKEN["cfn-create"]
        with tempfile.NamedTemporaryFile("w", suffix=".json") as exceptions:
            json.dump([{"cloudformation": "AWS::RUM::*", "reason": "moto has no RUM"}], exceptions)
            exceptions.flush()
            given = ("--only", "cfn-create", "--exceptions", exceptions.name)
            self.assertEqual(prove(SOUND | {name: text}, *given)[1][-1], "1 passed, 0 failed, 0 skipped")
            self.assertEqual(prove(SOUND, *given)[1][-1], "1 passed, 1 failed, 0 skipped")


if __name__ == "__main__":
    unittest.main()
