#!/usr/bin/env python3
"""Writes Documentation/Validation.md: the validation table at several sizes and seeds.

Worlds at several sizes, then what people do in a year. The seeds of either were not used when the
defaults it tells of were chosen. Takes some minutes, and disk space for one year at a time; `make validation`.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

TOCSIN = ".build/release/tocsin"
SCENARIO = "Scenarios/england-and-wales.yaml"
SIZES = [10_000, 50_000, 200_000]
SEEDS = [4001, 4002, 4003]
YEAR_SEEDS = [5001, 5002, 5003]
LARGEST = (1_000_000, [4001])
YEARS = [("A year without groomers", SCENARIO),
         ("A year with groomers", "Scenarios/nottinghamshire-2017.yaml")]
YEAR = ["--set", "population.accounts=20000", "--set", "calendar.days=365"]


def run(*arguments):
    done = subprocess.run([TOCSIN, *arguments, "--quiet"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return done.stdout


def world(accounts, seed):
    return json.loads(run("validate", SCENARIO, "--set", f"population.accounts={accounts}",
                          "--seed", str(seed), "--json"))


def year(scenario, seed):
    with tempfile.TemporaryDirectory() as folder:
        file = str(pathlib.Path(folder, "year.sqlite"))
        run("simulate", scenario, *YEAR, "--seed", str(seed), "-o", file)
        report = json.loads(run("validate", file, "--json"))
    report["rows"] = [row for row in report["rows"] if row["isOnActivity"]]
    return report


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
    if figure["verdict"] == "unsure":
        return f"({text})"
    return text if figure["verdict"] == "pass" else f"**{text}**"


def section(title, seeds, reports, note=""):
    """A section's lines: a table with a column per seed, and which rows fail."""
    lines = ["", f"## {title}", ""] + ([note, ""] if note else [])
    lines.append("| | what | accepted | " + " | ".join(f"seed {seed}" for seed in seeds) + " |")
    lines.append("|---|---|---|" + "---|" * len(seeds))
    for parts in zip(*[list(figures(report)) for report in reports]):
        row, figure = parts[0]
        cells = " | ".join(cell(part[1]) for part in parts)
        lines.append(f"| {row['id']} | {figure['label']} | {accepted(figure)} | {cells} |")
    failed = [[row["id"] for row in report["rows"] if row["verdict"] == "fail"]
              for report in reports]
    for seed, ids in zip(seeds, failed):
        if ids:
            lines += ["", f"Seed {seed} fails {', '.join(ids)}."]
    print(title, failed, file=sys.stderr)
    return lines


def main():
    lines = []
    for accounts, seeds in [(size, SEEDS) for size in SIZES] + [LARGEST]:
        lines += section(f"{accounts:,} accounts", seeds, [world(accounts, seed) for seed in seeds])
    for title, scenario in YEARS:
        reports = [year(scenario, seed) for seed in YEAR_SEEDS]
        events = " / ".join(f"{report['run']['events'] / 1e6:.1f}" for report in reports)
        note = f"`{scenario}` with 20,000 accounts over 365 days: {events} million events."
        lines += section(title, YEAR_SEEDS, reports, note)
    with open("Documentation/Validation.md") as file:
        head = file.read().split("\n## ")[0].rstrip()
    with open("Documentation/Validation.md", "w") as file:
        file.write(head + "\n" + "\n".join(lines) + "\n")


main()
