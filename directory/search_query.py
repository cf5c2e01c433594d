"""What is asked of the directory, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass

from directory.flags import Flag
from directory.hours import Opening
from directory.when import When

# Kilometres: on foot, by bus, by car, and the nearest town of the emptiest départements.
RADII = (5.0, 10.0, 20.0, 50.0)


@dataclass(frozen=True, slots=True)
class Query:
    """What a person looks for.

    `needs`: needs or themes (a theme is the union of its needs), the first first. `around`: latitude and longitude in
    degrees of one point, or of several for a postal code shared by several communes; none: all over `departements`.
    `codes`: INSEE codes of the person's commune, arrondissement, EPCI, département, as data·inclusion writes zones;
    empty when the place is not known, and then no zone is left out. `when`: None when no moment is asked.
    `publics`: data·inclusion's; empty when the person said nothing of themselves. `offset`: results already shown.
    `words`: of names and descriptions, small words left out; without needs, the services that hold them are found,
    with needs, those that hold them come first. `named`: only names count. `free`: what is known to cost nothing;
    `interpreters`: where an interpreter can come.
    """

    needs: tuple[str, ...] = ()
    around: tuple[tuple[float, float], ...] = ()
    codes: frozenset[str] = frozenset()
    departements: frozenset[str] = frozenset()
    when: When | None = None
    publics: frozenset[str] = frozenset()
    wheelchair: bool = False
    animals: bool = False
    free: bool = False
    interpreters: bool = False
    words: tuple[str, ...] = ()
    named: bool = False
    offset: int = 0
    limit: int = 5
    radii: tuple[float, ...] = RADII


@dataclass(frozen=True, slots=True)
class Hit:
    """One service to show. `distance_km`: None when either end is nowhere. `needs`: those asked that it answers.

    `also`: the other sources that tell it.
    """

    id: str
    distance_km: float | None
    opening: Opening
    flags: Flag
    needs: tuple[str, ...]
    structure: int
    departement: str | None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    `hits`: open or likely at the moment asked, nearest first; hours unknown after those surely open. `radius_km`: how
    far it looked (None without a point), `widened` when farther than the first radius. `more`: others can be asked.
    `later`: without `hits`, the nearest that are closed at the moment asked, the soonest to open first.
    `hidden_closed`: how many closed ones were left out; `hidden_publics`: how many as meant for others. `beyond`: the
    nearest farther than the last radius, when nothing is nearer. With the first page: `remote`, by phone or on line,
    and `professionals`, the nearest that only a professional can call. `surely_open`: how many of `hits` are open for
    sure at the moment asked.
    """

    hits: tuple[Hit, ...] = ()
    radius_km: float | None = None
    widened: bool = False
    more: bool = False
    later: tuple[Hit, ...] = ()
    hidden_closed: int = 0
    hidden_publics: int = 0
    beyond: Hit | None = None
    remote: tuple[Hit, ...] = ()
    professionals: tuple[Hit, ...] = ()
    surely_open: int = 0
