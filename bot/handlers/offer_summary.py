"""The offers of a month in figures, for the agents of a territory: in words, and as bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.charts.bars import Bar, Group, bars
from bot.handlers.offer_text import Told, mid_sentence
from bot.records.offer import Profile, State
from bot.records.offer_figures import OfferFigures
from bot.talk.message import Attachment, Block, Reply, Text
from bot.talk.months import month_name

FILE = "propositions.png"
_AXES = ("1", "2", "3", "4")


@dataclass(frozen=True, slots=True)
class Summed:
    """What is summed up: a month, and the place in words."""

    month: date
    place: str
    figures: OfferFigures


def summary(told: Told, summed: Summed) -> Reply:
    """What is told of it; the picture shows the same figures."""
    voice, figures = told.voice, summed.figures
    title = voice("offers-month", place=summed.place, month=month_name(summed.month, voice.locale))
    blocks: list[Block] = [Text(voice("offers-month-head", title=title, count=figures.received))]
    shown = list(_groups(told, figures))
    blocks += [Text("\n".join([group.title, *(_line(told, bar) for bar in group.bars)])) for group in shown]
    blocks.append(Text("\n".join(_answers(told, figures))))
    blocks.append(Text(voice("offers-month-kept")))
    pictures = (Attachment(FILE, "image/png", bars(title, shown)),) if shown else ()
    return Reply(tuple(blocks), attachments=pictures)


def _groups(told: Told, figures: OfferFigures) -> Iterable[Group]:
    voice = told.voice
    axes = _axes(told, figures.subjects)
    counted = {
        "states": [(voice(f"offer-state-{each}"), figures.states[each]) for each in State],
        "profiles": [(mid_sentence(voice(f"offer-profile-{each}")), figures.profiles[each]) for each in Profile],
        "axes": [(_axis_name(told, each), axes[each]) for each in (*_AXES, "")],
    }
    for name, found in counted.items():
        if held := [Bar(said, count) for said, count in found if count]:
            yield Group(voice(f"offers-month-{name}"), held)


def _axes(told: Told, subjects: Counter[str]) -> Counter[str]:
    """The axis of each subject, "" when it has none, or several."""
    found: Counter[str] = Counter()
    for subject, count in subjects.items():
        found[_axis_of(told, subject)] += count
    return found


def _axis_of(told: Told, subject: str) -> str:
    kind, _, name = subject.partition(":")
    if kind == "axis":
        return name
    if kind == "theme":
        return str(told.finder.needs.get(name).axis or "")
    record = told.knowledge.record(name) if kind == "record" else None
    return str(record.axes[0]) if record and len(record.axes) == 1 else ""


def _axis_name(told: Told, axis: str) -> str:
    voice = told.voice
    if not axis:
        return voice("offers-month-no-axis")
    return voice("offers-month-axis", axis=axis, about=voice(f"subscribe-axis-{axis}"))


def _line(told: Told, bar: Bar) -> str:
    return told.voice("offers-month-line", what=bar.name, count=bar.count)


def _answers(told: Told, figures: OfferFigures) -> Iterable[str]:
    voice = told.voice
    if figures.median_days is not None:
        days = round(figures.median_days)
        yield voice("offers-month-answered", answered=figures.answered, received=figures.received, days=days)
    elif figures.received:
        yield voice("offers-month-unanswered")
    if figures.withdrawn:
        yield voice("offers-month-withdrawn", count=figures.withdrawn)
    yield voice("offers-month-late", count=figures.late) if figures.late else voice("offers-month-none-late")
