"""The fields of a service that editors correct: how they are called, and what is kept of a new value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.handlers.form import AnswerError
from bot.handlers.participate_answers import clean
from bot.mailboxes import valid_address
from bot.talk import points
from bot.talk.word_lists import word_lists
from directory import hours_prose, phones
from directory.hours_grammar import Spot, read_rules
from directory.words import words
from directory.zones import HOME

LONGEST_LINE, LONGEST_TEXT = 200, 3000
NONE = "aucun"
_ADDRESS = re.compile(r"(.{2,}?)[\s,]+(\d{5})\s+(\D{2,}?)")
_LINK = re.compile(r"https?://[^\s<>\"]{4,300}")
_FREE = frozenset(("gratuit", "gratuite", "gratuits", "free"))
_PAID = frozenset(("payant", "payante", "payants", "participation"))
Values = Mapping[str, str | float | None]


@dataclass(frozen=True, slots=True)
class Field:
    """`read` gives the columns of a record (data·inclusion's names) that a text says. Raises AnswerError.

    `shown`: the columns that hold it; `empties`: whether it may be emptied.
    """

    name: str
    shown: tuple[str, ...]
    read: Callable[[str], Values]
    empties: bool = True


def _line(column: str) -> Callable[[str], Values]:
    def read(said: str) -> Values:
        line = " ".join(clean(said).split())
        if len(line) > LONGEST_LINE:
            raise AnswerError("service-long", most=str(LONGEST_LINE), count=str(len(line)))
        return {column: line}

    return read


def _text(column: str) -> Callable[[str], Values]:
    def read(said: str) -> Values:
        text = clean(said)
        if len(text) > LONGEST_TEXT:
            raise AnswerError("service-long", most=str(LONGEST_TEXT), count=str(len(text)))
        return {column: text}

    return read


def read_hours(said: str) -> Values:
    """Opening hours in words, or as OpenStreetMap writes them; nothing that is not understood. Raises AnswerError."""
    typed = " ".join(clean(said).split())
    hours = hours_prose.read(typed) or typed
    if read_rules(hours, Spot(HOME)) is None:
        raise AnswerError("service-bad-hours")
    return {"horaires_accueil": hours}


def read_phone(said: str) -> Values:
    """A number that can be called; one that costs more is refused. Raises AnswerError."""
    found = phones.read(clean(said), "")
    if not found:
        raise AnswerError("service-bad-phone")
    if any(one.cost is phones.Cost.PREMIUM for one in found):
        raise AnswerError("service-premium-phone")
    return {"telephone": phones.stored(found)}


def read_address(said: str) -> Values:
    """A street, a postal code and a commune. Raises AnswerError."""
    found = _ADDRESS.fullmatch(" ".join(clean(said).split()))
    if not found:
        raise AnswerError("service-bad-address")
    return {"adresse": found[1].strip(" ,"), "code_postal": found[2], "commune": found[3].strip()}


def _position(said: str) -> Values:
    try:
        latitude, longitude = points.point(said)
    except points.PointError as wrong:
        raise AnswerError(str(wrong)) from None
    return {"latitude": latitude, "longitude": longitude}


def _mail(said: str) -> Values:
    address = clean(said)
    if not valid_address(address):
        raise AnswerError("service-bad-mail")
    return {"courriel": address}


def _link(said: str) -> Values:
    link = clean(said)
    if not _LINK.fullmatch(link):
        raise AnswerError("service-bad-link")
    return {"lien_mobilisation": link}


def _fees(said: str) -> Values:
    spoken = set(words(said))
    if spoken & _FREE:
        return {"frais": "gratuit"}
    if spoken & _PAID:
        return {"frais": "payant", **_line("frais_precisions")(said)}
    raise AnswerError("service-bad-fees")


FIELDS = (
    Field("hours", ("horaires_accueil",), read_hours),
    Field("phone", ("telephone",), read_phone),
    Field("address", ("adresse", "code_postal", "commune"), read_address, empties=False),
    Field("position", ("latitude", "longitude"), _position),
    Field("name", ("nom",), _line("nom"), empties=False),
    Field("description", ("description",), _text("description"), empties=False),
    Field("mail", ("courriel",), _mail),
    Field("link", ("lien_mobilisation",), _link),
    Field("fees", ("frais", "frais_precisions"), _fees),
    Field("conditions", ("conditions_acces",), _text("conditions_acces")),
)


def field_named(said: str) -> Field | None:
    """The field that a text names, misspelt perhaps: "telephonne", "adresse mail", "les horaires"."""
    known, spoken = word_lists("service_words.toml", "field"), words(said)
    named = next((name for name in known.lists if known.any_of(name, spoken)), None)
    return next((field for field in FIELDS if field.name == named), None)


def emptied(field: Field, said: str) -> Values | None:
    """The columns emptied, when a text asks for it; None when it does not."""
    if not field.empties or " ".join(words(said)) not in (NONE, "aucune", "vide", "rien"):
        return None
    return dict.fromkeys(field.shown)
