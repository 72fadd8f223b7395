"""Reference values of EarlyRiskTests: the formulas of the eRisk evaluations, written apart from Sources/Scoring.

Run: python3 Tests/ScoringTests/References/early_risk.py     (numpy 2.4.6)

Costs, latency, speed and F_latency as in the overviews of eRisk (CLEF 2018 to 2024) and in the script that
participants are judged by: k is the number of texts by the decision, medians are numpy's, with no true positive
F1 is 0 and latency and speed are no number. 12 users, of whom five are positive; k of those found.
"""

import numpy as np

USERS, POSITIVES, FALSE_ALARMS = 12, 5, 3
K = {0: 1, 1: 4, 6: 70, 8: 1000}
DAYS = {0: 9.0, 1: 30.0, 6: 0.0, 8: 31.5}  # since first contact; one alert came before, or had no contact
PERSON = {0: 0, 1: 1, 6: 6, 7: 6, 8: 8}  # 6 and 7 are accounts of one person


def lc(k, o):
    with np.errstate(over="ignore"):
        return 1.0 - 1.0 / (1.0 + np.exp(np.float64(k) - o))


def erde(delays, o):
    c_fp = POSITIVES / USERS
    costs = [lc(k, o) for k in delays.values()] + [1.0] * (POSITIVES - len(delays)) + [c_fp] * FALSE_ALARMS
    mean = np.sum(costs) / USERS
    groups = {}
    for account in PERSON:
        cost = lc(delays[account], o) if account in delays else 1.0
        groups.setdefault(PERSON[account], []).append(cost - mean)
    residuals = [sum(g) for g in groups.values()] + [c_fp - mean] * FALSE_ALARMS
    residuals += [-mean] * (USERS - POSITIVES - FALSE_ALARMS)
    units = len(residuals)
    error = np.sqrt(units / (units - 1) * np.sum(np.square(residuals))) / USERS
    return mean, 1.959963984540054 * error


def penalty(k, p=0.0078):
    return -1.0 + 2.0 / (1.0 + np.exp(-p * (np.asarray(k, float) - 1)))


precision, recall = len(K) / (len(K) + FALSE_ALARMS), len(K) / POSITIVES
f1 = 2 * precision * recall / (precision + recall)
speed = 1 - np.median(penalty(list(K.values())))
for name, (value, reach) in {"erde-5": erde(K, 5), "erde-50": erde(K, 50), "erde-7d": erde(DAYS, 7),
                             "erde-30d": erde(DAYS, 30)}.items():
    print(f"{name} {value:.12f} reach {reach:.12f}")
print(f"latency {np.median(list(K.values()))} speed {speed:.12f} f1 {f1:.12f} f-latency {f1 * speed:.12f}")
print(f"penalty at k* = 1 + ln 3 / 0.0078 = {1 + np.log(3) / 0.0078:.3f}: {penalty(1 + np.log(3) / 0.0078):.12f}")
