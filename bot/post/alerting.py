"""Looks for what is new of the searches that people keep, when the directory changes, and tells them: once, by day.

Each helping is one transaction: what was looked at, and the sends. Whatever is killed, nobody is told twice of a
place, and what was not told yet is found again by the next look.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby
from typing import Protocol

from sqlalchemy.engine import Connection

from bot.post.mailroom import Mailroom
from bot.records import alerts
from bot.records.alert import Alert, Fresh, Looked, Places, Search
from bot.talk.message import Reply
from directory import rows
from directory.merging import known_already

# People looked for at once, and asked at once whether to go on.
AT_ONCE = 20
# Nobody is told more often.
A_DAY = timedelta(days=1)


class Watch(Protocol):
    """Searches, and what is said."""

    @property
    def version(self) -> int | None:
        """The version of the directory that is looked at; None while there is none."""

    def look(self, search: Search, now: datetime) -> Looked:
        """What a search finds now."""

    def quiet_until(self, search: Search, now: datetime) -> datetime | None:
        """When people may be written to where they search, while they sleep there; None: now."""

    def news(self, language: str, fresh: Iterable[Fresh], now: datetime) -> Reply:
        """The new places of each search."""

    def ask(self, language: str, searches: Sequence[Search]) -> Reply:
        """Whether to go on."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A search and what it finds; `places`: what is to be noted of it, `fresh`: what is new."""

    alert: Alert
    looked: Looked
    places: Places
    fresh: Fresh | None = None


@dataclass(frozen=True, slots=True)
class Alerting:
    """One round looks at what changed since the last one."""

    mailroom: Mailroom
    watch: Watch

    async def round(self) -> None:
        """Look, a few people at a time, at searches made before the directory changed. Raises StoreUnavailable."""
        version, mailroom = self.watch.version, self.mailroom
        if version is None:
            return
        while True:
            now = mailroom.clock()
            due = partial(alerts.due, vault=mailroom.vault, version=version, now=now, most=AT_ONCE)
            if not (waiting := await mailroom.store.read(due)):
                return
            found = await asyncio.to_thread(self._look, waiting, now)
            await mailroom.store.write(partial(self._settle, found, version, now))

    async def ask_again(self) -> None:
        """Ask those who agreed five months ago. Raises StoreUnavailable."""
        await self.mailroom.store.write(self._ask)

    def _look(self, waiting: Iterable[Alert], now: datetime) -> list[tuple[Alert, Looked]]:
        return [(each, self.watch.look(each.search, now) if each.search else Looked()) for each in waiting]

    def _settle(
        self, found: Iterable[tuple[Alert, Looked]], version: int, now: datetime, connection: Connection
    ) -> None:
        for _, mine in groupby(found, key=lambda each: each[0].uid):
            self._person(connection, [_compared(connection, alert, looked) for alert, looked in mine], version, now)

    def _person(self, connection: Connection, seen: Sequence[_Seen], version: int, now: datetime) -> None:
        """Note what was seen of somebody's searches, and tell what is new when they may be told."""
        at = self._when(seen, now)
        tells: dict[str, Fresh] = {}
        for each in seen:
            places, due_at = each.places, now + A_DAY if each.looked.shut - each.places.known else None
            if each.fresh and at > now:
                due_at = min(at, due_at or at)
            elif each.fresh:
                new = frozenset(hit.id for hit, _ in each.fresh.found)
                places = Places(places.known, places.told | new)
            noted = alerts.advance(connection, self.mailroom.vault, each.alert, places, version=version, due_at=due_at)
            if noted and each.fresh and at <= now:
                tells[each.alert.key] = each.fresh
        first = seen[0].alert
        if tells and first.address:
            alerts.told(connection, first.uid, now=now)
            said = self.watch.news(first.language, _once(tells.values()), now)
            self.mailroom.tell(connection, first.address, said, bulk=True)

    def _when(self, seen: Sequence[_Seen], now: datetime) -> datetime:
        """When somebody may be told: by day, and a day after the last time."""
        last = max((each.alert.told_at for each in seen if each.alert.told_at), default=None)
        quiet = [self.watch.quiet_until(each.fresh.search, now) for each in seen if each.fresh]
        return max([now, *([last + A_DAY] if last else []), *(until for until in quiet if until)])

    def _ask(self, connection: Connection) -> None:
        now = self.mailroom.clock()
        for own in alerts.to_ask_again(connection, self.mailroom.vault, now=now, most=AT_ONCE):
            searches = [each.search for each in own if each.search]
            if own and own[0].address and searches:
                said = self.watch.ask(own[0].language, searches)
                self.mailroom.tell(connection, own[0].address, said, bulk=True)


def _compared(connection: Connection, alert: Alert, looked: Looked) -> _Seen:
    """What is there that was neither there before nor told; what has left may come back, and is new again then."""
    before = alert.places
    if alert.looked is None:
        return _Seen(alert, looked, Places(before.known | looked.found, before.told))
    gone = before.known - looked.found
    stay = frozenset(rows.read_services(connection, gone)) if gone else frozenset()
    kept = before.known & looked.found | stay
    new = [hit for hit in looked.open if hit.id not in before.known and hit.id not in before.told]
    if not new or alert.search is None:
        return _Seen(alert, looked, Places(kept, before.told))
    ids = [hit.id for hit in new]
    same = known_already(connection, ids, [*before.known, *before.told])
    there = rows.read_services(connection, [one for one in ids if one not in same])
    found = [(hit, there[hit.id]) for hit in new if hit.id in there]
    return _Seen(alert, looked, Places(kept | same, before.told), Fresh(alert.search, found) if found else None)


def _once(fresh: Iterable[Fresh]) -> list[Fresh]:
    """A place that answers two searches of somebody is shown once."""
    shown: set[str] = set()
    kept = []
    for each in fresh:
        found = [(hit, row) for hit, row in each.found if hit.id not in shown]
        shown.update(hit.id for hit, _ in found)
        if found:
            kept.append(Fresh(each.search, found))
    return kept
