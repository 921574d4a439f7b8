"""What RDS and ElastiCache offer, and which actions there are, is in the program as the pinned cfn-lint has it."""

import subprocess
import unittest
from pathlib import Path

REFRESH = Path(__file__).resolve().parents[2] / "Sources" / "TerraneSchemas" / "Refresh"


class Refresh(unittest.TestCase):
    def test_the_committed_form_is_the_sources(self):
        for target in ("offers", "actions"):
            with self.subTest(target):
                answer = subprocess.run([REFRESH / "refresh", target, "--check"], capture_output=True, text=True)
                self.assertEqual(answer.returncode, 0, answer.stdout + answer.stderr)


if __name__ == "__main__":
    unittest.main()
