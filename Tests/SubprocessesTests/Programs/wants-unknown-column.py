from talk import say

say({"ready": 1, "columns": ["time", "role"]})
