"""Reference values of GroupRatesTests and AgreementTests: scipy, scikit-learn and statsmodels.

Run: python3 Tests/ScoringTests/References/groups.py (numpy, scipy, scikit-learn, statsmodels)
"""

import numpy as np
from scipy import stats
from sklearn.metrics import cohen_kappa_score, jaccard_score
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

Z = stats.norm.ppf(0.975)

# False alarms: 12 of 40, 3 of 60.
a, n, b, m = 12, 40, 3, 60
print("gap", a / n - b / m, confint_proportions_2indep(a, n, b, m, method="newcomb", compare="diff"))
print("wilson", proportion_confint(a, n, method="wilson"), proportion_confint(b, m, method="wilson"))
log = np.log((a + 0.5) / (n + 0.5)) - np.log((b + 0.5) / (m + 0.5))
error = np.sqrt(1 / (a + 0.5) - 1 / (n + 0.5) + 1 / (b + 0.5) - 1 / (m + 0.5))
print("ratio", np.exp([log, log - Z * error, log + Z * error]))
# statsmodels has Walter's ratio with half a one added to counts and to totals under its name "log-adjusted".
print("statsmodels", confint_proportions_2indep(a, n, b, m, method="log-adjusted", compare="ratio"))
rng = np.random.default_rng(1)
p = (a + b) / (n + m)
draws = np.abs(rng.binomial(n, p, 10**6) / n - rng.binomial(m, p, 10**6) / m)
print("chance", draws.mean(), (draws >= a / n - b / m - 1e-12).mean())

# Two detectors: neither 50, the second alone 5, the first alone 10, both 15.
cells = [50, 5, 10, 15]
first = np.repeat([0, 0, 1, 1], cells)
second = np.repeat([0, 1, 0, 1], cells)
print("kappa", cohen_kappa_score(first, second), jaccard_score(first, second))
table = cohens_kappa(np.array([[50, 5], [10, 15]]))
print("kappa", table.kappa, table.kappa_low, table.kappa_upp)
