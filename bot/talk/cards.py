"""One service as a card: what, where, open or not, how to reach it, what to know."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlencode

from bot.talk.message import LONGEST_PAYLOAD, Card, Venue
from bot.talk.opening_words import cut, opening_line
from bot.talk.times import short_date
from bot.talk.wording import Voice
from directory.flags import Flag
from directory.phones import Cost
from directory.rows import ServiceRow
from directory.search_query import Hit

# Older than this, what a card says is doubtful and it says so.
DOUBTFUL_DAYS = 180


def card(voice: Voice, hit: Hit, row: ServiceRow, *, local_now: datetime, what: str = "") -> Card:
    """A result for a person. `local_now`: the clock of the place; `what`: the need, for who does not read French."""
    lines = [
        what,
        _where(voice, hit, row),
        opening_line(voice, hit.opening, local_now=local_now, phone=bool(row.phones)),
        *_reach(voice, row),
        *_conditions(voice, row),
        _checked(voice, row, local_now),
        voice("also-told", sources=voice.listed(list(hit.also))) if hit.also else "",
        voice("fictional") if row.fictional else "",
    ]
    title = voice("card-title", service=row.name, structure=row.structure_name)
    return Card(title, tuple(line for line in lines if line), shows=_shows(row), service=row.id)


def shown_on_map(voice: Voice, row: ServiceRow) -> tuple[Card, Venue] | None:
    """A service and its place; None when where it is must not be shown, or is not known."""
    if not _shows(row) or row.latitude is None or row.longitude is None:
        return None
    title = voice("card-title", service=row.name, structure=row.structure_name)
    venue = Venue(row.structure_name or row.name, one_line(row), row.latitude, row.longitude)
    return Card(title, tuple(_reach(voice, row))), venue


def _shows(row: ServiceRow) -> str:
    """What a button sends to show the place; empty when it must not be shown, or when no button could carry it."""
    hidden = row.flags & (Flag.DISCREET | Flag.PROFESSIONALS_ONLY)
    if hidden or not row.flags & Flag.ON_SITE or row.latitude is None or row.longitude is None:
        return ""
    payload = f"/carte {row.id}"
    return payload if len(payload.encode()) <= LONGEST_PAYLOAD else ""


def distance(voice: Voice, kilometres: float) -> str:
    """ "800 m", "3,5 km": a distance in a straight line, rounded as its precision allows."""
    if kilometres < 1:
        return voice("distance-m", m=max(100, round(kilometres * 10) * 100))
    return voice("distance-km", km=round(kilometres, 1) if kilometres < 10 else round(kilometres))


def _where(voice: Voice, hit: Hit, row: ServiceRow) -> str:
    place = row.commune or ""
    if hit.distance_km is None or not place:
        return place
    if hit.distance_km < 0.1:
        return voice("where-near", place=place)
    return voice("where", place=place, distance=distance(voice, hit.distance_km))


def _reach(voice: Voice, row: ServiceRow) -> list[str]:
    lines = [
        voice("phone-premium" if phone.cost is Cost.PREMIUM else "phone", number=phone.shown)
        for phone in row.phones[:2]
    ]
    if row.flags & Flag.PROFESSIONALS_ONLY:
        return [*lines, voice("professionals-only")]
    if row.flags & Flag.DISCREET:
        return [*lines, voice("address-hidden")]
    if row.email and not row.phones:
        lines.append(voice("mail", address=row.email))
    if row.address:
        lines.append(voice("address", address=one_line(row)))
    if row.flags & Flag.ON_SITE and row.latitude is not None and row.longitude is not None:
        lines.append(voice("map", url=map_link(row.latitude, row.longitude)))
    if row.link or row.website:
        lines.append(voice("link", url=row.link or row.website or ""))
    return lines


def one_line(row: ServiceRow) -> str:
    """The address on one line; empty when it is hidden or unknown, but for the town."""
    street = ", ".join(part for part in (row.address, row.address_details) if part)
    town = " ".join(part for part in (row.postal_code, row.commune) if part)
    return ", ".join(part for part in (street, town) if part)


def map_link(latitude: float, longitude: float) -> str:
    """A map that opens in any browser, without an account (openstreetmap.org)."""
    at = urlencode({"mlat": f"{latitude:.5f}", "mlon": f"{longitude:.5f}"})
    return f"https://www.openstreetmap.org/?{at}#map=17/{latitude:.5f}/{longitude:.5f}"


def _conditions(voice: Voice, row: ServiceRow) -> list[str]:
    lines = []
    if row.fees == "gratuit":
        lines.append(voice("free"))
    elif row.fees == "payant":
        lines.append(voice("paid-detail", detail=row.fees_details) if row.fees_details else voice("paid"))
    publics = [voice(f"public-{public}") for public in row.publics if public != "tous-publics"]
    if row.publics_details:
        publics.append(cut(row.publics_details))
    if publics:
        lines.append(voice("for-publics", publics=voice.listed(publics)))
    if row.flags & Flag.ANIMALS:
        lines.append(voice("animals-yes"))
    if row.flags & Flag.WHEELCHAIR:
        lines.append(voice("wheelchair-yes"))
    if row.conditions:
        lines.append(voice("conditions", text=cut(row.conditions)))
    return lines


def _checked(voice: Voice, row: ServiceRow, local_now: datetime) -> str:
    days = (local_now.date() - row.updated).days
    if days <= 0:
        return voice("checked-today")
    if days > DOUBTFUL_DAYS:
        return voice("checked-old", date=short_date(voice, row.updated))
    return voice("checked-days", days=days)
