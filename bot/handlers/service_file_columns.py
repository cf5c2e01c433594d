"""The columns of an association's table, shown as they were understood, confirmed or corrected in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.handlers.event_preview import NO, YES
from bot.handlers.service_file_read import Wanted
from bot.talk.import_wishes import column_wish
from bot.talk.message import Block, Card, Choice, Reply, Step, Text
from bot.talk.turn import Turn
from bot.talk.wording import Voice
from directory.importers.association.matching import Match, Matching, field_of

STEP = "fichier.colonnes"
# A person does not read more; a column that is read is shown in any case.
_MOST_SHOWN = 30
_OFFERED = ("nom", "service", "description", "adresse", "code_postal", "commune", "telephone", "courriel", "horaires")


def asked(turn: Turn, wanted: Wanted, matching: Matching, changed: Match | None = None) -> Reply:
    """The columns, and whether they are right; nothing can be read without a name and a place.

    `changed`: the only one to be shown again.
    """
    voice = turn.voice
    known = {**wanted.known, "columns": ",".join(match.field for match in matching.matches)}
    shown = (Text(_line(voice, changed)),) if changed else _whole(voice, wanted, matching)
    end = Text(voice(f"sheet-columns-lack-{matching.lacks}" if matching.lacks else "sheet-columns-sure"))
    right = () if matching.lacks else (Choice(voice("sheet-columns-right"), YES),)
    return Reply((*shown, end), (*right, Choice(voice("sheet-drop"), NO)), then=Step(STEP, known))


def _whole(voice: Voice, wanted: Wanted, matching: Matching) -> tuple[Block, ...]:
    names = voice.listed([voice(f"sheet-field-{field}") for field in _OFFERED])
    return (
        Text(voice("sheet-columns", file=wanted.sent.name, source=wanted.offered.source)),
        Card(voice("sheet-columns-title"), tuple(_lines(voice, matching.matches))),
        Text(voice("sheet-columns-how", fields=names)),
    )


def corrected(turn: Turn, matching: Matching) -> tuple[Matching, Match] | Text:
    """The same with the column that was just spoken of, and that column; or why it cannot be."""
    wish = column_wish(turn.argument)
    if wish is None:
        return Text(turn.voice("sheet-columns-yes-or-no"))
    if not 1 <= wish.column <= len(matching.matches):
        return Text(turn.voice("sheet-columns-no-such", column=wish.column, most=len(matching.matches)))
    field = field_of(wish.field) if wish.field else ""
    if field is None:
        return Text(turn.voice("sheet-columns-no-field"))
    found = matching.changed(wish.column - 1, field)
    return found, found.matches[wish.column - 1]


def _lines(voice: Voice, matches: Sequence[Match]) -> list[str]:
    shown = [match for at, match in enumerate(matches) if match.field or at < _MOST_SHOWN]
    lines = [_line(voice, match) for match in shown]
    if left := len(matches) - len(shown):
        lines.append(voice("sheet-columns-more", count=left))
    return lines


def _line(voice: Voice, match: Match) -> str:
    samples = " | ".join(match.samples[:2]) or voice("sheet-column-empty")
    given = {"number": str(match.column + 1), "title": match.title or "–", "samples": samples}
    if not match.field:
        return voice("sheet-column-unread", **given)
    return voice("sheet-column", field=voice(f"sheet-field-{match.field}"), **given)
