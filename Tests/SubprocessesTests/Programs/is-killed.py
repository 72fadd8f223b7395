import os
import signal

from talk import well_behaved

for events in well_behaved(2):
    os.kill(os.getpid(), signal.SIGKILL)
