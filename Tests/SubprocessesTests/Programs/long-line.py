import sys

from talk import well_behaved

for events in well_behaved(2):
    while True:
        sys.stdout.write("x" * 100_000)
