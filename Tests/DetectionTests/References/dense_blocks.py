"""Reference values of FraudarTests: the authors' own greedy.py, as the package rgmining-fraudar has it.

pip install rgmining-fraudar==0.7.6; python3 dense_blocks.py
Prints, for each graph of a small generator that the test has too, the density of the block found,
its rows and its columns.
"""
import contextlib
import io

from fraudar.export.greedy import listToSparseMatrix, logWeightedAveDegree


def graph(seed, size, planted):
    """Edges of a size x size graph with every tenth pair, and four in five of a planted block."""
    state, rows, columns = seed, [], []
    for row in range(size):
        for column in range(size):
            state = (state * 1103515245 + 12345) % 2**31
            percent = 80 if row < planted and column < planted else 10
            if (state >> 16) % 100 < percent:
                rows.append(row)
                columns.append(column)
    return rows, columns


for seed, size, planted in [(1, 20, 0), (2, 30, 6), (3, 40, 8), (4, 60, 0), (5, 60, 10)]:
    with contextlib.redirect_stdout(io.StringIO()):
        (rows, columns), density = logWeightedAveDegree(listToSparseMatrix(*graph(seed, size, planted)).tocsr())
    print(seed, size, planted, float(density), sorted(map(int, rows)), sorted(map(int, columns)))
