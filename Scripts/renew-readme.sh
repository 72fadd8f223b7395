#!/usr/bin/env bash
# Runs the commands that a page shows after '$ ' and puts their real output below them, in place of
# what stood there; the page is README.md where none is given. What 'tocsin run' prints is cut where
# the README says so.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly page=${1:-README.md}
readonly cut="[... here shortened"
PATH=$PWD/.build/release:$PATH
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R Scenarios "$folder"
# The scenario with mistakes that the README shows.
awk '/^```yaml$/ { shown = 1; next } /^```$/ { shown = 0 } shown' README.md >"$folder/bad.yaml"

# Runs a command where the scenarios are; one that refuses bad input ends with 2.
run() {
  (cd "$folder" && eval "$1" </dev/null 2>&1) || (($? == 2))
}

# Copies standard input, with the output of every command renewed.
renew() {
  local line command="" old=""
  while IFS= read -r line; do
    if [[ -n "$old" ]]; then
      [[ "$line" != '```' && "$line" != "$cut"* ]] && continue
      old=""
    fi
    printf '%s\n' "$line"
    if [[ "$line" == '$ '* ]]; then command=${line#'$ '}; elif [[ -n "$command" ]]; then
      command+=$'\n'$line
    fi
    # A command ends with the line that closes its last quotation mark.
    if [[ -n "$command" ]] && (($(tr -cd '"' <<<"$command" | wc -c) % 2 == 0)); then
      run "$command" | sed '/^Flagged in error:/,$d'
      command=""
      old=yes
    fi
  done
}

renew <"$page" >"$folder/page.md"
cp "$folder/page.md" "$page"
git diff --stat "$page"
