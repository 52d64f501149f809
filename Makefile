# Everything that is built, tested and served. Each command sets up what it needs first (scripts/setup.sh).
SHELL := bash
.PHONY: help serve test dist bench npm wheel wordpress package packages

help:
	@echo "make serve   the demo page on http://127.0.0.1:8080, built again when a file changes"
	@echo "make test    every check and test; ONLY=word runs those whose names contain it"
	@echo "make dist    the release build into dist/"
	@echo "make bench   the benchmarks, one table; AGAINST=commit compares with that commit,"
	@echo "             PEERS=1 measures the widget beside what people would use instead"
	@echo "make npm     the npm package, of what make dist has built, in target/packages/"
	@echo "make wheel   the Python package of the command line, in target/packages/"
	@echo "make wordpress the WordPress plugin, in target/packages/"
	@echo "make package the crates as they would be published, each built from what is in it"
	@echo "make packages the npm package, the wheel, the crates and the WordPress plugin, each tried; publishes nothing"

serve:
	@scripts/setup.sh build
	@scripts/serve.sh

test:
	@scripts/setup.sh test
	@scripts/test.sh $(ONLY)

dist:
	@scripts/setup.sh build
	@scripts/dist.sh

bench:
	@scripts/setup.sh test
	@PEERS=$(PEERS) scripts/bench.sh $(AGAINST)

npm:
	@scripts/setup.sh build
	@[ -e dist/figure-tracker.js ] || scripts/dist.sh
	@node scripts/packages/npm.mjs

wheel:
	@scripts/setup.sh wheel
	@scripts/packages/wheel.sh

wordpress:
	@scripts/setup.sh build
	@node scripts/packages/wordpress.mjs

package:
	@scripts/setup.sh build
	@cargo package --workspace --allow-dirty

packages:
	@scripts/setup.sh packages
	@scripts/packages/all.sh
