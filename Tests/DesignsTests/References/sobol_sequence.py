"""Reference values of SobolSequenceTests: scipy's Sobol sequence, without scrambling.

Run: python3 Tests/DesignsTests/References/sobol_sequence.py

Prints some points in all 128 dimensions as multiples of 2^-30 (scipy has 30 bits): for each, the
coordinates of chosen dimensions, and the sum of (dimension + 1) times the coordinate over all, modulo 2^61.
"""

import numpy as np
from scipy.stats import qmc

SHOWN = [0, 1, 2, 6, 20, 50, 99, 127]
points = qmc.Sobol(128, scramble=False).random(2**14)
whole = (points * 2**30).astype(np.int64)
assert (whole / 2**30 == points).all()
for index in [0, 1, 2, 3, 7, 100, 1000, 12345, 16383]:
    total = sum((d + 1) * int(x) for d, x in enumerate(whole[index])) % 2**61
    print(f"({index}, {[int(whole[index, d]) for d in SHOWN]}, {total}),")
