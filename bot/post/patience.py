"""Doing something however long the database is away."""

from __future__ import annotations

import itertools
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.records.store import StoreUnavailable

T = TypeVar("T")

# Seconds between two tries; the last one again and again.
PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0)


async def patiently(work: Callable[[], Awaitable[T]], sleep: Callable[[float], Awaitable[None]]) -> T:
    """The result of `work`, tried until the database answers."""
    for pause in itertools.chain(PAUSES, itertools.repeat(PAUSES[-1])):
        try:
            return await work()
        except StoreUnavailable:
            await sleep(pause)
    raise AssertionError("the pauses never end")
