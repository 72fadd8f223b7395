#!/usr/bin/env bash
# Runs the tests that are built, all or those that are chosen: Tests/run.sh [--filter NAME] ...
# They print thousands of lines; what failed is said again behind them, where one looks first.
set -uo pipefail
cd "$(dirname "$0")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
"${SWIFT:-swift}" test --skip-build "$@" 2>&1 | tee "$log" && exit
status=$?
echo
echo "What failed:"
# A test with its file and line, and what lies beneath it; a program that was killed names neither.
grep -aE '^ *(✘|↳|error:|Fatal error|.*Fatal error:|.*signal code)' "$log" | grep -avE '^✘ (Suite|Test run)'
grep -aE '^✘ Test run' "$log"
exit $status
