"""What a person who searches may count on, one behaviour each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from directory.flags import Flag
from directory.hours import Closed, State
from directory.search import Found, Query, search
from directory.snapshot import IndexRow
from directory.snapshot_build import build
from directory.when import NOW, When

NANTES = (47.218, -1.554)
FRIDAY = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Europe/Paris"))
THEMES = {"douche": "hygiene", "laverie": "hygiene", "repas": "alimentation"}
HERE = IndexRow("x", "s", ("douche",), *NANTES, int(Flag.ON_SITE | Flag.EVERYONE | Flag.EVERYWHERE), departement="44")
ASKED = Query(needs=("douche",), around=(NANTES,), codes=frozenset({"44109", "244400404", "44"}))


def row(identifier: str, km: float = 1.0, **changed: object) -> IndexRow:
    """A service so far north of Nantes."""
    return replace(HERE, id=identifier, latitude=NANTES[0] + km / 111.195, **changed)  # type: ignore[arg-type]  # fields of IndexRow


def ask(rows: Iterable[IndexRow], query: Query = ASKED, now: datetime = FRIDAY) -> Found:
    return search(build(rows, themes=THEMES), query, now=now)


def ids(found: Found) -> list[str]:
    return [hit.id for hit in found.hits]


def test_nearest_first_with_distances() -> None:
    found = ask([row("c", 4.0), row("a", 1.0), row("b", 2.5)])
    assert ids(found) == ["a", "b", "c"]
    assert [round(hit.distance_km or 0, 2) for hit in found.hits] == [1.0, 2.5, 4.0]
    assert (found.radius_km, found.widened, found.more) == (5.0, False, False)


def test_the_radius_widens_and_says_so() -> None:
    found = ask([row("a", 1.0), row("b", 7.0), row("c", 18.0), row("d", 45.0)])
    assert ids(found) == ["a", "b", "c"]
    assert (found.radius_km, found.widened, found.more) == (20.0, True, True)
    assert ids(ask([row("a", 1.0), row("b", 7.0), row("c", 18.0), row("d", 45.0)], replace(ASKED, offset=3))) == ["d"]


def test_nothing_in_reach_names_the_nearest_beyond() -> None:
    found = ask([row("far", 120.0), row("farther", 200.0)])
    assert found.hits == ()
    assert found.beyond is not None
    assert (found.beyond.id, round(found.beyond.distance_km or 0)) == ("far", 120)


def test_a_theme_is_the_union_of_its_needs() -> None:
    rows = [row("shower"), row("wash", 2.0, needs=("laverie",)), row("both", 3.0, needs=("douche", "laverie"))]
    assert ids(ask(rows, replace(ASKED, needs=("hygiene",)))) == ["shower", "wash", "both"]


def test_an_unknown_need_finds_nothing() -> None:
    found = ask([row("a")], replace(ASKED, needs=("inconnu",)))
    assert (found.hits, found.beyond, found.remote) == ((), None, ())
    assert ask([]).hits == ()
    assert ask([row("a")], replace(ASKED, needs=())).hits == ()


def test_services_for_all_stay_whatever_the_public() -> None:
    everyone = int(Flag.ON_SITE | Flag.EVERYONE)
    rows = [
        row("all", flags=everyone),
        row("none named", 1.5, flags=1),
        row("women", 2.0, flags=1, publics=("femmes",)),
    ]
    rows.append(row("young", 0.5, flags=1, publics=("jeunes",)))
    found = ask(rows, replace(ASKED, publics=frozenset({"femmes"})))
    assert ids(found) == ["all", "none named", "women"]
    assert found.hidden_publics == 1
    assert ids(ask(rows, replace(ASKED, publics=frozenset({"inconnu"})))) == ["all", "none named"]
    assert len(ask(rows).hits) == 4


def test_a_zone_that_excludes_the_place_leaves_out_when_both_are_known() -> None:
    on_site = int(Flag.ON_SITE | Flag.EVERYONE)
    zones = {"country": ("france",), "none": (), "dep": ("44",), "epci": ("244400404",), "other": ("75", "44110")}
    rows = [row(name, 1 + n / 10, flags=on_site, zone=zone) for n, (name, zone) in enumerate(zones.items())]
    assert ids(ask(rows)) == ["country", "none", "dep", "epci"]
    assert ids(ask(rows, replace(ASKED, codes=frozenset()))) == ["country", "none", "dep", "epci", "other"]


def test_everywhere_wins_over_a_zone() -> None:
    assert ids(ask([row("a", flags=int(Flag.ON_SITE | Flag.EVERYWHERE), zone=("75",))])) == ["a"]


def test_remote_services_come_apart_those_of_the_territory_first() -> None:
    remote = int(Flag.REMOTE | Flag.EVERYONE)
    rows = [
        row("national", flags=remote, zone=("france",)),
        row("local", 300.0, flags=remote, zone=("44",)),
        row("elsewhere", 1.0, flags=remote, zone=("75",)),
        row("both", 1.0, flags=remote | Flag.ON_SITE),
    ]
    found = ask(rows)
    assert ids(found) == ["both"]
    assert [hit.id for hit in found.remote] == ["local", "national"]
    assert all(hit.distance_km is None for hit in found.remote)


def test_what_only_professionals_can_call_comes_apart() -> None:
    found = ask([row("pro", flags=HERE.flags | Flag.PROFESSIONALS_ONLY), row("me", 2.0)])
    assert ids(found) == ["me"]
    assert [hit.id for hit in found.professionals] == ["pro"]


def test_open_now_hides_the_closed_and_says_how_many() -> None:
    rows = [
        row("closed", 1.0, hours="Mo-Fr 14:00-17:00"),
        row("unknown", 2.0, hours="9h-12h"),
        row("open", 3.0, hours="Mo-Fr 09:00-12:00"),
        row("later", 4.0, hours="Sa 09:00-12:00"),
    ]
    found = ask(rows, replace(ASKED, when=NOW))
    assert ids(found) == ["open", "unknown"]
    assert (found.surely_open, found.hidden_closed) == (1, 2)
    assert found.later == ()
    closed = ask([rows[0], rows[3]], replace(ASKED, when=NOW))
    assert ids(closed) == []
    assert [hit.id for hit in closed.later] == ["closed", "later"]
    assert found.hits[1].opening.state is State.UNKNOWN


def test_nothing_surely_open_still_shows_those_to_call() -> None:
    found = ask([row("unknown", hours=None), row("closed", hours="Sa 09:00-12:00")], replace(ASKED, when=NOW))
    assert ids(found) == ["unknown"]
    assert (found.surely_open, found.radius_km) == (0, 50.0)


def test_it_looks_farther_for_an_open_door() -> None:
    rows = [row(f"closed {n}", hours="Sa 09:00-12:00") for n in range(5)] + [row("open", 8.0, hours="24/7")]
    found = ask([*rows, *(row(f"unknown {n}", hours=None) for n in range(2))], replace(ASKED, when=NOW))
    assert ids(found)[0] == "open"
    assert found.radius_km == 10.0


def test_saturday_morning() -> None:
    when = When(datetime(2026, 11, 21, 6), datetime(2026, 11, 21, 12))
    rows = [row("friday", hours="Fr 09:00-12:00"), row("saturday", 2.0, hours="Sa 09:00-12:00")]
    found = ask(rows, replace(ASKED, when=when))
    assert ids(found) == ["saturday"]
    opening = found.hits[0].opening
    assert opening.since == datetime(2026, 11, 21, 9, tzinfo=ZoneInfo("Europe/Paris"))


def test_a_temporary_closure_is_told_and_hidden_from_open_now() -> None:
    closure = Closed(date(2026, 11, 16), date(2026, 11, 22), "Travaux")
    rows = [row("a", hours="24/7", closures=(closure,)), row("b", 2.0, hours="24/7")]
    assert ids(ask(rows, replace(ASKED, when=NOW))) == ["b"]
    shown = ask(rows).hits[0].opening
    assert (shown.state, shown.closure) == (State.CLOSED, closure)


def test_hours_are_read_on_the_clock_of_the_place() -> None:
    reunion = replace(HERE, id="r", latitude=-20.88, longitude=55.45, departement="974", hours="Mo-Fr 12:00-14:00")
    query = replace(ASKED, around=((-20.88, 55.45),), codes=frozenset({"97411", "974"}), when=NOW)
    assert ids(ask([reunion], query)) == ["r"]
    assert ids(ask([replace(reunion, departement="44")], query)) == []


def test_wheelchair_and_animals_come_first_and_hide_nothing() -> None:
    rows = [row("near"), row("ramp", 2.0, flags=HERE.flags | Flag.WHEELCHAIR)]
    rows.append(row("dog", 3.0, flags=HERE.flags | Flag.WHEELCHAIR | Flag.ANIMALS))
    assert ids(ask(rows, replace(ASKED, wheelchair=True))) == ["ramp", "dog", "near"]
    assert ids(ask(rows, replace(ASKED, wheelchair=True, animals=True))) == ["dog", "ramp", "near"]


def test_several_needs_take_turns_and_one_place_for_both_comes_first() -> None:
    rows = [row(f"shower {n}", 1 + n / 10) for n in range(5)]
    rows += [row("meal", 4.0, needs=("repas",)), row("both", 3.0, needs=("douche", "repas"))]
    found = ask(rows, replace(ASKED, needs=("douche", "repas")))
    assert ids(found)[:3] == ["both", "meal", "shower 0"]
    assert found.hits[0].needs == ("douche", "repas")
    assert len(set(ids(found))) == 5


def test_a_shared_postal_code_is_searched_around_all_its_communes() -> None:
    south = replace(HERE, id="south", latitude=NANTES[0] - 0.5)
    query = replace(ASKED, around=(NANTES, (NANTES[0] - 0.5, NANTES[1])))
    found = ask([row("north", 2.0), south], query)
    assert ids(found) == ["south", "north"]
    assert (found.hits[0].distance_km or 0) < 0.001


def test_a_departement_alone_is_searched_without_distances() -> None:
    query = Query(needs=("douche",), departements=frozenset({"44"}), codes=frozenset({"44"}))
    found = ask([row("a"), row("b", departement="49"), row("c", 3.0, departement="49")], query)
    assert ids(found) == ["a"]
    nowhere = replace(HERE, id="nowhere", latitude=None)
    assert ids(ask([row("a"), nowhere], query)) == ["a", "nowhere"]
    assert [hit.distance_km for hit in found.hits] == [None]
    assert found.radius_km is None
    assert Query(needs=("douche",)).around == ()
    assert ask([row("a")], Query(needs=("douche",))).hits == ()


def test_pages_follow_one_another() -> None:
    rows = [row(f"{n:02}", 1 + n) for n in range(12)]
    first = ask(rows, replace(ASKED, limit=5))
    second = ask(rows, replace(ASKED, limit=5, offset=len(first.hits)))
    assert ids(first) + ids(second) == [f"{n:02}" for n in range(len(first.hits) + len(second.hits))]
    assert first.more
