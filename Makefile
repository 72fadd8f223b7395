# Everything a newcomer types. 'make help' lists it.

SWIFT ?= swift
TOCSIN = .build/release/tocsin
LINTED = Sources Tests Benchmarks Package.swift
# Refuses an import that the manifest does not declare.
CHECKED = --explicit-target-dependency-import-check error

.DEFAULT_GOAL := run
.PHONY: run test build format lint bench readme queries patterns validation stress hardness spark detectors report-check clean help set-up

run: build ## Build, run the quickstart scenario, and say what to try next (the default).
	@echo
	$(TOCSIN) run Scenarios/quickstart.yaml
	@echo
	@echo "The database is quickstart.sqlite, in this folder. What to try next:"
	@echo "  $(TOCSIN) info quickstart.sqlite                       what the database holds"
	@echo "  $(TOCSIN) query quickstart.sqlite                      ask it anything, in SQL"
	@echo "  $(TOCSIN) run Scenarios/nottinghamshire-2017.yaml      half a year in a real county"
	@echo "  $(TOCSIN) run Scenarios/quickstart.yaml --seed 2       another world of the same kind"
	@echo "  $(TOCSIN) scenario new mine.yaml                       a scenario of your own"
	@echo "  $(TOCSIN) --help                                       everything else; or README.md"

test: set-up lint ## Check the style and the walls between modules, then run all tests.
	$(SWIFT) build --build-tests $(CHECKED)
	@Tests/truth-is-out-of-reach.sh
	@Scripts/set-up-python.sh
	@SWIFT="$(SWIFT)" Tests/run.sh

build: set-up ## Build the command 'tocsin' at full speed; the first time takes minutes.
	$(SWIFT) build -c release $(CHECKED) --product tocsin

format: ## Lay the code out in the house style.
	$(SWIFT) format -i -r $(LINTED)

lint: ## Check the house style; changes nothing.
	$(SWIFT) format lint -r -s $(LINTED)

bench: set-up ## Measure every stage on 1 and 2 threads; prints a table in Markdown.
	@$(SWIFT) build -c release --package-path Benchmarks >&2
	@Benchmarks/.build/release/tocsin-benchmarks
	@echo
	@Benchmarks/.build/release/tocsin-benchmarks world
	@echo
	@Benchmarks/.build/release/tocsin-benchmarks activity
	@echo
	@Benchmarks/.build/release/tocsin-benchmarks graph
	@echo
	@Benchmarks/.build/release/tocsin-benchmarks storage
	@echo
	@Benchmarks/.build/release/tocsin-benchmarks survival
	@echo
	@Benchmarks/.build/release/tocsin-benchmarks scoring
	@echo
	@Benchmarks/Peers/run.sh
	@python3 Benchmarks/Peers/scoring.py

readme: build ## Run the README's commands again and put their real output into it.
	@Scripts/renew-readme.sh

queries: build ## Ask the questions in Documentation/Queries.md again and put their real answers there.
	@Scripts/renew-queries.py

patterns: build ## Run the queries of Documentation/Patterns.md again, with their real output.
	@Scripts/renew-readme.sh Documentation/Patterns.md

validation: build ## Hold worlds of three sizes and seeds against the published figures again.
	@Scripts/renew-validation.py

stress: build ## Run the stress suite again and put its matrix into Documentation/Stress.md.
	@Scripts/renew-stress.py

hardness: build ## Measure again how easily groomers are told apart, at each level of tradecraft.
	@Scripts/renew-hardness.py

spark: build ## Show that Spark gives the same results as tocsin sweep, also when a worker dies.
	@Deploy/spark/prove.sh

detectors: build ## Rank every detector on held-out seeds again, for Documentation/Detectors.md.
	@Scripts/renew-detectors.py

report-check: build ## Open the quickstart's report in headless Chromium and check its accessibility.
	@$(TOCSIN) run Scenarios/quickstart.yaml --quiet -o .build/report.sqlite --report .build/report.html >/dev/null
	@Scripts/check-report.py .build/report.html

clean: ## Remove what was built; results files stay.
	rm -rf .build Benchmarks/.build

help: ## List what can be made.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

# Checks for Swift and SQLite, and installs SQLite where it may.
set-up:
	@Scripts/set-up.sh
