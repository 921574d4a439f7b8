"""What is left of a template without some types."""

import unittest

from proofs.reduce import DUMMY, reduced


class ReduceTests(unittest.TestCase):
    def test_references_to_what_is_gone_become_dummies(self):
        template = {
            "Resources": {
                "A": {"Type": "AWS::X::A"},
                "B": {
                    "Type": "AWS::X::B",
                    "DependsOn": ["A", "C"],
                    "Properties": {
                        "Ref": {"Ref": "A"},
                        "Att": {"Fn::GetAtt": ["A", "Arn"]},
                        "Sub": {"Fn::Sub": "${A}-${A.Arn}-${AWS::Region}-${C}"},
                        "Kept": {"Ref": "C"},
                    },
                },
                "C": {"Type": "AWS::X::C"},
            }
        }
        resources = reduced(template, {"AWS::X::A"})["Resources"]
        self.assertEqual(sorted(resources), ["B", "C"])
        self.assertEqual(resources["B"]["DependsOn"], ["C"])
        expected = {"Ref": DUMMY, "Att": DUMMY, "Sub": {"Fn::Sub": f"{DUMMY}-{DUMMY}-${{AWS::Region}}-${{C}}"}, "Kept": {"Ref": "C"}}
        self.assertEqual(resources["B"]["Properties"], expected)


if __name__ == "__main__":
    unittest.main()
