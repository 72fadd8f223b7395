"""Reference values of RankedScoresTests: scikit-learn, and DeLong by definition.

Run: python3 Tests/ScoringTests/References/ranking.py (numpy, scikit-learn)

Scores are made by a linear congruence that the tests repeat, rounded to a grid so that many are tied.
"""

import numpy as np
from sklearn import metrics


def sample(count, grid, share, seed):
    """Scores i and labels: the same integers as `Congruence` in the tests."""
    state, scores, labels = seed, [], []
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        label = (state >> 33) % 100 < share
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        draw = (state >> 33) % grid
        scores.append(draw - grid / 2 + (grid / 4 if label else 0))
        labels.append(label)
    return np.array(scores), np.array(labels)


def delong(scores, labels):
    """Structural components by their definition, every pair by itself."""
    pos, neg = scores[labels], scores[~labels]
    psi = (pos[:, None] > neg[None, :]) + 0.5 * (pos[:, None] == neg[None, :])
    return np.sqrt(psi.mean(1).var(ddof=1) / len(pos) + psi.mean(0).var(ddof=1) / len(neg))


def main():
    for case in [(150, 20, 30, 1), (150, 3, 50, 2), (150, 1000000, 5, 3), (5000, 40, 10, 4), (70000, 2**31, 20, 5)]:
        scores, labels = sample(*case)
        line = [metrics.roc_auc_score(labels, scores), metrics.average_precision_score(labels, scores)]
        if len(scores) <= 5000:
            line.append(delong(scores, labels))
        print(case, labels.sum(), *(f"{x:.15g}" for x in line))
    scores, labels = sample(150, 20, 30, 1)
    fpr, tpr, thresholds = metrics.roc_curve(labels, scores, drop_intermediate=False)
    print("fpr", [float(f"{x:.15g}") for x in fpr])
    print("tpr", [float(f"{x:.15g}") for x in tpr])
    print("thresholds", thresholds.tolist())
    precision, recall, thresholds = metrics.precision_recall_curve(labels, scores)
    print("precision", [float(f"{x:.15g}") for x in precision])
    # Accounts without a score, as the lowest score of all.
    padded = np.append(scores, [-1e9] * 50), np.append(labels, [True] * 10 + [False] * 40)
    print("unscored", metrics.roc_auc_score(padded[1], padded[0]), metrics.average_precision_score(padded[1], padded[0]),
          delong(*padded))


main()
