"""Files of services that two people agreed to: fetched again, compared again, written once; and who is told."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from sqlalchemy.engine import Connection

from bot.post.mailroom import Mailroom
from bot.records import agents, audit, import_wishes
from bot.records.import_wishes import AGREES, DOES, Asked, Status
from bot.records.permissions import Right
from bot.talk.fetching import FileError
from bot.talk.message import FileRef, Reply
from directory.importers.files import FileRefusedError
from directory.importers.missing import Scope
from directory.importers.pipeline import ImportRefusedError
from directory.importers.sent import Compared, compare
from directory.ledger.clerk import Clerk
from directory.ledger.history import Signed


class News(Protocol):
    """What is said of one, and where its author may write."""

    def around(self, territory: str) -> tuple[str, ...]:
        """A territory, and all that hold it."""

    def scope(self, rights: Iterable[Right]) -> Scope:
        """Where these rights allow to write services."""

    def asks(self, asked: Asked) -> Reply:
        """To those who may agree."""

    def ended(self, asked: Asked, status: Status) -> Reply:
        """To who asked."""

    def agreed(self, asked: Asked, status: Status) -> Reply:
        """To who agreed."""


@dataclass(frozen=True, slots=True)
class Importing:
    """What is written, told and settled is one transaction: a kill leaves before or after, and tells nothing twice.

    `fetch` gives a file that was sent on a platform, or raises FileError.
    """

    mailroom: Mailroom
    news: News
    fetch: Callable[[str, FileRef], Awaitable[bytes]]
    clerk: Clerk | None

    async def round(self) -> None:
        """Tell, carry out, let expire. Raises StoreUnavailable."""
        store, vault, now = self.mailroom.store, self.mailroom.vault, self.mailroom.clock()
        if await store.read(partial(import_wishes.some_to_do, now=now)):
            await store.write(self._tell)
        for asked in await store.read(partial(import_wishes.agreed, vault=vault, now=now)):
            # The directory has changed in between, or another process did it: looked at anew at the next round.
            with suppress(ImportRefusedError):
                await self._carry_out(asked)

    def _tell(self, connection: Connection) -> None:
        import_wishes.expire(connection, now=self.mailroom.clock())
        for asked in import_wishes.untold(connection, self.mailroom.vault):
            if asked.status is Status.ASKED:
                places = [self.news.around(each) for each in asked.wish.territories]
                others = import_wishes.approvers(connection, self.mailroom.vault, places, but=asked.author)
                for address in others:
                    self.mailroom.tell(connection, address, self.news.asks(asked))
            elif asked.address:
                self.mailroom.tell(connection, asked.address, self.news.ended(asked, asked.status))
            import_wishes.told(connection, asked.wish.number)

    async def _carry_out(self, asked: Asked) -> None:
        """Write one, or say why not; what cannot be had for now is tried again at the next round.

        Raises ImportRefusedError.
        """
        try:
            compared = await self._compared(asked)
        except FileError as error:
            if error.why != "away":
                await self._end(asked, Status.LOST)
        except FileRefusedError:
            await self._end(asked, Status.LOST)
        else:
            if compared.shown.digest != asked.wish.plan:
                await self._end(asked, Status.MOVED)
            else:
                await self._write(asked, compared)

    async def _compared(self, asked: Asked) -> Compared:
        store, wish, now = self.mailroom.store, asked.wish, self.mailroom.clock()
        if asked.address is None or self.clerk is None:
            raise FileError("gone")
        content = await self.fetch(asked.address.platform, FileRef(wish.name, None, wish.handle))
        if hashlib.sha256(content).hexdigest() != wish.sha256:
            raise FileError("altered")
        rights = await store.read(partial(agents.rights_of_author, author=asked.author, now=now))
        scope = self.news.scope(rights)
        return await store.scan(partial(compare, clerk=self.clerk, offered=wish.offered(content), scope=scope))

    async def _write(self, asked: Asked, compared: Compared) -> None:
        """Raises ImportRefusedError."""

        def write(connection: Connection) -> None:
            if not self._both_may(connection, asked):
                self._settle(connection, asked, Status.VOID)
                return
            signed = Signed(self.mailroom.clock(), asked.author)
            run = compared.apply(connection, signed, agreed=True)
            self._settle(connection, asked, Status.DONE, run=run)

        await self.mailroom.store.write(write)

    async def _end(self, asked: Asked, status: Status) -> None:
        """Raises ImportRefusedError."""
        await self.mailroom.store.write(lambda connection: self._settle(connection, asked, status))

    def _settle(self, connection: Connection, asked: Asked, status: Status, *, run: int | None = None) -> None:
        """Write where it stands, and down; tell both. Raises ImportRefusedError when another process did."""
        vault, now, number = self.mailroom.vault, self.mailroom.clock(), asked.wish.number
        if not import_wishes.settle(connection, number, status, was=Status.AGREED, run=run):
            raise ImportRefusedError("import-not-applied-stale")
        import_wishes.told(connection, number)
        ended = replace(asked, run=run)
        actor = asked.author if status is Status.DONE else audit.NOBODY
        for territory in asked.wish.territories:
            what = f"import {number} {status.name.lower()}" + (f" {run}" if run else "")
            agents.tell(connection, vault, actor, DOES, what, territory, now)
        if asked.address:
            self.mailroom.tell(connection, asked.address, self.news.ended(ended, status))
        second = import_wishes.address_of(connection, vault, asked.approver) if asked.approver else None
        if second:
            self.mailroom.tell(connection, second, self.news.agreed(ended, status))

    def _both_may(self, connection: Connection, asked: Asked) -> bool:
        places, now = [self.news.around(each) for each in asked.wish.territories], self.mailroom.clock()
        both = ((DOES, asked.author), (AGREES, asked.approver or audit.NOBODY))
        return all(import_wishes.may_everywhere(connection, who, command, places, now) for command, who in both)
