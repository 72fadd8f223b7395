"""Reference values of PairedTestTests: made with statsmodels, scipy, and by writing out every way to turn persons round.

Run: python3 Tests/ScoringTests/References/paired_tests.py     (statsmodels 0.15.0, scipy 1.17.1)
"""

from itertools import product

from scipy.stats import binom
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests

for gained, lost in [(5, 0), (8, 3), (1, 1), (12, 4), (30, 14)]:
    p = mcnemar([[7, lost], [gained, 9]], exact=True).pvalue
    mid = p - binom.pmf(min(gained, lost), gained + lost, 0.5) * (0.5 if gained == lost else 1)
    print(f"({gained}, {lost}, {p:.15f}, {mid:.15f}),")
for differences in [[3, 2, -1, 1, 1], [4, 4, 4, -2, 1, 1], [2, -2, 1], [5, 1, 1, 1, -3, 2, 2]]:
    found = abs(sum(differences))
    sums = [abs(sum(s * abs(d) for s, d in zip(signs, differences))) for signs in product((1, -1), repeat=len(differences))]
    p = sum(s >= found for s in sums) / len(sums)
    print(f"({differences}, {p!r}, {p - sum(s == found for s in sums) / len(sums) / 2!r}),")
print(multipletests([0.01, 0.04, 0.03, 0.005, 0.5, 0.03], method="holm")[1].tolist())
