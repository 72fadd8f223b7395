"""Adults whose requests and follows to under-18s are unlike those of others: river.

Half-space trees learn from each request or follow as it comes, and forget the old; an adult's score
is the mean over his or her own. (Tan, Ting and Liu 2011, doi 10.5591/978-1-57735-516-8/IJCAI11-254.)
"""
import json
import sys

from river import anomaly

LEAST_SCORE = 0.8  # from 0, usual, to 1; our choice
LEAST_CONTACTS = 4  # our choice


def say(message):
    print(json.dumps(message), flush=True)


hello = json.loads(sys.stdin.readline())
facts = hello["facts"]
adult_to_minor = facts["actor-is-adult"] | facts["target-is-minor"]
say({"ready": 1, "kinds": ["request", "follow"], "friendships": False,
     "columns": ["number", "time", "actor", "target", "mutual_friends", "distance_km", "facts"]})

trees = anomaly.HalfSpaceTrees(n_trees=25, height=8, window_size=500, seed=0)
contacts = {}  # of each adult: scores, events and the last time


def features(time, mutual, distance, earlier):
    """What is compared, each from 0 to 1."""
    far = 1.0 if distance is None else min(distance / 100, 1.0)
    pause = 30.0 if not earlier else (time - earlier["last"]) / 86_400
    return {"connected": min(mutual / 10, 1.0), "far": far, "pause": min(pause / 30, 1.0),
            "contacts": min(len(earlier["scores"]) / 20, 1.0) if earlier else 0.0}


for line in sys.stdin:
    events = json.loads(line).get("events")
    if events is None:
        continue
    alerts = []
    columns = ["number", "time", "actor", "mutual_friends", "distance_km", "facts", "target"]
    for row, (number, time, actor, mutual, distance, bits, target) in enumerate(
            zip(*(events[name] for name in columns))):
        if bits & adult_to_minor != adult_to_minor:
            continue
        mine = contacts.setdefault(actor, {"scores": [], "events": [], "last": time})
        contact = features(time, mutual, distance, mine if mine["scores"] else None)
        mine["scores"].append(trees.score_one(contact))
        mine["events"] = mine["events"][-7:] + [number]
        mine["last"] = time
        trees.learn_one(contact)
        recent = mine["scores"][-20:]
        score = sum(recent) / len(recent)
        if len(recent) >= LEAST_CONTACTS and score >= LEAST_SCORE:
            reason = {"name": "mean-anomaly", "value": score, "events": mine["events"]}
            alerts.append({"suspect": actor, "child": target, "score": score, "row": row,
                           "reasons": [reason]})
    say({"alerts": alerts})
