"""Reference values of SobolIndicesTests and ElementaryEffectsTests: SALib on functions of known indices.

Run: python3 Tests/DesignsTests/References/sensitivity.py   (SALib 1.6.0, scipy 1.17)

Sobol indices: SALib's estimators on the points of Saltelli et al. 2010 made of scipy's unscrambled
Sobol sequence, for the functions of Ishigami (a = 7, b = 0.1) and Sobol (g, a = 0, 1, 4.5, 9, 99).
Elementary effects: ways drawn by SALib, in thirds, and its mu, mu* and sigma for Ishigami's function.
"""

import numpy as np
from SALib.analyze import morris as morris_analysis, sobol as sobol_analysis
from SALib.sample import morris as morris_sample
from SALib.test_functions import Ishigami, Sobol_G
from scipy.stats import qmc

G = np.array([0, 1, 4.5, 9, 99])


def ishigami(points):
    return Ishigami.evaluate((2 * points - 1) * np.pi)


def g(points):
    return Sobol_G.evaluate(points, a=G)


def saltelli(keys, rows):
    both = qmc.Sobol(2 * keys, scramble=False).random(rows)
    a, b = both[:, :keys], both[:, keys:]
    points = []
    for i in range(rows):
        points.append(a[i])
        for j in range(keys):
            mixed = a[i].copy()
            mixed[j] = b[i, j]
            points.append(mixed)
        points.append(b[i])
    return np.array(points)


def indices(name, function, keys, rows):
    problem = {"num_vars": keys, "names": [f"x{i}" for i in range(keys)], "bounds": [[0, 1]] * keys}
    outcomes = function(saltelli(keys, rows))
    found = sobol_analysis.analyze(problem, outcomes, calc_second_order=False, seed=1)
    print(name, rows, "first", [repr(float(x)) for x in found["S1"]])
    print(name, rows, "total", [repr(float(x)) for x in found["ST"]])
    print(name, rows, "half widths", found["S1_conf"].round(4), found["ST_conf"].round(4))


indices("ishigami", ishigami, 3, 256)
indices("g", g, 5, 1024)

problem = {"num_vars": 3, "names": ["x1", "x2", "x3"], "bounds": [[0, 1]] * 3}
points = morris_sample.sample(problem, 6, num_levels=4, seed=5)
found = morris_analysis.analyze(problem, points, ishigami(points), num_levels=4, seed=5)
print([[int(round(3 * x)) for x in point] for point in points])
for name in ["mu", "mu_star", "sigma"]:
    print(name, [repr(float(x)) for x in found[name]])
print("half width", found["mu_star_conf"])
