"""How far the standard errors of `tocsin validate` are from the spread over seeds (1 is the aim).

Run: python3 Documentation/Experiments/validation_errors.py   (`make build` first; a minute)

Builds the world of Nottinghamshire at 4,000 accounts with 60 seeds. For each figure: its mean, its
standard deviation over seeds, the root mean square of the stated standard errors, and their ratio,
which is known to about 9 %. A figure that is a largest gap, or known from one school alone, has no
ratio to speak of.

It decided that accounts of one school year, workplace or household are taken together. With
accounts as independent, and friendships that share an account as dependent, the ratio was 0.31 for
V1, 0.37 and 0.30 for V3, 0.63 for V6, 0.60 and 0.68 for V8, 0.98 and 1.00 for V9, 0.55 for V10.
Since then, with the world as it was at the commit of this file:

V1  mean number of friends          29.1473   2.0150   1.8402  0.91
V2  median over mean friends         0.5375   0.0273   0.0210  0.77
V2  90th percentile over median      4.7641   0.3086   0.2988  0.97
V3  clustering at median degree      0.1820   0.0104   0.0069  0.66
V3  clustering, 4x / 1x median       1.3990   0.1412   0.0959  0.68
V4  degree assortativity             0.1676   0.0238   0.0265  1.12
V5  in the largest component         0.9999   0.0003   0.0003  0.82
V6  below friends' median degree     0.8110   0.0106   0.0090  0.85
V7  adults' gender assortativity    -0.0059   0.0041   0.0047  1.16
V8  children's ties: same school     0.8262   0.0381   0.0637  1.67
V8  children's ties: year +-1        0.6238   0.0287   0.0302  1.05
V9  adults' ties within 5 miles      0.0769   0.0112   0.0156  1.39
V9  adults' ties within 25 miles     0.2380   0.0178   0.0363  2.03
V10 ties with a friend in common     0.9813   0.0022   0.0023  1.09
V13 largest age-band gap, points     1.0544   0.3619   0.5986  1.65
V13 people under 18                  0.2148   0.0060   0.0066  1.10
V14 accounts 8-17 claiming 18+       0.3117   0.0188   0.0210  1.11
V14 accounts 8-12 claiming 18+       0.2337   0.0278   0.0279  1.00
V14 accounts 8-15 claiming 16+       0.4607   0.0233   0.0253  1.09
V21 people in a household            2.3784   0.0236   0.0241  1.02
V21 families with one child          0.4491   0.0195   0.0196  1.00
V21 families with two children       0.4092   0.0176   0.0193  1.10
V21 families with three or more      0.1417   0.0130   0.0137  1.05

V3 is still understated, as clustering depends on the whole graph; V8 and V9 are overstated, as the
ties within one school or workplace are alike by construction and not by chance.
"""

import json
import pathlib
import statistics
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEEDS = range(1, 61)
COMMAND = [
    ROOT / ".build/release/tocsin", "validate", ROOT / "Scenarios/nottinghamshire-2017.yaml",
    "--set", "population.accounts=4000", "--json", "--quiet",
]


def main():
    findings = {}
    for seed in SEEDS:
        run = subprocess.run(COMMAND + ["--seed", str(seed)], capture_output=True, text=True)
        for row in json.loads(run.stdout)["rows"]:
            for figure in row["figures"]:
                pair = (figure["value"], figure["standardError"])
                findings.setdefault((row["id"], figure["label"]), []).append(pair)
    for (row, label), pairs in findings.items():
        values = [value for value, _ in pairs if value is not None]
        errors = [error for _, error in pairs if error is not None]
        if len(values) < 2 or not errors:
            continue
        spread = statistics.stdev(values)
        stated = statistics.fmean(error * error for error in errors) ** 0.5
        print(
            f"{row:4}{label:30}{statistics.fmean(values):9.4f}{spread:9.4f}{stated:9.4f}"
            f"{stated / spread if spread else float('nan'):6.2f}")


main()
