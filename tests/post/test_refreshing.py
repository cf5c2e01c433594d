"""Sources are read again when it is their time, and the editors of their territory learn what came of it, once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.app import House
from bot.cli.following import DeclaredSources
from bot.post.refreshing import Refreshing
from bot.records import agents
from bot.records.agents import Speaker
from bot.records.permissions import Right, Role
from bot.settings import Settings
from bot.talk.message import Address, Reply, Text
from directory.importers.declared import Followed
from directory.ledger import runs
from directory.ledger.history import Signed
from directory.ledger.runs import Counted
from tests.house import Clock
from tests.post.conftest import Office
from tests.post.looking import letters

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)


@dataclass
class Told:
    """Sources that say what they are told to. `brought`: how many times they were read."""

    found: list[Followed]
    waiting: bool = True
    brought: int = 0
    also: list[Followed] = field(default_factory=list)

    def due(self) -> bool:
        return self.waiting

    async def bring(self) -> None:
        self.brought += 1
        self.waiting = False
        self.found += self.also

    def followed(self) -> Sequence[Followed]:
        return self.found


def of(office: Office, sources: Told) -> Refreshing:
    def say(one: Followed, counted: Counted | None) -> Reply:
        return Reply((Text(f"{one.name} {counted.added if counted else one.error}"),))

    return Refreshing(office.room, sources, lambda territory: (territory, "reg-52", "france"), say)


async def enrol(office: Office, room: str, territory: str, role: Role = Role.EDITOR) -> None:
    """Somebody who reads what is told of a territory."""
    vault = office.room.vault
    await office.store.write(
        lambda c: agents.grant(
            c, vault, Speaker("paper", room), Address("paper", room), Right(role, territory), label=room, now=NOW
        )
    )


async def changed(office: Office) -> int:
    counted = Counted(("dora",), added=3)
    return await office.store.write(lambda connection: runs.begin(connection, counted, Signed(NOW)))


async def test_the_editors_of_a_territory_learn_once_what_changed(office: Office) -> None:
    for room, territory in (("ana", "dep-44"), ("zoé", "dep-49"), ("noé", "france")):
        await enrol(office, room, territory)
    await enrol(office, "max", "dep-44", Role.OFFICER)
    sources = Told([], also=[Followed("dora", "dep-44", NOW.isoformat(), "", await changed(office))])
    for _ in range(3):
        await of(office, sources).round()
    assert sources.brought == 1
    assert await letters(office) == ["dora 3"] * 2


async def test_a_failure_is_told_once_a_day_and_nothing_new_never(office: Office) -> None:
    await enrol(office, "ana", "dep-44")
    failed = [
        Followed("dora", "dep-44", f"2026-07-0{day}T1{hour}:00:00", "panne", 0) for day in (1, 2) for hour in (0, 1)
    ]
    for one in (*failed, Followed("dora", "dep-44", "2026-07-03T10:00:00", "", 0)):
        await of(office, Told([one], waiting=False)).round()
    assert await letters(office) == ["dora panne"] * 2


async def test_a_declared_source_is_read_in_a_process_of_its_own(
    house: House, settings: Settings, clock: Clock
) -> None:
    table = settings.data_dir / "assos.csv"
    table.write_text(
        "structure;service;description;adresse;code postal;commune\n"
        "Les Marmites;Repas chauds;Repas chauds gratuits à emporter;8 rue de Strasbourg;44000;Nantes\n",
        encoding="utf-8",
    )
    settings.sources_file.write_text(
        f'[assos]\nkind = "table"\nfile = "{table}"\nterritory = "dep-44"\n', encoding="utf-8"
    )
    sources = DeclaredSources(settings, clock)
    assert sources.due()
    await sources.bring()
    (followed,) = sources.followed()
    assert (followed.name, followed.error, followed.run > 0) == ("assos", "", True), followed
    assert not DeclaredSources(settings, lambda: datetime.now(UTC)).due()
    assert await house.finder.refresh()
    assert len(house.finder) == 21


def test_a_wrong_file_of_sources_reads_nothing(settings: Settings, clock: Clock, tmp_path: Path) -> None:
    settings.sources_file.write_text("[assos\n", encoding="utf-8")
    sources = DeclaredSources(settings, clock)
    assert not sources.due()
    assert not sources.followed()
    assert not list(tmp_path.glob("sources/*"))
