"""How often the intervals of `tocsin stress` hold the true value (95 % is the aim).

Run: python3 Documentation/Experiments/stress_intervals.py   (numpy; half a minute)

W worlds of G groomers each, who meet 1 + Poisson(1) children. A groomer is noticed with a chance
that differs from world to world (normal on the logit scale, deviation `spread`); with probability
0.8 all the groomer's cases go together. A second scenario on the same worlds notices the same
groomers less often; `paired` of the luck of groomers and worlds is shared by both.

share, groomers: Wilson on the effective number of cases, clusters being groomers of one world.
share, both: the same, clusters being groomers or worlds, whichever makes fewer of the cases (worlds
only where shares differ at all). What Sources/Scoring/PricedAlerts.swift does.
loss, t: Student's t on the differences of worlds. loss, MOVER: from both intervals and the
correlation between groomers' residuals (Newcombe 1998, method 10, without its correction).

Seen with numpy 2.4.6 (share of 2,000 suites whose interval held the true value; mean width):

worlds groomers shares spread paired | share: groomers, both | loss: t, MOVER | width of loss: t, MOVER
3  15 0.70 0.40 0.0 0.0 | 0.935 0.953 | 0.942 0.960 | 0.78 0.44
3  15 0.70 0.40 0.0 0.8 | 0.949 0.962 | 0.960 0.956 | 0.69 0.38
3  15 0.70 0.40 0.3 0.0 | 0.911 0.943 | 0.947 0.949 | 0.89 0.46
3  15 0.70 0.40 0.3 0.8 | 0.919 0.944 | 0.950 0.957 | 0.73 0.40
3  15 0.90 0.05 0.0 0.0 | 0.915 0.938 | 0.940 0.948 | 0.44 0.26
3  15 0.90 0.05 0.0 0.8 | 0.916 0.934 | 0.944 0.944 | 0.43 0.26
3  15 0.90 0.05 0.3 0.0 | 0.904 0.929 | 0.943 0.945 | 0.46 0.27
3  15 0.90 0.05 0.3 0.8 | 0.901 0.928 | 0.945 0.946 | 0.45 0.26
3  60 0.70 0.40 0.0 0.0 | 0.949 0.966 | 0.944 0.966 | 0.40 0.23
3  60 0.70 0.40 0.0 0.8 | 0.953 0.962 | 0.945 0.973 | 0.35 0.20
3  60 0.70 0.40 0.3 0.0 | 0.835 0.904 | 0.947 0.915 | 0.57 0.29
3  60 0.70 0.40 0.3 0.8 | 0.837 0.909 | 0.956 0.949 | 0.42 0.25
3  60 0.90 0.05 0.0 0.0 | 0.946 0.959 | 0.949 0.966 | 0.22 0.13
3  60 0.90 0.05 0.0 0.8 | 0.943 0.959 | 0.946 0.959 | 0.22 0.13
3  60 0.90 0.05 0.3 0.0 | 0.889 0.931 | 0.946 0.946 | 0.26 0.15
3  60 0.90 0.05 0.3 0.8 | 0.880 0.924 | 0.935 0.947 | 0.24 0.14
5  15 0.70 0.40 0.0 0.0 | 0.956 0.967 | 0.948 0.960 | 0.42 0.34
5  15 0.70 0.40 0.0 0.8 | 0.950 0.961 | 0.946 0.964 | 0.36 0.30
5  15 0.70 0.40 0.3 0.0 | 0.924 0.946 | 0.951 0.954 | 0.47 0.36
5  15 0.70 0.40 0.3 0.8 | 0.926 0.955 | 0.948 0.960 | 0.38 0.31
5  15 0.90 0.05 0.0 0.0 | 0.944 0.956 | 0.938 0.949 | 0.23 0.20
5  15 0.90 0.05 0.0 0.8 | 0.932 0.952 | 0.938 0.941 | 0.23 0.19
5  15 0.90 0.05 0.3 0.0 | 0.928 0.950 | 0.944 0.952 | 0.25 0.20
5  15 0.90 0.05 0.3 0.8 | 0.918 0.939 | 0.938 0.944 | 0.24 0.20
5  60 0.70 0.40 0.0 0.0 | 0.954 0.968 | 0.946 0.967 | 0.21 0.18
5  60 0.70 0.40 0.0 0.8 | 0.948 0.964 | 0.945 0.963 | 0.18 0.15
5  60 0.70 0.40 0.3 0.0 | 0.834 0.913 | 0.949 0.934 | 0.30 0.23
5  60 0.70 0.40 0.3 0.8 | 0.829 0.920 | 0.950 0.954 | 0.22 0.19
5  60 0.90 0.05 0.0 0.0 | 0.944 0.960 | 0.948 0.961 | 0.12 0.10
5  60 0.90 0.05 0.0 0.8 | 0.958 0.971 | 0.959 0.970 | 0.12 0.10
5  60 0.90 0.05 0.3 0.0 | 0.903 0.938 | 0.945 0.946 | 0.14 0.11
5  60 0.90 0.05 0.3 0.8 | 0.901 0.941 | 0.958 0.967 | 0.13 0.11

Decided: both clusterings, and MOVER. With worlds that differ, groomers alone promise too much (down
to 0.83); Student's t on three worlds keeps its promise with intervals up to twice as wide.
"""

import numpy as np

Z = 1.959963984540054
T = {2: 12.706, 3: 4.303, 5: 2.776}
RUNS = 2_000


def wilson(p, n):
    centre, reach, scale = p + Z * Z / 2 / n, Z * np.sqrt(p * (1 - p) / n + Z * Z / 4 / n / n), 1 + Z * Z / n
    return (0 if p == 0 else (centre - reach) / scale), (1 if p == 1 else (centre + reach) / scale)


def effective(y, sizes):
    n, count, p = sizes.sum(), len(sizes), y.sum() / sizes.sum()
    if p in (0, 1) or count < 2:
        return count
    v = count / (count - 1) * np.sum((y - p * sizes) ** 2) / n**2
    return max(1, n / max(1, v * (n - 1) / (p * (1 - p))))


def logistic(x):
    return 1 / (1 + np.exp(-x))


def suite(random, worlds, groomers, shares, spread, paired):
    """Cases of each groomer and how many were noticed, in two scenarios."""
    sizes = 1 + random.poisson(1, (worlds, groomers))
    common_world = random.normal(size=(worlds, 1))
    common_luck = random.random((worlds, groomers))
    noticed = []
    for share in shares:
        own = random.normal(size=(worlds, 1))
        world = np.where(random.random() < paired, common_world, own)
        chance = logistic(np.log(share / (1 - share)) + spread * world)
        luck = np.where(random.random((worlds, groomers)) < paired, common_luck, random.random((worlds, groomers)))
        together = random.random((worlds, groomers)) < 0.8
        alone = random.binomial(sizes, np.broadcast_to(chance, sizes.shape))
        noticed.append(np.where(together, np.where(luck < chance, sizes, 0), alone))
    return sizes, noticed


def intervals(sizes, y):
    p = y.sum() / sizes.sum()
    by_groomer = effective(y.ravel(), sizes.ravel())
    by_world = effective(y.sum(1), sizes.sum(1)) if 0 < p < 1 and len(y) > 1 else np.inf
    return p, wilson(p, by_groomer), wilson(p, min(by_groomer, by_world))


def mover(reference, here, sizes, noticed):
    (p, _, a), (q, _, b) = reference, here
    u, v = noticed[0] - p * sizes, noticed[1] - q * sizes
    scale = np.sqrt((u**2).sum() * (v**2).sum())
    phi = (u * v).sum() / scale if scale > 0 else 0
    def reach(s, t):
        return np.sqrt(max(0, s * s - 2 * phi * s * t + t * t))
    return p - q - reach(p - a[0], b[1] - q), p - q + reach(a[1] - p, q - b[0])


print("worlds groomers shares spread paired | share: groomers, both | loss: t, MOVER | width of loss: t, MOVER")
for worlds in (3, 5):
    for groomers in (15, 60):
        for shares in ((0.7, 0.4), (0.9, 0.05)):
            for spread, paired in ((0, 0), (0, 0.8), (0.3, 0), (0.3, 0.8)):
                random = np.random.default_rng(1)
                x = random.normal(size=400_000)
                truth = [logistic(np.log(s / (1 - s)) + spread * x).mean() for s in shares]
                held, width = np.zeros(4), np.zeros(2)
                for _ in range(RUNS):
                    sizes, noticed = suite(random, worlds, groomers, shares, spread, paired)
                    reference, here = (intervals(sizes, y) for y in noticed)
                    d = (noticed[0].sum(1) - noticed[1].sum(1)) / sizes.sum(1)
                    t = T[worlds] * d.std(ddof=1) / np.sqrt(worlds)
                    found = [
                        (*reference[1], truth[0]), (*reference[2], truth[0]),
                        (d.mean() - t, d.mean() + t, truth[0] - truth[1]),
                        (*mover(reference, here, sizes, noticed), truth[0] - truth[1]),
                    ]
                    held += [low <= value <= high for low, high, value in found]
                    width += [high - low for low, high, _ in found[2:]]
                held, width = held / RUNS, width / RUNS
                print(f"{worlds} {groomers:3d} {shares[0]:.2f} {shares[1]:.2f} {spread:.1f} {paired:.1f} | "
                      f"{held[0]:.3f} {held[1]:.3f} | {held[2]:.3f} {held[3]:.3f} | "
                      f"{width[0]:.2f} {width[1]:.2f}", flush=True)
