"""Answers of networkx on a small graph over time, for GraphStoreReferenceTests.

Makes graph_queries.json beside it:  python3 Tests/StorageTests/References/graph_queries.py
Needs networkx (made with 3.6.1). A friendship stands from `since` on, until just before `until`.
"""

import itertools
import json
import pathlib
import random

import networkx

ACCOUNTS = 60
TIMES = [-1, 500, 1000, 1500, 2000]

draw = random.Random(5)
edges = []
for lower, higher in itertools.combinations(range(ACCOUNTS), 2):
    if draw.random() > 0.06:
        continue
    # What begins in the run is asked a second before; ends fall on the moments that are asked about.
    since = -1 if draw.random() < 0.6 else 10 * draw.randrange(1, 180)
    until = since + 1 + 10 * draw.randrange(1, 80) if draw.random() < 0.4 else None
    if draw.random() < 0.2:
        until = next((time for time in TIMES if time > since + 10), None)
    edges.append((lower, higher, since, until))


def graph(time):
    standing = networkx.Graph()
    standing.add_nodes_from(range(ACCOUNTS))
    standing.add_edges_from(
        (a, b) for a, b, since, until in edges
        if since <= time and (until is None or time < until))
    return standing


def answers(time):
    standing = graph(time)
    pairs = [(draw.randrange(ACCOUNTS), draw.randrange(ACCOUNTS)) for _ in range(40)]
    origins = [0, 17, 42]
    return {
        "time": time,
        "neighbours": [sorted(standing[node]) for node in range(ACCOUNTS)],
        "pairs": [list(pair) for pair in pairs],
        "mutual": [
            sorted(set(standing[a]) & set(standing[b])) for a, b in pairs],
        "distances": [
            networkx.shortest_path_length(standing, a, b)
            if networkx.has_path(standing, a, b) else None
            for a, b in pairs],
        "origins": origins,
        "reached": [
            sorted(
                ([hops, node] for node, hops in
                 networkx.single_source_shortest_path_length(standing, origin, cutoff=2).items()
                 if node != origin))
            for origin in origins],
        "egoEdges": [
            sorted(sorted(edge) for edge in networkx.ego_graph(standing, origin, radius=1).edges)
            for origin in origins],
        "components": sorted(
            sorted(component) for component in networkx.connected_components(standing)),
    }


reference = {
    "accounts": ACCOUNTS,
    "edges": [list(edge) for edge in edges],
    "answers": [answers(time) for time in TIMES],
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(reference, separators=(",", ":")) + "\n")
print(f"{path.name}: {len(edges)} friendships, {len(TIMES)} moments, networkx {networkx.__version__}")
