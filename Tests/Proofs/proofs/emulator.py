"""An AWS on the loopback: moto, with what `../shared/emulator` adds to it where that is there."""

import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from proofs.report import Failed

REGION = "us-east-1"
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "proof", "AWS_SECRET_ACCESS_KEY": "proof", "AWS_SESSION_TOKEN": "", "AWS_PROFILE": ""}
START_SECONDS = 120


@dataclass(frozen=True)
class Emulator:
    """A running emulator. Everything it holds is gone with it."""

    url: str
    account: str
    log: Path

    @property
    def environment(self) -> dict[str, str]:
        """For every program that is to talk to it, and to nothing else."""
        own = {"AWS_ENDPOINT_URL": self.url, "AWS_EC2_METADATA_DISABLED": "true", "AWS_PAGER": "", "AWS_DEFAULT_REGION": REGION}
        files = {"AWS_CONFIG_FILE": os.devnull, "AWS_SHARED_CREDENTIALS_FILE": os.devnull}
        return {name: value for name, value in (os.environ | CREDENTIALS | own | files).items() if value or name == "AWS_PAGER"}

    def last_words(self) -> str:
        """What it said last on standard error: where it broke, if it did."""
        return "\n".join(self.log.read_text().splitlines()[-4:])

    def client(self, service: str, region: str = REGION):
        import boto3

        session = boto3.Session(aws_access_key_id="proof", aws_secret_access_key="proof", region_name=region)
        return session.client(service, endpoint_url=self.url)


def kind(shared: Path) -> str:
    """`extended` or `plain`; exceptions say for which they hold."""
    return "extended" if (shared / "emulator" / "server.py").is_file() else "plain"


@contextmanager
def running(shared: Path, account: str, log: Path):
    """An emulator for the length of the block. It ends when its standard input does, so it cannot outlive this process."""
    extended = kind(shared) == "extended"
    script = shared / "emulator" / "server.py" if extended else Path(__file__).with_name("plain_server.py")
    log.parent.mkdir(parents=True, exist_ok=True)
    options = ["--log", str(log.with_suffix(".requests"))] if extended else []
    with log.open("w") as stream:
        server = subprocess.Popen(
            [sys.executable, "-B", str(script), *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stream, text=True,
            env=os.environ | {"MOTO_ACCOUNT_ID": account, "MOTO_IAM_LOAD_MANAGED_POLICIES": "true"},
        )  # fmt: skip
        try:
            yield Emulator(ready(server, log), account, log)
        finally:
            server.stdin.close()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()


def ready(server: subprocess.Popen, log: Path) -> str:
    """Waits for the line `ready URL`."""
    late = threading.Timer(START_SECONDS, server.kill)
    late.start()
    try:
        for line in server.stdout:
            if line.startswith("ready "):
                return line.split()[1]
    finally:
        late.cancel()
    raise Failed(f"the emulator did not start\n{log.read_text()}")
