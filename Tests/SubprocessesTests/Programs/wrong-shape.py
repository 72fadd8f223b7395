from talk import say, well_behaved

for events in well_behaved(2):
    say([1, 2, 3])
