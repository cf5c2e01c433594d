"""The letters that wait, in the memory of the process that sends: what it wrote itself it need not read again.

The outbox remains the truth: a letter leaves only once it is claimed there. What others write makes a look necessary.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.post.outbox import Letter

# Beyond, they wait in the outbox only.
MOST_IN_MEMORY = 1_000


@dataclass(slots=True)
class Tray:
    """`whole`: it holds all that waits, for sure."""

    whole: bool = False
    _replies: dict[int, Letter] = field(default_factory=dict)
    _news: dict[int, Letter] = field(default_factory=dict)
    _since: list[Letter] | None = None
    """What was written since a look began; None: no look is under way, or others wrote too."""

    def __len__(self) -> int:
        return len(self._replies) + len(self._news)

    @property
    def letters(self) -> list[Letter]:
        """Replies first, then news, each in order."""
        return [*self._replies.values(), *self._news.values()]

    def passes(self, room: str, free: int) -> bool:
        """Whether a send to `room` passes before nobody, `free` others being able to leave with it."""
        return self.whole and len(self) < free and all(letter.chat != room for letter in self.letters)

    def add(self, letters: Iterable[Letter]) -> None:
        """These were written; those of one room in order."""
        if self._since is not None:
            self._since += letters
        elif self.whole:
            self._put(letters)
            if len(self) > MOST_IN_MEMORY:
                self.forget()

    def forget(self) -> None:
        """Others wrote, nobody knows what."""
        self.whole, self._since = False, None

    def begin(self) -> None:
        """A look into the outbox begins."""
        self._since = []

    def seen(self, letters: Iterable[Letter], *, all_of_them: bool) -> None:
        """What the look saw."""
        self._replies, self._news = {}, {}
        self._put(letters)
        self.whole = all_of_them and self._since is not None
        if self.whole:
            self._put(self._since or ())
        self._since = None

    def remove(self, letters: Iterable[Letter]) -> None:
        """These leave, or are no more."""
        for letter in letters:
            self._replies.pop(letter.id, None)
            self._news.pop(letter.id, None)

    def _put(self, letters: Iterable[Letter]) -> None:
        for letter in letters:
            (self._news if letter.bulk else self._replies)[letter.id] = letter
