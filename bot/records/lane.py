"""Threads that work for an event loop: a queue in, results handed back a group at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Protocol

from sqlalchemy.engine import Connection

Work = Callable[[Connection], Any]

# Seconds after which what was put off is tried again, when no work comes before.
AGAIN = 0.5


@dataclass(slots=True, eq=False)
class Job:
    """A piece of work, and the future that waits for it."""

    work: Work
    future: asyncio.Future[Any]
    result: Any = None
    error: BaseException | None = None

    @property
    def abandoned(self) -> bool:
        """Whether nobody waits any more: work not begun is then not done."""
        return self.future.cancelled()


class Worker(Protocol):
    """What a thread does with a group of jobs: it gives each a result or an error, and raises nothing."""

    def perform(self, jobs: Sequence[Job]) -> bool:
        """Do the jobs; False when the database failed, so that those who wait behind are told at once."""

    def unavailable(self, job: Job) -> None:
        """Tell a job that waited behind a failure."""

    def tidy(self) -> bool:
        """Do, once the results are handed back, what was put off; False when it is to be tried again."""

    def close(self) -> None:
        """Let go of the connection."""


class Lane:
    """A queue served by some threads, each with its own worker; first come, first served."""

    def __init__(self, workers: Sequence[Worker], *, name: str, together: int = 1) -> None:
        """`together`: how many jobs that wait are given at once to a worker."""
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._together = together
        self._threads = [
            Thread(target=self._serve, args=(worker,), name=f"{name}-{number}", daemon=True)
            for number, worker in enumerate(workers)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, work: Work) -> asyncio.Future[Any]:
        """Queue a piece of work from a running event loop."""
        future = asyncio.get_running_loop().create_future()
        self._queue.put(Job(work, future))
        return future

    def close(self) -> None:
        """Finish what waits, then stop the threads; blocks."""
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join()

    def _serve(self, worker: Worker) -> None:
        last, tidy = False, True
        while not last:
            jobs, last = self._take(None if tidy else AGAIN)
            if jobs and not worker.perform(jobs):
                behind, stop = self._drain()
                for job in behind:
                    worker.unavailable(job)
                jobs, last = jobs + behind, last or stop
            _hand_back(jobs)
            tidy = worker.tidy()
        worker.close()

    def _take(self, patience: float | None) -> tuple[list[Job], bool]:
        """The next jobs, or none when none came in so many seconds; True when it is over."""
        try:
            first = self._queue.get(timeout=patience)
        except Empty:
            return [], False
        if first is None:
            return [], True
        more, last = self._drain(self._together - 1)
        return [job for job in (first, *more) if not job.abandoned], last

    def _drain(self, most: int | None = None) -> tuple[list[Job], bool]:
        jobs: list[Job] = []
        while most is None or len(jobs) < most:
            try:
                job = self._queue.get_nowait()
            except Empty:
                break
            if job is None:
                return jobs, True
            jobs.append(job)
        return jobs, False


def _hand_back(jobs: Sequence[Job]) -> None:
    loops = {job.future.get_loop() for job in jobs}
    for loop in loops:
        # One wake-up for the whole group. A loop that is gone waits for nothing.
        if not loop.is_closed():
            loop.call_soon_threadsafe(_settle, [job for job in jobs if job.future.get_loop() is loop])


def _settle(jobs: Sequence[Job]) -> None:
    for job in jobs:
        if job.future.done():
            continue
        if job.error is not None:
            job.future.set_exception(job.error)
        else:
            job.future.set_result(job.result)
