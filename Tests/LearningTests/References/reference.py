"""Reference values for LearningTests, by scikit-learn 1.9.1 (numpy 2.4, scipy).

    pip install scikit-learn==1.9.1 && python3 reference.py > ../ReferenceValues.swift

Data are those of `Synthetic` in the tests: a linear congruential generator, so that both sides make
the same without a file.
"""
import warnings
import numpy as np
from scipy.stats import binomtest
from sklearn.calibration import _sigmoid_calibration, calibration_curve
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (average_precision_score, brier_score_loss, log_loss, roc_auc_score)

warnings.filterwarnings("ignore")


def synthetic(rows, width, seed):
    state = seed

    def draw():
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state >> 33) / 2**31

    values, labels, weights = [], [], []
    for _ in range(rows):
        row = [float(int(draw() * 20 * (1 + feature))) for feature in range(width)]
        lean = 0.15 * row[0] - 0.05 * row[1] + (1.0 if row[2] > 30 and row[0] > 8 else 0.0) - 1.8
        labels.append(draw() < 1 / (1 + np.exp(-lean)))
        weights.append(1.0 + int(draw() * 4))
        values.append(row)
    return np.array(values), np.array(labels, dtype=int), np.array(weights)


def show(name, numbers):
    numbers = [float(n) for n in np.ravel(numbers)]
    print(f"  static let {name}: [Double] = [")
    for start in range(0, len(numbers), 4):
        print("    " + ", ".join(repr(n) for n in numbers[start:start + 4]) + ",")
    print("  ]")


X, y, w = synthetic(600, 4, 7)
print("// Made by References/reference.py with scikit-learn 1.9.1.")
print("enum ReferenceValues {")

# Logistic regression on standardised logarithms, weighted.
L = np.log1p(X)
mean = np.average(L, axis=0, weights=w)
deviation = np.sqrt(np.average((L - mean) ** 2, axis=0, weights=w))
Z = (L - mean) / deviation
fit = LogisticRegression(C=1 / 3.0, solver="newton-cholesky", tol=1e-12, max_iter=1000)
fit.fit(Z, y, sample_weight=w)
show("logisticWeights", fit.coef_[0])
show("logisticIntercept", fit.intercept_)
show("means", mean)
show("deviations", deviation)

# Boosted trees: what they add up to for the first rows.
trees = HistGradientBoostingClassifier(
    max_iter=25, max_depth=3, max_leaf_nodes=None, learning_rate=0.1, min_samples_leaf=20,
    l2_regularization=1.0, early_stopping=False)
trees.fit(X, y, sample_weight=w)
show("boostedScores", trees.decision_function(X)[:24])

# Platt's line through scores.
scores = fit.decision_function(Z)
a, b = _sigmoid_calibration(scores, y, w)
show("platt", [-a, -b])

# Scores, with ties.
p = np.round(fit.predict_proba(Z)[:, 1], 2)
show("probabilities", p[:40])
show("scores", [
    roc_auc_score(y[:40], p[:40], sample_weight=w[:40]),
    average_precision_score(y[:40], p[:40], sample_weight=w[:40]),
    brier_score_loss(y[:40], p[:40], sample_weight=w[:40]),
    log_loss(y[:40], p[:40], sample_weight=w[:40])])

# Reliability in five bins of equal width; no probability lies on a limit.
q = p[:40] + 0.001
observed, predicted = calibration_curve(y[:40], q, n_bins=5)
show("observed", observed)
show("predicted", predicted)
show("wilson", [binomtest(k, n).proportion_ci(method="wilson")
                for k, n in [(0, 9), (3, 10), (7, 7)]])
print("}")
