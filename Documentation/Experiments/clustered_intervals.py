"""How often Tocsin's intervals for clustered cases hold the true value (95 % is the aim).

Run: python3 Documentation/Experiments/clustered_intervals.py   (numpy; about half a minute)

G groomers meet 1 + Poisson(1.5) children each. A groomer is noticed with chance p (drawn once, with
probability `together`, for all of the groomer's cases; otherwise case by case). Leads are lognormal,
shared in part within a groomer; misses are minus infinity. Compared: Wilson on all cases as if they
were independent, Wilson on the effective number of cases (what Sources/Scoring does), and the
percentile bootstrap over groomers.
"""

import numpy as np

Z = 1.959963984540054
RUNS, BOOTSTRAPS = 1_000, 400


def wilson(p, n):
    centre, reach, scale = p + Z * Z / 2 / n, Z * np.sqrt(p * (1 - p) / n + Z * Z / 4 / n / n), 1 + Z * Z / n
    return (centre - reach) / scale, (centre + reach) / scale


def effective(hits, groups, count):
    n, y = len(hits), np.bincount(groups, hits, count)
    sizes, p = np.bincount(groups, minlength=count), hits.mean()
    if p in (0, 1) or count < 2:
        return count
    v = count / (count - 1) * np.sum((y - p * sizes) ** 2) / n**2
    return max(1, n / max(1, v * (n - 1) / (p * (1 - p))))


def quantile(values, p):
    return np.sort(values)[min(max(int(np.ceil(p * len(values))), 1), len(values)) - 1]


def world(random, groomers, p, together):
    sizes = 1 + random.poisson(1.5, groomers)
    groups = np.repeat(np.arange(groomers), sizes)
    shared = (random.random(groomers) < p)[groups]
    noticed = np.where(random.random(len(groups)) < together, shared, random.random(len(groups)) < p)
    lead = np.exp(2.5 + 0.7 * random.normal(size=groomers)[groups] + 0.7 * random.normal(size=len(groups)))
    return groups, noticed, np.where(noticed, lead, -np.inf)


print("groomers p together | share: plain effective bootstrap | median: effective bootstrap")
for groomers in (10, 25, 80):
    for p in (0.5, 0.75, 0.95):
        for together in (0.0, 0.9):
            random = np.random.default_rng(1)
            # Size-independent chances, so the true share is p; the true median from one huge world.
            truth = quantile(world(random, 200_000, p, together)[2], 0.5)
            held = np.zeros(5)
            for _ in range(RUNS):
                groups, noticed, lead = world(random, groomers, p, together)
                share, n = noticed.mean(), effective(noticed, groups, groomers)
                median = quantile(lead, 0.5)
                ranks = wilson(0.5, effective(lead <= median, groups, groomers))
                sizes, hits = np.bincount(groups), np.bincount(groups, noticed, groomers)
                order = np.argsort(groups, kind="stable")
                starts = np.concatenate([[0], np.cumsum(sizes)])
                picks = random.integers(groomers, size=(BOOTSTRAPS, groomers))
                shares = hits[picks].sum(1) / sizes[picks].sum(1)
                medians = [
                    quantile(np.concatenate([lead[starts[g]:starts[g + 1]] for g in pick]), 0.5)
                    for pick in picks[:200]
                ] if p in (0.75,) and groomers <= 25 else None
                intervals = [
                    (wilson(share, len(noticed)), p), (wilson(share, n), p),
                    (np.quantile(shares, [0.025, 0.975]), p),
                    ((quantile(lead, ranks[0]), quantile(lead, ranks[1])), truth),
                    ((np.quantile(medians, 0.025, method="lower"),
                      np.quantile(medians, 0.975, method="higher")) if medians else (np.nan, np.nan), truth),
                ]
                held += [low <= value <= high for (low, high), value in intervals]
            held /= RUNS
            text = " ".join(f"{h:.3f}" for h in held[:3]) + f" | {held[3]:.3f} " + (
                f"{held[4]:.3f}" if p == 0.75 and groomers <= 25 else "-")
            print(f"{groomers:4d} {p:.2f} {together:.1f} | {text}", flush=True)
