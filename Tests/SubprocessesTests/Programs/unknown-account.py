from talk import say, well_behaved

for events in well_behaved(2):
    say({"alerts": [{"suspect": 1_000_000, "score": 1}]})
