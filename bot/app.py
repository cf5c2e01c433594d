"""Composition root: builds what is configured and hands it over. Nothing below it builds anything."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog

from bot.ears import ear_of
from bot.handlers.registry import router
from bot.handlers.results import show
from bot.records.apart import indexing
from bot.records.people import Person
from bot.records.privacy import Vault
from bot.records.schema import upgrade
from bot.records.searches import find_search
from bot.records.store import Store
from bot.records.vaults import open_vault
from bot.settings import Settings
from bot.talk.dialogue import Dialogue
from bot.talk.message import Address, Message, Reply
from bot.talk.sought import Sought
from bot.talk.turn import Turn
from bot.talk.understanding import Understanding
from bot.talk.wording import Wording
from directory.communes.gazetteer import Gazetteer
from directory.finder import Finder
from directory.kept import Shelf
from directory.ledger.clerk import Clerk
from directory.needs import Needs
from knowledge.base import Knowledge
from knowledge.corrections import Corrections
from knowledge.keeper import Keeper, stamp_of
from knowledge.library import CONTENT

log = structlog.get_logger(__name__)

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time, aware."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Shipped:
    """What comes with the program: communes, needs, and what the documents of the pact say."""

    gazetteer: Gazetteer
    needs: Needs
    knowledge: Knowledge

    @classmethod
    def load(cls, cache: Path | None) -> Shipped:
        """Read it; `cache`: a folder that makes the next start faster."""
        gazetteer = Gazetteer.load(cache)
        return cls(gazetteer, Needs.load(), Knowledge.load(ear_of(gazetteer), shelf=Shelf(cache) if cache else None))


@dataclass(frozen=True, slots=True)
class House:
    """Everything that a door or a command may need."""

    settings: Settings
    store: Store
    vault: Vault
    wording: Wording
    finder: Finder
    knowledge: Keeper
    dialogue: Dialogue


async def keep_knowledge(settings: Settings, shipped: Shipped, cache: Path) -> Keeper:
    """What the documents say, with what the operator wrote in the data folder; files that are wrong are left aside."""
    own = settings.data_dir / "knowledge"
    ear, shelf = shipped.knowledge.reader.ear, Shelf(cache)
    keeper = Keeper(
        current=shipped.knowledge,
        load=lambda: Knowledge.load(ear, own, shelf=shelf),
        folders=(CONTENT, own),
    )
    keeper.seen = stamp_of((CONTENT,))
    await keeper.refresh()
    if keeper.problem:
        log.error("knowledge not read", problem=keeper.problem)
    return keeper


def database_of(settings: Settings) -> str:
    """The address of the database, its password included."""
    return settings.database_url.get_secret_value()


@asynccontextmanager
async def open_house(
    settings: Settings, *, clock: Clock = utc_now, shipped: Shipped | None = None
) -> AsyncIterator[House]:
    """Bring the database up to date, read what is shipped, and close everything in the end."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    cache = settings.data_dir / "cache"
    upgrade(database_of(settings))
    vault = open_vault(database_of(settings), settings.secret_key_file)
    store = Store.open(database_of(settings))
    try:
        shipped = shipped or Shipped.load(cache)
        apart = indexing(database_of(settings), cache)
        finder = Finder(shipped.gazetteer, shipped.needs, store.read, store.scan, cache, apart)
        await finder.refresh()
        wording = Wording()
        knowledge = await keep_knowledge(settings, shipped, cache)
        dialogue = Dialogue(
            router=router,
            understanding=Understanding(shipped.gazetteer, shipped.needs),
            finder=finder,
            knowledge=knowledge,
            wording=wording,
            store=store,
            vault=vault,
            clock=clock,
            base_url=settings.public_url or f"http://{settings.http_host}:{settings.http_port}",
            mails=settings.smtp_url is not None,
            clerk=Clerk(shipped.gazetteer, shipped.needs),
            correct=Corrections(settings.data_dir / "knowledge", knowledge.refresh).write,
        )
        yield House(settings, store, vault, wording, finder, knowledge, dialogue)
    finally:
        await store.close()


async def follow_up(house: House, token: str) -> Reply | None:
    """The search behind a secret link, as of now; None when the link is unknown or has expired."""
    now = house.dialogue.clock()
    kept = await house.store.read(lambda c: find_search(c, house.vault, token=token, now=now))
    if not kept:
        return None
    sought, voice = Sought.from_json(kept), house.wording.voice(str(kept.get("language", "fr")))
    stranger = Turn(
        message=Message(Address("link", ""), ""),
        argument="",
        known={},
        person=Person(uid=b""),
        understood=house.dialogue.understanding.of(""),
        finder=house.finder,
        knowledge=house.knowledge.current,
        voice=voice,
        alarmed=False,
        base_url=house.dialogue.base_url,
        own_data=_nothing,
        now=now,
        understand=house.dialogue.understanding.of,
    )
    reply = await show(stranger, sought)
    return replace(reply, choices=(), effects=(), language=voice.language)


async def _nothing() -> Mapping[str, Any]:
    return {}
