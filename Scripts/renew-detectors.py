#!/usr/bin/env python3
"""Trains a combination, ranks every detector on held-out seeds at three prices, and puts the table into
Documentation/Detectors.md, between two marks.

Usage: Scripts/renew-detectors.py   (from the root of the package, after `make build`; some minutes)
"""

import json
import subprocess
import sys
import tempfile

TOCSIN = ".build/release/tocsin"
PAGE = "Documentation/Detectors.md"
BEGIN, END = "<!-- ranking -->", "<!-- end of ranking -->"
SCENARIO = "Scenarios/stress/reference.yaml"
TRAINED = "101..108"
BUDGETS = ["0.02", "0.1", "0.5"]


def run(*command):
    print("$ " + " ".join(command), file=sys.stderr)
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout


def share(result):
    value = result["share"]
    if value is None:
        return "-"
    return f"{100 * value['value']:.0f} ({100 * value['low']:.0f} to {100 * value['high']:.0f})"


def main():
    groups = {row["name"]: row["group"] for row in json.loads(run(TOCSIN, "detectors", "--json"))}
    with tempfile.TemporaryDirectory() as folder:
        model = folder + "/combination.json"
        run(TOCSIN, "train", SCENARIO, "--seeds", TRAINED, "-o", model)
        reports = [
            json.loads(run(
                TOCSIN, "stress", "--scenarios", SCENARIO, "--seeds", "5", "--detectors",
                f"all,{model}", "--budget", budget, "--json"))
            for budget in BUDGETS]
    seeds = ", ".join(str(seed) for seed in reports[0]["seeds"])
    columns = [{r["detector"]: r for r in report["scenarios"][0]["detectors"]}
               for report in reports]
    # By the middle budget, then the small and the large one; names settle the rest.
    def rank(name):
        def value(column):
            return (column[name]["share"] or {"value": 0})["value"]
        return (-value(columns[1]), -value(columns[0]), -value(columns[2]), name)

    lines = [
        f"`{SCENARIO}`, seeds {seeds}; the combination trained on seeds {TRAINED}. "
        f"{columns[0]['never']['meetings']} meetings. Percent of meetings preceded by an alert on the "
        "groomer, with 95 % intervals, at no more than so many first alerts on innocent accounts "
        "per 1,000 accounts a week:", "",
        "| detector | group | " + " | ".join(f"at {budget}" for budget in BUDGETS) + " |",
        "|---|---|" + "---|" * len(BUDGETS)]
    for name in sorted(columns[0], key=rank):
        lines.append(
            f"| {name} | {groups.get(name, 'trained')} | "
            + " | ".join(share(column[name]) for column in columns) + " |")
    with open(PAGE) as file:
        head, rest = file.read().split(BEGIN)
    tail = rest.split(END)[1]
    with open(PAGE, "w") as file:
        file.write(head + BEGIN + "\n" + "\n".join(lines) + "\n" + END + tail)


main()
