from talk import batches, say

suspect = 0
for events in batches({"ready": 1, "kinds": ["request"], "columns": ["actor"], "friendships": False}):
    assert list(events) == ["actor"]
    suspect = events["actor"][-1]
    say({"alerts": []})
say({"alerts": [{"suspect": suspect, "score": 2}]})
