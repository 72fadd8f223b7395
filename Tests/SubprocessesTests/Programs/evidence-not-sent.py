from talk import say, well_behaved

for events in well_behaved(2):
    evidence = [events["number"][-1] + 1]
    reasons = [{"name": "foresight", "value": 1, "events": evidence}]
    say({"alerts": [{"suspect": 1, "score": 1, "reasons": reasons}]})
