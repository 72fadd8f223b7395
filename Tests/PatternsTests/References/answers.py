#!/usr/bin/env python3
"""Asks another graph engine the questions of the tests, on the same small graph.

Writes graph.sql (the graph as rows, with times) and answers.json (each question, and what Kuzu
answers it) beside itself. Kuzu is an embedded graph database that reads openCypher:

    pip install kuzu==0.11.3 && Tests/PatternsTests/References/answers.py

Kuzu knows no time, so this script itself leaves out what is not there as of AT. Where its dialect
differs (labels are properties; a path of fixed length may repeat an edge) a question has two forms.
"""

import json
import os
import random

import kuzu

FOLDER = os.path.dirname(os.path.abspath(__file__))
DAY = 86_400
AT = 3 * DAY
END = 6 * DAY
OUTCOMES = ["open", "accepted", "declined", "expired", "blocked"]
draw = random.Random(2017)


def moment():
    return draw.randrange(0, END)


def make():
    """The graph: lists of rows, in the columns of the tables."""
    graph = {name: [] for name in (
        "place", "platform", "account", "friendship", "request", "follow", "block", "conversation",
        "truth_person", "truth_account", "truth_case", "replay", "alert")}
    graph["replay"] = [(1, "all")]
    graph["place"] = [(0, "Upton", 53.0, -1.0, 60_000), (1, "Lowton", 53.25, -1.0, 30_000),
                      (2, "O'Town", 52.75, -1.5, 9_000)]
    graph["platform"] = [(0, "main"), (1, "chat")]
    for number in range(36):
        age = draw.choice([None] + [draw.randrange(9, 18)] * 5 + [draw.randrange(18, 70)] * 6)
        place = draw.choice([None, 0, 0, 1, 2])
        opened = moment() if number >= 32 else -DAY
        home = place if place is not None else 0
        graph["account"].append((number, draw.choice([0, 0, 1]), age, place,
                                 None if place is None else graph["place"][place][2],
                                 None if place is None else graph["place"][place][3], opened))
        groomer = number in (3, 11, 20, 33)
        graph["truth_person"].append((number, age or 30, number % 2, 2 if (age or 30) > 17 else 0,
                                      home, 53.0, -1.0, number // 3, None, None, None, None))
        graph["truth_account"].append((number, number - number % 12 if number % 12 == 1 else number,
                                       int(groomer)))
    early = range(32)

    def pairs(count, accounts=early):
        return draw.sample([(a, b) for a in accounts for b in accounts if a < b], count)

    for lower, higher in pairs(70):
        since = draw.choice([-1, -1, moment()])
        until = draw.choice([None, None, draw.randrange(since + 1, END)])
        graph["friendship"].append((lower, higher, since, until))
        if until and draw.random() < 0.3:
            graph["friendship"].append((lower, higher, draw.randrange(until, END), None))
    for lower, higher in pairs(60):
        for sender, receiver in draw.choice([[(lower, higher)], [(higher, lower)],
                                             [(lower, higher), (higher, lower)]]):
            sent = moment()
            outcome = draw.randrange(5)
            answered = None if outcome == 0 else draw.randrange(sent, END)
            graph["request"].append((sender, receiver, sent, answered, outcome,
                                     len(graph["request"])))
    for table, count in (("follow", 50), ("block", 12)):
        for lower, higher in pairs(count):
            ends = draw.choice([(lower, higher), (higher, lower)])
            graph[table].append(ends + (moment(),))
    for lower, higher in pairs(40):
        first = moment()
        graph["conversation"].append((lower, higher, first, draw.randrange(first, END),
                                      draw.randrange(9), draw.randrange(9)))
    for number, (groomer, child) in enumerate([(3, 7), (3, 9), (11, 7), (20, 30), (20, 8)]):
        first = moment()
        meeting = draw.choice([None, draw.randrange(first, END)])
        graph["truth_case"].append((number, groomer, child, first, None, None, None, meeting))
    for number in range(14):
        graph["alert"].append((1, number, draw.choice(["views", "cues"]), moment(), number,
                               draw.choice([3, 11, 20, 5, 6]), draw.choice([None, 7, 8]),
                               draw.randrange(8) / 4))
    return graph


def literal(value):
    if value is None:
        return "NULL"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)


def write_sql(graph):
    with open(os.path.join(FOLDER, "graph.sql"), "w") as file:
        for table, rows in graph.items():
            values = ",\n".join("(" + ", ".join(map(literal, row)) + ")" for row in rows)
            file.write(f"INSERT INTO {table} VALUES\n{values};\n")


def load(graph):
    """The graph as of AT, in Kuzu."""
    connection = kuzu.Connection(kuzu.Database())
    for statement in (
            "NODE TABLE account(id INT64 PRIMARY KEY, declared_age INT64, opened INT64, "
            "child BOOL, adult BOOL, groomer BOOL)",
            "NODE TABLE place(id INT64 PRIMARY KEY, name STRING, population INT64)",
            "NODE TABLE platform(id INT64 PRIMARY KEY, name STRING)",
            "NODE TABLE person(id INT64 PRIMARY KEY, age INT64, household INT64)",
            "NODE TABLE alert(id STRING PRIMARY KEY, detector STRING, time INT64, score DOUBLE)",
            "REL TABLE friend(FROM account TO account, since INT64)",
            "REL TABLE requested(FROM account TO account, sent INT64, answered INT64, "
            "outcome STRING)",
            "REL TABLE follows(FROM account TO account, since INT64)",
            "REL TABLE blocked(FROM account TO account, since INT64)",
            "REL TABLE talked(FROM account TO account, first INT64, messages INT64)",
            "REL TABLE lives_in(FROM account TO place)",
            "REL TABLE on_platform(FROM account TO platform)",
            "REL TABLE grooms(FROM account TO account, id INT64, first_meeting INT64)",
            "REL TABLE owns(FROM person TO account)",
            "REL TABLE accuses(FROM alert TO account)"):
        connection.execute("CREATE " + statement)

    def node(label, **properties):
        fields = ", ".join(f"{name}: ${name}" for name in properties)
        connection.execute(f"CREATE (:{label} {{{fields}}})", properties)

    def edge(kind, start, label_start, finish, label_finish, **properties):
        fields = ", ".join(f"{name}: ${name}" for name in properties)
        connection.execute(
            f"MATCH (a:{label_start} {{id: $a}}), (b:{label_finish} {{id: $b}}) "
            f"CREATE (a)-[:{kind} {{{fields}}}]->(b)" if fields else
            f"MATCH (a:{label_start} {{id: $a}}), (b:{label_finish} {{id: $b}}) "
            f"CREATE (a)-[:{kind}]->(b)", {"a": start, "b": finish, **properties})

    def known(time):
        return time if time is not None and time <= AT else None

    for row in graph["place"]:
        node("place", id=row[0], name=row[1], population=row[4])
    for row in graph["platform"]:
        node("platform", id=row[0], name=row[1])
    groomers = {row[0] for row in graph["truth_account"] if row[2]}
    here = set()
    for number, platform, age, place, _, _, opened in graph["account"]:
        if opened > AT:
            continue
        here.add(number)
        node("account", id=number, declared_age=age, opened=opened,
             child=age is not None and age < 18, adult=age is not None and age >= 18,
             groomer=number in groomers)
        edge("on_platform", number, "account", platform, "platform")
        if place is not None:
            edge("lives_in", number, "account", place, "place")
    for row in graph["truth_person"]:
        node("person", id=row[0], age=row[1], household=row[7])
    for account, person, _ in graph["truth_account"]:
        if account in here:
            edge("owns", person, "person", account, "account")

    def between(kind, start, finish, **properties):
        edge(kind, start, "account", finish, "account", **properties)

    for lower, higher, since, until in graph["friendship"]:
        if since <= AT and (until is None or until > AT):
            between("friend", lower, higher, since=since)
    for sender, receiver, sent, answered, outcome, _ in graph["request"]:
        if sent <= AT:
            between("requested", sender, receiver, sent=sent, answered=known(answered),
                    outcome=OUTCOMES[outcome] if known(answered) is not None else "open")
    for kind, table in (("follows", "follow"), ("blocked", "block")):
        for start, finish, since in graph[table]:
            if since <= AT:
                between(kind, start, finish, since=since)
    for lower, higher, first, last, one, other in graph["conversation"]:
        if first <= AT:
            between("talked", lower, higher, first=first,
                    messages=one + other if last <= AT else None)
    for number, groomer, child, first, _, _, _, meeting in graph["truth_case"]:
        if first <= AT:
            between("grooms", groomer, child, id=number, first_meeting=known(meeting))
    for replay, number, detector, time, _, suspect, _, score in graph["alert"]:
        if time <= AT:
            node("alert", id=f"{replay}.{number}", detector=detector, time=time, score=score)
            edge("accuses", f"{replay}.{number}", "alert", suspect, "account")
    return connection


# What is asserted; the question; the question as Kuzu takes it, where it differs.
QUESTIONS = [
    ("every friendship from either side",
     "MATCH (a:account)-[:friend]-(b:account) RETURN a.id, b.id", None),
    ("children and adults by the declared age",
     "MATCH (a:adult)-[r:requested]->(c:child) RETURN a.id, c.id, r.sent, r.outcome",
     "MATCH (a:account {adult: true})-[r:requested]->(c:account {child: true}) "
     "RETURN a.id, c.id, r.sent, r.outcome"),
    ("an edge against its direction",
     "MATCH (c:child)<-[r:follows]-(b:account) RETURN c.id, b.id, r.since",
     "MATCH (c:account {child: true})<-[r:follows]-(b:account) RETURN c.id, b.id, r.since"),
    ("a directed edge in any direction",
     "MATCH (a:account {id: 7})-[r:requested]-(b) RETURN b.id, r.sent",
     "MATCH (a:account {id: 7})-[r:requested]-(b:account) RETURN b.id, r.sent"),
    ("several types of edge",
     "MATCH (a:account)-[r:requested|follows|blocked]->(b:account) WHERE a.id < 12 "
     "RETURN a.id, type(r), b.id",
     "MATCH (a:account)-[r:requested|:follows|:blocked]->(b:account) WHERE a.id < 12 "
     "RETURN a.id, label(r), b.id"),
    ("groups with every aggregate",
     "MATCH (a:account)-[r:requested]->(b:account) RETURN r.outcome, count(*), count(r.answered), "
     "min(r.sent), max(r.answered), sum(b.declared_age), avg(b.declared_age)", None),
    ("groups with distinct values",
     "MATCH (a:account)-[r:requested]->(b:account) RETURN r.outcome, count(DISTINCT b.id)", None),
    ("two edges of one pattern are never the same",
     "MATCH (a:account {id: 5})-[:friend]-(b)-[:friend]-(c) RETURN b.id, c.id",
     "MATCH (a:account {id: 5})-[r:friend]-(b:account)-[s:friend]-(c:account) "
     "WHERE id(r) <> id(s) RETURN b.id, c.id"),
    ("edges of two patterns of one MATCH are never the same",
     "MATCH (a:account)-[:friend]-(b:account), (a)-[:friend]-(c:account) WHERE a.id < 9 "
     "RETURN a.id, b.id, c.id",
     "MATCH (a:account)-[r:friend]-(b:account), (a)-[s:friend]-(c:account) "
     "WHERE a.id < 9 AND id(r) <> id(s) RETURN a.id, b.id, c.id"),
    ("edges of two MATCH clauses may be the same",
     "MATCH (a:account {id: 5})-[:friend]-(b:account) MATCH (a)-[:friend]-(c:account) "
     "RETURN b.id, c.id", None),
    ("a triangle",
     "MATCH (a:account)-[:friend]-(b:account)-[:friend]-(c:account)-[:friend]-(a) "
     "WHERE a.id < b.id AND b.id < c.id RETURN a.id, b.id, c.id", None),
    ("paths of one to three edges, none repeated",
     "MATCH p = (a:account {id: 2})-[:friend*1..3]-(b:account) RETURN length(p), b.id",
     "MATCH (a:account {id: 2})-[r:friend* TRAIL 1..3]-(b:account) RETURN length(r), b.id"),
    ("directed paths of two types",
     "MATCH (a:account)-[r:requested|follows*2..3]->(b:account) WHERE a.id < 6 "
     "RETURN a.id, size(r), b.id",
     "MATCH (a:account)-[r:requested|:follows* TRAIL 2..3]->(b:account) WHERE a.id < 6 "
     "RETURN a.id, length(r), b.id"),
    ("paths found from their far end",
     "MATCH p = (a:child)-[:friend]-{1,2}(b:account {id: 20}) RETURN a.id, length(p)",
     "MATCH (a:account {child: true})-[r:friend* TRAIL 1..2]-(b:account {id: 20}) "
     "RETURN a.id, length(r)"),
    ("shortest paths",
     "MATCH p = shortestPath((a:account {id: 4})-[:friend*..6]-(b:account)) "
     "RETURN b.id, length(p)",
     "MATCH (a:account {id: 4})-[r:friend* SHORTEST 1..6]-(b:account) WHERE b.id <> 4 "
     "RETURN b.id, length(r)"),
    ("shortest directed paths between sets of nodes",
     "MATCH p = ANY SHORTEST (a:groomer)-[:requested]->{1,5}(c:child) "
     "RETURN a.id, c.id, length(p)",
     "MATCH (a:account {groomer: true})-[r:requested* SHORTEST 1..5]->(c:account {child: true}) "
     "RETURN a.id, c.id, length(r)"),
    ("an optional edge with its condition",
     "MATCH (a:adult) OPTIONAL MATCH (a)-[r:requested]->(c:child) WHERE r.outcome = 'declined' "
     "RETURN a.id, c.id",
     "MATCH (a:account {adult: true}) OPTIONAL MATCH (a)-[r:requested]->(c:account) "
     "WHERE r.outcome = 'declined' AND c.child RETURN a.id, c.id"),
    ("an optional friend, counted",
     "MATCH (a:account) OPTIONAL MATCH (a)-[:friend]-(c:child) RETURN a.id, count(c)",
     "MATCH (a:account) OPTIONAL MATCH (a)-[:friend]-(c:account) WHERE c.child "
     "RETURN a.id, count(c.id)"),
    ("an optional chain",
     "MATCH (a:account) WHERE a.id < 15 OPTIONAL MATCH (a)-[:friend]-(b:adult)-[:talked]-(c:child) "
     "RETURN a.id, b.id, c.id",
     "MATCH (a:account) WHERE a.id < 15 OPTIONAL MATCH (a)-[:friend]-(b:account)-[:talked]-"
     "(c:account) WHERE b.adult AND c.child RETURN a.id, b.id, c.id"),
    ("those for whom an edge exists, against its key",
     "MATCH (c:child) WHERE EXISTS { (c)<-[:requested]-(:adult) } RETURN c.id",
     "MATCH (c:account {child: true}) WHERE EXISTS { MATCH (c)<-[:requested]-(:account "
     "{adult: true}) } RETURN c.id"),
    ("those for whom no edge exists, along its key",
     "MATCH (a:account) WHERE NOT (a)-[:requested]->(:child) RETURN a.id",
     "MATCH (a:account) WHERE NOT EXISTS { MATCH (a)-[:requested]->(:account {child: true}) } "
     "RETURN a.id"),
    ("pairs for whom no chain exists",
     "MATCH (a:adult)-[:requested]->(c:child) WHERE NOT EXISTS { (a)-[:friend]-(m)-[:friend]-(c) } "
     "RETURN a.id, c.id",
     "MATCH (a:account {adult: true})-[:requested]->(c:account {child: true}) WHERE NOT EXISTS "
     "{ MATCH (a)-[:friend]-(m:account)-[:friend]-(c) } RETURN a.id, c.id"),
    ("those for whom a path of many edges exists",
     "MATCH (a:child) WHERE EXISTS { (a)-[:talked*1..2]-(g:groomer) WHERE g.id <> a.id } "
     "RETURN a.id",
     "MATCH (a:account {child: true}) WHERE EXISTS { MATCH (a)-[:talked*1..2]-(g:account) "
     "WHERE g.id <> a.id AND g.groomer } RETURN a.id"),
    ("mutual friends by the function and by the pattern",
     "MATCH (a:adult)-[r:requested]->(c:child) RETURN a.id, c.id, r.sent, mutual_friends(a, c), "
     "are_friends(a, c)",
     "MATCH (a:account {adult: true})-[r:requested]->(c:account {child: true}) "
     "OPTIONAL MATCH (a)-[:friend]-(m:account)-[:friend]-(c) "
     "RETURN a.id, c.id, r.sent, count(DISTINCT m.id), "
     "EXISTS { MATCH (a)-[:friend]-(c) }"),
    ("order, skip and limit, with nulls last",
     "MATCH (a:account) WHERE a.id < 20 RETURN a.id, a.declared_age AS age "
     "ORDER BY age, a.id SKIP 2 LIMIT 17",
     "MATCH (a:account) WHERE a.id < 20 RETURN a.id, a.declared_age AS age "
     "ORDER BY age IS NULL, age, a.id SKIP 2 LIMIT 17"),
    ("distinct rows",
     "MATCH (a:child)-[:friend]-(b)-[:lives_in]->(p:place) RETURN DISTINCT p.name, b.id",
     "MATCH (a:account {child: true})-[:friend]-(b:account)-[:lives_in]->(p:place) "
     "RETURN DISTINCT p.name, b.id"),
    ("nothing known is neither equal nor different",
     "MATCH (a:account)-[r:talked]-(b:account) WHERE NOT r.messages > 8 OR r.messages IS NULL "
     "RETURN a.id, b.id, r.messages", None),
    ("texts, numbers and logic",
     "MATCH (p:place)<-[:lives_in]-(a:account) WHERE (p.name STARTS WITH 'O' OR p.name ENDS WITH "
     "'ton' AND p.name CONTAINS 'pt') AND a.id % 3 <> 1 XOR a.declared_age IN [12, 30] "
     "RETURN p.name + '!', a.id * 2 - 1, a.id / 4", None),
    ("a text with a quote in it",
     "MATCH (p:place {name: 'O\\'Town'}) RETURN p.population", None),
    ("cases",
     "MATCH (a:account) RETURN CASE WHEN a.declared_age < 13 THEN 'young' WHEN a.declared_age < 18 "
     "THEN 'teen' ELSE 'other' END AS who, count(*)", None),
    ("nodes that are no accounts",
     "MATCH (p:person)-[:owns]->(a:account)-[:on]->(f:platform) RETURN p.household, f.name, "
     "count(DISTINCT p.id)",
     "MATCH (p:person)-[:owns]->(a:account)-[:on_platform]->(f:platform) RETURN p.household, "
     "f.name, count(DISTINCT p.id)"),
    ("alerts and the accounts that they accuse",
     "MATCH (x:alert)-[:accuses]->(a:account) OPTIONAL MATCH (a)-[k:grooms]->(c:child) "
     "RETURN x.id, x.detector, x.score, a.id, k.id, c.id",
     "MATCH (x:alert)-[:accuses]->(a:account) OPTIONAL MATCH (a)-[k:grooms]->(c:account) "
     "WHERE c.child RETURN x.id, x.detector, x.score, a.id, k.id, c.id"),
    ("pairs of nodes without an edge between them",
     "MATCH (a:groomer), (p:place) WHERE p.population > 20000 RETURN a.id, p.id",
     "MATCH (a:account {groomer: true}), (p:place) WHERE p.population > 20000 RETURN a.id, p.id"),
    ("labels put together",
     "MATCH (a:!child&!adult|groomer) RETURN a.id",
     "MATCH (a:account) WHERE NOT a.child AND NOT a.adult OR a.groomer RETURN a.id"),
]


def main():
    graph = make()
    write_sql(graph)
    connection = load(graph)
    answers = []
    for name, question, other in QUESTIONS:
        rows = connection.execute(other or question).get_all()
        if not rows:
            raise SystemExit(f"{name}: no rows, so it shows nothing")
        is_ordered = "ORDER BY" in question
        answers.append({"name": name, "query": question, "isOrdered": is_ordered,
                        "rows": rows if is_ordered else sorted(rows, key=repr)})
    with open(os.path.join(FOLDER, "answers.json"), "w") as file:
        lines = ",\n".join(
            json.dumps(answer, ensure_ascii=False, default=float) for answer in answers)
        file.write(f"[\n{lines}\n]\n")


main()
