"""What a territorial diagnosis asks: the needs that are not covered, or partly, commune by commune, as a table.

The words are those of the framing document of the pacts (« besoin non ou partiellement couvert », « couverture
territoriale des besoins »), which wants raw figures for maps that cross needs and services.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.records.unanswered import Missing
from bot.sheets import Cell, Sheet
from bot.talk.message import Attachment
from bot.talk.periods import Period
from bot.talk.wording import Voice
from directory.communes.commune import Commune
from directory.communes.gazetteer import Gazetteer
from directory.coverage import Covered, Survey
from directory.needs import Needs

HEADER = (
    "axe du pacte", "thème", "besoin", "EPCI", "commune", "code INSEE", "recherches sans réponse (12 mois)",
    "recherches sans rien d’ouvert (12 mois)", "services dans la commune", "services à moins de 10 km",
    "heures d’ouverture connues par semaine (10 km)", "services sans horaires connus (10 km)",
    "distance du plus proche (km)", "couverture",
)  # fmt: skip
WIDTHS = (8, 26, 30, 34, 28, 10, 14, 14, 12, 12, 16, 14, 12, 22)
MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}
# The months that are counted, this one included.
MONTHS = 12


class Places(Protocol):
    """Communes, needs, and a look at the services; a finder is one."""

    @property
    def gazetteer(self) -> Gazetteer: ...  # noqa: D102 - as its name says

    @property
    def needs(self) -> Needs: ...  # noqa: D102 - idem

    def survey(self, now: datetime) -> Survey: ...  # noqa: D102 - idem


def since(today: date) -> date:
    """The first of the months that are counted."""
    first = Period.MONTH.start(today)
    for _ in range(MONTHS - 1):
        first = Period.MONTH.before(first)
    return first


def surveyed(places: Places, departement: str, needs: Sequence[str], *, now: datetime) -> list[Covered]:
    """How well each commune of a département (its code) is covered for some needs. Takes seconds: not for the loop."""
    communes, survey = places.gazetteer.inside(departement), places.survey(now)
    return [covered for need in needs for covered in survey.of(need, communes)]


def all_needs(needs: Needs, counted: Iterable[str]) -> list[str]:
    """Every need, and the whole themes that were searched as such."""
    searched = set(counted)
    return [need.id for need in needs.all if need.id in searched or not need.is_theme]


def first_needs(needs: Needs, asked: str, counted: Iterable[str]) -> list[str]:
    """The need asked with those below it; without one, the vital ones and those that were searched in vain."""
    searched = frozenset(counted)
    every = all_needs(needs, searched)
    if asked:
        below = {asked, *needs.children(asked)}
        return [each for each in every if each in below]
    return [each for each in every if each in searched or needs.get(each).vital]


def diagnosis(
    voice: Voice, needs: Needs, covered: Sequence[Covered], found: Sequence[Missing], kind: str
) -> Attachment:
    """The table, as a file of one of `MEDIA`."""
    counts = {(each.commune, each.need): each for each in found}
    rows = [_row(voice, needs, each, counts.get((each.commune.code, each.need))) for each in covered]
    sheet = Sheet("Diagnostic territorial", HEADER, WIDTHS, rows)
    return Attachment(f"diagnostic.{kind}", MEDIA[kind], sheet.csv() if kind == "csv" else sheet.xlsx())


def _row(voice: Voice, needs: Needs, covered: Covered, missing: Missing | None) -> list[Cell]:
    need, commune = needs.get(covered.need), covered.commune
    return [
        need.axis or "",
        needs.label(need.themes[0], "fr"),
        needs.label(need.id, "fr"),
        commune.epci_name or "",
        commune.name,
        commune.code,
        (missing.nothing if missing else 0) or "",
        (missing.closed if missing else 0) or "",
        covered.inside,
        covered.near,
        round(covered.hours, 1),
        covered.silent,
        "" if covered.nearest_km is None else round(covered.nearest_km, 1),
        voice(f"shortages-cover-{covered.cover}"),
    ]


def located(communes: Iterable[Commune]) -> list[tuple[Commune, float, float]]:
    """Those that are somewhere, with their degrees."""
    found = ((each, each.latitude, each.longitude) for each in communes)
    return [(each, north, east) for each, north, east in found if north is not None and east is not None]
