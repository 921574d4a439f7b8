"""The judges of what the program knows of the providers' types see a difference where there is one."""

import unittest

from proofs.report import Failed
from proofs.schemas import compare, is_of_form

FORM, VALUES, NOTHING = {"form": ["x"], "values": []}, {"form": [], "values": ["x"]}, {"form": [], "values": []}


class SchemaJudgeTests(unittest.TestCase):
    def test_what_both_refuse_or_both_take_is_no_difference(self):
        ours = {"a": [], "b": ["unknown-attribute"], "c": ["value-not-taken"], "d": []}
        compare(ours, {"a": NOTHING, "b": FORM, "c": VALUES, "d": VALUES})

    def test_what_one_alone_refuses_is_one(self):
        for ours, theirs in [([], FORM), (["unknown-attribute"], NOTHING), (["unknown-attribute"], VALUES), (["value-not-taken"], NOTHING)]:
            with self.subTest(ours=ours), self.assertRaises(Failed):
                compare({"a": ours}, {"a": theirs})

    def test_where_the_provider_looks_no_further_nothing_follows(self):
        unreadable = {"form": [], "values": ["Invalid RFC3339 String Value: x"]}
        compare({"a": ["read-only-attribute"]}, {"a": unreadable})

    def test_what_is_wanted_in_a_block_that_is_not_there_is_not_of_the_form(self):
        words = "Missing Configuration for Required Attribute"
        self.assertFalse(is_of_form({"summary": words, "detail": "Must set a configuration value for the saml.metadata attribute"}))
        self.assertTrue(is_of_form({"summary": words, "detail": "Must set a configuration value for the metadata attribute"}))

    def test_what_is_said_of_values_is_not_of_the_form(self):
        self.assertFalse(is_of_form({"summary": "expected type to be one of [A B], got x", "detail": ""}))
        self.assertFalse(is_of_form({"summary": "Missing required argument", "detail": "one of `a,b` must be specified"}))
        self.assertTrue(is_of_form({"summary": "Too many rule blocks", "detail": "No more than 1 are allowed"}))


if __name__ == "__main__":
    unittest.main()
