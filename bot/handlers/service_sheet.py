"""Services of the directory as a table, one line each, for whoever prints or sorts them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from bot.sheets import Cell, Sheet
from bot.talk.week_words import week_words
from bot.talk.wording import Voice
from directory import phones
from directory.exports.about import Licences, Tally
from directory.exports.reading import Holding, Values
from directory.flags import HIDDEN_PLACE, Flag

KINDS = ("csv", "xlsx")
HEADER = (
    "service", "structure", "besoins", "description", "commune", "code postal", "code Insee", "adresse", "latitude",
    "longitude", "téléphone", "courriel", "site", "horaires", "pour qui", "conditions", "prix", "animaux",
    "accessible en fauteuil", "à savoir", "vérifié le", "source", "licence", "identifiant", "exporté le",
)  # fmt: skip
_WIDTHS = (36, 36, 30, 60, 20, 12, 12, 36, 10, 10, 18, 28, 30, 40, 30, 40, 20, 10, 12, 40, 12, 16, 30, 30, 12)


def services_sheet(
    voice: Voice, held: Iterable[Holding], need: Callable[[str], str], licences: Licences, *, today: date, tally: Tally
) -> Sheet:
    """The sheet, whose rows are made as they are written. `need`: the name of a need; `tally`: counts them."""
    rows = _rows(voice, held, need, licences, today=today, tally=tally)
    return Sheet("Services", HEADER, _WIDTHS, rows)


def _rows(
    voice: Voice, held: Iterable[Holding], need: Callable[[str], str], licences: Licences, *, today: date, tally: Tally
) -> Iterator[list[Cell]]:
    for each in held:
        tally.structures += 1
        for service in each.services:
            tally.services += 1
            tally.sources[service["source"]] += 1
            needs = voice.listed(need(one) for one in service["needs"])
            last = (service["date_maj"], service["source"], licences.of(service["source"]), service["id"], today)
            yield [*_what(voice, service, each.structure, needs), *_known(voice, service, each.structure), *last]


def _what(voice: Voice, service: Values, structure: Values, needs: str) -> Iterator[Cell]:
    """Who, what, where and how to reach it; what the service does not say is its structure's."""
    own = service if any(service[name] for name in ("adresse", "commune", "code_postal")) else structure
    hidden = bool(Flag(service["flags"]) & HIDDEN_PLACE)
    street = (own["adresse"], own["complement_adresse"])
    yield service["nom"]
    yield structure["nom"]
    yield needs
    yield service["description"] or voice("export-secret")
    yield own["commune"] or ""
    yield own["code_postal"] or ""
    yield service["place"] or ""
    yield "" if hidden else voice.listed(part for part in street if part)
    yield service["place_latitude"] or ""
    yield service["place_longitude"] or ""
    numbers = phones.kept(service["telephone"] or structure["telephone"])
    yield voice.listed(phone.shown for phone in numbers)
    yield service["courriel"] or ("" if hidden else structure["courriel"] or "")
    yield service["lien_mobilisation"] or service["lien_source"] or ("" if hidden else structure["site_web"] or "")


def _known(voice: Voice, service: Values, structure: Values) -> Iterator[Cell]:
    """When, for whom, on what conditions."""
    flags = Flag(service["flags"])
    publics = [voice(f"public-{public}") for public in service["publics"] or () if public != "tous-publics"]
    if service["publics_precisions"]:
        publics.append(service["publics_precisions"])
    yield week_words(voice, service["horaires_accueil"] or structure["horaires_accueil"])
    yield voice.listed(publics)
    yield service["conditions_acces"] or ""
    yield service["frais_precisions"] or service["frais"] or ""
    yield voice("export-yes") if flags & Flag.ANIMALS else ""
    yield voice("export-yes") if flags & Flag.WHEELCHAIR else ""
    yield " ".join(_warnings(voice, flags, fictional=service["fictional"]))


def _warnings(voice: Voice, flags: Flag, *, fictional: bool) -> Iterator[str]:
    if fictional:
        yield voice("fictional")
    if flags & Flag.PROFESSIONALS_ONLY:
        yield voice("professionals-only")
    if flags & Flag.DISCREET:
        yield voice("address-hidden")
