#!/usr/bin/env bash
# Makes .build/python, where the libraries of Examples/detectors/requirements.txt are; the tests run
# the examples with it. Says nothing when all is there. The first time takes a download of 60 MB.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly folder=.build/python
readonly wanted=Examples/detectors/requirements.txt

main() {
  cmp -s "$wanted" "$folder/requirements.txt" && return
  command -v python3 >/dev/null || stop \
    "python3 is missing; the tests run detectors that are Python programs." \
    "Install Python 3.11 or newer, then type 'make test' again."
  echo "Installing what the examples of detectors need, into $folder ..."
  rm -rf "$folder"
  mkdir -p .build
  python3 -m venv "$folder" >"$log" 2>&1 || stop \
    "$(tail -n 5 "$log")" \
    "python3 could not make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv"
  # All versions are given, so that nothing is looked up; what is imported is compiled then.
  "$folder/bin/pip" install --quiet --disable-pip-version-check --no-deps --no-compile \
    --only-binary :all: -r "$wanted" >"$log" 2>&1 || stop \
    "$(tail -n 5 "$log")" \
    "pip could not install $wanted. If this machine cannot reach a package index, name a mirror" \
    "(PIP_INDEX_URL) or a folder of wheels (PIP_FIND_LINKS, with PIP_NO_INDEX=1), then type 'make" \
    "test' again."
  cp "$wanted" "$folder/requirements.txt" # Last: what was interrupted begins anew.
}

# Says why, on standard error, and ends.
stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
main
