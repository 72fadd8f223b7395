import sys

from talk import batches, requests, say

for number, events in enumerate(batches()):
    say({"alerts": requests(events) if number < 2 else []})
sys.exit("could not save the model")
