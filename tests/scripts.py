"""The transcripts, read: what is said, when, by whom, and the answer expected.

`@ 2026-03-10 22:30` sets the clock of Paris; `= officer dep-44` has the operator make a code, which `[code]` stands
for in what follows; `= revoked` withdraws every right; `# …` is a remark; `> …` is what a person writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import delete, text
from sqlalchemy.engine import Connection

from bot.app import House
from bot.records import agents, invitations
from bot.records.permissions import Role
from bot.records.statements import AGENT, EVENT, INVITATION
from tests.house import Clock

# A secret link is drawn afresh each time.
SECRET = re.compile(r"/suivi/[\w-]{43}")
POSITION = re.compile(r"\[position (-?[\d.]+) (-?[\d.]+)\]")
CODE = "[code]"


def settled(answer: str) -> str:
    """An answer without what is drawn by chance."""
    return SECRET.sub("/suivi/…", answer)


@dataclass(frozen=True)
class Exchange:
    """`before`: the lines that set the clock or tell what the operator does."""

    before: tuple[str, ...]
    said: str
    answer: str


def exchanges(script: str) -> Iterator[Exchange]:
    """What is said, in order."""
    before: list[str] = []
    said: str | None = None
    answer: list[str] = []
    for line in [*script.splitlines(), "# end"]:
        if line.startswith(("@ ", "= ", "> ", "# ")) and said is not None:
            yield Exchange(tuple(before), said, "\n".join(answer).strip())
            before, said, answer = [], None, []
        if line.startswith(("@ ", "= ")):
            before.append(line)
        elif line.startswith(">"):
            said = line[1:].strip()
        elif said is not None:
            answer.append(line)


@dataclass
class Stage:
    """The clock and the operator, who do what the script says."""

    house: House
    clock: Clock
    _codes: list[str] = field(default_factory=list)

    async def clear(self) -> None:
        """Forget what the transcripts before left to everybody: rights and events, whose numbers begin again."""

        def write(connection: Connection) -> None:
            for table in (AGENT, INVITATION, EVENT):
                connection.execute(delete(table))
            connection.execute(text("DELETE FROM sqlite_sequence WHERE name = 'event'"))

        await self.house.store.write(write)

    async def set(self, lines: tuple[str, ...]) -> None:
        """Do what lines say."""
        for line in lines:
            what, said = line[0], line[2:]
            if what == "@":
                self.clock.at(said)
            elif said == "revoked":
                await self._revoke()
            else:
                role, territory = said.split()
                self._codes.append(await self._invite(Role(role), territory))

    def worded(self, said: str) -> str:
        """What a person writes."""
        return said.replace(CODE, self._codes[-1]) if self._codes else said

    async def _invite(self, role: Role, territory: str) -> str:
        vault, now = self.house.vault, self.clock()
        return await self.house.store.write(
            lambda c: invitations.invite(c, vault, role=role, territory=territory, label="Mme D.", now=now)
        )

    async def _revoke(self) -> None:
        vault, now = self.house.vault, self.clock()
        for agent in await self.house.store.read(lambda c: agents.agents(c, vault)):
            await self.house.store.write(partial(agents.revoke, vault=vault, name=agent.name, now=now))
