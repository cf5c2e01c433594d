"""What goes in and out of a conversation, whatever the platform. Standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# Telegram refuses a button whose payload is longer (Bot API, InlineKeyboardButton).
LONGEST_PAYLOAD = 64


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
