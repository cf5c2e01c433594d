"""Every quarter hour of 36 months, in six zones: each reminder has one instant, at a humane hour, before its event."""

from __future__ import annotations

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from tests.talk.test_due import ZONES, told

FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)


def run() -> str:
    """Look at all of them; raises AssertionError at the first that is wrong."""
    seen = 0
    for name in ZONES:
        zone, day = ZoneInfo(name), FIRST
        while day <= LAST:
            for quarter in range(96):
                told(day, time(quarter // 4, quarter % 4 * 15), zone)
                seen += 1
            told(day, None, zone)
            seen += 1
            day += timedelta(days=1)
    return f"{seen} events in {len(ZONES)} zones over 36 months: each reminder once, at its hour"
