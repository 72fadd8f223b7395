from talk import well_behaved

for events in well_behaved(2):
    print("Loading the model ...", flush=True)
