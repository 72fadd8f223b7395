"""Reference values of PairedSharesTests: written apart from Sources/Scoring, with numpy and scipy.

Run: python3 Tests/ScoringTests/References/paired_shares.py

Twelve groomers with 1 to 4 meetings; one detector notices some meetings in time, another others.
Prints the difference of the two shares with: the paired interval as ClusteredShare has it (Newcombe
1998, method 10, from Wilson's on the effective numbers), and percentile and BCa bootstraps over groomers
(100,000 draws), which know nothing of those formulas. Then the mean of values in clusters with
Student's interval, and its bootstrap; and scipy's quantiles of Student's distribution.
"""

import numpy as np
from scipy import stats

SIZES = np.array([1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4])
IN_USE = np.array([1, 2, 0, 1, 0, 2, 3, 0, 1, 0, 2, 0])
CANDIDATE = np.array([1, 2, 2, 2, 0, 2, 3, 4, 1, 1, 1, 0])
DAYS = np.array([0.0, 3.0, 8.5, -2.0, 0.0, 1.5, 6.0, 10.0, 0.5, 0.0, -4.0, 7.0])  # sums of clusters


def wilson(p, n, z=stats.norm.ppf(0.975)):
    interval = np.roots([1 + z * z / n, -(2 * p + z * z / n), p * p])  # (p - x)^2 = z^2 x (1 - x) / n
    return min(interval.real), max(interval.real)


def effective(y, sizes):
    n, groups = sizes.sum(), len(sizes)
    p = y.sum() / n
    ratio = groups / (groups - 1) * ((y - p * sizes) ** 2).sum() / n**2
    return max(1, n / max(1, ratio / (p * (1 - p) / (n - 1))))


def paired(a, b, sizes):
    pa, pb = a.sum() / sizes.sum(), b.sum() / sizes.sum()
    (la, ua), (lb, ub) = wilson(pa, effective(a, sizes)), wilson(pb, effective(b, sizes))
    ra, rb = a - pa * sizes, b - pb * sizes
    phi = (ra * rb).sum() / np.sqrt((ra**2).sum() * (rb**2).sum())
    d = pb - pa
    low = d - np.sqrt((pb - lb) ** 2 - 2 * phi * (pb - lb) * (ua - pa) + (ua - pa) ** 2)
    high = d + np.sqrt((ub - pb) ** 2 - 2 * phi * (ub - pb) * (pa - la) + (pa - la) ** 2)
    return d, low, high


def main():
    print("paired", *(f"{x:.12f}" for x in paired(IN_USE, CANDIDATE, SIZES)))
    rows = np.arange(len(SIZES))

    def ratio(rows):
        rows = rows.astype(int)
        return (CANDIDATE[rows] - IN_USE[rows]).sum(-1) / SIZES[rows].sum(-1)

    def mean(rows):
        rows = rows.astype(int)
        return DAYS[rows].sum(-1) / SIZES[rows].sum(-1)

    for method in ("percentile", "BCa"):
        for name, of in (("share", ratio), ("days", mean)):
            found = stats.bootstrap(
                (rows,), lambda x, axis=-1, of=of: of(np.moveaxis(x, axis, -1)), n_resamples=100_000, method=method,
                vectorized=True, random_state=np.random.default_rng(1)).confidence_interval
            print(method, name, f"{found.low:.3f} {found.high:.3f}")
    n, groups, m = SIZES.sum(), len(SIZES), DAYS.sum() / SIZES.sum()
    error = np.sqrt(groups / (groups - 1) * ((DAYS - m * SIZES) ** 2).sum()) / n
    print("days", *(f"{x:.12f}" for x in (m, *stats.t.interval(0.95, groups - 1, m, error))))
    print("t", *(f"{k}:{stats.t.ppf(0.975, k):.12f}" for k in (1, 2, 3, 6, 11, 30, 1000)))


main()
