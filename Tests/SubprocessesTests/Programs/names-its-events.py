from talk import batches, requests, say

for events in batches({"ready": 1, "name": "asker"}):
    say({"alerts": requests(events)})
