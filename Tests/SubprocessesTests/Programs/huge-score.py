from talk import well_behaved

for events in well_behaved(2):
    print('{"alerts": [{"suspect": 1, "score": 1e999}]}', flush=True)
