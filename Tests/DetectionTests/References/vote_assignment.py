"""Reference values of VoteAssignmentTests: networkx.pagerank, and its votes aggregated with numpy.

python3 vote_assignment.py
A graph of 12 accounts of a small generator that the test has too: requests from row to column, of
which some are accepted, some turned down, some open. Votes begin at two seeds; what accounts that
asked nobody would pass on goes to all alike. Ratings: the formula of a public implementation of
VoteTrust, iterated as matrices.
"""
import networkx
import numpy

COUNT, SEEDS, DAMPING = 12, [0, 7], 0.85

state = 11
asked, answered, accepted = (numpy.zeros((COUNT, COUNT)) for _ in range(3))
for row in range(COUNT):
    for column in range(COUNT):
        state = (state * 1103515245 + 12345) % 2**31
        percent = (state >> 16) % 100
        if row == column or row == 5 or percent >= 36:
            continue
        asked[row, column] = 1
        answered[row, column] = percent < 24
        accepted[row, column] = percent < 12

graph = networkx.from_numpy_array(asked, create_using=networkx.DiGraph)
votes = networkx.pagerank(
    graph,
    alpha=DAMPING,
    personalization={seed: 1 for seed in SEEDS},
    dangling={node: 1 for node in graph},
    tol=1e-15,
    max_iter=10_000,
)
votes = numpy.array([votes[node] for node in range(COUNT)]) * COUNT
print("votes", [float(f"{value:.12g}") for value in votes])

square = 1.959963984540054**2
answers = answered.sum(axis=1)
ratings = numpy.full(COUNT, 0.5)
for _ in range(1000):
    weights = votes * ratings
    everything = answered @ weights
    known = everything > 0
    share = numpy.divide(accepted @ weights, everything, out=numpy.zeros(COUNT), where=known)
    size = numpy.maximum(answers, 1)
    ratings = numpy.where(known, (share + square / (2 * size)) / (1 + square / size), 0.5)
print("answers", answers.astype(int).tolist())
print("ratings", [float(f"{value:.12g}") for value in ratings])
