"""What a file of services would change, in words: the same for who sends it and for who agrees to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.handlers.audiences import place_name
from bot.handlers.service_file_read import territories_of
from bot.handlers.service_story import changed_lines
from bot.talk.message import Block, Card, Text
from bot.talk.turn import Turn
from bot.talk.wording import Voice
from directory.importers.origins import Kind
from directory.importers.records import Reason
from directory.importers.report import Cases
from directory.importers.sent import Compared, Offered
from directory.importers.shown import Named

_MOST_EXAMPLES = 3
_MOST_PLACES = 4
_BY_NAME = (Reason.ELSEWHERE, Reason.NOWHERE)


def preview(turn: Turn, offered: Offered, compared: Compared) -> list[Block]:
    """What it is, what it would change, what is left aside and why."""
    voice = turn.voice
    kind = voice("sheet-kind-table", source=offered.source) if compared.kind is Kind.TABLE else None
    kind = kind or voice(f"sheet-kind-{compared.kind}")
    head = Text(voice("sheet-preview", file=offered.name, kind=kind, place=_places(turn, compared)))
    notes = [*_notes(voice, compared)]
    return [head, *_cards(turn, compared), *([Text("\n".join(notes))] if notes else [])]


def _places(turn: Turn, compared: Compared) -> str:
    voice, territories = turn.voice, turn.knowledge.territories
    names = [place_name(voice, territories, each) for each in territories_of(compared)]
    if len(names) > _MOST_PLACES:
        return voice("sheet-many-places", count=len(names))
    return voice.listed(names)


def _cards(turn: Turn, compared: Compared) -> Iterator[Card]:
    voice, report, shown = turn.voice, compared.report, compared.shown
    services, structures = report.tables["service"], report.tables["structure"]
    parts = (
        ("added", services.added, [_name(voice, one) for one in shown.added]),
        ("changed", services.changed - shown.dated["service"], [_change(turn, one) for one in shown.changed]),
        ("founded", 0 if services.added else structures.added, [_name(voice, one) for one in shown.founded]),
        ("structures", structures.changed - shown.dated["structure"], [_change(turn, one) for one in shown.structures]),
        ("withdrawn", services.withdrawn, [_name(voice, one) for one in shown.withdrawn]),
    )
    for name, count, lines in parts:
        if count:
            more = [voice("sheet-more", count=count - len(lines))] if lines and count > len(lines) else []
            yield Card(voice(f"sheet-{name}", count=count), (*lines, *more))
    if report.refused:
        yield Card(voice("sheet-aside", count=report.refusals), tuple(_told(voice, "refused", report.refused.items())))
    mended = [(name, cases) for name, cases in report.mended.items() if cases.count]
    if mended:
        yield Card(voice("sheet-mended"), tuple(_told(voice, "mended", mended)))


def _notes(voice: Voice, compared: Compared) -> Iterator[str]:
    report = compared.report
    if dated := compared.shown.dated["service"]:
        yield voice("sheet-checked", count=dated)
    if report.tables["service"].unchanged:
        yield voice("sheet-unchanged", count=report.tables["service"].unchanged)
    if compared.absent:
        yield voice("sheet-absent", count=compared.absent)
    for key, count in (
        ("import-skipped", compared.skipped),
        ("import-repeated", compared.repeated),
        ("import-agreed", report.agreed.count),
        ("import-fictional-removed", report.fictional_removed),
    ):
        if count:
            yield voice(key, count=count)
    if report.disputed.count:
        yield "\n".join([voice("import-disputed", count=report.disputed.count), *_examples(voice, report.disputed)])
    if compared.closes:
        yield voice("sheet-closes", count=len(compared.closings[1]))
    for code in report.heavy:
        found = report.territories[code]
        counts = {"changes": found.added + found.changed, "withdrawn": found.withdrawn, "held": found.held}
        yield voice("import-heavy", departement=code, **counts)


def _told(voice: Voice, what: str, cases: Iterable[tuple[str, Cases]]) -> Iterator[str]:
    for name, found in cases:
        yield voice(f"import-{what}-{name}", count=found.count)
        if what == "refused":
            yield from _examples(voice, found, name)


def _what(reason: str, row: str, detail: str) -> str:
    """What an example is told by: its name, else its identifier and the field that is wrong."""
    if reason in _BY_NAME:
        return detail
    return ", ".join(part for part in (row, "" if reason == Reason.DUPLICATE else detail) if part) or "–"


def _examples(voice: Voice, cases: Cases, reason: str = "") -> Iterator[str]:
    for spot, detail in cases.examples[:_MOST_EXAMPLES]:
        yield voice("sheet-example", line=str(spot.line), what=_what(reason, spot.id, detail))
    if cases.count > _MOST_EXAMPLES:
        yield voice("sheet-more", count=cases.count - _MOST_EXAMPLES)


def _name(voice: Voice, one: Named) -> str:
    whose = f" ({one.structure})" if one.structure else ""
    return f"{one.name}{whose}, {one.commune or voice('sheet-nowhere')}"


def _change(turn: Turn, one: Named) -> str:
    lines = changed_lines(turn, one.change) if one.change else []
    said = " ; ".join(lines) or turn.voice("sheet-other-fields")
    return turn.voice("sheet-change", name=_name(turn.voice, one), what=said)
