"""The reader that cuts blocks out of a copy of a configuration."""

import unittest

from proofs import hcl

TEXT = '''# head { not a block
resource "aws_vpc" "a" {
  name = "x${join("}", ["{"])}$${"   # }
  list = [
    "}",
  ]
  policy = <<-EOT
    } "unbalanced {
  EOT
  after  = 1
  nested {
    deep = true
  }
  /* } */
}
locals {
  a = { b = 1 }
  c = local.a
}
'''


class ReaderTests(unittest.TestCase):
    def test_top_level_blocks_are_found_whole(self):
        self.assertEqual([item.words for item in hcl.items(TEXT)], [("resource", "aws_vpc", "a"), ("locals",)])

    def test_a_body_has_its_attributes_and_blocks(self):
        block = hcl.items(TEXT)[0]
        names = [item.kind for item in hcl.items(TEXT, block.open, block.close)]
        self.assertEqual(names, ["name", "list", "policy", "after", "nested"])

    def test_what_is_cut_leaves_the_rest_as_it_was(self):
        block = hcl.items(TEXT)[0]
        self.assertEqual([item.kind for item in hcl.items(hcl.without(TEXT, [block]))], ["locals"])

    def test_an_open_brace_is_an_error(self):
        with self.assertRaises(ValueError):
            hcl.items('resource "a" "b" {')


if __name__ == "__main__":
    unittest.main()
