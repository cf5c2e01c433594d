"""Sources that the directory follows, brought home when it is their time; editors learn what came of it, once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from sqlalchemy.engine import Connection

from bot.post.mailroom import Mailroom
from bot.records import bulletins
from bot.records.offer_readers import editors
from bot.talk.message import Reply
from directory.importers.declared import Followed
from directory.ledger import runs
from directory.ledger.runs import Counted


class Sources(Protocol):
    """The sources that the operator declared."""

    def due(self) -> bool:
        """Whether any is to be read again."""

    async def bring(self) -> None:
        """Read those that are due."""

    def followed(self) -> Sequence[Followed]:
        """What became of each."""


@dataclass(frozen=True, slots=True)
class Refreshing:
    """`around`: a territory, and all that hold it; `say`: what is told, with what was changed when something was."""

    mailroom: Mailroom
    sources: Sources
    around: Callable[[str], tuple[str, ...]]
    say: Callable[[Followed, Counted | None], Reply]

    async def round(self) -> None:
        """Bring home what is due, then tell. Raises StoreUnavailable."""
        if await asyncio.to_thread(self.sources.due):
            await self.sources.bring()
        for one in await asyncio.to_thread(self.sources.followed):
            if (one.run or one.error) and one.key not in await self._known(one.key):
                await self.mailroom.store.write(partial(self._tell, one))

    async def _known(self, key: str) -> frozenset[str]:
        return await self.mailroom.store.read(lambda connection: bulletins.known(connection, [key]))

    def _tell(self, one: Followed, connection: Connection) -> None:
        if not bulletins.take(connection, one.key, now=self.mailroom.clock()):
            return
        run = runs.one(connection, one.run) if one.run and not one.error else None
        said = self.say(one, run.counted if run else None)
        for reader in editors(connection, self.mailroom.vault, self.around(one.territory)):
            if reader.address:
                self.mailroom.tell(connection, reader.address, said)
