"""The slow proofs: the tools that will read the golden tree in earnest judge it here first."""
