"""Writes all that it is sent into the file that it is given."""
import sys

from talk import say

with open(sys.argv[1], "w") as file:
    file.write(sys.stdin.readline())
    say({"ready": 1})
    for line in sys.stdin:
        file.write(line)
        if line.startswith('{"events"'):
            say({"alerts": []})
