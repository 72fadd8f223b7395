#!/usr/bin/env python3
"""Writes Documentation/Hardness.md: how easily groomers are told apart, by tradecraft.

Each level of tradecraft is one world of 30,000 accounts with enough groomers of each profile to say
something. Takes some minutes; `make hardness`.
"""

import json
import os
import subprocess
import sys
import tempfile

TOCSIN = ".build/release/tocsin"
SCENARIO = "Scenarios/england-and-wales.yaml"
LEVELS = ["low", "medium", "high"]
SETTINGS = ["population.accounts=30000", "population.groomers.per-adult-account=0.02",
            "calendar.days=90"]
SEED = "4001"
FAMILIES = ["requests", "rejections", "views", "messages", "graph", "timing", "attributes"]


def run(arguments, accepted):
    done = subprocess.run([TOCSIN] + arguments, capture_output=True, text=True)
    if done.returncode not in accepted:
        sys.exit(done.stderr)
    return done.stdout


def measure(level):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "run.sqlite")
        settings = SETTINGS + [f"campaigns.tradecraft={level}"]
        sets = [word for setting in settings for word in ("--set", setting)]
        run(["simulate", SCENARIO, "--seed", SEED, "--quiet", "-o", path] + sets, (0, 1))
        return json.loads(run(["hardness", path, "--json"], (0, 1)))["rows"]


def auc(row):
    return "-" if row is None or row["auc"] is None else f"{row['auc']:.3f}"


def tables(level, rows):
    found = {(row["profile"], row["measure"]): row for row in rows}
    profiles = [row["profile"] for row in rows if row["measure"] == "best"]
    lines = ["", f"## Tradecraft {level}", "",
             "| profile | groomers | best single feature | AUC | by chance | two questions "
             "| innocent twin | best feature against it | AUC | by chance |",
             "|---|---|---|---|---|---|---|---|---|---|"]
    for profile in profiles:
        best, tree, twin = (found.get((profile, measure)) for measure in ("best", "tree", "twin"))
        cells = [profile, str(best["groomers"]), best["feature"], auc(best),
                 f"{best['chance']:.3f}" if best["chance"] else "-", auc(tree)]
        cells += ([twin["against"], twin["feature"], auc(twin), f"{twin['chance']:.3f}"]
                  if twin else ["-"] * 4)
        lines.append("| " + " | ".join(cells) + " |")
    lines += ["", "| profile | " + " | ".join(FAMILIES) + " |", "|---|" + "---|" * len(FAMILIES)]
    for profile in profiles:
        rows_of = [found.get((profile, family)) for family in FAMILIES]
        cells = [f"{auc(row)} {row['feature']}" if row else "-" for row in rows_of]
        lines.append(f"| {profile} | " + " | ".join(cells) + " |")
    columns = [row for row in rows if row["measure"] == "column"]
    lines += ["", "Columns that must tell nothing: " + "; ".join(
        f"{row['feature']} {auc(row)} (allowed {1 - row['chance']:.3f} to {row['chance']:.3f})"
        for row in columns) + "."]
    return lines


def main():
    lines = []
    for level in LEVELS:
        lines += tables(level, measure(level))
        print(level, file=sys.stderr)
    with open("Documentation/Hardness.md") as file:
        head = file.read().split("\n## Tradecraft")[0].rstrip()
    with open("Documentation/Hardness.md", "w") as file:
        file.write(head + "\n" + "\n".join(lines) + "\n")


main()
