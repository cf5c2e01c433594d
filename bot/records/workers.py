"""What the database threads do: readers one job at a time, the writer several in one commit."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack

from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError

from bot.records.engines import empty_journal, is_unavailable
from bot.records.lane import Job

ERASED = "erased"
"""Set in `connection.info` by who erases a person: the journal is emptied after the commit."""

EVERY = 1.0
"""Seconds between two tries at emptying the journal: each may hold the writer back for a fifth of one."""

RUNG = "rung"
"""A set in `connection.info`, of the platforms for which something was queued: the house is told after the commit."""


class StoreUnavailable(Exception):  # noqa: N818 - it reads as what it says
    """The database is unreachable, locked, full or read-only: nothing was kept, unless the answer came too late."""


class SettledError(Exception):
    """Another worker wrote meanwhile what was about to be written: nothing must be."""


class _AbandonedError(Exception):
    """A caller gave up while its work ran: it was told that nothing is kept, so nothing is."""


class _Connected:
    """One connection, opened when first needed and again after a failure."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    def connection(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def unavailable(self, job: Job) -> None:
        job.error = StoreUnavailable("the database does not answer")

    def tidy(self) -> bool:
        return True

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._engine.dispose()

    def _undo(self) -> None:
        if self._connection is None:
            return
        try:
            self._connection.rollback()
        except DBAPIError:
            self._drop()

    def _drop(self) -> None:
        # A failed COMMIT may leave the driver inside its transaction: a fresh connection knows nothing of it.
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None


class Reader(_Connected):
    """Reads in autocommit: no transaction is opened, so no lock is held."""

    def perform(self, jobs: Sequence[Job]) -> bool:
        """Do the jobs one by one; a connection that was lost is opened again once."""
        for job in jobs:
            if not self._attempt(job):
                self._attempt(job)
        return True

    def _attempt(self, job: Job) -> bool:
        job.error = None
        try:
            job.result = job.work(self.connection())
        except Exception as error:  # noqa: BLE001 - handed over to who asked
            job.error = as_told(error)
            return not _lost(error)
        finally:
            self._undo()
        return True


class Writer(_Connected):
    """Several jobs share one commit; when one of them fails, each is done again alone, in order.

    `told`: is given what was rung, once it is committed, and a job of that commit.
    """

    def __init__(self, engine: Engine, told: Callable[[set[str], Job], None]) -> None:
        super().__init__(engine)
        self._told = told
        # A process that was killed may have left erased rows in the journal.
        self._to_empty = True
        self._next_try = 0.0

    def perform(self, jobs: Sequence[Job]) -> bool:
        """Do the jobs; False when nothing could be begun or committed."""
        try:
            self._commit_together(jobs)
        except StoreUnavailable as error:
            _fail(jobs, error)
            return False
        except Exception as error:  # noqa: BLE001 - handed over to who asked
            if len(jobs) == 1 and not _lost(error):
                jobs[0].error = as_told(error)
                return True
            return self._each_alone(jobs)
        return True

    def tidy(self) -> bool:
        """Empty the journal of what was erased, when somebody who was reading put it off."""
        if self._connection is None or not self._to_empty:
            # Without a connection nothing can be done: the next work opens one.
            return True
        if time.monotonic() >= self._next_try:
            self._next_try = time.monotonic() + EVERY
            self._to_empty = not empty_journal(self._connection)
        return not self._to_empty

    def _each_alone(self, jobs: Sequence[Job]) -> bool:
        for position, job in enumerate(jobs):
            if job.abandoned:
                continue
            try:
                self._commit_together([job])
            except StoreUnavailable as error:
                _fail(jobs[position:], error)
                return False
            except Exception as error:  # noqa: BLE001 - handed over to who asked
                job.error = as_told(error)
        return True

    def _commit_together(self, jobs: Sequence[Job]) -> None:
        """Raise StoreUnavailable when the transaction itself fails, else what the work raised."""
        try:
            connection = self.connection()
            transaction = connection.begin()
        except DBAPIError as error:
            self._drop()
            raise StoreUnavailable(_reason(error)) from error
        with ExitStack() as unless_done:
            unless_done.callback(self._undo)
            results = [job.work(connection) for job in jobs]
            unless_done.pop_all()
        if any(job.abandoned for job in jobs):
            self._undo()
            raise _AbandonedError
        try:
            transaction.commit()
        except DBAPIError as error:
            self._drop()
            raise StoreUnavailable(_reason(error)) from error
        for job, result in zip(jobs, results, strict=True):
            job.result = result
        if connection.info.pop(ERASED, False):
            self._to_empty = not empty_journal(connection)
            self._next_try = time.monotonic() + EVERY
        if rung := connection.info.pop(RUNG, None):
            self._told(rung, jobs[0])


def _fail(jobs: Sequence[Job], error: StoreUnavailable) -> None:
    for job in jobs:
        # One exception each: a traceback is not shared between tasks.
        job.error = StoreUnavailable(*error.args)


def as_told(error: BaseException) -> BaseException:
    """Tell apart a database that fails (StoreUnavailable) from what the work itself raised."""
    if isinstance(error, DBAPIError) and is_unavailable(error):
        unavailable = StoreUnavailable(_reason(error))
        unavailable.__cause__ = error
        return unavailable
    return error


def _lost(error: BaseException) -> bool:
    return isinstance(error, DBAPIError) and error.connection_invalidated


def _reason(error: DBAPIError) -> str:
    # The driver's own first line: no statement, no parameter.
    return str(error.orig).partition("\n")[0]
