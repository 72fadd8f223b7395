from talk import say

say({"ready": 2})
