# The commands of the README. `make demo` and `make test` set up what is missing first.

SWIFT ?= swift
# The Swift libraries are linked in, at fixed addresses: the program starts in half the time and runs where there is no Swift.
RELEASE = $(SWIFT) build -c release --static-swift-stdlib -Xlinker --no-pie
FLAGSHIP = scenarios/one-floor-to-one-corner/scenario.yaml

.PHONY: demo test bench reports build lint format setup

demo: build
	@.build/release/bladesim compare $(FLAGSHIP) --force --output demo-results/one-floor-to-one-corner.sqlite \
	  --report demo-results/one-floor-to-one-corner.html

build: setup
	@$(RELEASE) --product bladesim >&2

test: setup
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	$(SWIFT) test --skip-build --disable-xctest

bench: setup
	@$(RELEASE) --product bladesim-bench >&2
	@$(RELEASE) --product bladesim >&2
	@.build/release/bladesim-bench $(BENCH)

reports: build
	@scripts/reports

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

setup:
	@scripts/setup
