"""Reference values of TrustWalkTests: networkx graphs and numpy's matrix product.

python3 trust_walk.py
SybilRank's ranking value T(v) / deg(v) after ceil(log2 n) steps, with n / s of trust at each of the s
seeds, on Zachary's karate club and on a barbell.
"""
import math

import networkx
import numpy

for name, graph, seeds in [
    ("karate", networkx.karate_club_graph(), [0, 5]),
    ("barbell", networkx.barbell_graph(5, 1), [0, 1, 2]),
]:
    adjacency = networkx.to_numpy_array(graph, nodelist=sorted(graph), weight=None)
    degrees = adjacency.sum(axis=1)
    count = len(degrees)
    trust = numpy.zeros(count)
    trust[seeds] = count / len(seeds)
    walk = adjacency / degrees[:, None]
    trust = trust @ numpy.linalg.matrix_power(walk, math.ceil(math.log2(count)))
    print(name, seeds, [tuple(map(int, edge)) for edge in graph.edges()])
    print([float(f"{value:.15g}") for value in trust / degrees])
