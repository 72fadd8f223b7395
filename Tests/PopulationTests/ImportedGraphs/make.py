#!/usr/bin/env python3
"""Makes the graphs beside it with networkx 3.6.1: `python3 make.py`."""

import pathlib
import networkx as nx


def write(graph, name, comment):
    edges = sorted(tuple(sorted(edge)) for edge in graph.edges() if edge[0] != edge[1])
    lines = [f"# {comment}", f"# {graph.number_of_nodes()} vertices, {len(edges)} edges."]
    lines += [f"{a} {b}" for a, b in edges]
    pathlib.Path(__file__).with_name(name).write_text("\n".join(lines) + "\n")


write(
    nx.karate_club_graph(), "karate-club.txt",
    "Zachary's karate club (1977, doi 10.1086/jar.33.4.3629752).")
write(
    nx.LFR_benchmark_graph(
        2000, 3, 1.5, 0.2, average_degree=10, max_degree=60, min_community=20, max_community=120,
        seed=1),
    "lfr-2000.txt",
    "A graph with communities (Lancichinetti, Fortunato and Radicchi 2008, "
    "doi 10.1103/PhysRevE.78.046110).")
