#!/usr/bin/env bash
# Does one part of a file of jobs: part PART of PARTS (from 0), its results into FOLDER/PART.jsonl.
#
#   Deploy/part.sh 3 100 jobs.jsonl results
#   cat results/*.jsonl > results.jsonl      # when all are there: in order, as tocsin sweep writes it
#
# Parts are of jobs that follow each other. A part that is there already is not done again, and one that
# was ended early leaves nothing behind, so that whatever runs this may run it again. A folder holds the
# parts of one file of jobs, cut into one number of parts: any other is refused. TOCSIN names the command,
# if it is not tocsin.
set -euo pipefail

usage() {
  echo "usage: ${0##*/} PART PARTS jobs.jsonl FOLDER, with PART from 0 to below PARTS; found: $*" >&2
  exit 2
}

[[ $# -eq 4 && $1 =~ ^[0-9]+$ && $2 =~ ^[0-9]+$ && $1 -lt $2 && -r $3 ]] || usage "$@"
readonly part=$1 parts=$2 jobs=$3 folder=$4

mkdir -p "$folder"
result=$folder/$(printf '%08d' "$part").jsonl
cut="$parts parts of $(cksum < "$jobs")" # What the jobs are, in a checksum and their bytes.
readonly result cut

# The first to come says how the folder's jobs are cut: whole, or not at all.
if [[ ! -e $folder/.cut ]]; then
  mine=$(mktemp "$folder/.cut.XXXXXX")
  echo "$cut" > "$mine"
  mv -n "$mine" "$folder/.cut" || true # Newer versions fail where another came first.
  rm -f "$mine"
fi
[[ $(< "$folder/.cut") == "$cut" ]] || {
  echo "$folder: found $(< "$folder/.cut"), expected $cut (as cksum counts jobs.jsonl); name another" \
    "folder, or remove this one" >&2
  exit 2
}
[[ -e $result ]] && exit 0

count=$(grep -c "" "$jobs" || true) # The last line may have no break.
first=$((count * part / parts + 1))
last=$((count * (part + 1) / parts))
partial=$(mktemp "$folder/.partial.XXXXXX")
readonly count first last partial
trap 'rm -f "$partial"' EXIT

if ((first <= last)); then
  sed -n "${first},${last}p" "$jobs" | "${TOCSIN:-tocsin}" worker --threads 1 > "$partial"
fi
mv "$partial" "$result" # Whole, or not at all.
