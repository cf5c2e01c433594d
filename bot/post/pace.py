"""How fast a platform may be sent to. Pure: the moment, in seconds of a clock that never goes back, is an argument."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

MINUTE = 60.0
# Slots are this much farther apart than the limit asks: what leaves evenly may arrive a little closer together.
SLACK = 1.02
# As many as the limit allows take this long: what leaves evenly is never held back.
SECOND = 1.0 * SLACK


def nowhere(_room: str) -> bool:
    """No room is a crowd."""
    return False


@dataclass(frozen=True, slots=True)
class Limits:
    """What a platform allows; None: no limit.

    `per_second`: sends to everybody, evenly spaced; `room_gap`: seconds between two sends to one room;
    `crowd_per_minute`: sends to one room that is a crowd (`is_crowd`) in any minute.
    """

    per_second: float | None = None
    room_gap: float = 0
    crowd_per_minute: int | None = None
    is_crowd: Callable[[str], bool] = nowhere


@dataclass(slots=True)
class Pace:
    """When the next send may leave."""

    limits: Limits
    _next: float = 0
    _silent_until: float = 0
    _rooms: dict[str, deque[float]] = field(default_factory=dict)
    _left: deque[float] = field(default_factory=deque)
    """When the last sends left: on a busy machine some leave later than their moment."""
    _swept: float = 0
    _put_off: dict[str, float] = field(default_factory=dict)

    def when(self, room: str) -> float:
        """The earliest moment for a send to `room`; it may lie in the past."""
        return max(self._next, self._silent_until, self._room_free(room), self._put_off.get(room, 0))

    def book(self, room: str, now: float) -> float:
        """The moment at which a send to `room` must leave; the next ones come after it."""
        moment = max(now, self.when(room))
        if self.limits.per_second:
            # Slots that were not used are lost: nothing ever catches up in a burst.
            self._next = moment + SLACK / self.limits.per_second
        if self.limits.room_gap or self.limits.crowd_per_minute:
            self._rooms.setdefault(room, deque(maxlen=self.limits.crowd_per_minute or 1)).append(moment)
            self._sweep(now)
        return moment

    def hold(self, now: float) -> float:
        """Seconds until one more may leave without there being too many in any second; 0: it leaves now."""
        most = int(self.limits.per_second or 0)
        if not most:
            return 0
        if len(self._left) >= most and (wait := self._left[-most] + SECOND - now) > 0:
            return wait
        self._left.append(now)
        if len(self._left) > most:
            self._left.popleft()
        return 0

    def silence(self, seconds: float, now: float) -> None:
        """Nothing leaves for so long; a shorter silence never cuts a longer one."""
        self._silent_until = max(self._silent_until, now + seconds)

    def put_off(self, room: str, seconds: float, now: float) -> None:
        """Nothing leaves for one room for so long."""
        self._put_off = {each: until for each, until in self._put_off.items() if until > now}
        self._put_off[room] = now + seconds

    def rooms_put_off(self, now: float) -> int:
        """How many rooms wait alone at this moment."""
        return sum(until > now for until in self._put_off.values())

    def silent(self, now: float) -> bool:
        """Whether the platform asked for silence."""
        return now < self._silent_until

    def _room_free(self, room: str) -> float:
        sent = self._rooms.get(room)
        if not sent:
            return 0
        free = sent[-1] + self.limits.room_gap * SLACK
        most = self.limits.crowd_per_minute
        if most and len(sent) == most and self.limits.is_crowd(room):
            free = max(free, sent[0] + MINUTE * SLACK)
        return free

    def _sweep(self, now: float) -> None:
        if now - self._swept < MINUTE:
            return
        self._swept = now
        self._rooms = {room: sent for room, sent in self._rooms.items() if now - sent[-1] < MINUTE * SLACK}
