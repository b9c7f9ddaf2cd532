# The commands of the README. `make demo` and `make test` set up what is missing first.

SWIFT ?= swift
# The Swift libraries and the C++ library under them are linked in, at fixed addresses and without names for others to find:
# the program starts in a quarter of the time and runs where there is no Swift.
STATIC = $(CURDIR)/.build/static
RELEASE = $(SWIFT) build -c release --static-swift-stdlib --disable-local-rpath -Xswiftc -L$(STATIC) \
  -Xlinker --no-pie -Xlinker --no-export-dynamic
FLAGSHIP = scenarios/one-floor-to-one-corner/scenario.yaml

.PHONY: demo test bench reports build lint format setup static

demo: build
	@.build/release/bladesim compare $(FLAGSHIP) --force --output demo-results/one-floor-to-one-corner.sqlite \
	  --report demo-results/one-floor-to-one-corner.html

build: static
	@$(RELEASE) --product bladesim >&2

test: setup
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	$(SWIFT) test --skip-build --disable-xctest

bench: static
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

# A place where the linker finds only the static form of the C++ library; where there is none, it goes on to the shared one.
static: setup
	@mkdir -p $(STATIC)
	@library=$$(clang -print-file-name=libstdc++.a 2>/dev/null); [ ! -e "$$library" ] || ln -sf "$$library" $(STATIC)/
