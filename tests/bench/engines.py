"""The same question asked of the snapshot and of SQL databases: need, radius, the ten nearest.

Each engine gives (id, squared distance in degrees) and computes it with the same arithmetic, so that the answers can
be compared to the last bit. Each has its best index, is analysed, warm, and asked by a prepared statement.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from math import floor

import psycopg

from directory.distance import KM_PER_DEGREE, centre
from directory.search_nearest import within
from directory.snapshot import Reach, Snapshot
from tests.bench.places import Question

Answer = list[tuple[str, float]]
Engine = Callable[[Question], Answer]
Row = tuple[str, str, float, float, int]
"""Need, id, latitude, longitude, latitude band."""

MOST = 10
BANDS_PER_DEGREE = 20


def band(latitude: float) -> int:
    """The number of the strip of latitude, 5.6 km high."""
    return floor(latitude * BANDS_PER_DEGREE)


def snapshot_engine(snapshot: Snapshot) -> Engine:
    """Arrays by need, sorted by latitude."""

    def ask(question: Question) -> Answer:
        posting = snapshot.postings.get((question.need, Reach.NEAR))
        if posting is None:
            return []
        around = (centre(question.latitude, question.longitude),)
        rows, squared = within(posting, around, question.radius_km, most=MOST)
        return list(zip(snapshot.ids_of(rows[:MOST].tolist()), squared[:MOST].tolist(), strict=True))

    return ask


def _numbers(question: Question) -> dict[str, float | str | int]:
    at, reach = centre(question.latitude, question.longitude), question.radius_km / KM_PER_DEGREE
    # A little more than needed, so that the box never cuts the circle.
    side = reach / (at.scale - at.slope * reach) * 1.001
    return {
        "need": question.need,
        "lat": question.latitude,
        "lon": question.longitude,
        "scale": at.scale,
        "slope": at.slope,
        "south": question.latitude - reach,
        "north": question.latitude + reach,
        "west": question.longitude - side,
        "east": question.longitude + side,
        "reach2": reach * reach,
        "first": band(question.latitude - reach),
        "last": band(question.latitude + reach),
    }


_D2 = """(latitude - {lat}) * (latitude - {lat}) + ((longitude - {lon}) * ({scale} - {slope} * (latitude - {lat})))
 * ((longitude - {lon}) * ({scale} - {slope} * (latitude - {lat})))"""
_ORDER = f" ORDER BY d2, latitude, id LIMIT {MOST}"
_BOX = "latitude BETWEEN {south} AND {north} AND longitude BETWEEN {west} AND {east}"


def _select(table: str, where: str, style: str) -> str:
    names = ("need", "lat", "lon", "scale", "slope", "south", "north", "west", "east", "reach2", "first", "last")
    marks = {name: style.format(name) for name in names}
    inner = f"SELECT id, latitude, {_D2} AS d2 FROM {table} WHERE {where}"
    return f"SELECT id, d2 FROM ({inner}) AS near WHERE d2 <= {{reach2}}{_ORDER}".format(**marks)


def sqlite_covering(path: str, rows: Iterable[Row]) -> Engine:
    """SQLite: a table without row ids, keyed by need, band, longitude; one range of longitudes a band."""
    connection = _sqlite(path)
    connection.execute(
        "CREATE TABLE near (need TEXT, band INT, longitude REAL, latitude REAL, id TEXT,"
        " PRIMARY KEY (need, band, longitude, id)) WITHOUT ROWID"
    )
    connection.executemany("INSERT INTO near VALUES (?1, ?5, ?4, ?3, ?2)", rows)
    connection.execute("ANALYZE")

    def ask(question: Question) -> Answer:
        numbers = _numbers(question)
        bands = ", ".join(str(number) for number in range(int(numbers["first"]), int(numbers["last"]) + 1))
        where = f"need = {{need}} AND band IN ({bands}) AND longitude BETWEEN {{west}} AND {{east}}"
        return connection.execute(_select("near", where, ":{}"), numbers).fetchall()

    return ask


def sqlite_rtree(path: str, rows: Iterable[Row]) -> Engine:
    """SQLite: an R*Tree of need, latitude and longitude; the exact values beside its rounded ones."""
    connection = _sqlite(path)
    connection.execute(
        "CREATE VIRTUAL TABLE near USING rtree (number, need0, need1, south, north, west, east,"
        " +id TEXT, +latitude REAL, +longitude REAL)"
    )
    numbers: dict[str, int] = {}
    values = (
        (place, numbers.setdefault(need, len(numbers)), identifier, latitude, longitude)
        for place, (need, identifier, latitude, longitude, _) in enumerate(rows)
    )
    connection.executemany("INSERT INTO near VALUES (?1, ?2, ?2, ?4, ?4, ?5, ?5, ?3, ?4, ?5)", values)
    box = "need0 >= {need} AND need1 <= {need} AND north >= {south} AND south <= {north}"
    box += " AND east >= {west} AND west <= {east}"
    sql = _select("near", box, ":{}")

    def ask(question: Question) -> Answer:
        return connection.execute(sql, _numbers(question) | {"need": numbers.get(question.need, -1)}).fetchall()

    return ask


def _sqlite(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, cached_statements=256)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000", "mmap_size = 1000000000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def postgresql(url: str, rows: Iterable[Row]) -> dict[str, Engine]:
    """PostgreSQL through its socket: two B-trees that hold all that is read, one asked by latitude, one by band."""
    connection = psycopg.connect(url, autocommit=True, prepare_threshold=0)
    run = connection.execute
    for table in ("near_latitude", "near_band"):
        run(f"CREATE TABLE {table} (need text, id text, latitude float8, longitude float8, band int)".encode())
    with connection.cursor().copy("COPY near_latitude FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    run("INSERT INTO near_band SELECT * FROM near_latitude")
    run("CREATE INDEX ON near_latitude (need, latitude) INCLUDE (longitude, id)")
    run("CREATE INDEX ON near_band (need, band, longitude) INCLUDE (latitude, id)")
    run("VACUUM ANALYZE")
    by_latitude = _select("near_latitude", "need = {need} AND " + _BOX, "%({})s").encode()
    in_bands = "need = {need} AND band = ANY(%(bands)s::int[]) AND longitude BETWEEN {west} AND {east}"
    by_band = _select("near_band", in_bands, "%({})s").encode()

    def ask_latitude(question: Question) -> Answer:
        return run(by_latitude, _numbers(question), prepare=True).fetchall()

    def ask_band(question: Question) -> Answer:
        numbers = _numbers(question)
        bands = list(range(int(numbers["first"]), int(numbers["last"]) + 1))
        return run(by_band, numbers | {"bands": bands}, prepare=True).fetchall()

    return {"PostgreSQL, need + latitude": ask_latitude, "PostgreSQL, need + band": ask_band}
