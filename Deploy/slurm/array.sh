#!/usr/bin/env bash
# A sweep as a Slurm array: a task is a part of the jobs on one core.
#
#   tocsin sweep town.yaml --vary ... --jobs-only > jobs.jsonl
#   sbatch --array=0-99 Deploy/slurm/array.sh jobs.jsonl results
#   cat results/*.jsonl > results.jsonl      # when the array is done
#
# Started in the folder that the jobs' scenarios are named from, which all nodes see. A task that its
# node took with it is queued again (--requeue); `sbatch` again with the same array does what is missing.
#SBATCH --job-name=tocsin
#SBATCH --cpus-per-task=1
#SBATCH --mem-per-cpu=1G
#SBATCH --requeue
set -euo pipefail

[[ $# -eq 2 ]] || {
  echo "usage: sbatch --array=0-N array.sh jobs.jsonl FOLDER" >&2
  exit 2
}
# Slurm runs a copy of this file: TOCSIN_DEPLOY says where the others are, if not here.
exec "${TOCSIN_DEPLOY:-Deploy}/part.sh" "$SLURM_ARRAY_TASK_ID" "$SLURM_ARRAY_TASK_COUNT" "$1" "$2"
