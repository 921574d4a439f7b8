"""What every judge is given."""

import os
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from proofs.exceptions import Exceptions
from proofs.report import Failed
from proofs.tools import Tools, run


@dataclass
class Context:
    """Where things are. `here` is the folder of the proofs, `shared` that of the tools beside the repository."""

    here: Path
    shared: Path
    scratch: Path
    tools: Tools
    exceptions: Exceptions

    def folder(self, *names: str) -> Path:
        path = self.scratch.joinpath(*names)
        path.mkdir(parents=True, exist_ok=True)
        return path

    @cached_property
    def terraform_environment(self) -> dict[str, str]:
        """Providers from the mirror beside the repository, or from their registry through a cache."""
        own = {"TF_IN_AUTOMATION": "1", "TF_INPUT": "0", "CHECKPOINT_DISABLE": "1", "NO_COLOR": "1"}
        setup = Path(os.environ.get("TERRANE_TERRAFORM_SETUP") or self.shared / "terraform" / "setup")
        if setup.is_file():
            printed = run([setup, self.folder("providers")], timeout=600)
            found = re.search(r"^export TF_CLI_CONFIG_FILE=(.+)$", printed, re.MULTILINE)
            if not found:
                raise Failed(f"{setup.name} printed no TF_CLI_CONFIG_FILE\n{printed}")
            own["TF_CLI_CONFIG_FILE"] = found[1].strip().strip("'\"")
        else:
            own["TF_PLUGIN_CACHE_DIR"] = str(self.folder("plugins"))
        return {name: value for name, value in os.environ.items() if not name.startswith("TF_VAR_")} | own
