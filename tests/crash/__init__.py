"""The robot killed at random while it receives and answers; then everything is counted.

`python -m tests.crash` runs it in full (`make crash`): 10,000 updates, 200 kills. The suite runs it short.
"""
