import time

from talk import well_behaved

for events in well_behaved(2):
    time.sleep(1_000)
