"""An event as an agent writes it in one line: "mobilité solidaire | 16/03/2027 14:30 | Nantes, Europa | https://…"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date, time, timedelta

from babel.dates import get_month_names

from bot.records.diary import Announcement

LONGEST_TITLE, LONGEST_PLACE, LONGEST_LINK = 150, 150, 300
# Nobody plans farther; a year beyond is a slip of the finger.
FARTHEST = timedelta(days=5 * 365)
_MOST_PARTS = 5
_MONTHS = {name: number for number, name in get_month_names("wide", locale="fr").items()}
_NAMES = "|".join(_MONTHS)
_DAY = rf"(\d{{1,2}})(?:er)?(?:\s*[/.-]\s*(\d{{1,2}})\s*[/.-]\s*|\s+({_NAMES})\s+)(\d{{4}})"
_UNTIL = r"\s*(?:au|et|-|–)\s*"
_DATES = re.compile(rf"{_DAY}(?:{_UNTIL}{_DAY})?", re.IGNORECASE)
# "du 2 au 4 juin 2027", "du 30 mai au 2 juin 2027": the first day borrows what it lacks.
_SHORT_DATES = re.compile(rf"(?<![\d/.-])(\d{{1,2}})(?:er)?(?:\s+({_NAMES}))?{_UNTIL}{_DAY}", re.IGNORECASE)
_HOUR = re.compile(r"\b(\d{1,2})\s*(?:h|:)\s*(\d{2})?(?!\d)", re.IGNORECASE)
# What may stand beside a date and an hour; anything else would be a date misread.
_BESIDE = re.compile(
    r"[\s,.]|\b(?:le|les|du|de|des|à|a|dès|partir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b", re.IGNORECASE
)
_VAGUE = re.compile(rf"(?:(?:début|fin|mi)[ -])?(?:{_NAMES}|printemps|été|automne|hiver)\s+(\d{{4}})", re.IGNORECASE)
_ONLINE = re.compile(r"\b(?:visio(?:conf[ée]rence)?|en ligne|webinaire|à distance)\b", re.IGNORECASE)
_REGISTRATION = re.compile(r"^\s*inscriptions?\s*(?:sur|à|:)?\s*", re.IGNORECASE)
_AXES = re.compile(r"axes?\s*([1-4](?:\s*(?:,|et)\s*[1-4])*)", re.IGNORECASE)
_LINK = re.compile(r"https://[\w.-]+\.[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)


class LineError(ValueError):
    """A line that cannot be an event; the message is the name of the sentence that says why."""


def to_line(written: Announcement) -> str:
    """The same, written so that reading it again gives the same."""
    days = " au ".join(f"{day:%d/%m/%Y}" for day in (written.start, written.end) if day) or written.said
    hour = f" {written.hour:%H:%M}" if written.hour else ""
    place = "en visioconférence" if written.online else written.place
    axes = f"axes {', '.join(written.axes)}" if written.axes else ""
    return " | ".join(part for part in (written.title, f"{days}{hour}", place, written.registration, axes) if part)


def read_line(line: str, *, today: date) -> Announcement:
    """Read a line. Raises LineError."""
    parts = [cleaned(part) for part in line.split("|")]
    if not 2 <= len(parts) <= _MOST_PARTS:
        raise LineError("event-parts")
    written = read_when(parts[1], read_title(parts[0]), today)
    for part in parts[2:]:
        written = read_where_or_how(part, written)
    return written


def cleaned(part: str) -> str:
    """Without what nobody sees: controls, and marks that turn the direction of what follows."""
    seen = (c if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") else " " * c.isspace() for c in part)
    return " ".join("".join(seen).split())


def read_title(title: str) -> Announcement:
    """An event that has only its title, cleaned. Raises LineError."""
    if not title:
        raise LineError("event-no-title")
    if len(title) > LONGEST_TITLE:
        raise LineError("event-long-title")
    return Announcement(title)


def read_when(said: str, written: Announcement, today: date) -> Announcement:
    """The same event with its days and its hour, or with its date in words. Raises LineError."""
    if vague := _VAGUE.fullmatch(said):
        if int(vague[1]) < today.year:
            raise LineError("event-past")
        if int(vague[1]) > (today + FARTHEST).year:
            raise LineError("event-far")
        return replace(written, said=said)
    start, end, rest = _days(said)
    check_days(start, end or start, today)
    found = _HOUR.search(rest)
    if _BESIDE.sub("", _HOUR.sub("", rest, count=1)):
        raise LineError("event-no-date")
    return replace(written, start=start, end=end if end != start else None, hour=_hour(found) if found else None)


def check_days(first: date, last: date, today: date) -> None:
    """Refuse days that are over, too far away or in the wrong order. Raises LineError."""
    if max(first, last) > today + FARTHEST:
        raise LineError("event-far")
    if last < first:
        raise LineError("event-backwards")
    if last < today:
        raise LineError("event-past")


def _days(said: str) -> tuple[date, date | None, str]:
    """The first day, the last when it is another, and what is left of the text."""
    if short := _SHORT_DATES.search(said):
        first, own_month, *written = short.groups()
        end, year = _day(*written), written[3]
        start = _day(first, None if own_month else str(end.month), own_month, year)
        return start, end, said[: short.start()] + said[short.end() :]
    found = _DATES.search(said)
    if not found:
        raise LineError("event-no-date")
    last = _day(*found.groups()[4:]) if found[5] else None
    return _day(*found.groups()[:4]), last, said[: found.start()] + said[found.end() :]


def _day(number: str, month: str | None, name: str | None, year: str) -> date:
    try:
        return date(int(year), int(month) if month else _MONTHS[str(name).lower()], int(number))
    except ValueError:
        raise LineError("event-no-such-day") from None


def _hour(found: re.Match[str]) -> time:
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise LineError("event-no-such-hour") from None


def read_where_or_how(part: str, written: Announcement) -> Announcement:
    """The same event with a place, how to register, or the axes of the pact it is about. Raises LineError."""
    if axes := _AXES.fullmatch(part):
        return replace(written, axes="".join(sorted(set(re.findall(r"[1-4]", axes[1])))))
    bare = _REGISTRATION.sub("", part)
    if bare != part or "://" in part or _is_link(part) or written.place or written.online:
        return read_registration(part, written)
    return read_place(part, written)


def read_registration(said: str, written: Announcement) -> Announcement:
    """The same event with how to register: a page or an address of mail. Raises LineError."""
    bare = _REGISTRATION.sub("", said)
    if not _is_link(bare) or len(bare) > LONGEST_LINK:
        raise LineError("event-bad-link")
    return replace(written, registration=bare)


def read_place(said: str, written: Announcement) -> Announcement:
    """The same event with where it takes place. Raises LineError."""
    if _ONLINE.search(said):
        return replace(written, online=True)
    if len(said) > LONGEST_PLACE:
        raise LineError("event-long-place")
    return replace(written, place=said)


def _is_link(said: str) -> bool:
    return bool(_LINK.fullmatch(said) or _MAIL.fullmatch(said))
