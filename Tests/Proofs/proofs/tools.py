"""Running programs, and finding or installing the few that pip does not have."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from proofs.report import Failed, NotRun

APT = {"shellcheck": "shellcheck", "xmllint": "libxml2-utils", "chromium": "chromium-headless-shell"}
BREW = {"shellcheck": "shellcheck", "xmllint": "libxml2"}
# What a program is called elsewhere: Ubuntu has Chromium in a snap alone, and GitHub's machines have Chrome.
ALSO = {"chromium": ["chromium-headless-shell", "google-chrome", "google-chrome-stable", "chromium-browser"]}


def run(command: list, *, cwd: Path | None = None, env: dict | None = None, accept=(0,), timeout: int = 600) -> str:
    """The output, both streams together. Any exit code not in `accept` is a `Failed` that shows it."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(words, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=timeout)
    except subprocess.TimeoutExpired as late:
        text = late.stdout or b""
        raise Failed(f"{' '.join(words[:3])}: no end after {timeout} s\n{text.decode() if isinstance(text, bytes) else text}") from None
    if done.returncode not in accept:
        raise Failed(f"{Path(words[0]).name} {' '.join(words[1:3])}: exit {done.returncode}\n{done.stdout}")
    return done.stdout


class Tools:
    """The programs of this run: those of the virtual environment first, then those of the machine."""

    def __init__(self, folder: Path):
        self.folder = folder

    def find(self, name: str) -> Path | None:
        path = os.pathsep.join([str(self.folder), os.environ.get("PATH", "")])
        found = next((found for known in [name, *ALSO.get(name, [])] if (found := shutil.which(known, path=path))), None)
        return Path(found) if found else None

    def need(self, name: str) -> Path:
        if found := self.find(name):
            return found
        raise NotRun(f"{name} is not installed")

    def install(self, names: set[str]):
        """Asks apt or brew for what is missing. Where that may not be done, says so and goes on."""
        for name in sorted(names & set(APT)):
            if self.find(name):
                continue
            if command := install_command(name):
                print(f"installing {name}: {' '.join(command)}", file=sys.stderr, flush=True)
                subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"})
            if not self.find(name):
                print(f"prove: WARNING: {name} is missing and could not be installed; install it by hand", file=sys.stderr, flush=True)

    def version(self, name: str) -> str:
        """The first line with a digit of what `--version` prints."""
        if not (path := self.find(name)):
            return "MISSING"
        flag = "version" if name == "terraform" else "--version"
        done = subprocess.run([path, flag], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        lines = [line.strip() for line in done.stdout.splitlines() if any(letter.isdigit() for letter in line)]
        return (next((line for line in lines if "version" in line.lower() or line.startswith("Terraform v")), lines[0]) if lines else "?")[:70]


def install_command(name: str) -> list[str] | None:
    if shutil.which("brew"):
        return ["brew", "install", "--quiet", BREW[name]] if name in BREW else None
    if not shutil.which("apt-get"):
        return None
    install = ["apt-get", "install", "--yes", "--quiet", APT[name]]
    if os.geteuid() == 0:
        return install
    may = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    return ["sudo", "-n", *install] if may else None
