"""The search finds what reading every service one by one finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.distance import centre, great_circle_km, kilometres, vectors
from directory.flags import Flag
from directory.hours import Hours, State
from directory.hours_grammar import Spot
from directory.search import RADII, Found, Query, search
from directory.snapshot import IndexRow, Snapshot
from directory.snapshot_build import build
from directory.when import NOW, When
from directory.zones import zone_of
from tests.directory.invented import NEEDS, PUBLICS, THEMES, TOWNS, services

METRE = 0.001
MORNING = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Europe/Paris"))


@cache
def directory() -> tuple[dict[str, IndexRow], Snapshot]:
    rows = {row.id: row for row in services(5000)}
    return rows, build(rows.values(), themes=THEMES)


def eligible(row: IndexRow, query: Query) -> bool:
    """Whether a service near a person may be shown, by reading it."""
    keys = {*row.needs, *(THEMES[need] for need in row.needs)}
    if not keys & set(query.needs) or row.flags & Flag.PROFESSIONALS_ONLY or row.latitude is None:
        return False
    if row.flags & Flag.REMOTE and not row.flags & Flag.ON_SITE:
        return False
    if query.publics and row.publics and not set(row.publics) & query.publics and not row.flags & Flag.EVERYONE:
        return False
    local = row.zone and "france" not in row.zone
    return not (local and query.codes and not set(row.zone) & query.codes)


def state(row: IndexRow, when: When, now: datetime) -> State:
    spot = Spot(zone_of(row.departement), row.latitude, row.longitude, row.departement)
    return Hours(row.hours, spot, row.closures).during(when, now).state


def by_hand(query: Query) -> list[tuple[float, str]]:
    """Every eligible service within the last radius, nearest first."""
    found = []
    for row in directory()[0].values():
        if eligible(row, query) and row.latitude is not None and row.longitude is not None:
            km = min(great_circle_km(*point, row.latitude, row.longitude) for point in query.around)
            if km <= query.radii[-1]:
                found.append((km, row.id))
    return sorted(found)


def everything(query: Query, now: datetime = MORNING) -> tuple[list[Found], list[tuple[float, str]]]:
    """All the pages of a query, and their hits in order."""
    pages: list[Found] = []
    hits: list[tuple[float, str]] = []
    for _ in range(2000):
        page = search(directory()[1], replace(query, offset=len(hits)), now=now)
        pages.append(page)
        if not page.hits:
            return pages, hits
        hits += [(hit.distance_km or 0.0, hit.id) for hit in page.hits]
    raise AssertionError("a search without an end")


POINTS = st.one_of(
    st.sampled_from([town[:2] for town in TOWNS]),
    st.tuples(st.floats(42.5, 51.0), st.floats(-4.5, 8.0)),
)
QUERIES = st.builds(
    Query,
    needs=st.lists(st.sampled_from([*NEEDS, *THEMES.values()]), min_size=1, max_size=1).map(tuple),
    around=st.lists(POINTS, min_size=1, max_size=3).map(tuple),
    codes=st.sets(st.sampled_from(["44", "75", "59", "200000000"])).map(frozenset),
    publics=st.sets(st.sampled_from([*PUBLICS, "inconnu"])).map(frozenset),
    limit=st.integers(1, 12),
)


@given(QUERIES)
@settings(max_examples=60, deadline=None)
def test_every_page_together_hold_what_reading_all_finds_in_the_same_order(query: Query) -> None:
    pages, hits = everything(query)
    expected = by_hand(query)
    assert [km for km, _ in hits] == pytest.approx([km for km, _ in expected], abs=METRE)
    theirs = {identifier: km for km, identifier in expected}
    assert {identifier: km for km, identifier in hits} == pytest.approx(theirs, abs=METRE)
    assert len(hits) == len(expected)
    assert all(page.more for page in pages[:-2])


@given(QUERIES)
@settings(max_examples=40, deadline=None)
def test_the_radius_is_the_first_that_has_enough(query: Query) -> None:
    found = search(directory()[1], query, now=MORNING)
    expected = by_hand(query)
    enough = min(3, query.limit)
    radius = next((radius for radius in RADII if sum(km <= radius for km, _ in expected) >= enough), RADII[-1])
    assert found.radius_km == radius
    assert found.widened == (radius > RADII[0])
    assert found.hits == () or found.beyond is None


@given(QUERIES, st.sampled_from([NOW, When(datetime(2026, 11, 21, 8), datetime(2026, 11, 21, 12))]))
@settings(max_examples=40, deadline=None)
def test_open_ones_come_first_closed_ones_are_counted_none_is_lost(query: Query, when: When) -> None:
    timed = replace(query, when=when)
    pages, hits = everything(timed)
    rows = directory()[0]
    states = {identifier: state(rows[identifier], when, MORNING) for _, identifier in by_hand(query)}
    assert {identifier for _, identifier in hits} == {
        identifier for identifier, known in states.items() if known is not State.CLOSED
    }
    assert len(hits) == len({identifier for _, identifier in hits})
    assert pages[-1].hidden_closed == sum(known is State.CLOSED for known in states.values())
    first = [states[hit.id] for hit in pages[0].hits]
    assert first == sorted(first, key=lambda known: known is not State.OPEN)
    if State.OPEN in states.values():
        assert first[0] is State.OPEN


@given(st.lists(st.sampled_from(NEEDS), min_size=2, max_size=3, unique=True).map(tuple), POINTS)
@settings(max_examples=30, deadline=None)
def test_several_needs_each_get_results_and_none_is_lost(needs: tuple[str, ...], point: tuple[float, float]) -> None:
    query = Query(needs=needs, around=(point,), limit=7)
    pages, hits = everything(query)
    assert sorted(identifier for _, identifier in hits) == sorted(identifier for _, identifier in by_hand(query))
    near = {need for need in needs if by_hand(Query(needs=(need,), around=(point,)))}
    answered = {need for hit in pages[0].hits for need in hit.needs}
    assert answered == near


@given(POINTS, st.floats(-0.4, 0.4), st.floats(-0.4, 0.4))
def test_vectors_agree_with_the_great_circle(point: tuple[float, float], north: float, east: float) -> None:
    other = point[0] + north, point[1] + east
    closeness = vectors(np.array([other[0]]), np.array([other[1]])).dot(centre(*point).vector)
    assert kilometres(closeness) == pytest.approx([great_circle_km(*point, *other)], abs=METRE)


def test_seeded_directory_answers_at_any_moment() -> None:
    for hour in range(0, 24, 3):
        now = datetime(2026, 11, 20, hour, tzinfo=UTC)
        for need in NEEDS[:10]:
            found = search(directory()[1], Query(needs=(need,), around=(TOWNS[0][:2],), when=NOW), now=now)
            assert all(hit.opening.state is not State.CLOSED for hit in found.hits)
            assert found.surely_open == sum(hit.opening.state is State.OPEN for hit in found.hits)
