#!/bin/sh
# How many bytes an event takes in a results file, by table, at each level of recording.
#
#   Documentation/Experiments/bytes_per_event.sh .build/release/tocsin Scenarios/quickstart.yaml
#
# Bytes are those of the pages of a table with its indexes, as SQLite's dbstat counts them, for each
# event of the run, held or not. Needs the command sqlite3 with dbstat, as Debian has it.
set -eu
tocsin=$1
scenario=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for level in all child-facing none; do
  file=$folder/$level.sqlite
  "$tocsin" simulate "$scenario" --quiet --set "recording=$level" --output "$file" > /dev/null
  echo "recording $level"
  sqlite3 -column -header "$file" "
    WITH part AS (
      SELECT iif(m.tbl_name IN ('event_chunk', 'friendship', 'request', 'follow', 'conversation'),
               m.tbl_name, iif(m.tbl_name LIKE 'truth%', 'truth', 'others')) AS part,
             sum(s.pgsize) AS bytes
      FROM dbstat AS s LEFT JOIN sqlite_schema AS m ON m.name = s.name
      WHERE s.aggregate = TRUE GROUP BY 1)
    SELECT part, bytes, round(1.0 * bytes / events, 2) AS an_event FROM part, run
    UNION ALL SELECT 'whole file', sum(bytes), round(1.0 * sum(bytes) / events, 2) FROM part, run
    UNION ALL SELECT 'events held, of', held, events FROM run"
done
