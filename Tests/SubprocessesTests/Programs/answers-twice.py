from talk import batches, say

for events in batches():
    say({"alerts": []})
    say({"alerts": []})
