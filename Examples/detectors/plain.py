"""Adults who ask or follow many different under-18s with whom they share no friend: plain Python."""
import json
import sys

LEAST = 5  # under-18s; our choice


def say(message):
    print(json.dumps(message), flush=True)


facts = json.loads(sys.stdin.readline())["facts"]
adult_to_minor = facts["actor-is-adult"] | facts["target-is-minor"]
say({"ready": 1, "kinds": ["request", "follow"], "friendships": False,
     "columns": ["number", "actor", "target", "mutual_friends", "facts"]})

strangers = {}  # of each adult: the first request to each such under-18, by account
for line in sys.stdin:
    events = json.loads(line).get("events")
    if events is None:
        continue  # accounts, or the end
    alerts = []
    rows = zip(events["number"], events["actor"], events["target"], events["mutual_friends"],
               events["facts"])
    for row, (number, actor, target, mutual, bits) in enumerate(rows):
        if mutual or bits & adult_to_minor != adult_to_minor:
            continue
        asked = strangers.setdefault(actor, {})
        asked.setdefault(target, number)
        if len(asked) >= LEAST:
            reason = {"name": "strangers-asked", "value": len(asked), "unit": "accounts",
                      "events": list(asked.values())[-8:]}
            alerts.append({"suspect": actor, "child": target, "score": len(asked), "row": row,
                           "reasons": [reason]})
    say({"alerts": alerts})
