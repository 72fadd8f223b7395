#!/usr/bin/env python3
"""Asks every question in Documentation/Queries.md of the quickstart again, and puts its real answer
below it. TOCSIN names another program than the one that 'make' builds, FILE a results file that is
there already."""

import os
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "Documentation/Queries.md"
TOCSIN = os.environ.get("TOCSIN", ROOT / ".build/release/tocsin")
QUESTION = re.compile(r"```sql\n(.*?)```\n\n```\n.*?```\n", re.DOTALL)


def main():
    with tempfile.TemporaryDirectory() as folder:
        file = os.environ.get("FILE")
        if not file:
            file = pathlib.Path(folder) / "quickstart.sqlite"
            scenario = ROOT / "Scenarios/quickstart.yaml"
            subprocess.run(
                [TOCSIN, "run", scenario, "-q", "-o", file], check=True, stdout=subprocess.PIPE)
        PAGE.write_text(QUESTION.sub(lambda found: renewed(found[1], file), PAGE.read_text()))
    subprocess.run(["git", "diff", "--stat", PAGE], check=True, cwd=ROOT)


def renewed(question, file):
    answer = subprocess.run(
        [TOCSIN, "query", file, question], check=True, stdout=subprocess.PIPE, text=True)
    return f"```sql\n{question}```\n\n```\n{answer.stdout}```\n"


main()
