"""Adults who stand out from other adults in how they deal with under-18s: scikit-learn.

Once a simulated week an isolation forest is fitted to what adults have done so far, and those alert
whom few cuts set apart. Nobody tells it who is guilty: it looks for the unusual. (Liu, Ting and Zhou
2008, doi 10.1109/ICDM.2008.17.)
"""
import json
import sys
from collections import defaultdict

import numpy as np
from sklearn.ensemble import IsolationForest

WEEK = 7 * 86_400
LEAST_SCORE = 0.65  # 0.5 is as usual as most; our choice
LEAST_CONTACTS = 3  # with under-18s; our choice
FEATURES = ["requests-to-minors", "unconnected", "messages-to-minors", "minors", "refused-by-minors"]


def say(message):
    print(json.dumps(message), flush=True)


hello = json.loads(sys.stdin.readline())
kinds, facts = hello["kinds"], hello["facts"]
adult_to_minor = facts["actor-is-adult"] | facts["target-is-minor"]
minor_to_adult = facts["actor-is-minor"] | facts["target-is-adult"]
say({"ready": 1, "kinds": ["request", "follow", "message", "refusal", "block", "report"],
     "columns": ["time", "kind", "actor", "target", "mutual_friends", "facts"],
     "friendships": False})

counts = defaultdict(lambda: [0.0] * len(FEATURES))  # of each adult, in the order of FEATURES
minors = defaultdict(set)


def take(kind, actor, target, mutual, bits):
    """Counts an event."""
    if bits & adult_to_minor == adult_to_minor:
        of_actor = counts[actor]
        if kind == kinds["message"]:
            of_actor[2] += 1
        elif kind in (kinds["request"], kinds["follow"]):
            of_actor[0] += 1
            of_actor[1] += mutual == 0
        minors[actor].add(target)
        of_actor[3] = len(minors[actor])
    elif bits & minor_to_adult == minor_to_adult and kind in (
            kinds["refusal"], kinds["block"], kinds["report"]):
        counts[target][4] += 1


def unusual():
    """The adults who stand out, with how much."""
    adults = sorted(adult for adult in counts if len(minors[adult]) >= LEAST_CONTACTS)
    if len(adults) < 20:
        return []
    values = np.log1p([counts[adult] for adult in adults])
    forest = IsolationForest(n_estimators=100, random_state=0).fit(values)
    scores = -forest.score_samples(values)
    return [(adult, score) for adult, score in zip(adults, scores) if score >= LEAST_SCORE]


next_week = WEEK
for line in sys.stdin:
    events = json.loads(line).get("events")
    if events is None:
        continue
    alerts = []
    columns = ["time", "kind", "actor", "target", "mutual_friends", "facts"]
    for row, (time, *event) in enumerate(zip(*(events[name] for name in columns))):
        if time >= next_week:
            next_week = (time // WEEK + 1) * WEEK
            for adult, score in unusual():
                reasons = [{"name": name, "value": value}
                           for name, value in zip(FEATURES, counts[adult])]
                alerts.append({"suspect": adult, "score": float(score), "row": row,
                               "reasons": reasons})
        take(*event)
    say({"alerts": alerts})
