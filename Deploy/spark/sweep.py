#!/usr/bin/env python3
"""Runs a sweep on Apache Spark: jobs in, one line of JSON each; results out, in the order of the jobs.

    tocsin sweep town.yaml --vary campaigns.talk-share=0.2..0.8:4 --jobs-only > jobs.jsonl
    Deploy/spark/sweep.py jobs.jsonl -o results.jsonl --master 'local[2,4]'
    spark-submit --master yarn Deploy/spark/sweep.py jobs.jsonl -o results.jsonl

A task is a part of the jobs, handed to one `tocsin worker --threads 1`. A worker that dies (out of memory,
a lost machine) fails its task, and Spark runs that part again, up to --max-failures times: the same jobs
give the same bytes, so nobody can tell. A job that cannot be done is a result with an error, and fails
nothing. The file is what `tocsin sweep` writes, byte for byte.

Needs Java 17 and PySpark (`apt install openjdk-17-jre-headless`, `pip install 'pyspark==3.5.*'`), and
on every machine `tocsin`, of one version, and the scenario's files under the same paths.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile


def work(command, folder, kill_first):
    """What a task does: its jobs through a worker of its own."""

    def run(part, jobs):
        from pyspark import TaskContext

        jobs = list(jobs)
        if not jobs:
            return
        # Standard output goes to a file, so that a worker never waits for who reads it.
        with tempfile.TemporaryFile() as out:
            worker = subprocess.Popen(
                command + ["worker", "--threads", "1"], cwd=folder, stdin=subprocess.PIPE, stdout=out
            )
            if kill_first and part == 0 and TaskContext.get().attemptNumber() == 0:
                worker.send_signal(signal.SIGKILL)
            try:
                worker.stdin.write("".join(job + "\n" for job in jobs).encode())
                worker.stdin.close()
            except BrokenPipeError:
                pass  # It is dead: its exit code says so.
            code = worker.wait()
            out.seek(0)
            # Not splitlines(): some of what JSON leaves as it is would end a line there.
            results = out.read().decode().split("\n")[:-1]
        if code != 0 or len(results) != len(jobs):
            raise RuntimeError(
                f"part {part}: tocsin worker ended with code {code} and {len(results)} results of "
                f"{len(jobs)} jobs"
            )
        yield from results

    return run


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("jobs", help="a file of jobs, as tocsin sweep --jobs-only prints them")
    parser.add_argument("-o", "--output", required=True, help="where results go")
    parser.add_argument("--master", help="such as local[2,4]; otherwise as spark-submit says")
    parser.add_argument("--tocsin", default="tocsin", help="the command, on every machine")
    parser.add_argument("--folder", default=os.getcwd(), help="where workers run, on every machine")
    parser.add_argument("--jobs-per-task", type=int, default=16, help="how many jobs a task has")
    parser.add_argument("--max-failures", type=int, default=4, help="how often a task may fail")
    parser.add_argument("--kill-first", action="store_true", help="kill a worker once, to see the retry")
    chosen = parser.parse_args()
    for name in ["jobs_per_task", "max_failures"]:
        if getattr(chosen, name) < 1:
            parser.error(f"--{name.replace('_', '-')}: found {getattr(chosen, name)}, expected 1 or more")
    if os.path.exists(chosen.output):
        parser.error(f"{chosen.output} exists already; name another file, or remove it first")
    if not os.path.isfile(chosen.jobs):
        parser.error(f"{chosen.jobs}: there is no such file; make one with tocsin sweep --jobs-only")
    return chosen


def main():
    chosen = options()
    try:
        from pyspark import SparkConf, SparkContext, StorageLevel
    except ImportError:
        sys.exit("PySpark is not installed; pip install 'pyspark==3.5.*'")
    conf = SparkConf().setAppName("tocsin sweep")
    conf.set("spark.task.maxFailures", str(chosen.max_failures))
    if chosen.master:
        conf.setMaster(chosen.master)
    with open(chosen.jobs, encoding="utf-8") as file:
        jobs = [line.strip() for line in file if line.strip()]
    spark = SparkContext(conf=conf)
    try:
        parts = max(1, -(-len(jobs) // chosen.jobs_per_task))
        results = spark.parallelize(jobs, parts).mapPartitionsWithIndex(
            work([chosen.tocsin], chosen.folder, chosen.kill_first)
        )
        # All parts at once, onto the disks of those who made them; then here, one part at a time.
        results.persist(StorageLevel.DISK_ONLY)
        count = results.count()
        partial = chosen.output + ".partial"
        with open(partial, "w", encoding="utf-8", newline="\n") as file:
            for line in results.toLocalIterator():
                file.write(line + "\n")
        os.rename(partial, chosen.output)
        print(f"{count} results of {len(jobs)} jobs in {chosen.output}", file=sys.stderr)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
