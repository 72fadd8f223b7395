from talk import well_behaved

for events in well_behaved(2):
    print('{"alerts": ' + "[" * 50_000 + "]" * 50_000 + "}", flush=True)
