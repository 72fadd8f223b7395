#!/usr/bin/env bash
# Compiles the yardsticks of this folder and runs them; says so and stops where there is no C compiler.
set -euo pipefail

here=$(dirname "$0")
readonly here
readonly build="$here/../.build"
compiler=${CC:-cc}
if ! command -v "$compiler" >/dev/null; then
  echo "No C compiler '$compiler': the bare Poisson generator, a yardstick, is left out." >&2
  echo "To have it, install one (on Debian: apt-get install gcc) or name one: CC=clang make bench" >&2
  exit 0
fi
if [[ "$(uname -s)" == Darwin ]]; then
  echo "macOS has no pthread_barrier_t: the bare Poisson generator, a yardstick, is left out." >&2
  exit 0
fi
mkdir -p "$build"
"$compiler" -O2 -std=c11 -pthread "$here/poisson.c" -o "$build/poisson" -lm
for accounts in 10000 100000; do "$build/poisson" "$accounts" 28; done
