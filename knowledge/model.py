"""What the files of `knowledge/content` hold, checked field by field."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
TerritoryId = Annotated[str, Field(pattern=r"^(dep|reg|epci|com|ter)-[a-z0-9-]+$")]
Axis = Annotated[int, Field(ge=1, le=4)]
Said = Annotated[str, Field(min_length=1)]

Kind = Literal[
    "axis",
    "measure",
    "programme",
    "action",
    "amount",
    "contract",
    "territory",
    "finding",
    "issue",
    "statistic",
    "method",
    "planning",
    "governance",
    "actor",
    "participation",
    "calendar",
    "call",
    "document",
    "glossary",
]
CONFIRMED_FOR = timedelta(days=365)
ValueKind = Literal[
    "amount", "rate", "count", "date", "hour", "frequency", "duration", "age", "rank", "address", "person", "place"
]


class Model(BaseModel):
    """Frozen, and no field that is not known: a misspelt one is an error, not a silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Document(Model):
    """A source. `file`: its name; `dated`: when known; `said`: its date in words; `about`: its territory."""

    id: Identifier
    file: Said
    title: Said
    short: Said
    dated: date | None = None
    said: Said
    about: TerritoryId | None = None


class Territory(Model):
    """A place of the documents. `id`: `dep-44`, `reg-52`, `epci-244400404`, or `ter-…` for what has no code.

    `name`: with its article where it has one ("la Nièvre"); `inside`: the larger ones; `names`: other ways to say it;
    `priorities`: the records of the priorities that the documents name for it.
    """

    id: TerritoryId
    name: Said
    inside: tuple[TerritoryId, ...] = ()
    names: tuple[Said, ...] = ()
    note: str = ""
    priorities: tuple[Identifier, ...] = ()


class Value(Model):
    """A figure, a date, a place or a name that the documents give.

    `of`: what it measures, in the words people use ("actions", "participants"); `said`: as it is shown ("18 actions");
    `territories`: whose it is, when the record speaks of several; `quote`: the document's own words, with the figure.
    """

    kind: ValueKind
    of: Said
    said: Said
    territories: tuple[TerritoryId, ...] = ()
    quote: str = ""


class Record(Model):
    """One thing that can be answered. `text`: the standard answer; `simple`: the same in simple French.

    `document`: where it is said first; `also`: other documents that say it; `quotes`: short extracts, verbatim;
    `axes`: of the pact; `territories`: where it holds, none for the whole country; `questions`: how people ask it;
    `words`: other words for it; `years`: those it speaks of; `official`: False for what the documents do not say.
    """

    id: Identifier
    kind: Kind
    title: Said
    text: str = ""
    simple: str = ""
    english: str = ""
    document: Identifier
    also: tuple[Identifier, ...] = ()
    quotes: tuple[Said, ...] = ()
    axes: tuple[Axis, ...] = ()
    territories: tuple[TerritoryId, ...] = ()
    themes: tuple[Identifier, ...] = ()
    years: tuple[int, ...] = ()
    values: tuple[Value, ...] = ()
    questions: tuple[Said, ...] = ()
    words: tuple[Said, ...] = ()
    see: tuple[Identifier, ...] = ()
    acronym: str = ""
    official: bool = True

    @model_validator(mode="after")
    def _says_something(self) -> Record:
        if not self.text and not self.values:
            raise ValueError("il faut un texte ou des valeurs (text, values)")
        return self


ANNOUNCED = "agents"
"""The "document" of an event that no document holds: agents announced it."""


class Event(Model):
    """A day of the calendar. `start`, `end`: first and last day; `said`: when the date is vague ("Automne 2024").

    `cancelled`: it will not take place; `revision`: how many times it was changed; `announced`: the day an agent did.
    """

    id: Identifier
    title: Said
    start: date | None = None
    end: date | None = None
    hour: time | None = None
    said: str = ""
    place: str = ""
    online: bool = False
    organiser: str = ""
    territory: TerritoryId | None = None
    axes: tuple[Axis, ...] = ()
    registration: str = ""
    detail: str = ""
    simple: str = ""
    document: Identifier
    quote: Said
    words: tuple[Said, ...] = ()
    questions: tuple[Said, ...] = ()
    cancelled: bool = False
    revision: int = 0
    announced: date | None = None

    @model_validator(mode="after")
    def _is_dated(self) -> Event:
        if not self.start and not self.said:
            raise ValueError("il faut un jour (start) ou une date en mots (said)")
        if self.start and self.end and self.end < self.start:
            raise ValueError("la fin (end) est avant le début (start)")
        return self


class Contact(Model):
    """Someone to write to, or a named person. `territory`: theirs; `confirmed`: when it was last checked."""

    id: Identifier
    who: Said
    name: str = ""
    role: str = ""
    address: str = ""
    territory: TerritoryId | None = None
    answers: bool = False
    """Questions about the pact in that territory may be sent there."""
    detail: str = ""
    simple: str = ""
    document: Identifier
    quote: Said
    confirmed: date | None = None
    words: tuple[Said, ...] = ()
    questions: tuple[Said, ...] = ()

    def is_fresh(self, today: date) -> bool:
        """Confirmed in the last twelve months; else it is said to be checked."""
        return self.confirmed is not None and today - self.confirmed < CONFIRMED_FOR


_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")


def figures(text: str) -> tuple[str, ...]:
    """The numbers of a text, without spaces between thousands, with a decimal point.

    >>> figures("1 058 000 € et 12,8 %")
    ('1058000', '12.8')
    """
    joined = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))", "", text)
    return tuple(match.group().replace(",", ".") for match in _DIGITS.finditer(joined))
