#!/usr/bin/env bash
# Makes .build/python, where the libraries of Examples/detectors/requirements.txt are; the tests run
# the examples with it. Says nothing when all is there. The first time takes a download of 60 MB.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly least_python=3.11
readonly folder=.build/python
readonly wanted=Examples/detectors/requirements.txt

main() {
  is_whole && return
  require_python
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

# Whether the folder is of the versions wanted, and still works: its Python may have been removed.
is_whole() {
  cmp -s "$wanted" "$folder/requirements.txt" &&
    "$folder/bin/python3" -c 'import river, sklearn' 2>/dev/null
}

require_python() {
  command -v python3 >/dev/null || stop \
    "python3 is missing; the tests run detectors that are Python programs." \
    "Install Python $least_python or newer, then type 'make test' again."
  local version
  version=$(python3 -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null) || true
  [[ -n "$version" ]] || stop \
    "python3 does not say which version it is. The tests need Python $least_python or newer." \
    "Try 'python3 --version' by itself, and mend what it complains of."
  [[ "$(printf '%s\n' "$least_python" "$version" | sort -V | head -n 1)" == "$least_python" ]] || stop \
    "This is Python $version. The tests need Python $least_python or newer." \
    "Install it, or put it first in PATH as python3, then type 'make test' again."
}

# Says why, on standard error, and ends.
stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
main
