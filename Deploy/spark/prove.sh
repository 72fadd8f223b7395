#!/usr/bin/env bash
# Shows that Spark gives the same results file as tocsin sweep, byte for byte: in local mode and on a local
# cluster of two executors, each time with a worker killed on its first try. Then the same for parts, as
# Slurm and Kubernetes have them. `make spark` runs it; it takes a minute or two, and the first time a
# download of 320 MB.
set -euo pipefail
cd "$(dirname "$0")/../.."

readonly python=.build/spark/bin/python3
readonly tocsin=${TOCSIN:-$PWD/.build/release/tocsin}
readonly wanted='pyspark==3.5.9'

main() {
  require_java
  "$python" -c 'import pyspark' 2>/dev/null || install
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  local sweep=(
    "$tocsin" sweep Scenarios/quickstart.yaml --set population.accounts=1000
    --set calendar.days=14 --vary campaigns.move-median-days=0.5,1,2,4 --seeds 3)
  "${sweep[@]}" --jobs-only > "$work/jobs.jsonl"
  "${sweep[@]}" -o "$work/sweep.jsonl" --quiet > /dev/null
  echo "$(wc -l < "$work/sweep.jsonl") worlds by tocsin sweep"
  on_spark 'local[2,4]'
  on_spark 'local-cluster[2,1,1024]'
  in_parts
}

# Runs the jobs on a master of Spark, a worker killed on its first try, and compares.
on_spark() {
  local results
  results=$work/spark.$RANDOM.jsonl
  SPARK_HOME=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))') \
    SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON=$PWD/$python \
    "$python" Deploy/spark/sweep.py "$work/jobs.jsonl" -o "$results" --master "$1" \
    --tocsin "$tocsin" --jobs-per-task 3 --kill-first > "$work/log" 2>&1 || {
    tail -n 30 "$work/log" >&2
    exit 1
  }
  grep -q 'part 0: tocsin worker ended with code -9' "$work/log" || {
    echo "$1: no worker was killed, so no retry was shown" >&2
    exit 1
  }
  compare "$1, one worker killed" "$results"
}

in_parts() {
  for part in 0 1 2 3 4; do
    TOCSIN=$tocsin Deploy/part.sh "$part" 5 "$work/jobs.jsonl" "$work/parts"
  done
  cat "$work"/parts/*.jsonl > "$work/parts.jsonl"
  compare "five parts" "$work/parts.jsonl"
}

compare() {
  cmp "$work/sweep.jsonl" "$2" || {
    echo "$1: not the file of tocsin sweep" >&2
    exit 1
  }
  cmp <(sort "$work/sweep.jsonl") <(sort "$2")
  echo "$1: the same file, byte for byte"
}

require_java() {
  local found
  found=$(java -version 2>&1 | head -n 1) || {
    echo "java is missing; Spark needs Java 8, 11 or 17." >&2
    echo "On Debian or Ubuntu: apt-get install openjdk-17-jre-headless" >&2
    exit 1
  }
  echo "$found"
}

install() {
  echo "Installing $wanted into .build/spark ..."
  rm -rf .build/spark
  python3 -m venv .build/spark
  .build/spark/bin/pip install --quiet --disable-pip-version-check "$wanted"
}

main
