"""What is said before anything else when a message speaks of danger. Needs no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self
from zoneinfo import ZoneInfo

from bot.records.effects import Count
from bot.talk import crisis
from bot.talk.commands import spoken_commands
from bot.talk.message import Block, Choice, Effect, Message, Reply, Text
from bot.talk.understanding import Understood
from bot.talk.wording import Voice
from directory.words import words
from directory.zones import HOME

# The themes that only say the danger again: nothing else was asked for.
_SAME_THING: Mapping[str, frozenset[str]] = {
    "violence": frozenset({"violences", "famille", "urgence"}),
    "child": frozenset({"violences", "famille", "jeunes", "urgence"}),
    "attack": frozenset({"violences", "famille", "urgence"}),
    "elder": frozenset({"violences", "personnes_agees", "handicap", "urgence"}),
    "online": frozenset({"violences", "jeunes", "numerique", "urgence"}),
    "suicide": frozenset({"sante_mentale", "sante", "urgence"}),
    "act": frozenset({"sante_mentale", "sante", "urgence", "addictions"}),
    "medical": frozenset({"sante", "urgence", "addictions", "famille"}),
    "fire": frozenset({"urgence", "logement_hebergement", "energie"}),
    "silence": frozenset({"urgence", "handicap", "violences"}),
    "emergency": frozenset({"urgence", "acces_droits", "sante"}),
}
# Every second counts: nothing is asked unless the person says where, of their own accord.
_NOW = frozenset({"act", "attack", "fire", "medical"})
MOST_NUMBERS = 4
MOST_CHOICES = 6
# No spoken command is longer.
LONGEST_COMMAND = 60
FALSE_ALARM = "/fausse-alerte"


@dataclass(frozen=True, slots=True)
class Alarm:
    """The danger a message speaks of, if any; `at`: the time, aware, where the person most likely is."""

    danger: crisis.Danger | None
    at: datetime

    @classmethod
    def of(cls, message: Message, now: datetime) -> Self:
        """Look at what was written, never at what a button sends."""
        text = message.text
        command = message.pressed or text.startswith("/")
        if not command and len(text) <= LONGEST_COMMAND:
            command = " ".join(words(text)) in spoken_commands()
        danger = None if command else crisis.recognise(text)
        return cls(danger, now.astimezone(ZoneInfo(HOME)))

    @staticmethod
    def is_number(digits: str) -> bool:
        """Whether digits are the number of a line we give."""
        return digits in crisis.lines()

    @property
    def number(self) -> str | None:
        """The number that the danger calls for."""
        return self.danger.number if self.danger else None

    @property
    def first_person(self) -> bool:
        """The person speaks of their own danger."""
        return self.danger is not None and self.danger.person == "self"

    @property
    def effects(self) -> tuple[Effect, ...]:
        """One more of its kind this day; nothing tells who."""
        return (Count(f"danger:{self.danger.kind}"),) if self.danger else ()

    def alone(self, understood: Understood) -> bool:
        """Nothing but the danger was said: no place, no other need. Then no question follows the numbers.

        Somebody on the street tonight is asked where: a place to sleep is what they need.
        """
        if not self.danger or self.danger.kind == "street" or understood.has_place:
            return False
        if self.danger.kind in _NOW:
            return True
        return not set(understood.needs.themes) - _SAME_THING[self.danger.kind]

    def before(self, reply: Reply, voice: Voice) -> Reply:
        """The reply, with what the danger calls for in front of it."""
        if not self.danger:
            return reply
        plan = crisis.plan(self.danger, at=self.at)
        choices = (Choice(say(voice, plan.choices[-1]), FALSE_ALARM),)
        rest = tuple(choice for choice in reply.choices if choice.sends != FALSE_ALARM)
        offered = (*rest[: MOST_CHOICES - 1], *choices)
        return replace(
            reply, blocks=(*_blocks(plan, voice, followed=bool(reply.blocks)), *reply.blocks), choices=offered
        )


def say(voice: Voice, sentence: crisis.Sentence) -> str:
    """A sentence of `crisis.ftl`; what it lacks of an attribute is said by the sentence itself."""
    name = f"{sentence.message}.{sentence.attribute}" if sentence.attribute else sentence.message
    return voice(name, **sentence.arguments)


def offered_line(voice: Voice, offered: crisis.Offered) -> str:
    """A number, when it answers and what it costs, then what it is for: "115 (jour et nuit, gratuit) : un abri…"."""
    details = [say(voice, offered.hours), say(voice, offered.cost)]
    if not offered.open:
        details.append(voice("number-closed"))
    if offered.to_check:
        details.append(voice("number-to-check"))
    number = voice("crisis-number", number=offered.number, details=voice.listed(details))
    return voice(offered.line.message, **{**offered.line.arguments, "number": number})


def _blocks(plan: crisis.CrisisPlan, voice: Voice, *, followed: bool) -> tuple[Block, ...]:
    first, *others = plan.numbers
    kind = " ".join((say(voice, plan.kind), *(say(voice, sentence) for sentence in plan.now)))
    after = plan.after if followed else plan.after[:-1]
    blocks: list[Block] = [Text(offered_line(voice, first), urgent=True), Text(kind)]
    if others:
        blocks.append(Text("\n".join(offered_line(voice, other) for other in others[: MOST_NUMBERS - 1])))
    blocks.append(Text(" ".join(say(voice, sentence) for sentence in after)))
    return tuple(blocks)
