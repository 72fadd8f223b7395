"""Reference values of ReplicatesTests.swift and ReplicatedComparisonTests.swift.

Run: python3 Tests/ScoringTests/References/replicates.py (numpy and scipy)
"""

import numpy as np
from scipy import stats

print("Student's 0.975 quantiles")
for degrees in [1, 2, 3, 6, 11, 30, 1000]:
    print(degrees, f"{stats.t.ppf(0.975, degrees):.15g}")

print("two-sided p")
for t, degrees in [(0.5, 1), (-2.0, 2), (2.5, 3), (1.0, 4), (3.0, 7), (0.0, 5), (2.2, 30)]:
    print(t, degrees, f"{2 * stats.t.sf(abs(t), degrees):.15g}")

shares = np.array([0.40, 0.55, 0.35, 0.60, 0.45])
low, high = stats.t.interval(0.95, 4, shares.mean(), stats.sem(shares))
print("shares", f"{shares.mean():.15g} {shares.std(ddof=1):.15g} {low:.15g} {high:.15g}")

print("ranks of the median")
for n in [5, 6, 8, 9, 20, 100]:
    # The largest d with P(B <= d - 1) <= 0.025: the interval is [x_(d), x_(n+1-d)].
    d = sum(1 for k in range(n // 2) if stats.binom.cdf(k, n, 0.5) <= 0.025)
    print(n, None if d == 0 else (d - 1, n - d))

before = np.array([0.40, 0.55, 0.35, 0.60, 0.45])
after = np.array([0.50, 0.60, 0.45, 0.58, 0.55])
test = stats.ttest_rel(after, before)
interval = test.confidence_interval(0.95)
print("paired", f"{(after - before).mean():.15g} {interval.low:.15g} {interval.high:.15g} {test.pvalue:.15g}")
