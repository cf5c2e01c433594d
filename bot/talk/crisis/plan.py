"""What to say to somebody in danger, as message ids and arguments: the numbers first, then what to do now.

`bot/locales/<language>/crisis.ftl` holds the sentences; nothing is read from a database.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from bot.talk.crisis import numbers
from bot.talk.crisis.recognition import Danger
from directory.words import tokens

Argument = str | int

# When the line of a kind is closed, one that answers at any hour.
_WHEN_CLOSED = MappingProxyType({"elder": "17", "online": "17"})
# Dangers in which somebody may be reading over the person's shoulder.
_WATCHED = frozenset({"violence", "attack", "child", "silence"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One Fluent message and its arguments. `attribute`: what is after the point in `crisis-street.other`."""

    message: str
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    attribute: str | None = None


@dataclass(frozen=True, slots=True)
class Offered:
    """A number as it is shown: what it is for, when it answers, what it costs.

    `to_check`: its source was read more than a year ago.
    """

    number: str
    line: Sentence
    hours: Sentence
    cost: Sentence
    open: bool
    to_check: bool


@dataclass(frozen=True, slots=True)
class CrisisPlan:
    """In the order to show: `numbers`, `kind` (a kind word), `now` (what to do), `after` (what the bot is).

    `choices`: the labels « C'est bien ça » and « Ce n'est pas ça »; empty when there is nothing to ask.
    """

    numbers: tuple[Offered, ...]
    kind: Sentence
    now: tuple[Sentence, ...]
    after: tuple[Sentence, ...]
    choices: tuple[Sentence, ...]

    def messages(self) -> tuple[Sentence, ...]:
        """Every sentence, in order."""
        offered = (part for number in self.numbers for part in (number.line, number.hours, number.cost))
        return (*offered, self.kind, *self.now, *self.after)


def plan(danger: Danger, *, at: datetime) -> CrisisPlan:
    """What to show; `at` is aware and in the zone of the place, so that hours are those of the person."""
    kind = Sentence(f"crisis-{danger.kind}", attribute="other" if danger.person == "other" else None)
    now = [Sentence(f"crisis-{danger.kind}-now")]
    if "114" in (danger.number, *danger.others):
        now.append(Sentence("crisis-cannot-speak"))
    if danger.kind in _WATCHED:
        now.append(Sentence("crisis-erase"))
    return CrisisPlan(
        numbers=tuple(offered(number, at=at) for number in _order(danger, at)),
        kind=kind,
        now=tuple(now),
        after=(Sentence("crisis-robot"), Sentence("crisis-sos"), Sentence("crisis-search-follows")),
        choices=(Sentence("crisis-yes"), Sentence("crisis-no")),
    )


def _order(danger: Danger, at: datetime) -> tuple[str, ...]:
    """The number of the danger, one that is open when it is not, then the others that are open."""
    wanted = [danger.number]
    if not numbers.is_open(danger.number, at=at):
        wanted = [_WHEN_CLOSED.get(danger.kind, "112"), danger.number]
    wanted += [number for number in danger.others if number not in wanted and numbers.is_open(number, at=at)]
    return tuple(wanted)


def offered(number: str, *, at: datetime) -> Offered:
    """One number with its hours and cost; raises KeyError for a number that is not in the table."""
    line = numbers.line(number)
    arguments: dict[str, Argument] = {}
    hours = line.hours
    if line.opens is not None and line.closes is not None:
        arguments = {"from": line.opens, "to": line.closes}
    name = f"hours-{hours}" if arguments or hours in ("always", "unknown") else f"hours-{hours}-unknown"
    return Offered(
        number=line.number,
        line=Sentence(f"number-{line.code}", {"number": line.number}),
        hours=Sentence(name, arguments),
        cost=Sentence(f"cost-{line.cost}"),
        open=line.open_at(at),
        to_check=numbers.stale(number, on=at.date()),
    )


# Words around a number that is asked for alone: "le 115 svp", "appeler le 3919 ?".
_AROUND = frozenset({
    "le", "la", "numero", "appeler", "appelle", "appelez", "contacter", "joindre", "c", "est", "quoi", "qu",
    "que", "svp", "stp", "s", "il", "vous", "te", "plait", "call", "number", "the", "llamar", "el",
    "رقم", "номер",
})  # fmt: skip


def asked_number(text: str) -> str | None:
    """The number that somebody typed alone, by its digits; None for any other message."""
    words = [token.word for token in tokens(text[:80])]
    digits = "".join(word for word in words if word.isdigit())
    rest = [word for word in words if not word.isdigit()]
    return digits if digits in numbers.lines() and all(word in _AROUND for word in rest) else None
