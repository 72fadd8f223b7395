from talk import well_behaved

for events in well_behaved(2):
    raise RuntimeError("the third batch is too much")
