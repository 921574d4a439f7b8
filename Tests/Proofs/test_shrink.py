"""What is left out of a copied configuration, and what goes with it."""

import tempfile
import unittest
from pathlib import Path

from proofs.exceptions import Entry, Exceptions
from proofs.shrink import shrink, unprotect

TEXT = """\
resource "aws_a" "one" {
  name = "x"
  inner {
    odd = 1
  }
}

resource "aws_b" "two" {
  a = aws_a.one.id
}

resource "aws_b" "two_more" {
  depends_on = [aws_a.one, aws_c.three]
}

resource "aws_c" "three" {
  prevent_destroy = true
}

locals {
  gone = aws_b.two.id
  kept = aws_c.three.id
}

output "gone" {
  value = local.gone
}
"""


class ShrinkTests(unittest.TestCase):
    def shrunk(self, entry: Entry) -> tuple[str, list[str], Exceptions]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "main.tf")
            path.write_text(TEXT)
            exceptions = Exceptions([entry], "plain")
            notes = shrink(Path(folder), exceptions, "web", "production")
            unprotect(Path(folder))
            return path.read_text(), notes, exceptions

    def test_a_resource_goes_with_all_that_refers_to_it(self):
        text, notes, exceptions = self.shrunk(Entry("no A", address="aws_a.*"))
        for gone in ("aws_a", '"two"', "gone"):
            self.assertNotIn(gone, text)
        self.assertIn("depends_on = [aws_c.three]", text)
        self.assertIn("kept", text)
        self.assertEqual(len(notes), 4)
        self.assertEqual(exceptions.useless(), [])

    def test_a_dummy_takes_the_place_of_references(self):
        text, notes, _ = self.shrunk(Entry("no A", address="aws_a.*", dummy="x.example"))
        self.assertIn('a = "x.example"', text)
        self.assertIn("depends_on = [aws_c.three]", text)
        self.assertEqual(notes, ["left out: aws_a.one: no A"])

    def test_an_attribute_goes_alone(self):
        text, notes, _ = self.shrunk(Entry("no odd", address="aws_a.*", attributes=("odd",)))
        self.assertNotIn("odd", text)
        self.assertIn("inner", text)
        self.assertEqual(notes, ["left out: aws_a.one odd: no odd"])

    def test_what_matches_nothing_is_told(self):
        self.assertEqual(len(self.shrunk(Entry("no Z", address="aws_z.*"))[2].useless()), 1)

    def test_another_stack_is_not_touched(self):
        text, notes, exceptions = self.shrunk(Entry("no A", address="aws_a.*", stack="other"))
        self.assertEqual((text, notes, exceptions.useless()), (TEXT.replace("prevent_destroy = true", "prevent_destroy = false"), [], []))


if __name__ == "__main__":
    unittest.main()
