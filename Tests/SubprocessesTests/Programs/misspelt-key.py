from talk import say, well_behaved

for events in well_behaved(2):
    say({"alerts": [{"suspct": 1, "score": 1}]})
