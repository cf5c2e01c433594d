"""What goes beside the nearest services: by phone, through a professional, in the whole département, farther."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from directory.distance import Closeness, kilometres
from directory.search_nearest import anywhere, within
from directory.search_order import Asked, Candidate, Look, arranged
from directory.snapshot import NO_ZONE, WHOLE_COUNTRY, Numbers, Posting, Reach

MOST_REMOTE = 3
MOST_PROFESSIONALS = 2


def in_departements(asked: Asked) -> Look:
    """All that the départements asked hold, without distances: for a place that is not known better."""
    names = asked.snapshot.tables.departements
    wanted = [number for number, name in enumerate(names) if name in asked.query.departements]
    found: dict[str, tuple[Numbers, Closeness]] = {}
    for need, posting in asked.lists(Reach.NEAR).items():
        rows = posting.rows[np.isin(asked.snapshot.departements[posting.rows], wanted)]
        rows = np.sort(_kept(asked, rows))
        found[need] = rows, np.ones(len(rows))
    seen = arranged(asked, found)
    for listed in (seen.shown, seen.closed):
        listed[:] = [candidate._replace(km=None) for candidate in listed]
    return seen


def beyond(asked: Asked) -> Candidate | None:
    """The nearest service however far, for when nothing is in reach."""
    best: Candidate | None = None
    for need, posting in asked.lists(Reach.NEAR).items():
        rows, close = anywhere(posting, asked.around, keep=asked.filters.keep)
        kms = kilometres(close[:1])
        if len(rows) and (best is None or best.km is None or kms[0] < best.km):
            best = Candidate(int(rows[0]), kms[0], (need,))
    return best


def professionals(asked: Asked) -> list[Candidate]:
    """The nearest services that only a professional can call."""
    if not asked.around:
        return []
    farthest = asked.query.radii[-1]
    found: dict[int, Candidate] = {}
    for need, posting in asked.lists(Reach.PROFESSIONALS).items():
        rows, close = within(posting, asked.around, farthest, keep=asked.filters.keep, most=MOST_PROFESSIONALS)
        pairs = zip(rows.tolist(), kilometres(close), strict=True)
        found |= {row: Candidate(row, km, (need,)) for row, km in pairs}
    return sorted(found.values(), key=_nearest)[:MOST_PROFESSIONALS]


def remote(asked: Asked) -> list[Candidate]:
    """Services by phone or on line: those of the person's territory, then the nearest, then those of the country."""
    found: dict[int, tuple[int, float, str]] = {}
    for need, posting in asked.lists(Reach.REMOTE).items():
        for row, rank, km in _ranked(asked, posting):
            found.setdefault(row, (rank, km, need))
    best = sorted(found.items(), key=lambda item: (*item[1][:2], item[0]))[:MOST_REMOTE]
    return [Candidate(row, None, (need,)) for row, (_, _, need) in best]


def left_out(asked: Asked, radius_km: float, lists: Mapping[str, Posting]) -> int:
    """How many services within a radius are meant for other people than this one."""
    if asked.filters.publics is None or not asked.around:
        return 0
    rows = [within(posting, asked.around, radius_km, keep=asked.filters.zone)[0] for posting in lists.values()]
    kept = asked.filters.public(distinct := np.unique(np.concatenate(rows))) if rows else None
    return 0 if kept is None else len(distinct) - int(kept.sum())


def _ranked(asked: Asked, posting: Posting) -> Iterable[tuple[int, int, float]]:
    """The few best of one list: row, rank, kilometres."""
    snapshot = asked.snapshot
    rows = np.sort(_kept(asked, posting.rows))
    if not len(rows):
        return []
    kms = np.full(len(rows), np.inf)
    if asked.around:
        near, close = within(posting, asked.around, asked.query.radii[-1], keep=asked.filters.keep)
        kms[np.searchsorted(rows, near)] = kilometres(close)
    zones = snapshot.zones[rows]
    ranks = np.select([zones > WHOLE_COUNTRY, np.isfinite(kms), zones != NO_ZONE], [0, 1, 2], 3)
    if not asked.query.codes:
        ranks[zones == WHOLE_COUNTRY] = 0
    order = np.lexsort((rows, kms, ranks))[:MOST_REMOTE]
    return zip(rows[order].tolist(), ranks[order].tolist(), kms[order].tolist(), strict=True)


def _kept(asked: Asked, rows: Numbers) -> Numbers:
    kept = asked.filters.keep(rows)
    return rows if kept is None else rows[kept]


def _nearest(candidate: Candidate) -> tuple[float, int]:
    return candidate.km or 0.0, candidate.row
