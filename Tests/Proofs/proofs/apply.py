"""Terraform makes everything in an emulated AWS, finds nothing left to do, and takes it away again."""

import json
import re
from pathlib import Path

from proofs import hcl
from proofs.context import Context
from proofs.emulator import Emulator, running
from proofs.inputs import Inputs
from proofs.shrink import shrink, unprotect
from proofs.report import Failed
from proofs.terraform import copied
from proofs.tools import run
from proofs.tree import Subject

PROVIDER = """\
provider "aws" {{
{alias}  access_key                  = "proof"
  secret_key                  = "proof"
  allowed_account_ids         = ["{account}"]
  max_retries                 = 2
  s3_use_path_style           = true
  skip_credentials_validation = true
  skip_metadata_api_check     = true

  endpoints {{
{endpoints}
  }}
}}
"""
BACKEND = 'terraform {\n  backend "local" {}\n}\n'
# The services named one by one. AWS_ENDPOINT_URL holds for all others.
SERVICES = """
    acm apigateway apigatewayv2 applicationautoscaling athena autoscaling backup batch budgets ce cloudformation cloudfront cloudtrail cloudwatch
    codebuild codedeploy codepipeline cognitoidp configservice dynamodb ec2 ecr ecs efs eks elasticache elb elbv2 events firehose
    fis glue guardduty iam inspector2 kafka kinesis kms lambda logs opensearch organizations pipes ram rds redshift
    resourcegroups resourcegroupstaggingapi route53 route53resolver s3 s3control scheduler secretsmanager securityhub servicediscovery ses sesv2
    sfn shield sns sqs ssm sts synthetics transfer wafv2 xray
""".split()
MINUTES = 60


def application(context: Context, subject: Subject, notes: list[str]):
    """`apply`, a second `plan` without change, `destroy`."""
    terraform, environment = context.tools.need("terraform"), context.terraform_environment
    inputs = Inputs.read(context.here / "inputs", subject.stack, subject.environment)
    folder = copied(context, subject, "apply")
    notes += shrink(folder, context.exceptions, subject.stack, subject.environment)
    unprotect(folder)
    log = context.folder("logs") / f"{folder.name}.log"
    with running(context.shared, inputs.account, log) as emulator:
        (folder / "proof_override.tf").write_text(override(folder, emulator))
        (folder / "proof.auto.tfvars.json").write_text(json.dumps(known(folder, inputs.prepare(emulator).variables)))
        environment = environment | {name: value for name, value in emulator.environment.items() if name.startswith("AWS_")}
        environment = {name: value for name, value in environment.items() if value}

        def ask(*words: str, accept=(0,), minutes: int = 10) -> str:
            try:
                return run([terraform, *words, "-no-color"], cwd=folder, env=environment, accept=accept, timeout=minutes * MINUTES)
            except Failed as failure:
                raise Failed(f"terraform {words[0]}\n{brief(str(failure))}") from None

        ask("init")
        made = ask("apply", "-auto-approve", "-parallelism=30", minutes=25)
        notes += re.findall(r"^Apply complete!.*", made, re.MULTILINE)
        unchanged(ask("plan", "-detailed-exitcode", accept=(0, 2)))
        gone = ask("destroy", "-auto-approve", "-parallelism=30", minutes=15)
        notes += re.findall(r"^Destroy complete!.*", gone, re.MULTILINE)


def brief(printed: str) -> str:
    """From the first error on; the plan and the progress before it run to thousands of lines."""
    at = printed.find("\nError:")
    return printed[at + 1 :] if at >= 0 else "\n".join(printed.splitlines()[-60:])


def unchanged(printed: str):
    """A second plan with changes means that the configuration says what the service does not keep, or that the emulator errs."""
    if "No changes." not in printed:
        raise Failed(f"the second plan is not empty\n{printed[printed.find('Terraform will perform') :]}")


def override(folder: Path, emulator: Emulator) -> str:
    """Points every AWS provider block of the copy at the emulator. Terraform merges `*_override.tf` into the rest."""
    blocks = [BACKEND]
    for alias in aliases(folder):
        endpoints = "\n".join(f'    {service} = "{emulator.url}"' for service in SERVICES)
        line = f'  alias                       = "{alias}"\n' if alias else ""
        blocks.append(PROVIDER.format(alias=line, account=emulator.account, endpoints=endpoints))
    return "\n".join(blocks)


def aliases(folder: Path) -> list[str | None]:
    """The alias of each AWS provider block, `None` for the default one."""
    found = []
    for file in sorted(folder.glob("*.tf")):
        text = file.read_text()
        for item in hcl.items(text):
            if item.words == ("provider", "aws"):
                alias = re.search(r'^\s*alias\s*=\s*"([^"]+)"', text[item.open : item.close], re.MULTILINE)
                found.append(alias[1] if alias else None)
    return found


def known(folder: Path, variables: dict) -> dict:
    """Only what the configuration declares: the inputs serve CloudFormation too."""
    declared = {item.labels[0] for file in folder.glob("*.tf") for item in hcl.items(file.read_text()) if item.kind == "variable"}
    return {name: value for name, value in variables.items() if name in declared}
