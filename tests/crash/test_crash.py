"""Killed twenty times while it receives and answers: nothing is lost or done twice, doubts are counted.

`make crash` does it in full.
"""

from __future__ import annotations

from bot.platforms.telegram.settings import TOGETHER
from bot.records.campaign import State
from tests.crash import many, matrix
from tests.crash.telegram import Trial
from tests.matrix_server import Homeserver


async def test_twenty_kills_lose_nothing() -> None:
    outcome = await Trial(400, 20).run()
    assert outcome.kills == 20, outcome
    assert outcome.deliveries > outcome.updates == 400, outcome
    assert (outcome.lost, outcome.failed, outcome.effects) == (0, 0, 400), outcome
    assert outcome.duplicates <= outcome.doubts, outcome
    assert max(outcome.claimed_at_kills) <= TOGETHER, outcome
    assert outcome.damaged == "ok", outcome


async def test_a_message_to_many_killed_four_times_leaves_nobody_out() -> None:
    outcome = await many.Trial(160, 4, in_flight=4, rate=200).run()
    assert (outcome.people, outcome.kills, outcome.state) == (160, 4, State.DONE), outcome
    assert (outcome.lost, outcome.undoubted) == (0, 0), outcome
    assert sum(outcome.report[::2]) == 160, outcome
    assert max(outcome.at_kills) <= 4, outcome
    assert outcome.damaged == "ok", outcome


async def test_in_encrypted_rooms_four_kills_lose_and_repeat_nothing(homeserver: Homeserver) -> None:
    outcome = await matrix.Trial(homeserver, kills=4).run()
    assert outcome.kills == 4, outcome
    assert outcome.messages > 20, outcome
    assert (outcome.lost, outcome.duplicates, outcome.disordered) == (0, 0, 0), outcome
