"""The virtual environment the judges live in: made once, and again when the requirements change."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path


def scratch(repository: Path) -> Path:
    """The only folder that is written to: `TERRANE_PROOFS`, or `.build/proofs`."""
    return Path(os.environ.get("TERRANE_PROOFS") or repository / ".build" / "proofs").absolute()


def shared(repository: Path) -> Path:
    """Test tools that may lie beside the repository, or in `TERRANE_SHARED`; every judge works without them."""
    return Path(os.environ.get("TERRANE_SHARED") or repository.parent / "shared").absolute()


def enter(script: Path, requirements: Path, home: Path):
    """Goes on inside the environment at `home`: returns if this is it already, and starts `script` anew if not."""
    if Path(sys.prefix).resolve() == home.resolve():
        return
    if set(sys.argv[1:]) & {"-h", "--help"}:
        return
    prepare(requirements, home)
    python = str(home / "bin" / "python")
    os.execv(python, [python, str(script), *sys.argv[1:]])


def prepare(requirements: Path, home: Path):
    """Makes the environment unless it holds exactly `requirements` already."""
    wanted = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()
    stamp = home / "requirements.sha256"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"installing {requirements.name} (once) …", file=sys.stderr, flush=True)
    shutil.rmtree(home, ignore_errors=True)
    venv.create(home, with_pip=True)
    pip = [home / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*pip, "--requirement", requirements], stdout=sys.stderr).returncode:
        sys.exit(f"prove: {requirements.name} could not be installed; pip says why above")
    stamp.write_text(wanted)
