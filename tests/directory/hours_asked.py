"""What the tests of opening hours share: a clock, a few expressions, a question at a frozen moment."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from directory.hours import Opening, opening

PARIS, REUNION, GUADELOUPE, MAYOTTE = "Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "Indian/Mayotte"
OFFICE = "Mo-Fr 08:30-12:00,13:30-17:30; PH off"
NIGHT = "Mo-Su 19:00-08:00"
COMMENT = 'Mo-Fr 09:00-12:00; "fermé le premier lundi"'


def at(moment: str, zone: str = PARIS) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone))


def ask(expression: str | None, moment: str, zone: str = PARIS, *, departement: str | None = None) -> Opening:
    return opening(expression, zone=zone, latitude=48.85, longitude=2.35, at=at(moment, zone), departement=departement)
