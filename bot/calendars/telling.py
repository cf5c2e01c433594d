"""What an import would do, in sentences (`events.ftl`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.calendars.found import Refusal
from bot.calendars.plan import Plan
from bot.records.diary import Announcement
from bot.talk.wording import Voice
from knowledge.dates import day, hour
from knowledge.territories import Territories

# Beyond, a reader scrolls and learns nothing more.
_MOST = 20


@dataclass(frozen=True, slots=True)
class Part:
    """How many of a kind, and the first ones."""

    title: str
    lines: tuple[str, ...] = ()


def told(planned: Plan, voice: Voice, territories: Territories) -> Iterator[str]:
    """What changes, what is left out and where, as whoever imports reads it, line by line."""
    for part in parts(planned, voice, territories):
        yield part.title
        yield from (f"  {line}" for line in part.lines)


def parts(planned: Plan, voice: Voice, territories: Territories, *, most: int = _MOST) -> Iterator[Part]:
    """The same, by kind; of each kind `most`."""

    def one(what: Announcement) -> str:
        return spoken(what, voice, territories)

    yield from _some("added", [one(draft.what) for draft in planned.added], voice, most)
    changed = [
        voice("events-change", line=change.draft.line, before=one(change.before.what), after=one(change.draft.what))
        for change in planned.changed
    ]
    yield from _some("changed", changed, voice, most)
    yield from _some("called-off", [one(each.what) for each in planned.called_off], voice, most)
    for name in ("same", "past", "never", "stay_off"):
        if count := getattr(planned, name):
            yield Part(voice(f"events-{name.replace('_', '-')}", count=count))
    if planned.unread:
        yield Part(voice("events-unread", names=voice.listed(planned.unread)))
    yield from _some("refused", [refusal(each, voice) for each in planned.refused], voice, most)


def refusal(refused: Refusal, voice: Voice) -> str:
    """One line left out, and what to do."""
    why = voice(refused.key, **refused.arguments)
    if not refused.title:
        return voice("events-refusal", line=refused.line, why=why)
    return voice("events-refusal-of", line=refused.line, title=refused.title, why=why)


def spoken(what: Announcement, voice: Voice, territories: Territories) -> str:
    """An event in one line, with all that is kept of it."""
    days = [day(each) for each in (what.start, what.end) if each] or [what.said]
    date = " – ".join(days) + (f", {hour(what.hour)}" if what.hour else "")
    where = voice("agenda-online") if what.online else what.place
    axes = voice("agenda-axes", axes=", ".join(what.axes)) if what.axes else ""
    parts = (what.title, where, what.registration, axes, territories.name(what.territory))
    return voice("events-one", date=date, what=voice.listed(part for part in parts if part))


def _some(name: str, lines: Sequence[str], voice: Voice, most: int) -> Iterator[Part]:
    if lines:
        more = (voice("events-more", count=len(lines) - most),) if len(lines) > most else ()
        yield Part(voice(f"events-{name}", count=len(lines)), (*lines[:most], *more))
