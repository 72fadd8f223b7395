"""Withholds its answers until it has seen the next batch, if that can be had; then alerts in hindsight."""
import json
import os
import select

from talk import say

held = b""


def line(seconds):
    """The next line of input, or nothing if none comes in time."""
    global held
    while b"\n" not in held:
        if not select.select([0], [], [], seconds)[0]:
            return None
        more = os.read(0, 1 << 20)
        if not more:
            return b""
        held += more
    first, _, held = held.partition(b"\n")
    return first


line(60)
say({"ready": 1, "columns": ["actor"], "friendships": False})
batches = 0
while (text := line(60)):
    if "events" not in json.loads(text):
        continue
    batches += 1
    later = line(0.5) if batches < 4 else None
    if later is None:
        say({"alerts": []})
    else:
        say({"alerts": [{"suspect": 1, "score": 1, "row": 0}]})
        say({"alerts": []})
