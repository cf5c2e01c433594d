"""What goes in and out of a conversation, whatever the platform. Standard library only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Self

# Telegram refuses a button whose payload is longer (Bot API, InlineKeyboardButton).
LONGEST_PAYLOAD = 64
LONGEST_FILE_NAME = 80


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person is reached: one room on one platform."""

    platform: str
    room: str


@dataclass(frozen=True, slots=True)
class Position:
    """Where a person says they are, in degrees (WGS 84). Never stored: it becomes a commune at once."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file that somebody sent: where it is, not what it holds. What it is, only its content tells.

    `name`: in one short line, to be shown; `size`: bytes, None when the platform does not tell; `handle`: how the
    platform finds it again, in terms of its own.
    """

    name: str = field(repr=False)
    size: int | None
    handle: str = field(repr=False)

    @classmethod
    def of(cls, name: object, size: object, handle: str) -> Self:
        """As a platform tells it, whatever it tells: no folder in the name, nothing that hides or turns letters."""
        last = re.split(r"[/\\]", name)[-1] if isinstance(name, str) else ""
        seen = "".join(sign for sign in last if unicodedata.category(sign) not in _UNSEEN)
        told = size if isinstance(size, int) and not isinstance(size, bool) and size >= 0 else None
        return cls(seen.strip()[:LONGEST_FILE_NAME], told, handle)


# Controls, marks of direction, halves of letters, line separators.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

Unread = Literal["file", "voice", "picture", "sealed", "other"]
"""`sealed`: encrypted, and the key did not come with it."""


@dataclass(frozen=True, slots=True)
class Message:
    """What a person said. `pressed`: a button was pressed, so `text` is what the button sends."""

    address: Address
    text: str
    position: Position | None = None
    pressed: bool = False
    language: str | None = None
    """What the platform knows of the person's language (BCP 47), a hint only."""
    group: bool = False
    """Others read along: nothing personal is said here."""
    unread: Unread | None = None
    """What came with the words, or instead of them, that cannot be read."""
    file: FileRef | None = None
    """What came with the words, or instead of them, that may be fetched."""
    ref: str = ""
    """The platform's own name of this message, to answer under it where several people speak."""
    author: str = field(default="", repr=False)
    """The platform's own name of who speaks, which nobody can take over; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. Pressing it is the same as writing what it sends.

    Raises ValueError when the payload is over 64 bytes in UTF-8.
    """

    label: str
    sends: str

    def __post_init__(self) -> None:
        if len(self.sends.encode()) > LONGEST_PAYLOAD:
            raise ValueError(f"too long for a button: {self.sends!r}")


@dataclass(frozen=True, slots=True)
class Step:
    """What the bot waits for next, and what it has learnt so far."""

    name: str
    known: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; line breaks are kept. `urgent`: to be seen and read aloud before the rest."""

    text: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One result: a title and short lines; addresses (https:, tel:) in a line become links.

    `shows`: what a button must send to see it on a map, empty when it has no place to be shown. `service`: the id of
    the service it tells of, if it does.
    """

    title: str
    lines: tuple[str, ...] = ()
    shows: str = ""
    service: str = ""


Block = Text | Card


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a reply."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Venue:
    """A place to be shown on a map: a name, an address in one line, and degrees (WGS 84)."""

    title: str
    address: str
    latitude: float
    longitude: float


class Effect:
    """Something a reply asks to be recorded; `bot.records.effects` knows how each kind is written."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot says, what it offers, what it waits for, and what is to be recorded.

    `then`: the next step, None when nothing is awaited. `language`: BCP 47 tag of the sentences.
    `facts`: machine-readable findings for `solipacte ask --jsonl`; never shown.
    """

    blocks: tuple[Block, ...]
    choices: tuple[Choice, ...] = ()
    then: Step | None = None
    effects: tuple[Effect, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    venue: Venue | None = None
    asks_position: bool = False
    """The answer may be a shared position."""
    slot: str = ""
    """What it takes the place of: the last message of the same slot in that room, where the messenger can."""
    language: str = "fr"
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """How the sentences run."""
        return "rtl" if self.language.split("-")[0] in ("ar", "fa", "ps", "he", "ur") else "ltr"
