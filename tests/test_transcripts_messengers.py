"""The transcripts, word for word, through the whole way: Telegram's double, and a real homeserver with encryption."""

from __future__ import annotations

import asyncio
import re
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry

from bot.app import House
from bot.cli.campaigning import clock_of
from bot.cli.messengers import make_mailroom
from bot.platforms.matrix import MatrixCarrier, MatrixSettings, open_matrix
from bot.platforms.telegram import TelegramCarrier, TelegramSettings, open_telegram
from bot.post.carrier import Carrier, Manner, Parcel
from bot.post.door import Door
from bot.post.mailroom import Mailroom
from bot.post.pace import Limits, Pace
from bot.post.sender import Sender
from bot.post.weather import Weather
from bot.talk.keep import Keep
from bot.talk.message import Message, Reply
from tests.house import TUESDAY, Clock
from tests.matrix_server import Homeserver, Human, NewHuman
from tests.postman import goes_round
from tests.scripts import NOTHING, POSITION, UNASKED, Paper, Stage, exchanges
from tests.telegram_server import Sent, TelegramServer
from tests.test_transcripts import SCRIPTS
from tests.waiting import until

PARTS = 4
"""Each part has the time that a test may take."""
MORE = 100 // PARTS
# Telegram's limit.
LONGEST = 4096


@dataclass
class Counting:
    """The dialogue, counting what it answers."""

    house: House
    answered: int = 0

    async def answer(self, message: Message, keep: Keep | None = None) -> Reply:
        try:
            return await self.house.dialogue.answer(message, keep)
        finally:
            self.answered += 1

    def apology(self, message: Message) -> Reply:
        return self.house.dialogue.apology(message)

    def warning(self, message: Message) -> Reply | None:
        return self.house.dialogue.warning(message)


@dataclass
class Way:
    """A mailroom between a messenger and the house. What one person is sent may leave without pause."""

    mailroom: Mailroom
    talk: Counting
    sender: Sender

    async def answers(self, number: int) -> None:
        """Wait until so many messages are answered, and all is sent."""
        await until(lambda: self.talk.answered >= number and not self.mailroom.lanes.busy, 60)
        await until(lambda: self.sender.quiet, 60)


@dataclass
class Counted:
    """A carrier, counting what each room was sent."""

    carrier: Carrier
    sent: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        return self.carrier.name

    @property
    def manner(self) -> Manner:
        return self.carrier.manner

    def pack(self, reply: Reply, to: Message | None) -> tuple[Parcel, ...]:
        return self.carrier.pack(reply, to)

    async def send(self, room: str, parcel: Parcel, key: str) -> None:
        await self.carrier.send(room, parcel, key)
        content = parcel.get("content")
        self.sent[room] += isinstance(content, dict) and content.get("msgtype") == "m.notice"


async def texts(human: Human, since: int, number: int) -> list[str]:
    """The first texts that a person was sent since, in order; files and places are left out."""
    async with asyncio.timeout(60):
        while True:
            said = [event.source["content"] for event in human.messages[since:]]
            if len(found := [each["body"] for each in said if each.get("msgtype") == "m.notice"]) >= number:
                return found[:number]
            await human.sync()


@asynccontextmanager
async def way(
    house: House, clock: Clock, opens: Callable[[Mailroom, Weather], tuple[Door, TelegramCarrier | MatrixCarrier]]
) -> AsyncIterator[Way]:
    """Open the way, and close it."""
    mailroom, talk, weather = make_mailroom(house, CollectorRegistry(), clock=clock), Counting(house), Weather()
    mailroom.answering.talk = talk
    door, carrier = opens(mailroom, weather)
    house.dialogue.fetching.platforms[carrier.name] = carrier.fetch
    sender = mailroom.add(carrier, weather)
    sender.delivery.pace = Pace(Limits())
    await mailroom.take_up(TUESDAY)
    tasks = [asyncio.create_task(door.listen()), asyncio.create_task(sender.run())]
    try:
        yield Way(mailroom, talk, sender)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await door.close()


@dataclass
class Someone:
    """A person on a messenger. `hears`: what they were sent since they last said something, or listened."""

    says: Callable[[str], Awaitable[str]]
    hears: Callable[[], Awaitable[list[str]]]


Meet = Callable[[str], Awaitable[Someone]]


async def replay(house: House, clock: Clock, through: Way, meet: Meet, *, part: int, by_words: bool) -> int:
    """Replay each transcript of a part, with somebody new; gives the number of answers."""
    here, elsewhere = (
        house.wording.say("fr", f"forgotten-{where}") for where in (through.sender.delivery.carrier.name, "elsewhere")
    )
    seen, chores = 0, clock_of(house, through.mailroom)
    for name, script in sorted(SCRIPTS.items())[part::PARTS]:
        stage, people, unasked = Stage(house, clock), dict[str, Someone](), defaultdict[str, list[str]](list)
        await stage.clear()

        async def answered(said: str, stage=stage, people=people, unasked=unasked) -> str:
            if stage.speaker not in people:
                people[stage.speaker] = await meet(stage.speaker)
            if said != UNASKED:
                said_back: str = await people[stage.speaker].says(stage.worded(said))
                return said_back
            for _ in range(2):
                await goes_round(chores)
                await until(lambda: through.sender.quiet, 10)
            for who, person in people.items():
                unasked[who] += await person.hears()
            return "\n\n".join(unasked.pop(stage.speaker)) or NOTHING

        for exchange in exchanges(script):
            await stage.set(exchange.before)
            # What the platform itself keeps is the only sentence that differs from one to another.
            said, expected = exchange.said, exchange.answer.replace(elsewhere, here)
            if not 0 < len(said) <= LONGEST:
                continue  # no messenger carries it
            answer = stage.heard(await answered(said))
            if by_words:
                assert answer.split() == expected.split(), f"{name}: {said}"
            else:
                assert answer.strip() == expected, f"{name}: {said}"
            seen += 1
    return seen


@pytest.mark.parametrize("part", range(PARTS))
async def test_through_telegram(house: House, clock: Clock, part: int) -> None:
    async with TelegramServer() as telegram:
        telegram.flood.on = False
        settings = TelegramSettings(token=telegram.token, api_url=telegram.url)

        async def nothing(_text: str, _language: str | None) -> Reply:
            return Reply(())

        async with way(
            house,
            clock,
            lambda post, weather: open_telegram(
                settings, post=post, words=house.wording.say, inquire=nothing, weather=weather
            ),
        ) as through:

            async def meet(_name: str) -> Someone:
                person = telegram.person(language="")
                heard = 0

                def choices(sent: Iterable[Sent]) -> str:
                    labels = [label for each in sent for label in each.buttons if not label.startswith("📍")]
                    return "\n".join(f"{rank}. {label}" for rank, label in enumerate(labels, 1))

                def shown(before: int) -> list[Sent]:
                    nonlocal heard
                    heard = len(person.heard)
                    return [each for each in person.heard[before:] if each.method == "sendMessage"]

                async def hears() -> list[str]:
                    return [f"{each.text}\n{choices([each])}" for each in shown(heard)]

                async def says(text: str) -> str:
                    before, number = len(person.heard), through.talk.answered + 1
                    if at := POSITION.fullmatch(text):
                        person.shares(float(at[1]), float(at[2]))
                    elif paper := Paper.of(text):
                        person.sends_file(paper.name, held=paper.content, caption=paper.caption)
                    else:
                        person.says(text)
                    await through.answers(number)
                    sent = shown(before)
                    return "\n".join([*(each.text for each in sent), choices(sent)])

                return Someone(says, hears)

            assert await replay(house, clock, through, meet, part=part, by_words=True) > MORE


@pytest.mark.parametrize("part", range(PARTS))
async def test_through_an_encrypted_room(
    house: House, clock: Clock, homeserver: Homeserver, new_human: NewHuman, tmp_path: Path, part: int
) -> None:
    robot = homeserver.register(f"solipacte-transcripts-{part}")
    settings = MatrixSettings(
        homeserver=homeserver.url, user=robot, password="secret", folder=tmp_path / "matrix", pickle_key="tests"
    )
    async with way(house, clock, lambda post, weather: open_matrix(settings, post=post, weather=weather)) as through:
        known: dict[str, Human] = {}
        carrier = Counted(through.sender.delivery.carrier)
        through.sender.delivery.carrier = carrier

        async def meet(name: str) -> Someone:
            human = known[name] = known.get(name) or await new_human()
            room = await human.opens(robot)
            await human.joined(room)
            start, heard = len(human.messages), 0

            async def hears() -> list[str]:
                nonlocal heard
                before, heard = heard, carrier.sent[room]
                return (await texts(human, start, heard))[before:]

            async def says(text: str) -> str:
                nonlocal heard
                before, number = carrier.sent[room], through.talk.answered + 1
                if at := POSITION.fullmatch(text):
                    place = {"msgtype": "m.location", "body": "ici", "geo_uri": f"geo:{at[1]},{at[2]}"}
                    await human.sends(room, "m.room.message", place)
                elif paper := Paper.of(text):
                    await human.sends_file(room, paper.name, paper.content, caption=paper.caption)
                else:
                    await human.says(room, text)
                await through.answers(number)
                heard = carrier.sent[room]
                return "\n\n".join((await texts(human, start, heard))[before:])

            return Someone(says, hears)

        assert await replay(house, clock, through, meet, part=part, by_words=False) > MORE


def test_every_transcript_is_read_whole() -> None:
    for script in SCRIPTS.values():
        assert len(list(exchanges(script))) == len(re.findall(rf"^(?:>|{UNASKED}$)", script, re.MULTILINE))
