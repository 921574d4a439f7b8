"""What RDS and ElastiCache offer, and which actions there are, is in the program as the pinned cfn-lint has it; limits have their place."""

import subprocess
import sys
import unittest
from pathlib import Path

REFRESH = Path(__file__).resolve().parents[2] / "Sources" / "TerraneSchemas" / "Refresh"
sys.path.insert(0, str(REFRESH))
import terraform  # noqa: E402


class Refresh(unittest.TestCase):
    def test_the_committed_form_is_the_sources(self):
        for target in ("offers", "actions"):
            with self.subTest(target):
                answer = subprocess.run([REFRESH / "refresh", target, "--check"], capture_output=True, text=True)
                self.assertEqual(answer.returncode, 0, answer.stdout + answer.stderr)

    def test_limits_stand_at_attributes_and_nowhere_below_them(self):
        """A provider that names a limit of an attribute may name one of a part of it too, which has no place of its own."""
        limit, inner = {"one": ["a"]}, {"size": "o number"}
        block = {"mode": "o string", "list": ["list", 0, 1, inner]}
        for path in (("mode",), ("mode", "part"), ("list", "size"), ("list", "none"), ("gone", "size")):
            terraform.add(limit, path, block)
        self.assertEqual(block, {"mode": ["o string", limit], "list": ["list", 0, 1, {"size": ["o number", limit]}]})


if __name__ == "__main__":
    unittest.main()
