"""Reference values of the tests of survival: made with lifelines, numpy and scipy.

Run: python3 Tests/ScoringTests/References/survival.py     (lifelines 0.30.3, numpy 2.4.6, scipy 1.17.1)

Twenty-four cases with ties among events, and of events with ends of observation. Outcome 0: observation
ended; 1: alert; 2: meeting; 3: broken off. AalenJohansenFitter moves tied events apart at random (with warnings);
its curve behind a group of ties does not hang on how. Variances between rows and clusters come from numerical
derivatives by the weight of a row of the product-limit formula in fractions, and from 20,000 resamples of clusters.
"""

from fractions import Fraction

import numpy as np
from lifelines import AalenJohansenFitter, KaplanMeierFitter
from lifelines.utils import median_survival_times

DAYS = np.array([0, 0, 1, 2, 2, 2, 3, 4, 4, 5, 5.5, 6, 7, 7, 8, 9, 9, 10, 12, 12, 13, 15, 20, 21.0])
OUTCOME = np.array([1, 1, 2, 1, 1, 0, 3, 1, 0, 1, 2, 1, 0, 1, 3, 1, 1, 2, 0, 1, 0, 1, 0, 0])
CLUSTER = np.array([0, 0, 1, 2, 2, 3, 3, 0, 4, 4, 5, 5, 6, 6, 6, 7, 7, 1, 2, 7, 8, 8, 9, 9])
AT = (0, 2, 5, 9, 15)


def curve(days, outcome, cause, weights=None):
    """F of a cause and S at all distinct times, by the formula."""
    weights = [Fraction(1)] * len(days) if weights is None else weights
    left, total, found = Fraction(1), Fraction(0), []
    for t in sorted(set(days)):
        n = sum(w for d, w in zip(days, weights) if d >= t)
        any_ = sum(w for d, o, w in zip(days, outcome, weights) if d == t and o)
        own = sum(w for d, o, w in zip(days, outcome, weights) if d == t and o == cause)
        total += left * own / n
        left *= 1 - any_ / n
        found.append((t, total, left))
    return found


def at(found, t):
    return [x for x in found if x[0] <= t][-1]


def area(found, tau):
    times = [x[0] for x in found if x[0] < tau] + [tau]
    left = [x[2] for x in found if x[0] < tau]
    return times[0] + sum(float(s) * (b - a) for s, a, b in zip(left, times, times[1:]))


def derivatives(value):
    """By the weight of each row, centrally."""
    h, found = Fraction(1, 10**6), []
    for row in range(len(DAYS)):
        up, down = [Fraction(1)] * len(DAYS), [Fraction(1)] * len(DAYS)
        up[row] += h
        down[row] -= h
        found.append((float(value(up)) - float(value(down))) / float(2 * h))
    return np.array(found)


def between(influence):
    sums = np.array([influence[CLUSTER == g].sum() for g in sorted(set(CLUSTER))])
    return (influence**2).sum(), len(sums) / (len(sums) - 1) * (sums**2).sum()


def main():
    alert = (OUTCOME == 1).astype(int)
    km = KaplanMeierFitter().fit(DAYS, alert)
    table, limits = km.event_table, km.confidence_interval_
    ratio = (table.observed / (table.at_risk * (table.at_risk - table.observed))).cumsum()
    print("Kaplan-Meier: days, at risk, events, S, standard error, low, high")
    for t in table.index[table.observed > 0]:
        s = km.survival_function_.loc[t].iloc[0]
        print(f"({t}, {int(table.at_risk[t])}, {int(table.observed[t])}, {s:.12f}, {s * np.sqrt(ratio[t]):.12f}, "
              f"{limits.loc[t].iloc[0]:.12f}, {limits.loc[t].iloc[1]:.12f}),")
    print("median", km.median_survival_time_, median_survival_times(limits).values)

    for cause in (1, 2, 3):
        print("cause", cause, *(f"{float(at(curve(DAYS, OUTCOME, cause), t)[1]):.12f}" for t in AT))
        fits = []
        for seed in range(20):
            aj = AalenJohansenFitter(calculate_variance=False, seed=seed)
            with np.errstate(all="ignore"):
                aj.fit(DAYS + 1.0, OUTCOME, event_of_interest=cause)
            values = aj.cumulative_density_.iloc[:, 0]
            fits.append([values[values.index <= t + 1.001].iloc[-1] for t in AT])
        assert np.ptp(fits, axis=0).max() < 1e-12
        print("   lifelines, 20 ways to move ties apart:", *(f"{x:.12f}" for x in fits[0]))
    print("free of ties, lifelines:", end=" ")
    aj = AalenJohansenFitter(calculate_variance=False, seed=1).fit(np.arange(1.0, 25), OUTCOME, event_of_interest=1)
    print(*(f"{aj.cumulative_density_.iloc[:, 0][float(t)]:.12f}" for t in (1, 6, 12, 18, 24)))

    for cause in (1, 2):
        for t in (2, 9):
            influence = derivatives(lambda w: at(curve(DAYS, OUTCOME, cause, w), t)[1])
            print("variance of cause", cause, "at", t, *(f"{v:.9f}" for v in between(influence)))
    influence = derivatives(lambda w: at(curve(DAYS, alert, 1, w), 9)[1])
    print("variance of 1 - S at 9", *(f"{v:.9f}" for v in between(influence)))
    for tau in (6, 14):
        influence = derivatives(lambda w: area(curve(DAYS, alert, 1, w), tau))
        print("restricted mean to", tau, f"{area(curve(DAYS, alert, 1), tau):.12f}",
              *(f"{v:.9f}" for v in between(influence)))

    draws = np.random.default_rng(1).integers(0, 10, (20_000, 10))
    found = []
    for draw in draws:
        times = np.bincount(draw, minlength=10)[CLUSTER].astype(float)
        left, total = 1.0, 0.0
        for t in sorted(set(DAYS[DAYS <= 9])):
            n = times[DAYS >= t].sum()
            if n == 0:
                continue
            total += left * times[(DAYS == t) & (OUTCOME == 1)].sum() / n
            left *= 1 - times[(DAYS == t) & (OUTCOME > 0)].sum() / n
        found.append(total)
    print("bootstrap over clusters, variance of cause 1 at 9", f"{np.var(found):.6f}")


main()
