#!/usr/bin/env python3
"""Reads what `tocsin export` wrote, with Python's own readers, and holds it against the file.

Usage: read_exports.py FOLDER [SECONDS]: the folder with town.sqlite and its exports; the moment as of
which they were made. Ends with words and code 1 where they differ. With networkx installed, its
readers are tried as well.
"""
import csv
import datetime
import json
import sqlite3
import struct
import sys
import xml.etree.ElementTree as xml
from collections import Counter

folder, at = sys.argv[1], (sys.argv[2] if len(sys.argv) > 2 else "")
at = int(at) if at else None
db = sqlite3.connect(f"file:{folder}/town.sqlite?mode=ro", uri=True)


def expected_edges():
    """Every edge as (kind, from, to, since, until, outcome)."""
    outcomes = dict(db.execute("SELECT value, name FROM code WHERE domain = 'request-outcome'"))
    for low, high, since, until in db.execute("SELECT lower, higher, since, until FROM friendship"):
        if at is None:
            yield "friendship", low, high, since, until, None
        elif since <= at and (until is None or until > at):
            yield "friendship", low, high, since, None, None
    for sender, receiver, sent, answered, outcome in db.execute(
        "SELECT sender, receiver, sent, answered, outcome FROM request"
    ):
        if at is not None and sent > at:
            continue
        if at is not None and answered is not None and answered > at:
            answered = None
        name = "open" if answered is None else outcomes[outcome]
        yield "request", sender, receiver, sent, answered, name
    for kind, one, other, time in [
        ("follow", "follower", "followed", "since"),
        ("block", "blocker", "blocked", "since"),
        ("report", "reporter", "reported", "time"),
    ]:
        for a, b, since in db.execute(f"SELECT {one}, {other}, {time} FROM {kind}"):
            if at is None or since <= at:
                yield kind, a, b, since, None, None


FACTS = ["platform", "declared_age", "age_group", "declared_place", "latitude", "longitude", "opened"]
accounts = {
    row[0]: tuple(row[1:])
    for row in db.execute(f"SELECT id, {', '.join(FACTS)} FROM account_view")
}
edges = Counter(expected_edges())
assert len(accounts) == 300 and len({edge[0] for edge in edges}) >= 3, "something to compare"


def whole(text):
    return int(text) if text not in (None, "") else None


def facts(values):
    """Facts as the database has them, from texts."""
    platform, age, group, place, latitude, longitude, opened = (v or None for v in values)
    number = lambda text: None if text is None else float(text)
    return platform, whole(age), group, place, number(latitude), number(longitude), whole(opened)


def same(name, found_accounts, found_edges):
    assert found_accounts == accounts, f"{name}: accounts differ"
    found = Counter(found_edges)
    assert found == edges, f"{name}: {len(found - edges)} too many, {len(edges - found)} missing"


def read_graphml():
    space = "{http://graphml.graphdrawing.org/xmlns}"
    tree = xml.parse(f"{folder}/town.graphml").getroot()
    keys = {key.get("id"): key.get("attr.name") for key in tree.iter(space + "key")}

    def data(element):
        return {keys[d.get("key")]: d.text for d in element.iter(space + "data")}

    nodes = {}
    for node in tree.iter(space + "node"):
        values = data(node)
        nodes[int(node.get("id"))] = facts([values.get(name) for name in FACTS])
    found = []
    for edge in tree.iter(space + "edge"):
        values = data(edge)
        found.append((
            values["type"], int(edge.get("source")), int(edge.get("target")),
            whole(values.get("since")), whole(values.get("until")), values.get("outcome"),
        ))
    same("graphml", nodes, found)


def read_gexf():
    space = "{http://www.gexf.net/1.2draft}"
    tree = xml.parse(f"{folder}/town.gexf").getroot()

    def values(element):
        return {v.get("for"): v.get("value") for v in element.iter(space + "attvalue")}

    nodes = {}
    for node in tree.iter(space + "node"):
        cells = values(node)
        nodes[int(node.get("id"))] = facts([cells.get(str(i)) for i in range(len(FACTS))])
    found = []
    for edge in tree.iter(space + "edge"):
        cells = values(edge)
        found.append((
            cells["0"], int(edge.get("source")), int(edge.get("target")),
            whole(edge.get("start")), whole(edge.get("end")), cells.get("1"),
        ))
    same("gexf", nodes, found)


def read_csv():
    nodes, found = {}, []
    with open(f"{folder}/town/account.csv", newline="") as file:
        for row in csv.DictReader(file):
            names = {key.split(":")[0]: value for key, value in row.items()}
            nodes[int(row["id:ID"])] = facts([names[name] for name in FACTS])
            assert row[":LABEL"] == f"Account;{names['age_group'].capitalize()}"
    for kind in ["friendship", "request", "follow", "block", "report"]:
        with open(f"{folder}/town/{kind}.csv", newline="") as file:
            for row in csv.DictReader(file):
                assert row[":TYPE"] == kind.upper()
                found.append((
                    kind, int(row[":START_ID"]), int(row[":END_ID"]), whole(row["since:long"]),
                    whole(row["until:long"]), row["outcome"] or None,
                ))
    same("csv", nodes, found)


def read_events():
    kinds = Counter()
    total = 0
    with open(f"{folder}/events.jsonl") as plain, open(f"{folder}/objects.jsonl") as named:
        for line, other in zip(plain, named, strict=True):
            event, wrapped = json.loads(line), json.loads(other)
            assert event["number"] == wrapped["id"]
            assert event["kind"] == wrapped["name"]
            rest = {key: value for key, value in event.items() if key not in ("number", "kind")}
            assert wrapped["data"] == rest
            kinds[event["kind"]] += 1
            assert at is None or event["time"] < at
            total += 1
    assert kinds == Counter(event["kind"] for event in stored_events()) and total > 0
    with open(f"{folder}/events.jsonl") as plain:
        for line, stored in zip(plain, stored_events(), strict=True):
            assert json.loads(line) == stored, f"{line} and {stored}"
    rows = sqlite3.connect(f"file:{folder}/events.sqlite?mode=ro", uri=True)
    view = rows.execute("SELECT * FROM event_view ORDER BY number")
    names = [column[0] for column in view.description]
    for row, stored in zip(view, stored_events(), strict=True):
        event = {name: cell for name, cell in zip(names, row) if cell is not None}
        start = datetime.datetime.fromisoformat(rows.execute("SELECT start_date FROM run").fetchone()[0])
        assert event.pop("calendar") == str(start + datetime.timedelta(seconds=stored["time"]))
        if "cues" in event:
            event["cues"] = event["cues"].split(", ") if event["cues"] else []
        assert event == stored, f"{event} and {stored}"


def stored_events():
    """Every recorded event before the moment, from the chunks that the file holds it in."""
    kinds = dict(db.execute("SELECT value, name FROM code WHERE domain = 'event-kind'"))
    cues = dict(db.execute("SELECT value, name FROM code WHERE domain = 'cue-bit'"))
    columns = "first_id, count, numbers, kinds, times, actors, targets, details, counts"
    for first, count, numbers, *blobs in db.execute(f"SELECT {columns} FROM event_chunk"):
        offsets = struct.unpack(f"<{count}I", numbers) if numbers else range(count)
        parts = [struct.unpack(f"<{count}{form}", blob) for form, blob in zip("BiIIHB", blobs)]
        for offset, kind, time, actor, target, detail, number in zip(offsets, *parts):
            if at is not None and time >= at:
                return
            event = {"number": first + offset, "kind": kinds[kind], "time": time, "actor": actor}
            if target != 0xFFFFFFFF:
                event["target"] = target
            if event["kind"] in ("post", "view"):
                event["serial"] = detail
            if event["kind"] == "message":
                event["cues"] = [name for bit, name in cues.items() if detail >> bit & 1]
            yield event | {"count": number}


def read_with_networkx():
    try:
        import networkx
    except ImportError:
        return
    for graph in [
        networkx.read_graphml(f"{folder}/town.graphml"), networkx.read_gexf(f"{folder}/town.gexf")
    ]:
        assert graph.number_of_nodes() == len(accounts) and graph.is_directed()
        assert graph.number_of_edges() == sum(edges.values()), graph


read_graphml()
read_gexf()
read_csv()
read_events()
read_with_networkx()
