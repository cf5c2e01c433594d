"""One exchange: what was said, by whom, and what the handler may consult."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.records.people import Person
from bot.talk.message import Message
from bot.talk.understanding import Understood
from bot.talk.wording import Voice
from directory.finder import Finder
from knowledge.base import Knowledge
from knowledge.model import Contact


@dataclass(frozen=True, slots=True)
class Turn:
    """What a handler reads; what it decides is in its Reply.

    `argument`: what stands after the command, or the whole text; `known`: what the pending step has learnt;
    `alarmed`: numbers to call already come first; `knowledge`: what the documents say; `base_url`: where the web
    pages are; `own_data` reads all that is kept of the person, by table; `now`: aware; `understand` reads a part of
    the message; `correct` writes a contact down, None where nobody may;
    `room`: the characters that an answer may take, its choices included.
    """

    message: Message
    argument: str
    known: Mapping[str, str]
    person: Person
    understood: Understood
    finder: Finder
    knowledge: Knowledge
    voice: Voice
    alarmed: bool
    base_url: str
    own_data: Callable[[], Awaitable[Mapping[str, Any]]]
    now: datetime
    understand: Callable[[str], Understood]
    correct: Callable[[Contact], Awaitable[None]] | None = None
    room: int = 1200
