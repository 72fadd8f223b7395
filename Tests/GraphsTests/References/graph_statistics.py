"""Reference values of the tests of Graphs, by networkx and igraph.

  pip install networkx==3.6.1 igraph==1.0.0
  python3 Tests/GraphsTests/References/graph_statistics.py

Prints one line per graph and statistic; the tests hold them as literals. The graphs are Zachary's
karate club and the rule of `edges`, which `ReferenceGraph.rule` follows too.
"""

import statistics

import igraph
import networkx as nx
import numpy as np


def edges(count=300):
    """Squares modulo a prime: more edges at low numbers and within a category, five loners."""
    for a in range(count - 5):
        for b in range(a + 1, count - 5):
            near = a // 10 == b // 10
            limit = 400 if near else 6 + 1200 // (a + 20) + (25 if a % 4 == b % 4 else 0)
            if (a * a * 31 + b * b * 17 + a * b * 7) % 1009 < limit and (b < 290) == (a < 290):
                yield a, b


def describe(name, g):
    n = g.number_of_nodes()
    g = nx.Graph(list(g.edges()))  # without weights
    g.add_nodes_from(range(n))
    same = igraph.Graph(n=n, edges=list(g.edges()))
    degrees = [g.degree(v) for v in range(n)]
    categories = [v % 4 for v in range(n)]
    ages = [v * 37 % 53 + 13 for v in range(n)]
    members = [v for v in range(n) if v % 3 != 0]
    nx.set_node_attributes(g, dict(enumerate(degrees)), "degree")
    nx.set_node_attributes(g, dict(enumerate(categories)), "category")
    nx.set_node_attributes(g, dict(enumerate(ages)), "age")
    part = g.subgraph(members)

    def line(what, value):
        print(f"{name}: {what}: {value!r}")

    line("edges", g.number_of_edges())
    line("mean degree", float(np.mean(degrees)))
    line(
        "degree quantiles 0, 0.25, 0.5, 0.9, 1",
        [int(np.quantile(degrees, p, method="inverted_cdf")) for p in (0, 0.25, 0.5, 0.9, 1)])
    line("triangles", sum(nx.triangles(g).values()) // 3)
    line("triangles of 0, 1, 2 and the last", [nx.triangles(g, v) for v in (0, 1, 2, n - 1)])
    clustering = [nx.clustering(g, v) for v in range(n)]
    assert np.allclose(clustering, same.transitivity_local_undirected(mode="zero"))
    line("average clustering", float(np.mean(clustering)))
    line("its standard error", float(np.std(clustering, ddof=1) / np.sqrt(n)))
    line("transitivity", nx.transitivity(g))
    assert np.isclose(nx.transitivity(g), same.transitivity_undirected())
    line("degree assortativity", nx.degree_assortativity_coefficient(g))
    assert np.isclose(
        nx.degree_assortativity_coefficient(g), same.assortativity_degree(directed=False))
    line(
        "degree assortativity among members",
        nx.numeric_assortativity_coefficient(part, "degree"))
    line("age assortativity", nx.numeric_assortativity_coefficient(g, "age"))
    assert np.isclose(
        nx.numeric_assortativity_coefficient(g, "age"), same.assortativity(ages, directed=False))
    line("age assortativity among members", nx.numeric_assortativity_coefficient(part, "age"))
    line(
        "mixing matrix",
        nx.attribute_mixing_matrix(
            g, "category", mapping={c: c for c in range(4)}, normalized=False).astype(int).tolist())
    line("category assortativity", nx.attribute_assortativity_coefficient(g, "category"))
    assert np.isclose(
        nx.attribute_assortativity_coefficient(g, "category"),
        same.assortativity_nominal(categories, directed=False))
    line(
        "category assortativity among members",
        nx.attribute_assortativity_coefficient(part, "category"))
    line("component sizes", [len(c) for c in sorted(nx.connected_components(g), key=min)])
    fewer = [
        degrees[v] < statistics.median(degrees[w] for w in g[v]) for v in range(n) if degrees[v]]
    line("friendship paradox", (sum(fewer), len(fewer)))
    embedded = [any(True for _ in nx.common_neighbors(g, a, b)) for a, b in g.edges()]
    line("embedded edges", sum(embedded))
    distances = [
        d for d in nx.single_source_shortest_path_length(g, 5).values()]
    line("counts by distance from 5", np.bincount(distances).tolist())
    line("degrees", degrees[:8])


if __name__ == "__main__":
    describe("karate", nx.karate_club_graph())
    rule = nx.empty_graph(300)
    rule.add_edges_from(edges())
    describe("rule", rule)
