#!/usr/bin/env bash
# Proves that no detector can import the truth: in a copy of the package, a file in Detection that
# imports a module of the truth must be refused, with the import named, and without it all must
# build. Nothing in the package itself is touched.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly swift=${SWIFT:-swift}
# What Detection may not depend on, straight or through others.
readonly forbidden="Population Activity Scoring Validation Storage Experiments"
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

main() {
  echo "No detector can reach the truth:"
  check_manifest
  cp -R Package.swift Sources Tests "$copy"
  reuse_packages
  build >"$copy/log" 2>&1 || fail "Detection does not build even as it is"
  echo "  Detection builds as it is"
  check_refused Activity
  check_refused Population
  # RunFile gives back the whole world.
  check_refused Storage
}

# Nothing that Detection depends on, straight or through others, is forbidden.
check_manifest() {
  local reached
  reached=$("$swift" package dump-package | reached_from Detection)
  [[ " $reached " == *" Vocabulary "* ]] || stop "the manifest could not be read: $reached"
  for target in $forbidden; do
    [[ " $reached " != *" $target "* ]] || stop "in Package.swift Detection depends on $target"
  done
  echo "  in Package.swift Detection depends on nothing but $reached"
}

# Reads a dumped manifest and prints every target that one depends on, straight or through others.
reached_from() {
  awk -v start="$1" '
    /^    \{/ { found = "" }
    expected { split($0, words, "\""); found = found " " words[2]; expected = 0 }
    /"(byName|target|product)" : \[/ { expected = 1 }
    /^      "name" : / { split($0, words, "\""); imports[words[4]] = found }
    END {
      queue[1] = start; seen[start] = 1; last = 1
      for (first = 1; first <= last; first++) {
        count = split(imports[queue[first]], names, " ")
        for (i = 1; i <= count; i++) {
          if (names[i] in seen) continue
          seen[names[i]] = 1
          queue[++last] = names[i]
          reached = reached (reached == "" ? "" : " ") names[i]
        }
      }
      print reached
    }'
}

# Takes over the packages that the tree has already fetched, so that none is fetched again.
reuse_packages() {
  [[ -f Package.resolved ]] && cp Package.resolved "$copy"
  mkdir "$copy/scratch"
  for part in checkouts repositories workspace-state.json; do
    [[ -e ".build/$part" ]] && cp -R ".build/$part" "$copy/scratch"
  done
  return 0
}

build() {
  "$swift" build --package-path "$copy" --scratch-path "$copy/scratch" --target Detection \
    --explicit-target-dependency-import-check error </dev/null
}

# A detector that imports a module must be refused, and for that reason.
check_refused() {
  local module=$1 cheat="$copy/Sources/Detection/Detectors/Cheat.swift"
  echo "import $module" >"$cheat"
  if build >"$copy/log" 2>&1; then fail "a detector that imports $module was not refused"; fi
  local words
  words=$(grep -E "error: .*\b$module\b" "$copy/log" | head -n 1) ||
    fail "a detector that imports $module was refused, but for another reason"
  rm "$cheat"
  echo "  a detector that imports $module is refused: ${words#*error: }"
}

# Shows what the build said, says why, and ends.
fail() {
  cat "$copy/log" >&2
  stop "$1"
}

stop() {
  echo "error: $1" >&2
  exit 1
}

main
