"""The one path from a message to its reply, shared by every platform."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

import structlog
from sqlalchemy.engine import Connection

from bot.records.agents import NotPermittedError, Speaker, rights_of
from bot.records.effects import MovedError, record
from bot.records.invitations import invited
from bot.records.offer_book import OfferBook
from bot.records.people import Person, load
from bot.records.permissions import Right, may
from bot.records.privacy import Vault
from bot.records.rights import everything
from bot.records.store import SettledError, Store, StoreUnavailable
from bot.talk.alarm import Alarm
from bot.talk.allowed import for_everybody, refusal
from bot.talk.choosing import asked_again, back_to_form, chosen
from bot.talk.commands import meant, spoken_commands
from bot.talk.facts import facts
from bot.talk.failures import where
from bot.talk.fetching import Fetching
from bot.talk.followed import Followed
from bot.talk.keep import Keep
from bot.talk.lanes import Lanes
from bot.talk.message import Message, Reply, Text
from bot.talk.router import Found, Heard, Router
from bot.talk.sought import Remember
from bot.talk.standing import next_state, spoken_in
from bot.talk.turn import Turn
from bot.talk.understanding import Understanding, Understood
from bot.talk.wording import Voice, Wording
from directory.finder import Finder
from directory.ledger.clerk import Clerk
from directory.words import LONGEST_TEXT
from knowledge.keeper import Keeper
from knowledge.model import Contact

log = structlog.get_logger(__name__)

# How many times a message is answered when what it changes keeps moving.
_TRIES = 4


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Answers messages; `clock` gives the time, aware; `mails`: whether mail can be sent; `fetching`: files sent."""

    router: Router
    understanding: Understanding
    finder: Finder
    knowledge: Keeper
    wording: Wording
    store: Store
    vault: Vault
    clock: Callable[[], datetime]
    base_url: str = ""
    correct: Callable[[Contact], Awaitable[None]] | None = None
    lanes: Lanes = field(default_factory=Lanes)
    fetching: Fetching = field(default_factory=Fetching)
    mails: bool = False
    clerk: Clerk | None = None

    async def answer(self, message: Message, keep: Keep | None = None) -> Reply:
        """One reply, always: after an error, an apology, and the emergency number all the same.

        With `keep`, the reply and what it changes are written together or not at all: raises StoreUnavailable, for
        the message to be answered later, or what `keep` itself refuses (SettledError).
        """
        async with self.lanes.of(message.address):
            now = self.clock()
            alarm = Alarm(None, now)
            try:
                alarm = Alarm.of(message, now)
                return await self._settled(message, alarm, now, keep)
            except Exception as error:
                if keep and isinstance(error, StoreUnavailable | SettledError):
                    raise
                # Neither the message of the error nor its values: they may quote the person.
                said = {"platform": message.address.platform, "error": type(error).__name__, "where": where(error)}
                log.error("no answer", **said)  # noqa: TRY400 - `exception` would print the values
                reply = self.apology(message, alarm)
                if keep:
                    await self.store.write(keep(reply, failed=True))
                return reply

    async def _settled(self, message: Message, alarm: Alarm, now: datetime, keep: Keep | None) -> Reply:
        """Answer, and again when what the answer was made from, or a right, changed meanwhile. Raises MovedError."""
        for _ in range(_TRIES - 1):
            with suppress(MovedError, NotPermittedError):
                return await self._answer(message, alarm, now, keep)
        return await self._answer(message, alarm, now, keep)

    async def glance(self, message: Message) -> Reply:
        """What a stranger would be answered: nothing is read of anyone, nothing is written."""
        now = self.clock()
        alarm, understood = Alarm.of(message, now), self.understanding.of(message.text)
        stranger = Person(uid=b"")
        voice = self._voice(message, stranger, understood)
        reply = await self._reply(message, stranger, understood, voice, alarm, now)
        return replace(alarm.before(reply, voice), effects=(), then=None)

    def apology(self, message: Message, alarm: Alarm | None = None) -> Reply:
        """What is said when nothing else can be: an incident, and the emergency numbers."""
        voice = self.wording.voice(message.language or "fr")
        alarm = alarm or Alarm.of(message, self.clock())
        return alarm.before(Reply((Text(voice("out-of-order")),), language=voice.language), voice)

    def warning(self, message: Message) -> Reply | None:
        """What a message in danger calls for, without any memory; None when it tells of no danger."""
        alarm = Alarm.of(message, self.clock())
        if alarm.danger is None:
            return None
        voice = self.wording.voice(self.understanding.of(message.text).language or message.language or "fr")
        return alarm.before(Reply((), language=voice.language), voice)

    async def _answer(self, message: Message, alarm: Alarm, now: datetime, keep: Keep | None) -> Reply:
        try:
            person = await self.store.read(lambda connection: load(connection, self.vault, message.address, now))
            remembers = True
        except StoreUnavailable:
            if keep:
                raise
            person, remembers = Person(uid=self.vault.uid(message.address)), False
        message = await self._readable(message, now)
        # What is written beside a file tells what it is, in whatever words.
        understood = self.understanding.of("" if message.pressed or message.file else message.text)
        voice = self._voice(message, person, understood)
        person = spoken_in(person, voice, understood)
        reply = await self._reply(message, person, understood, voice, alarm, now)
        reply = alarm.before(reply, voice)
        if remembers:
            try:
                await self._record(message, person, reply, alarm, now, keep)
            except StoreUnavailable:
                if keep:
                    raise
                remembers = False
        if not remembers:
            reply = replace(reply, blocks=(*reply.blocks, Text(voice("no-memory"))))
        return replace(reply, facts={**facts(understood, alarm, voice), **reply.facts})

    async def _reply(
        self, message: Message, person: Person, understood: Understood, voice: Voice, alarm: Alarm, now: datetime
    ) -> Reply:
        state = person.state
        if len(message.text) > LONGEST_TEXT:
            return asked_again(state, voice, Text(voice("too-long", most=LONGEST_TEXT)))
        if message.unread and not message.text.strip():
            return asked_again(state, voice, Text(voice(f"unread-{message.unread}")))
        in_form = state.step is not None and state.step.name in self.router.forms
        text, refused = chosen(message, state, voice, in_form=in_form)
        if refused:
            return refused
        if text != message.text:
            understood = self.understanding.of("")
        said, located = understood.said, message.position is not None
        attached = message.file is not None
        heard = Heard(text, said, danger=alarm.first_person, meant=meant(said), located=located, attached=attached)
        alone = alarm.alone(understood) and not text.startswith("/") and not attached
        if alone and not in_form:
            return Reply((), then=state.step, language=voice.language)
        # In a form what tells of others is an answer: "nous accueillons des femmes battues".
        asked = self.router.again(state.step) if alone and alarm.first_person else None
        found = asked or self.router.find(heard, state.step, spoken_commands())
        rights = await self._rights(message, found.command, now)
        if (why := refusal(found.command, rights, in_group=message.group, personal=found.personal)) is not None:
            return Reply((Text(voice(why)),), language=voice.language)
        turn = replace(self._turn(message, person, understood, voice, alarm, now, found), rights=rights)
        reply = replace(await found.handler(turn), language=voice.language)
        if message.unread:
            reply = replace(reply, blocks=(*reply.blocks, Text(voice(f"unread-{message.unread}"))))
        return await back_to_form(found, turn, reply)

    async def _readable(self, message: Message, now: datetime) -> Message:
        """A message whose file, when nobody may send one here, is one that is not read; nothing of it is fetched."""
        if message.file:
            command = self.router.filing
            if not may(command, await self._rights(message, command, now)):
                return replace(message, file=None, unread="file")
        return message

    async def _rights(self, message: Message, command: str, now: datetime) -> tuple[Right, ...]:
        """What an agent may, as of now; looked up only for what is not everybody's, in private."""
        if message.group or for_everybody(command):
            return ()
        return await self.store.read(lambda c: rights_of(c, self.vault, Speaker.of(message), now=now))

    def _turn(
        self,
        message: Message,
        person: Person,
        understood: Understood,
        voice: Voice,
        alarm: Alarm,
        now: datetime,
        found: Found,
    ) -> Turn:
        return Turn(
            message=message,
            argument=found.argument,
            known=person.state.step.known if person.state.step else {},
            person=person,
            understood=understood,
            finder=self.finder,
            knowledge=self.knowledge.current,
            voice=voice,
            alarmed=alarm.danger is not None,
            base_url=self.base_url,
            own_data=lambda: self.store.read(lambda c: everything(c, self.vault, uid=person.uid)),
            now=now,
            understand=self.understanding.of,
            correct=self.correct,
            read=self.store.read,
            mails=self.mails,
            offers=OfferBook(self.store.read, self.vault),
            vault=self.vault,
            clerk=self.clerk,
            speaker=self.vault.author(message.address.platform, message.author),
            invited=lambda code: self.store.read(lambda c: invited(c, self.vault, code, now=now)),
            fetch=partial(self.fetching.fetch, message.address.platform),
            fetch_from=self.fetching.fetch,
            scan=self.store.scan,
        )

    def _voice(self, message: Message, person: Person, understood: Understood) -> Voice:
        chosen = "fr-x-simple" if person.simple and person.language in (None, "fr") else person.language
        guessed = understood.language
        return self.wording.voice(chosen or guessed or person.state.language or message.language or "fr")

    async def _record(
        self, message: Message, person: Person, reply: Reply, alarm: Alarm, now: datetime, keep: Keep | None
    ) -> None:
        after = replace(person, state=next_state(person.state, reply))
        effects = (*(effect for effect in reply.effects if not isinstance(effect, Remember | Followed)), *alarm.effects)
        also = keep(reply, failed=False) if keep else None

        def write(connection: Connection) -> None:
            record(connection, self.vault, after, effects, now, message)
            if also:
                also(connection)

        await self.store.write(write)
