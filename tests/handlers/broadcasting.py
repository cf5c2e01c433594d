"""What the tests of messages to many people share."""

from __future__ import annotations

import re

from sqlalchemy.engine import Connection

from bot.app import House
from bot.records import campaigns, subscriptions
from bot.records.campaign import Campaign
from bot.records.subscriptions import Wish
from bot.talk.message import Address
from tests.handlers.test_events import say

TEXT = "Le guichet de Nantes ferme à 16 h cette semaine."
WORD = re.compile(r"recopiez ce mot\s: ([A-Z]+)")


async def subscribed(house: House, people: int, *territories: str) -> None:
    """So many people want the reminders of these départements."""
    now = house.dialogue.clock()

    def write(connection: Connection) -> None:
        for number in range(people):
            wish = Wish(territories or ("dep-44",))
            subscriptions.subscribe(connection, house.vault, Address("telegram", f"p{number}"), wish, now=now)

    await house.store.write(write)


async def known(house: House) -> list[Campaign]:
    return await house.store.read(lambda c: campaigns.written_by_agents(c, most=100))


async def ready_to_confirm(house: House, who: str = "agente", text: str = TEXT) -> str:
    """Write a message up to the word to copy; gives the word."""
    for said in ("/diffusion nouvelle", text, "voir"):
        await say(house, said, who)
    found = WORD.search(answer := await say(house, "envoyer", who))
    assert found, answer
    return found[1]


async def confirmed(house: House, who: str = "agente", text: str = TEXT) -> str:
    return await say(house, await ready_to_confirm(house, who, text), who)
