"""The yardstick of `tocsin-benchmarks survival`: the same cases through lifelines.

Run: python3 Benchmarks/Peers/scoring_survival.py [resamples]     (pip install lifelines)

A curve by Kaplan and Meier with its intervals, and curves of resamples, each fitted afresh, as is usual. All resamples
of 1,000 are timed unless a smaller number is given, which is then scaled up and said so.
"""

import sys
import time

import lifelines
import numpy as np
from lifelines import KaplanMeierFitter

CASES, RESAMPLES = 10_000, 1_000


def sample():
    state, uniforms = 1, np.empty(2 * CASES)
    for i in range(2 * CASES):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        uniforms[i] = (state >> 11) * 2.0**-53
    event, end = -30 * np.log(1 - uniforms[::2]), -60 * np.log(1 - uniforms[1::2])
    return np.minimum(event, end), (event <= end).astype(int)


def main():
    resamples = int(sys.argv[1]) if len(sys.argv) > 1 else RESAMPLES
    days, alerted = sample()
    one = min(timed(lambda: KaplanMeierFitter().fit(days, alerted)) for _ in range(5))
    draws = np.random.default_rng(1)

    def bootstrap():
        for _ in range(resamples):
            rows = draws.integers(0, CASES, CASES)
            KaplanMeierFitter().fit(days[rows], alerted[rows])

    total = timed(bootstrap) / resamples * RESAMPLES
    scaled = "" if resamples == RESAMPLES else f", from {resamples}"
    print(f"lifelines {lifelines.__version__}: one curve {one * 1e3:.1f} ms, "
          f"{RESAMPLES} resamples {total * 1e3:.0f} ms{scaled}")


def timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


main()
