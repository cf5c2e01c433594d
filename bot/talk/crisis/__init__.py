"""Danger first: who is in danger, the right number, and what to say. Standard library and `directory.words` only."""

from __future__ import annotations

from bot.talk.crisis.numbers import Line, TableChangedError, is_open, line, lines, stale
from bot.talk.crisis.plan import CrisisPlan, Offered, Sentence, asked_number, offered, plan
from bot.talk.crisis.recognition import NUMBERS, Danger, recognise

__all__ = [
    "NUMBERS",
    "CrisisPlan",
    "Danger",
    "Line",
    "Offered",
    "Sentence",
    "TableChangedError",
    "asked_number",
    "is_open",
    "line",
    "lines",
    "offered",
    "plan",
    "recognise",
    "stale",
]
