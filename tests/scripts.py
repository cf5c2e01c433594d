"""The transcripts, read: what is said, when, by whom, and the answer expected.

`@ 2026-03-10 22:30` sets the clock of Paris; `= officer dep-44` has the operator make a code, which `[code]` stands
for in what follows, as it does for the code of a place that an editor is given; `= revoked` withdraws every right;
`& name` has somebody else speak; `# …` is a remark; `> …` is what a person writes, `[mot]` the word they were asked to
copy, `[numero]` the number last told; `> [fichier agenda.ics] dep-44` sends a file of `tests/transcripts/files`, with
what is written beside it, and `> [fichier gros.csv 6 Mo]` one of so many megabytes; under `~` stands what they are
sent without asking.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy import delete, func, select, text
from sqlalchemy.engine import Connection

from bot.app import House
from bot.records import agents, invitations
from bot.records.permissions import Role
from bot.records.statements import (
    AGENT,
    ALERT,
    BULLETIN,
    CAMPAIGN,
    EVENT,
    IMPORT_WISH,
    INVITATION,
    OFFER,
    OFFER_DRAFT,
    OFFER_EXPORT,
    OFFER_LINE,
    OUTBOX,
    REPORT,
    STEWARD,
    STEWARD_CODE,
    SUBSCRIPTION,
)
from directory.ledger.history import CHANGES
from directory.ledger.runs import RUNS
from tests.house import TUESDAY, Clock, restock

# A secret link is drawn afresh each time.
SECRET = re.compile(r"/suivi/[\w-]{43}")
POSITION = re.compile(r"\[position (-?[\d.]+) (-?[\d.]+)\]")
FILES = Path(__file__).parent / "transcripts" / "files"
_FILE = re.compile(r"\[fichier ([^\s\]]+)(?: (\d+) Mo)?\] ?(.*)")
CODE, WORD, NUMBER = "[code]", "[mot]", "[numero]"
MOVES = ("@ ", "= ", "& ")
UNASKED, NOTHING = "~", "(rien)"
# A word to copy is drawn afresh each time.
_WORD = re.compile(r"(?<=recopiez ce mot\u00a0: )[A-Z]{4,}")
# So is the number of an offer, or of a full export.
_NUMBER = re.compile(r"\b(\d{2,3}|2[AB]|R\d{2}|E|I)-\d{5}\b")
# And the id of a service that an editor adds.
_SERVICE = re.compile(r"\b(solipacte--)[0-9a-f]{12}\b")
# And the code of a place.
_PLACE = re.compile(r"(?<=/lieu )[0-9A-Z]{5}(?:-[0-9A-Z]{5}){2}\b")
# What the transcripts before leave to everybody.
_LEFT = (
    AGENT,
    ALERT,
    INVITATION,
    IMPORT_WISH,
    EVENT,
    SUBSCRIPTION,
    CAMPAIGN,
    OUTBOX,
    OFFER,
    OFFER_LINE,
    OFFER_DRAFT,
    OFFER_EXPORT,
    REPORT,
    STEWARD,
    STEWARD_CODE,
    BULLETIN,
)


@dataclass(frozen=True)
class Paper:
    """A file that is sent."""

    name: str
    content: bytes = field(repr=False)
    caption: str = ""

    @classmethod
    def of(cls, said: str) -> Paper | None:
        """The file that a line sends, if it sends one."""
        if not (found := _FILE.fullmatch(said)):
            return None
        name, size, caption = found.groups()
        return cls(name, bytes(int(size) * 1_000_000) if size else (FILES / name).read_bytes(), caption)


def settled(answer: str) -> str:
    """An answer without what is drawn by chance."""
    drawn = ((_PLACE, "…"), (_NUMBER, r"\1-…"), (_SERVICE, r"\1…"), (_WORD, "…"), (SECRET, "/suivi/…"))
    for pattern, shown in drawn:
        answer = pattern.sub(shown, answer)
    return answer


@dataclass(frozen=True)
class Exchange:
    """`before`: the lines that set the clock, tell what the operator does or who speaks."""

    before: tuple[str, ...]
    said: str
    answer: str


def exchanges(script: str) -> Iterator[Exchange]:
    """What is said, in order."""
    before: list[str] = []
    said: str | None = None
    answer: list[str] = []
    for line in [*script.splitlines(), "# end"]:
        if line.startswith((*MOVES, "> ", "# ", UNASKED)) and said is not None:
            yield Exchange(tuple(before), said, "\n".join(answer).strip())
            before, said, answer = [], None, []
        if line.startswith(MOVES):
            before.append(line)
        elif line.startswith(">"):
            said = line[1:].strip()
        elif line.startswith(UNASKED):
            said = UNASKED
        elif said is not None:
            answer.append(line)


def _changed(connection: Connection) -> bool:
    """Whether the directory is not the sample any more."""
    told = connection.execute(select(CHANGES.c.id).limit(1)).first()
    return bool(told) or bool(connection.scalar(select(func.count()).select_from(RUNS)) != 1)


@dataclass
class Stage:
    """The clock and the operator, who do what the script says."""

    house: House
    clock: Clock
    speaker: str = "somebody"
    _codes: list[str] = field(default_factory=list)
    _word: str = ""
    _number: str = ""

    async def clear(self) -> None:
        """Forget what the transcripts before left to everybody: the hour, rights, events whose numbers begin again."""
        self.clock.now = TUESDAY

        def write(connection: Connection) -> None:
            for table in _LEFT:
                connection.execute(delete(table))
            connection.execute(text("DELETE FROM sqlite_sequence WHERE name IN ('event', 'campaign')"))

        await self.house.store.write(write)
        if await self.house.store.read(_changed):
            await asyncio.to_thread(restock, self.house.settings)
            await self.house.finder.refresh()

    async def set(self, lines: tuple[str, ...]) -> None:
        """Do what lines say."""
        for line in lines:
            what, said = line[0], line[2:]
            if what == "@":
                self.clock.at(said)
            elif what == "&":
                self.speaker = said
                await self.house.finder.refresh()
            elif said == "revoked":
                await self._revoke()
            else:
                role, territory = said.split()
                self._codes.append(await self._invite(Role(role), territory))

    def worded(self, said: str) -> str:
        """What a person writes."""
        said = said.replace(CODE, self._codes[-1]) if self._codes else said
        return said.replace(WORD, self._word).replace(NUMBER, self._number)

    def heard(self, answer: str) -> str:
        """An answer, without what is drawn by chance; the word to copy is remembered."""
        if found := _WORD.search(answer):
            self._word = found[0]
        if found := _PLACE.search(answer):
            self._codes.append(found[0])
        if numbers := list(_NUMBER.finditer(answer)):
            self._number = numbers[-1][0]
        return settled(answer)

    async def _invite(self, role: Role, territory: str) -> str:
        vault, now = self.house.vault, self.clock()
        return await self.house.store.write(
            lambda c: invitations.invite(c, vault, role=role, territory=territory, label="Mme D.", now=now)
        )

    async def _revoke(self) -> None:
        vault, now = self.house.vault, self.clock()
        for agent in await self.house.store.read(lambda c: agents.agents(c, vault)):
            await self.house.store.write(partial(agents.revoke, vault=vault, name=agent.name, now=now))
