# Terrane. `make synth` compiles the stacks of this repository, `make test` proves that all is well.

SHELL := bash
BUILD := swift build --explicit-target-dependency-import-check error

.DEFAULT_GOAL := help
.PHONY: help setup synth check test tools unit proofs bench fuzz clean

help: ## Say what there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16

setup: ## Install missing system libraries (apt or brew)
	@.ci/setup

synth: setup ## Compile the stacks and write golden/
	$(BUILD) --product stacks
	"$$(swift build --show-bin-path)/stacks" synth

check: setup ## Compare golden/ with what the stacks compile to
	$(BUILD) --product stacks
	"$$(swift build --show-bin-path)/stacks" check

test: tools unit proofs ## Run everything: unit tests, golden tests, and the proofs with real tools

tools: setup ## Install the real tools, of the pinned versions, into .build/proofs
	Tests/Proofs/prove --list >/dev/null

unit: setup ## Run the fast tests; those that ask a real tool are left out where it is not installed
	$(BUILD) --build-tests
	swift test --skip-build

proofs: tools ## Run the real tools on golden/, and Terraform against an AWS emulator
	cd Tests/Proofs && ../../.build/proofs/venv/bin/python -m unittest -q
	Tests/Proofs/prove

bench: setup ## Measure time and memory on generated stacks
	Tests/Bench/bench

fuzz: setup ## Let libFuzzer look for inputs that a parser does not survive (FUZZ_SECONDS=30)
	Tests/Fuzz/fuzz

clean: ## Remove what was built
	rm -rf .build
