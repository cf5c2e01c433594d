"""One exchange: what was said, by whom, and what the handler may consult."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy.engine import Connection

from bot.records.offer_book import OfferBook
from bot.records.people import Person
from bot.records.permissions import Right, may
from bot.records.privacy import Vault
from bot.records.reading import Read
from bot.records.store import StoreUnavailable
from bot.talk.fetching import FetchFrom, nothing_fetched, nothing_fetched_from
from bot.talk.message import FileRef, Message
from bot.talk.understanding import Understood
from bot.talk.wording import Voice
from directory.finder import Finder
from directory.ledger.clerk import Clerk
from knowledge.base import Knowledge
from knowledge.model import Contact

T = TypeVar("T")


def nothing_read(_work: Callable[[Connection], T], /) -> Awaitable[T]:
    """Where there is no database. Raises StoreUnavailable."""
    raise StoreUnavailable("there is no database here")


@dataclass(frozen=True, slots=True)
class Turn:
    """What a handler reads; what it decides is in its Reply.

    `argument`: what stands after the command, or the whole text; `known`: what the pending step has learnt;
    `alarmed`: numbers to call already come first; `knowledge`: what the documents say; `base_url`: where the web
    pages are; `own_data` reads all that is kept of the person, by table; `now`: aware; `understand` reads a part of
    the message; `correct` writes a contact down, None where nobody may;
    `room`: the characters that an answer may take, its choices included; `rights`: what an agent may, read for the
    commands that are not everybody's; `read` runs a function on the database; `invited`: what a code would give;
    `speaker`: the pseudonym that agents are known by; `mails`: whether mail can be sent; `offers`: those to take part;
    `fetch` gives the content of a file of this conversation, or raises FileError; `fetch_from`, of one that was sent on
    a platform; `scan` is a `read` that may last;
    `vault` opens what is sealed; `clerk` plans changes of the directory.
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
    rights: tuple[Right, ...] = ()
    read: Read = nothing_read
    invited: Callable[[str], Awaitable[Right | None]] | None = None
    speaker: bytes = b""
    mails: bool = False
    offers: OfferBook | None = None
    fetch: Callable[[FileRef], Awaitable[bytes]] = nothing_fetched
    fetch_from: FetchFrom = nothing_fetched_from
    scan: Read = nothing_read
    vault: Vault | None = None
    clerk: Clerk | None = None

    def may(self, command: str, territory: str) -> bool:
        """Whether who speaks has a right to a command in a territory."""
        return may(command, self.rights, self.around(territory))

    def around(self, territory: str) -> tuple[str, ...]:
        """A territory, and all that hold it."""
        return (territory, *sorted(self.knowledge.territories.around(territory)))
