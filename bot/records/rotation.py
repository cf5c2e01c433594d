"""A new encryption key, then everything sealed again with it; killed anywhere, it goes on where it was.

At every instant the key file holds each key that sealed anything. That it is over is written last, in the row of
`cursor` that the start checks: until then a second run seals what is left and makes no other key.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import Engine

from bot.keys import read_keys, with_new_encryption_key, with_newest_only, write_keys
from bot.records.engines import database_url, empty_journal, make_engine
from bot.records.key_file import held_alone
from bot.records.privacy import Vault
from bot.records.resealing import Resealed, reseal, to_reseal
from bot.records.vaults import check_of, open_vault, remember_keys

# Seconds between two transactions, so that a robot that waits to write comes first (SQLite has no queue).
BREATH = 0.01
# What a robot sealed just before it saw the new key is committed within seconds: it is looked for again after.
LATE = 3.0
# Older keys go only when the newest has been there for so long, in seconds: nothing sealed before is still on its way.
SETTLED = 60.0


class RotationError(RuntimeError):
    """Nothing was lost, and nothing is done; `sentence`: of `cli.ftl`."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Rotation:
    """Where the database and the keys are; `told` hears of values sealed again, and of how many there were to seal."""

    url: str
    key_file: Path
    told: Callable[[int, int], None] = lambda _done, _of: None
    late: float = LATE
    settled: float = SETTLED

    def rotate(self) -> Resealed:
        """Make a key, unless a rotation was interrupted, and seal everything with it. Raises RotationError."""
        with held_alone(self.key_file) as alone:
            if not alone:
                raise RotationError("keys-another")
            vault = open_vault(self.url, self.key_file)
            if self._is_over(vault):
                write_keys(self.key_file, with_new_encryption_key(read_keys(self.key_file)))
            return self._seal_all(vault)

    def forget_old(self) -> int:
        """Drop the older keys once nothing opens by them; gives how many went. Raises RotationError."""
        with held_alone(self.key_file) as alone:
            if not alone:
                raise RotationError("keys-another")
            vault = open_vault(self.url, self.key_file)
            older = len(read_keys(self.key_file).encryption) - 1
            if not older:
                return 0
            time.sleep(max(0.0, self.key_file.stat().st_mtime + self.settled - time.time()))
            self._seal_all(vault)
            write_keys(self.key_file, with_newest_only(read_keys(self.key_file)))
            return older

    def _is_over(self, vault: Vault) -> bool:
        """Whether the last rotation was finished."""
        with make_engine(database_url(self.url), read_only=True, patient=True).connect() as connection:
            check = check_of(connection)
        return check is not None and check.startswith(vault.newest)

    def _seal_all(self, vault: Vault) -> Resealed:
        engine = make_engine(database_url(self.url), patient=True)
        done = self._pass(engine, vault)
        while True:
            time.sleep(self.late)
            again = self._pass(engine, vault)
            done = Resealed(done.values + again.values, again.broken)
            if not again.values:
                break
        with engine.begin() as connection:
            remember_keys(connection, vault)
        with engine.connect() as connection:
            empty_journal(connection)
        return done

    def _pass(self, engine: Engine, vault: Vault) -> Resealed:
        """Seal what is there now."""
        with engine.connect() as connection:
            of = to_reseal(connection, vault.newest)
        done = Resealed()
        for some in reseal(engine, vault):
            done += some
            self.told(done.values + done.broken, of)
            time.sleep(BREATH)
        return done
