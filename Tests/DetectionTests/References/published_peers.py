"""The expected values of PeerTests.swift, from formulas as published and with nothing of Tocsin.

Run: python3 published_peers.py    (numpy)

midas: the chi-squared scores of MIDAS-R (Bhatia et al., AAAI 2020) with exact counts in place of
sketches. The authors' own program (github.com/Stream-AD/MIDAS, RelationalCore with 2 rows of
1,000,003 buckets, which holds floats of 32 bits) printed the same scores for this stream to within
2e-7 of each.
skewness: as numpy has mean, median and std.
sybil-edge: the posterior of SybilEdge as products of likelihoods over an account's requests, at a
prior of one half, whose log-odds are the score; requests with no friend in common stand for fakes'.
unlikely-contacts: surprises added up, and their standard score.
"""
import math
import numpy as np


def midas():
    stream = [(i * i % 3, 10 + i * 7 % 5, 1 + i // 4) for i in range(40)]
    stream += [(0, 20 + i, 12) for i in range(8)]
    current, total, now, scores = {}, {}, 1, []
    for source, target, tick in stream:
        if tick > now:
            current, now = {key: value / 2 for key, value in current.items()}, tick
        best = 0
        for key in (("e", source, target), ("s", source), ("d", target)):
            a = current[key] = current.get(key, 0) + 1
            s = total[key] = total.get(key, 0) + 1
            if tick > 1:
                # Mean s/t expected now, s - s/t in the t - 1 ticks before.
                expected = s / tick
                best = max(best, (a - expected) ** 2 / expected + (a - expected) ** 2 / (s - expected))
        if tick > 1:
            scores.append(best)
    return scores


def skewness(values):
    values = np.array(values)
    return (values.mean() - np.median(values)) / values.std()


class Graph:
    def __init__(self, edges):
        self.friends = {}
        for a, b in edges:
            self.add(a, b)

    def add(self, a, b):
        self.friends.setdefault(a, set()).add(b)
        self.friends.setdefault(b, set()).add(a)

    def mutual(self, a, b):
        return len(self.friends.get(a, set()) & self.friends.get(b, set()))


def sybil_edge(weight=5):
    graph = Graph([(9, x) for x in (1, 2, 3, 30, 31, 32, 33, 34)])
    script = [(r, t, True) for r in (1, 2, 3) for t in (30, 31, 32)]
    script += [(r, t, t == 42) for r in (4, 5, 6) for t in (40, 41, 42)]
    script += [(4, 30, False), (1, 33, False)]
    script += [(0, 40, False), (0, 41, False), (0, 42, True), (0, 30, False)]
    asked, answered, accepted = ({True: {}, False: {}} for _ in range(3))
    everybody = lambda table, side: sum(table[side].values())
    posteriors, fake, real = [], 1.0, 1.0
    for requester, target, accepts in script:
        side = graph.mutual(requester, target) == 0
        # The share of all requests of each side that go to this target, drawn towards the usual.
        fakes, reals = everybody(asked, True) + 1, everybody(asked, False) + 1
        usual = fakes / (fakes + reals)
        to_fake = asked[True].get(target, 0) + weight * usual
        to_real = asked[False].get(target, 0) + weight * (1 - usual)
        if requester == 0:
            fake, real = fake * to_fake / fakes, real * to_real / reals
            posteriors.append(fake / (fake + real))
        asked[side][target] = asked[side].get(target, 0) + 1
        rate = {}
        for s in (True, False):
            overall = (everybody(accepted, s) + 1) / (everybody(answered, s) + 2)
            rate[s] = (accepted[s].get(target, 0) + weight * overall) / (
                answered[s].get(target, 0) + weight)
        if requester == 0:
            fake *= rate[True] if accepts else 1 - rate[True]
            real *= rate[False] if accepts else 1 - rate[False]
            posteriors.append(fake / (fake + real))
        answered[side][target] = answered[side].get(target, 0) + 1
        if accepts:
            accepted[side][target] = accepted[side].get(target, 0) + 1
            graph.add(requester, target)
    return [max(0.0, math.log(p / (1 - p))) for p in posteriors]


def kilometres(a, b):
    (la, oa), (lb, ob) = [np.radians(np.float32(x).astype(float)) for x in (a, b)]
    h = np.sin((lb - la) / 2) ** 2 + np.cos(la) * np.cos(lb) * np.sin((ob - oa) / 2) ** 2
    return 2 * 6371.0088 * np.arcsin(np.sqrt(h))


def unlikely_contacts(b=0.3154, c=1.05):
    graph = Graph([(9, 1), (9, 2), (9, 10), (9, 11), (9, 12), (8, 2), (8, 10), (8, 13), (7, 2), (7, 10)])
    script = [(1, 10), (1, 11), (2, 10), (2, 12), (3, 13), (3, 14), (1, 12), (2, 13), (4, 41), (2, 11)]
    script += [(0, 40), (0, 41), (0, 40), (0, 42), (1, 13)]
    bands, seen, window, scores = [0] * 4, [], {}, []
    for number, (adult, child) in enumerate(script):
        d = kilometres((53.0, -1.0), (53.0 if child < 40 else 53.9, -1.0))
        mutual = graph.mutual(adult, child)
        band = 0 if mutual == 0 else 1 if mutual <= 2 else 2 if mutual <= 10 else 3
        # All are 27 years apart, the third of six bands.
        surprise = (
            c * np.log((d + b) / b)
            - np.log((bands[band] + 1) / (number + 4))
            - np.log((number + 1) / (number + 6)))
        bands[band] += 1
        seen.append(surprise)
        window.setdefault(adult, {})[child] = surprise
        if len(seen) >= 5:
            own = np.array(list(window[adult].values()))
            z = (own.mean() - np.mean(seen)) / np.std(seen) * np.sqrt(len(own))
            scores.append(max(0.0, z))
    return scores


if __name__ == "__main__":
    print("midas", [float(x) for x in midas()])
    print("skewness", [float(skewness(x)) for x in (
        [0] * 9 + [1], [0, 0, 1, 2, 10], [3, 1, 2, 8], [5, 4, 4, 1], list(range(7)) + [40] * 3)])
    print("sybil-edge", sybil_edge())
    print("unlikely-contacts", [float(x) for x in unlikely_contacts()])
