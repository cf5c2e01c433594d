"""A danger that a test is sure of."""

from __future__ import annotations

from bot.talk.crisis import Danger, recognise


def danger_in(text: str) -> Danger:
    """The danger a text speaks of; the test fails when there is none."""
    found = recognise(text)
    assert found is not None, text
    return found
