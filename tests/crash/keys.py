"""`solipacte keys rotate` killed again and again: at every instant everything opens, and in the end by the new key."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from sqlalchemy import Engine, select
from sqlalchemy.engine import Connection

from bot.app import database_of
from bot.keys import read_keys
from bot.post import outbox
from bot.records import people, searches, subscriptions
from bot.records.engines import database_url, make_engine
from bot.records.people import Person, State
from bot.records.privacy import Vault, new_token
from bot.records.schema import check, upgrade
from bot.records.sealed import open_sealed, sealed_tables
from bot.records.subscriptions import Wish
from bot.records.vaults import open_vault
from bot.settings import Settings
from bot.talk.message import Address
from tests.crash.robot import ROOT

# Seconds in which a thousand values are not all sealed: it breathes after each 200.
SOON = 0.02

Values = dict[tuple[str, str, Any], bytes]


@dataclass
class Outcome:
    """What was counted. `unreadable`: the most values that did not open at any kill."""

    rows: int = 0
    kills: int = 0
    at_work: int = 0
    """Kills that came while some values were sealed by the new key and others not."""
    finished: int = 0
    """Runs that ended before they were killed."""
    unreadable: int = 0
    changed: int = 0
    keys: int = 0
    left: int = -1
    problems: list[str] = field(default_factory=list)
    seconds: float = 0

    @property
    def broken(self) -> bool:
        """Whether anything was lost."""
        return bool(self.unreadable or self.changed or self.left or self.problems)

    def __str__(self) -> str:
        """In one sentence."""
        return (
            f"{self.rows} sealed values, {self.kills} kills ({self.at_work} in mid-work, {self.finished} runs ended "
            f"before) in {self.seconds:.0f} s: {self.unreadable} unreadable, {self.changed} lost or changed, "
            f"{self.left} left by an older key, {self.keys} keys in the file, problems {self.problems}"
        )


@dataclass
class Trial:
    """`rows` rows of four tables, `kills` kills at moments drawn by `chance`; `url`: another database than SQLite."""

    rows: int
    kills: int
    url: str = ""
    chance: random.Random = field(default_factory=lambda: random.Random(11))
    outcome: Outcome = field(default_factory=Outcome)

    def run(self) -> Outcome:
        """Run it; what was seen is in the outcome."""
        started = time.monotonic()
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            settings = Settings(data_dir=Path(name))
            if self.url:
                settings = settings.model_copy(update={"database_url": SecretStr(self.url)})
            upgrade(database_of(settings))
            vault = open_vault(database_of(settings), settings.secret_key_file)
            engine = make_engine(database_url(database_of(settings)), patient=True)
            with engine.begin() as connection:
                _fill(connection, vault, self.rows)
            before = self._values(engine, settings)
            self.outcome.rows = len(before)
            while self.outcome.kills < self.kills:
                self._life(settings)
                self._compare(before, self._values(engine, settings))
            with _started(settings) as last:
                last.communicate(timeout=300)
            assert last.returncode == 0, last.returncode
            self._compare(before, self._values(engine, settings))
            self.outcome.left = self._by_older(engine, settings)
            self.outcome.keys = len(read_keys(settings.secret_key_file).encryption)
            self.outcome.problems = check(database_of(settings))
            engine.dispose()
        self.outcome.seconds = time.monotonic() - started
        return self.outcome

    def _life(self, settings: Settings) -> None:
        """Start, and kill: at any time, once it has sealed some, or while it seals, however quick the disk is."""
        with _started(settings) as process:
            when = self.chance.random()
            if when < 0.8 and process.stdout is not None:
                process.stdout.readline()
            time.sleep(self.chance.uniform(0, SOON if when < 0.6 else 1.5))
            if process.poll() is None:
                process.kill()
                self.outcome.kills += 1
            else:
                self.outcome.finished += 1

    def _compare(self, before: Values, now: Values) -> None:
        self.outcome.changed += sum(now.get(place) != plain for place, plain in before.items())

    def _values(self, engine: Engine, settings: Settings) -> Values:
        """Everything, as the key file opens it at this moment."""
        vault = Vault(read_keys(settings.secret_key_file))
        found: Values = {}
        unreadable = by_newest = 0
        with engine.connect() as connection:
            for sealed in sealed_tables():
                (key,) = sealed.table.primary_key
                for row in connection.execute(select(sealed.table)).mappings():
                    for column in sealed.columns:
                        if row[column] is None:
                            continue
                        by_newest += row[column].startswith(vault.newest)
                        try:
                            found[sealed.table.name, column, row[key]] = open_sealed(vault, sealed.table, row, column)
                        except ValueError:
                            unreadable += 1
        self.outcome.unreadable = max(self.outcome.unreadable, unreadable)
        self.outcome.at_work += 0 < by_newest < len(found)
        return found

    def _by_older(self, engine: Engine, settings: Settings) -> int:
        newest = read_keys(settings.secret_key_file).encryption[0].id
        with engine.connect() as connection:
            return sum(
                row[column] is not None and not row[column].startswith(newest)
                for sealed in sealed_tables()
                for row in connection.execute(select(sealed.table)).mappings()
                for column in sealed.columns
            )


def _fill(connection: Connection, vault: Vault, rows: int) -> None:
    now = datetime.now(UTC)
    for number in range(rows // 4):
        address = Address("telegram", str(number))
        person = Person(vault.uid(address), state=State(search={"needs": ["douche"]}, commune=f"{number:05}"))
        people.save(connection, vault, person, now)
        searches.keep_search(
            connection, vault, uid=person.uid, token=new_token(), search={"commune": f"{number:05}"}, now=now
        )
        subscriptions.subscribe(connection, vault, address, Wish(("dep-44",)), now=now)
        outbox.queue(connection, outbox.prepare(vault, address, [{"text": f"{number}"}], now=now))


def _started(settings: Settings) -> subprocess.Popen[bytes]:
    known = {name: value for name, value in os.environ.items() if not name.startswith("SOLIPACTE_")}
    known |= {"SOLIPACTE_DATA_DIR": str(settings.data_dir), "SOLIPACTE_DATABASE_URL": database_of(settings)}
    command = [sys.executable, "-m", "bot", "keys", "rotate"]
    return subprocess.Popen(command, cwd=ROOT, env=known | {"PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE)
