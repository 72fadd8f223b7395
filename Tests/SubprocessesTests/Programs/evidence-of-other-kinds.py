from talk import batches, say

sent = []
for events in batches({"ready": 1, "kinds": ["request"], "columns": ["number", "actor"]}):
    sent += events["number"]
    absent = next(number for number in range(max(sent)) if number not in sent)
    reasons = [{"name": "own", "value": 1, "events": sent[-1:]}]
    if len(sent) > 20:
        reasons.append({"name": "other", "value": 1, "events": [absent]})
    say({"alerts": [{"suspect": events["actor"][-1], "score": 1, "reasons": reasons}]})
