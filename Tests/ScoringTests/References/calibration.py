"""Reference values of CalibrationTests and ClusteredAreaTests: scikit-learn, and Obuchowski's variance by
its definition.

Run: python3 Tests/ScoringTests/References/calibration.py (numpy, scikit-learn)
"""

import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import brier_score_loss


def congruence(state):
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield state >> 33


def claims(count, grid, seed):
    """Probabilities on a grid, and outcomes that are true somewhat less often."""
    numbers, said, true = congruence(seed), [], []
    for _ in range(count):
        p = next(numbers) % (grid + 1) / grid
        said.append(p)
        true.append(next(numbers) % 1000 < 1000 * p * p)
    return np.array(said), np.array(true)


def decomposition(said, true):
    fitted = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(said, true)
    corrected = np.mean((fitted.predict(said) - true) ** 2)
    score = brier_score_loss(true, said, labels=[False, True])
    uncertainty = np.mean((true.mean() - true) ** 2)
    return fitted, [score, score - corrected, uncertainty - corrected, uncertainty]


def obuchowski(scores, labels, persons):
    """Nobody has scores of both groups, so the covariance is 0."""
    pos, neg = scores[labels], scores[~labels]
    psi = (pos[:, None] > neg[None, :]) + 0.5 * (pos[:, None] == neg[None, :])
    area = psi.mean()
    variance = 0
    for placements, who in [(psi.mean(1), persons[labels]), (psi.mean(0), persons[~labels])]:
        sums = [np.sum(placements[who == person] - area) for person in np.unique(who)]
        variance += len(sums) / (len(sums) - 1) * np.sum(np.square(sums)) / len(placements) ** 2
    return area, np.sqrt(variance)


def main():
    for case in [(40, 10, 1), (300, 1000, 2), (300, 4, 3)]:
        said, true = claims(*case)
        fitted, parts = decomposition(said, true)
        print(case, true.sum(), [float(f"{x:.15g}") for x in parts],
              [float(f"{x:.15g}") for x in fitted.predict([0, 0.17, 0.5, 0.83, 1])])
    numbers = congruence(7)
    scores = np.array([next(numbers) % 12 for _ in range(90)], float)
    labels = np.arange(90) < 30
    scores[labels] += 3
    # Persons of three accounts among the positives, of two among the negatives; 9 without a score.
    persons = np.where(labels, np.arange(90) // 3, 1000 + np.arange(90) // 2)
    scores[np.arange(90) % 10 == 9] = -1
    print("clustered", *(f"{x:.15g}" for x in obuchowski(scores, labels, persons)))
    print("each alone", *(f"{x:.15g}" for x in obuchowski(scores, labels, np.arange(90))))


main()
