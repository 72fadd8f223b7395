"""What all programs here share: the polite part of the protocol."""
import json
import sys


def say(value):
    print(json.dumps(value), flush=True)


def batches(ready=None):
    """Says that it is ready, and yields the events of each batch."""
    sys.stdin.readline()
    say(ready or {"ready": 1})
    for line in sys.stdin:
        message = json.loads(line)
        if "events" in message:
            yield message["events"]


def requests(events):
    """An alert about whoever asks somebody to be friends, at that event."""
    return [
        {"suspect": actor, "score": 1, "row": row}
        for row, (kind, actor) in enumerate(zip(events["kind"], events["actor"]))
        if kind == 5
    ]


def well_behaved(count):
    """The first batches, answered as they should be; yields what comes after."""
    for number, events in enumerate(batches()):
        if number < count:
            say({"alerts": requests(events)})
        else:
            yield events
