"""Services to look at again, in words and as a table: how many, where, why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.sheets import Cell, Sheet
from bot.talk.message import Attachment, Block, Reply, Text
from bot.talk.wording import Voice
from directory.communes.gazetteer import Gazetteer
from directory.review import Concern, Reviewed

HEADER = (
    "commune", "code INSEE", "structure", "service", "vérifié le", "jours", "note sur 100", "à revoir", "ce qui manque",
    "identifiant",
)  # fmt: skip
_WIDTHS = (26, 10, 36, 40, 12, 8, 12, 44, 44, 34)
_MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_COMMUNES = 8


@dataclass(frozen=True, slots=True)
class ToReview:
    """The services of a place, on a day."""

    place: str
    today: date
    found: Sequence[Reviewed]


def told(voice: Voice, gazetteer: Gazetteer, what: ToReview) -> Reply:
    """The counts by reason and by commune, and the table."""
    if not what.found:
        return Reply((Text(voice("reviews-none", place=what.place)),))
    reasons = Counter(concern for each in what.found for concern in each.concerns)
    lines = [voice(f"reviews-{concern}", count=reasons[concern]) for concern in Concern if reasons[concern]]
    communes = Counter(_name(gazetteer, each.place) for each in what.found).most_common(_COMMUNES)
    most = voice.listed(voice("reviews-commune", place=name, count=count) for name, count in communes)
    blocks: tuple[Block, ...] = (
        Text(voice("reviews-head", place=what.place, count=len(what.found))),
        Text("\n".join(lines)),
        Text(voice("reviews-communes", communes=most)),
        Text(voice("reviews-how")),
    )
    rows = [_row(voice, gazetteer, each, what.today) for each in what.found]
    file = Attachment("a-revoir.xlsx", _MEDIA, Sheet("Fiches à revoir", HEADER, _WIDTHS, rows).xlsx())
    return Reply(blocks, attachments=(file,))


def _row(voice: Voice, gazetteer: Gazetteer, each: Reviewed, today: date) -> list[Cell]:
    return [
        _name(gazetteer, each.place),
        each.place,
        each.structure,
        each.name,
        each.updated,
        (today - each.updated).days,
        round(100 * each.quality.score),
        voice.listed(voice(f"reviews-why-{concern}") for concern in each.concerns),
        voice.listed(voice(f"reviews-lacks-{name.replace('_', '-')}") for name in each.quality.failed),
        each.id,
    ]


def _name(gazetteer: Gazetteer, code: str) -> str:
    commune = gazetteer.by_code(code)
    return commune.name if commune else code
