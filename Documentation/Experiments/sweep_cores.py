"""How busy a sweep keeps its threads, and whether its memory grows with the number of worlds.

Run: python3 Documentation/Experiments/sweep_cores.py tocsin replicate tiny.yaml --seeds 1..1000 \\
         --threads 2 --detectors pattern -q -o results.jsonl        (Linux; the standard library alone)

A thread counts as busy while it runs or waits for a core: on a shared machine others take some, which says
nothing about the sweep.
"""

import glob
import subprocess
import sys
import time

THREADS = 2

begun = time.time()
sweep = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
times = {}
peaks = []
while sweep.poll() is None:
    for path in glob.glob(f"/proc/{sweep.pid}/task/*/schedstat"):
        try:
            times[path] = [int(number) for number in open(path).read().split()[:2]]
        except OSError:
            pass
    try:
        lines = open(f"/proc/{sweep.pid}/status").readlines()
        peaks += [int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")]
    except OSError:
        pass
    time.sleep(0.25)
seconds = time.time() - begun
ran = sum(time[0] for time in times.values()) / 1e9
waited = sum(time[1] for time in times.values()) / 1e9
print(f"{seconds:.1f} s; ran {ran:.1f} s, waited for a core {waited:.1f} s")
print(f"busy: {100 * (ran + waited) / seconds / THREADS:.1f} % of {THREADS} threads")
parts = [0.1, 0.25, 0.5, 0.75, 1]
print("peak memory by then, MB:", [peaks[max(0, int(len(peaks) * part) - 1)] for part in parts])
