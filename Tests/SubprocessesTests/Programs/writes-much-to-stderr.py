import sys

from talk import well_behaved

for events in well_behaved(2):
    sys.stderr.write("noise\n" * 1_000_000)
    sys.stderr.write("and at last a word that matters\n")
    sys.exit(3)
