"""Free text finds what reading every service one by one finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cache
from math import log2
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.distance import great_circle_km
from directory.flags import Flag
from directory.search import Query, search
from directory.snapshot import IndexRow, Snapshot
from directory.snapshot_build import build
from directory.texts.terms import term, written
from tests.directory.invented import NEEDS, THEMES, TOWNS, services
from tests.directory.test_search_brute_force import POINTS

MORNING = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Europe/Paris"))
SMALL = frozenset({"les", "du", "d", "l"})


@cache
def directory() -> tuple[dict[str, IndexRow], Snapshot]:
    rows = {row.id: row for row in services(3000)}
    return rows, build(rows.values(), themes=THEMES, small=SMALL)


def terms(*texts: str) -> set[str]:
    """The terms of some texts, read plainly."""
    return {found for text in texts for word in written(text) if word not in SMALL and (found := term(word))}


@cache
def held() -> dict[str, tuple[set[str], set[str]]]:
    """For each service, the terms of its names and those of its description."""
    return {row.id: (terms(row.name, row.structure_name), terms(row.description)) for row in directory()[0].values()}


@cache
def weight(word: str) -> int:
    found = term(word)
    count = sum(found in names or found in told for names, told in held().values())
    return max(1, round(8 * log2(1 + len(held()) / max(1, count))))


def score(row: IndexRow, query: Query) -> int:
    """The weight of the words that a service holds, twice that of a name's; 0 when it holds too few."""
    names, told = held()[row.id]
    asked = {term(word): weight(word) for word in query.words}
    found = {word: 2 * (word in names) or (not query.named and word in told) for word in asked}
    enough = sum(asked[word] for word in asked if found[word]) >= 0.75 * sum(asked.values())
    return sum(asked[word] * int(found[word]) for word in asked) if enough else 0


def near(row: IndexRow) -> bool:
    remote = row.flags & Flag.REMOTE and not row.flags & Flag.ON_SITE
    return not (row.flags & Flag.PROFESSIONALS_ONLY or remote or row.latitude is None)


def kilometres(row: IndexRow, query: Query) -> float:
    assert row.latitude is not None
    assert row.longitude is not None
    return min(great_circle_km(*point, row.latitude, row.longitude) for point in query.around)


def by_hand(query: Query) -> dict[str, tuple[int, float]]:
    """Score and distance of every service in reach that holds the words nearly as well as the best."""
    found = {}
    for row in directory()[0].values():
        if near(row) and (points := score(row, query)) and (km := kilometres(row, query)) <= query.radii[-1]:
            found[row.id] = points, km
    best = max((points for points, _ in found.values()), default=0)
    return {service: (points, km) for service, (points, km) in found.items() if points >= 0.7 * best}


def pages(query: Query) -> list[str]:
    hits: list[str] = []
    while page := search(directory()[1], replace(query, offset=len(hits)), now=MORNING).hits:
        hits += [hit.id for hit in page]
    return hits


TYPED = ("épiceries", "solidaires", "panier", "resto", "coeur", "traits", "union", "ateliers", "couture", "eloi", "zzz")
QUERIES = st.builds(
    Query,
    words=st.lists(st.sampled_from(TYPED), min_size=1, max_size=4, unique=True).map(tuple),
    around=st.lists(POINTS, min_size=1, max_size=3).map(tuple),
    named=st.booleans(),
    limit=st.integers(1, 12),
)


@given(QUERIES)
@settings(max_examples=80, deadline=None)
def test_all_that_holds_the_words_is_found_once_and_nothing_else(query: Query) -> None:
    hits = pages(query)
    assert sorted(hits) == sorted(by_hand(query))


@given(QUERIES)
@settings(max_examples=40, deadline=None)
def test_the_first_page_goes_from_the_best_to_the_nearest(query: Query) -> None:
    expected = by_hand(query)
    first = search(directory()[1], query, now=MORNING)
    within = {service: at for service, at in expected.items() if at[1] <= (first.radius_km or 0) + 0.001}
    ordered = sorted(within.values(), key=lambda at: (-at[0], at[1]))[: query.limit]
    assert [expected[hit.id][0] for hit in first.hits] == [points for points, _ in ordered]
    assert [hit.distance_km for hit in first.hits] == pytest.approx([km for _, km in ordered], abs=0.001)


@given(QUERIES)
@settings(max_examples=30, deadline=None)
def test_when_nothing_is_in_reach_the_nearest_of_the_country_is_told(query: Query) -> None:
    found = search(directory()[1], query, now=MORNING)
    if not by_hand(query):
        everywhere = by_hand(replace(query, radii=(30_000.0,)))
        assert found.hits == ()
        assert (found.beyond is None) == (not everywhere)
        if found.beyond:
            assert found.beyond.distance_km == pytest.approx(min(km for _, km in everywhere.values()), abs=0.01)


@given(st.sampled_from(NEEDS), st.sampled_from(TYPED[:-1]), POINTS)
@settings(max_examples=30, deadline=None)
def test_with_a_need_who_holds_the_words_comes_first_and_nobody_is_lost(need, word, point) -> None:
    plain = Query(needs=(need,), around=(point,), limit=50)
    query = replace(plain, words=(word,))
    hits = pages(query)
    assert sorted(hits) == sorted(pages(plain))
    first = [hit.id for hit in search(directory()[1], query, now=MORNING).hits]
    best = by_hand(replace(query, needs=()))
    points = [best[service][0] if service in best else 0 for service in first]
    assert points == sorted(points, reverse=True)


def test_the_whole_departement_is_searched_when_no_point_is_known() -> None:
    query = Query(words=("couture",), departements=frozenset({"44"}), limit=5000)
    found = {hit.id for hit in search(directory()[1], query, now=MORNING).hits}
    rows = [row for row in directory()[0].values() if row.departement == "44" and score(row, query)]
    asked = {row.id for row in rows if not row.flags & Flag.PROFESSIONALS_ONLY}
    asked = {service for service in asked if near(directory()[0][service]) or directory()[0][service].latitude is None}
    best = max(score(row, query) for row in rows)
    assert {service for service in asked if score(directory()[0][service], query) >= 0.7 * best} >= found
    assert found
    assert TOWNS[4][2] == "44"
