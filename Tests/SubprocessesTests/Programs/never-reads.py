import sys
import time

from talk import say

sys.stdin.readline()
say({"ready": 1})
time.sleep(1_000)
