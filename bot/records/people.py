"""A person as the conversation sees them: where it stands, and how they want to be spoken to."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.records import statements
from bot.records.privacy import SealBroken, Vault
from bot.records.promises import RETENTION
from bot.talk.message import Step

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from bot.talk.message import Address

_log = logging.getLogger(__name__)

# A row that did not change is dated again only when it is older: fewer writes, and the day of a visit is enough.
_PREFERENCE_TOUCH = timedelta(days=1)
_STATE_TOUCH = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class State:
    """Where a conversation stands."""

    step: Step | None = None
    offered: tuple[str, ...] = ()
    """What each numbered choice sends, in order."""
    labels: tuple[str, ...] = ()
    """What each of them says, to offer them again."""
    search: Mapping[str, Any] | None = None
    """The last search, as JSON can write it."""
    commune: str | None = None
    """INSEE code."""
    language: str | None = None
    """The language heard in this conversation (BCP 47), when none was chosen."""
    thread: Mapping[str, Any] | None = None
    """The last question about the pact: terms of our own vocabulary and identifiers, as JSON can write them."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the database holds of a person, so that only what changed is written; None: no row."""

    state: State | None = None
    stated_at: datetime | None = None
    preference: tuple[str | None, bool, str | None] | None = None
    preferred_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone, by pseudonym. Change it with `dataclasses.replace`, and `save` it."""

    uid: bytes = field(repr=False)
    language: str | None = None
    """BCP 47; None: not chosen yet."""
    simple: bool = False
    departement: str | None = None
    """`dep-44`."""
    state: State = State()
    kept: Kept = field(default=Kept(), repr=False, compare=False)


def load(connection: Connection, vault: Vault, address: Address, now: datetime) -> Person:
    """Find a person again; what has expired counts as absent even before it is purged."""
    uid = vault.uid(address)
    row = connection.execute(statements.PERSON, {"uid": uid}).one()
    sealed, stated_at, language, simple, departement, preferred_at = row
    state, preference = None, None
    if sealed is not None and now - stated_at < RETENTION["conversation"].kept:
        state = _opened(vault, uid, sealed)
    if preferred_at is not None and now - preferred_at < RETENTION["preference"].kept:
        preference = (language, simple, departement)
    kept = Kept(state, stated_at, preference, preferred_at)
    if preference is None:
        return Person(uid, state=state or State(), kept=kept)
    return Person(uid, *preference, state or State(), kept)


def save(connection: Connection, vault: Vault, person: Person, now: datetime) -> None:
    """Write what changed of a person since it was loaded; nothing to keep leaves no row."""
    _save_state(connection, vault, person, now)
    save_preference(connection, person, now)


def _save_state(connection: Connection, vault: Vault, person: Person, now: datetime) -> None:
    kept = person.kept
    if person.state == State():
        if kept.stated_at is not None:
            connection.execute(statements.DROP_CONVERSATION, {"uid_": person.uid})
        return
    if person.state == kept.state and kept.stated_at is not None and now - kept.stated_at < _STATE_TOUCH:
        return
    sealed = vault.seal(_written(person.state), table="conversation", row=person.uid, column="state")
    row = {"uid": person.uid, "state": sealed, "updated_at": now}
    connection.execute(statements.upsert(statements.CONVERSATION, connection.dialect.name), row)


def save_preference(connection: Connection, person: Person, now: datetime) -> None:
    """Write how a person wants to be spoken to, when it changed or was last written over a day ago."""
    kept = person.kept
    wanted = (person.language, person.simple, person.departement)
    if wanted == (None, False, None):
        if kept.preferred_at is not None:
            connection.execute(statements.DROP_PREFERENCE, {"uid_": person.uid})
        return
    if wanted == kept.preference and kept.preferred_at is not None and now - kept.preferred_at < _PREFERENCE_TOUCH:
        return
    language, simple, departement = wanted
    row = {
        "uid": person.uid,
        "language": language,
        "simple": simple,
        "departement": departement,
        "updated_at": now,
    }
    connection.execute(statements.upsert(statements.PREFERENCE, connection.dialect.name), row)


def _written(state: State) -> bytes:
    step = None if state.step is None else [state.step.name, dict(state.step.known)]
    content = {
        "step": step,
        "offered": state.offered,
        "labels": state.labels,
        "search": state.search,
        "commune": state.commune,
        "thread": state.thread,
        "language": state.language,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _opened(vault: Vault, uid: bytes, sealed: bytes) -> State | None:
    try:
        content = json.loads(vault.open(sealed, table="conversation", row=uid, column="state"))
    except SealBroken as broken:
        # The person starts afresh; the operator reads why (no pseudonym in logs).
        _log.warning("a conversation cannot be opened: %s", broken)
        return None
    step = content.get("step")
    return State(
        step=None if step is None else Step(step[0], step[1]),
        offered=tuple(content.get("offered", ())),
        labels=tuple(content.get("labels", ())),
        search=content.get("search"),
        commune=content.get("commune"),
        thread=content.get("thread"),
        language=content.get("language"),
    )
