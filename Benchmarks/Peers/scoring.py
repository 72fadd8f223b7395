#!/usr/bin/env python3
"""What numpy and scikit-learn take for the statistics that `tocsin-benchmarks scoring` measures.

Run: python3 Benchmarks/Peers/scoring.py (numpy, scikit-learn; says so and stops without them)
"""

import sys
import time

try:
    import numpy as np
    from sklearn import metrics
except ImportError as missing:
    print(f"{missing.name} is missing: numpy and scikit-learn, a yardstick, are left out.", file=sys.stderr)
    print("To have them: python3 -m pip install numpy scikit-learn", file=sys.stderr)
    sys.exit(0)


def sample(count):
    """Scores uniform from 0 to 1, those of the one in ten with the label 0.3 higher."""
    rng = np.random.default_rng(1)
    labels = rng.integers(10, size=count) == 0
    return rng.random(count) + 0.3 * labels, labels


def fastest(work, repeats=5):
    work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def curves(scores, labels):
    metrics.roc_curve(labels, scores)
    metrics.precision_recall_curve(labels, scores)
    metrics.roc_auc_score(labels, scores)
    metrics.average_precision_score(labels, scores)


def bootstrap_areas(scores, labels, draws=1000):
    """Ranks once and draws whole weights, as fast as numpy allows; no ties."""
    rng = np.random.default_rng(1)
    ordered = labels[np.argsort(scores)]
    areas = np.empty(draws)
    for draw in range(draws):
        weights = np.bincount(rng.integers(len(ordered), size=len(ordered)), minlength=len(ordered))
        positive = np.where(ordered, weights, 0)
        negative = weights - positive
        below = np.cumsum(negative) - negative / 2
        areas[draw] = positive @ below / (positive.sum() * negative.sum())
    return areas


def sklearn_bootstrap(scores, labels, draws=1000):
    rng = np.random.default_rng(1)
    for _ in range(draws):
        rows = rng.integers(len(scores), size=len(scores))
        metrics.roc_auc_score(labels[rows], scores[rows])


million, ten_thousand = sample(1_000_000), sample(10_000)
print("| statistic | with | milliseconds |\n|---|---|--:|")
print("| ROC, precision-recall and their areas, 1,000,000 scores | scikit-learn |"
      f" {fastest(lambda: curves(*million), 3):.0f} |")
print(f"| 1,000 bootstraps of the area, 10,000 scores | numpy | {fastest(lambda: bootstrap_areas(*ten_thousand), 3):.0f} |")
print(f"| the same | scikit-learn | {fastest(lambda: sklearn_bootstrap(*ten_thousand), 1):.0f} |")
