#!/usr/bin/env python3
"""Runs the stress suite and puts its matrix into Documentation/Stress.md, between two marks.

Usage: Scripts/renew-stress.py [options of tocsin stress]   (from the root of the package)
"""

import json
import subprocess
import sys

TOCSIN = ".build/release/tocsin"
PAGE = "Documentation/Stress.md"
BEGIN, END = "<!-- matrix -->", "<!-- end of matrix -->"


def percent(share):
    if share is None:
        return "-"
    return f"{100 * share['value']:.0f} ({100 * share['low']:.0f} to {100 * share['high']:.0f})"


def cell(result):
    lost = result["lost"]
    text = percent(result["share"])
    if lost and lost["low"] > 0:
        return f"**{text}**"
    return f"*{text}*" if lost and lost["high"] < 0 else text


def right(result):
    """How many of the accounts alerted on are groomers'."""
    alerted = result["groomersAlerted"] + result["innocentAlerted"]
    return f"{100 * result['groomersAlerted'] / alerted:.1f}" if alerted else "-"


def threshold(result):
    return "none" if result["threshold"] is None else f"{result['threshold']:.4g}"


def table(report, headers, row):
    names = [result["detector"] for result in report["scenarios"][0]["detectors"]]
    lines = ["| scenario | " + " | ".join(headers + names) + " |",
             "|---|" + "---|" * (len(headers) + len(names))]
    return lines + [f"| {s['name']} | " + " | ".join(row(s)) + " |" for s in report["scenarios"]]


def main():
    command = [TOCSIN, "stress", "--json"] + sys.argv[1:]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(done.returncode)
    report = json.loads(done.stdout)
    seeds = ", ".join(str(seed) for seed in report["seeds"])
    lines = [
        f"Seeds {seeds}; at most {report['budget']:g} {report['budgetUnit']}. Percent of meetings "
        "preceded, with 95 % intervals; **bold** where less than in the reference, *italic* where "
        "more, beyond the interval of the difference.", ""]
    lines += table(report, ["meetings"], lambda s: [str(s["detectors"][0]["meetings"])]
                   + [cell(result) for result in s["detectors"]])
    lines += ["", "The threshold that this price allows, and in brackets the percent of accounts "
              "alerted on that are groomers', in these enriched worlds:", ""]
    lines += table(report, ["groomers", "accounts"], lambda s: [
        f"{s['detectors'][0][key]:,}" for key in ("groomers", "accounts")]
        + [f"{threshold(result)} ({right(result)})" for result in s["detectors"]])
    with open(PAGE) as file:
        head, rest = file.read().split(BEGIN)
    tail = rest.split(END)[1]
    with open(PAGE, "w") as file:
        file.write(head + BEGIN + "\n" + "\n".join(lines) + "\n" + END + tail)


main()
