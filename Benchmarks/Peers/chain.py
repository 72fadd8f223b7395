#!/usr/bin/env python3
"""A plain chain in Python and networkx, of a simpler kind than Tocsin's, to measure beside `tocsin run`.

A random graph of friends with as many accounts and edges as Tocsin's world has; each day every
account does a Poisson number of things, to a friend or, seldom, as a request to anybody; planted
accounts ask many minors more. All events are sorted, written to SQLite as rows, and read back; an
alert comes when somebody has asked so many minors without a mutual friend in seven days; alerts are
held against who was planted. No places, households, conversations, campaigns, cues, hardness,
intervals or checksums.

  Benchmarks/Peers/chain.py [--accounts 100000] [--friends 35.3] [--days 30] [--events-a-day 3.43]

Prints seconds of processor time and of the clock, stage by stage.
"""

import argparse
import math
import random
import resource
import sqlite3
import statistics
import tempfile
import time
from collections import deque

import networkx

DAY = 86_400
VIEW, MESSAGE, REQUEST = range(3)
REQUEST_SHARE = 0.02  # of what innocent accounts do
PLANTED_SHARE = 0.001  # of accounts
PLANTED_REQUESTS = 4  # a day
MINOR_SHARE = 0.12  # of accounts
LIMIT = 12  # minors asked within WINDOW, without a mutual friend
WINDOW = 7 * DAY


class Stages:
    """Prints what each stage takes."""

    def __init__(self):
        self.first = self.last = self.now()

    @staticmethod
    def now():
        usage = resource.getrusage(resource.RUSAGE_SELF)
        return usage.ru_utime + usage.ru_stime, time.monotonic()

    def done(self, stage):
        now = self.now()
        print(f"{stage:<40}{now[0] - self.last[0]:8.1f} s of processor time"
              f"{now[1] - self.last[1]:8.1f} s")
        self.last = now

    def total(self):
        self.last = self.first
        self.done("in all")


def poisson(mean):
    """Knuth's way, which suits means of a few."""
    limit, count, product = math.exp(-mean), 0, random.random()
    while product > limit:
        count += 1
        product *= random.random()
    return count


def made(graph, planted, minors, days, mean):
    """All events in order: (time, kind, actor, target)."""
    friends = {account: list(others) for account, others in graph.adjacency()}
    count = graph.number_of_nodes()
    events = []
    for day in range(days):
        for actor in range(count):
            own = friends[actor]
            for _ in range(poisson(mean)):
                when = day * DAY + random.randrange(DAY)
                draw = random.random()
                if draw < REQUEST_SHARE or not own:
                    events.append((when, REQUEST, actor, random.randrange(count)))
                else:
                    kind = MESSAGE if draw < 0.5 else VIEW
                    events.append((when, kind, actor, own[int(draw * 1e6) % len(own)]))
        for actor in planted:
            for _ in range(poisson(PLANTED_REQUESTS)):
                when = day * DAY + random.randrange(DAY)
                events.append((when, REQUEST, actor, random.choice(minors)))
    events.sort()
    return events


def stored(path, graph, events):
    """Rows of edges and events."""
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute("CREATE TABLE friendship (a, b, PRIMARY KEY (a, b)) WITHOUT ROWID")
        database.executemany(
            "INSERT INTO friendship VALUES (?, ?)", sorted(tuple(sorted(e)) for e in graph.edges()))
        database.execute("CREATE INDEX friendship_by_b ON friendship (b, a)")
        database.execute("CREATE TABLE event (time, kind, actor, target)")
        database.executemany("INSERT INTO event VALUES (?, ?, ?, ?)", events)


def detected(events, graph, is_minor):
    """When each account was first alerted on."""
    asked, alerts = {}, {}
    for when, kind, actor, target in events:
        if kind != REQUEST or not is_minor[target] or is_minor[actor] or actor == target:
            continue
        if next(iter(networkx.common_neighbors(graph, actor, target)), None) is not None:
            continue
        recent = asked.setdefault(actor, deque())
        recent.append(when)
        while recent[0] <= when - WINDOW:
            recent.popleft()
        if len(recent) >= LIMIT:
            alerts.setdefault(actor, when)
    return alerts


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--accounts", type=int, default=100_000)
    arguments.add_argument("--friends", type=float, default=35.3, help="pairs for each account")
    arguments.add_argument("--days", type=int, default=30)
    arguments.add_argument("--events-a-day", type=float, default=3.43, help="of each account")
    options = arguments.parse_args()
    random.seed(1)
    stages = Stages()

    graph = networkx.gnm_random_graph(
        options.accounts, int(options.accounts * options.friends), seed=1)
    is_minor = [random.random() < MINOR_SHARE for _ in range(options.accounts)]
    minors = [account for account, is_one in enumerate(is_minor) if is_one]
    adults = [account for account, is_one in enumerate(is_minor) if not is_one]
    planted = random.sample(adults, max(1, int(options.accounts * PLANTED_SHARE)))
    stages.done("build the graph")
    events = made(graph, planted, minors, options.days, options.events_a_day)
    stages.done("make the events")
    with tempfile.TemporaryDirectory() as folder:
        stored(f"{folder}/chain.sqlite", graph, events)
        del events
        stages.done("store graph and events")
        source = sqlite3.connect(f"{folder}/chain.sqlite")
        source.execute("PRAGMA query_only = ON")
        count = source.execute("SELECT count(*) FROM event").fetchone()[0]
        alerts = detected(
            source.execute("SELECT time, kind, actor, target FROM event ORDER BY rowid"), graph,
            is_minor)
    stages.done("read back and detect")
    caught = [alerts[account] / DAY for account in planted if account in alerts]
    precision = len(caught) / len(alerts) if alerts else math.nan
    stages.done("score")
    stages.total()
    print(f"{options.accounts:,} accounts, {graph.number_of_edges():,} friendships, {count:,} events; "
          f"{len(caught)} of {len(planted)} planted accounts found, precision {precision:.2f}, "
          f"median day {statistics.median(caught) if caught else math.nan:.1f}")


if __name__ == "__main__":
    main()
