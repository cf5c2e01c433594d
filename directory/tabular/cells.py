"""What the cells of a workbook hold, as text."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta


def spelled(value: object) -> str:
    """A value of a spreadsheet as text: a date in French order, an hour with a colon."""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}" if value.time() == time() else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, timedelta):
        return clock(value / timedelta(days=1))
    if isinstance(value, date | time):
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else f"{value:%H:%M}"
    if isinstance(value, bool | None):
        return "oui" if value else ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def clock(share: float) -> str:
    """The hour that a share of the day is: "9:30"."""
    minutes = round(share * 24 * 60)
    return f"{minutes // 60}:{minutes % 60:02}"
