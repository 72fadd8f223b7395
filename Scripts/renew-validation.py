#!/usr/bin/env python3
"""Writes Documentation/Validation.md: the validation table at several sizes and seeds.

The seeds were not used when the defaults were chosen. Takes some minutes; `make validation`.
"""

import json
import subprocess
import sys

TOCSIN = ".build/release/tocsin"
SCENARIO = "Scenarios/england-and-wales.yaml"
SIZES = [10_000, 50_000, 200_000]
SEEDS = [4001, 4002, 4003]
LARGEST = (1_000_000, [4001])


def validate(accounts, seed):
    command = [TOCSIN, "validate", SCENARIO, "--set", f"population.accounts={accounts}",
               "--seed", str(seed), "--json", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def figures(report):
    for row in report["rows"]:
        for figure in row["figures"]:
            yield row, figure


def number(value):
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.3f}"


def accepted(figure):
    bounds = figure["accepted"]
    lower, upper = bounds.get("lower"), bounds.get("upper")
    if lower is None:
        return ("< " if bounds["upperIsExcluded"] else "at most ") + number(upper)
    if upper is None:
        return "at least " + number(lower)
    return f"{number(lower)} to {number(upper)}"


def cell(figure):
    if figure["value"] is None:
        return "not shown"
    text = number(figure["value"])
    if figure["standardError"] is not None:
        text += f" ± {figure['standardError']:.2g}"
    return text if figure["verdict"] == "pass" else f"**{text}**"


def main():
    lines = []
    for accounts, seeds in [(size, SEEDS) for size in SIZES] + [LARGEST]:
        reports = [validate(accounts, seed) for seed in seeds]
        failed = [[row["id"] for row in report["rows"] if row["verdict"] == "fail"]
                  for report in reports]
        lines += ["", f"## {accounts:,} accounts", ""]
        lines.append("| | what | accepted | " + " | ".join(f"seed {seed}" for seed in seeds) + " |")
        lines.append("|---|---|---|" + "---|" * len(seeds))
        for parts in zip(*[list(figures(report)) for report in reports]):
            row, figure = parts[0]
            cells = " | ".join(cell(part[1]) for part in parts)
            lines.append(f"| {row['id']} | {figure['label']} | {accepted(figure)} | {cells} |")
        for seed, ids in zip(seeds, failed):
            if ids:
                lines.append("")
                lines.append(f"Seed {seed} fails {', '.join(ids)}.")
        print(accounts, failed, file=sys.stderr)
    with open("Documentation/Validation.md") as file:
        head = file.read().split("\n## ")[0].rstrip()
    with open("Documentation/Validation.md", "w") as file:
        file.write(head + "\n" + "\n".join(lines) + "\n")


main()
