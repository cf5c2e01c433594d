"""The same question asked of the snapshot and of SQL databases: need, radius, the ten nearest.

Each engine gives (id, closeness), a scalar product of unit vectors, computed from the same columns.
 Each has its best index, is analysed, warm, and asked by a prepared statement.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from math import cos, degrees, floor, radians

import psycopg

from directory.distance import EARTH_KM, KM_PER_DEGREE, centre
from directory.search_nearest import within
from directory.snapshot import Reach, Snapshot
from tests.bench.places import Question

Answer = list[tuple[str, float]]
Engine = Callable[[Question], Answer]
Row = tuple[str, str, float, float, int, float, float, float]
"""Need, id, latitude, longitude, latitude band, unit vector."""

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
        rows, closeness = within(posting, around, question.radius_km, most=MOST)
        return list(zip(snapshot.ids_of(rows[:MOST].tolist()), closeness[:MOST].tolist(), strict=True))

    return ask


def numbers_of(question: Question) -> dict[str, float | str | int]:
    angle, reach = question.radius_km / EARTH_KM, question.radius_km / KM_PER_DEGREE
    x, y, z = centre(question.latitude, question.longitude).vector.tolist()
    # A little more than needed, so that the box never cuts the circle.
    side = degrees(angle / cos(radians(abs(question.latitude) + reach))) * 1.001
    return {
        "need": question.need,
        "x": x,
        "y": y,
        "z": z,
        "south": question.latitude - reach,
        "north": question.latitude + reach,
        "west": question.longitude - side,
        "east": question.longitude + side,
        "reach": cos(angle),
        "first": band(question.latitude - reach),
        "last": band(question.latitude + reach),
    }


_BOX = "latitude BETWEEN {south} AND {north} AND longitude BETWEEN {west} AND {east}"


def select(table: str, where: str, style: str) -> str:
    names = ("need", "x", "y", "z", "south", "north", "west", "east", "reach", "first", "last")
    marks = {name: style.format(name) for name in names}
    inner = f"SELECT id, x * {{x}} + y * {{y}} + z * {{z}} AS close FROM {table} WHERE {where}"
    outer = f"SELECT id, close FROM ({inner}) AS near WHERE close >= {{reach}} ORDER BY close DESC LIMIT {MOST}"
    return outer.format(**marks)


def sqlite_covering(path: str, rows: Iterable[Row]) -> Engine:
    """SQLite: a table without row ids, keyed by need, band, longitude; one range of longitudes a band."""
    connection = open_sqlite(path)
    connection.execute(
        "CREATE TABLE near (need TEXT, band INT, longitude REAL, id TEXT, x REAL, y REAL, z REAL,"
        " PRIMARY KEY (need, band, longitude, id)) WITHOUT ROWID"
    )
    connection.executemany("INSERT INTO near SELECT ?1, ?5, ?4, ?2, ?6, ?7, ?8 WHERE ?3 = ?3", rows)
    connection.execute("ANALYZE")

    def ask(question: Question) -> Answer:
        numbers = numbers_of(question)
        bands = ", ".join(str(number) for number in range(int(numbers["first"]), int(numbers["last"]) + 1))
        where = f"need = {{need}} AND band IN ({bands}) AND longitude BETWEEN {{west}} AND {{east}}"
        return connection.execute(select("near", where, ":{}"), numbers).fetchall()

    return ask


def sqlite_rtree(path: str, rows: Iterable[Row]) -> Engine:
    """SQLite: an R*Tree of need, latitude and longitude; the exact values beside its rounded ones."""
    connection = open_sqlite(path)
    connection.execute(
        "CREATE VIRTUAL TABLE near USING rtree (number, need0, need1, south, north, west, east,"
        " +id TEXT, +x REAL, +y REAL, +z REAL)"
    )
    numbers: dict[str, int] = {}
    values = (
        (place, numbers.setdefault(need, len(numbers)), identifier, latitude, longitude, *vector)
        for place, (need, identifier, latitude, longitude, _, *vector) in enumerate(rows)
    )
    connection.executemany("INSERT INTO near VALUES (?1, ?2, ?2, ?4, ?4, ?5, ?5, ?3, ?6, ?7, ?8)", values)
    box = "need0 >= {need} AND need1 <= {need} AND north >= {south} AND south <= {north}"
    box += " AND east >= {west} AND west <= {east}"
    sql = select("near", box, ":{}")

    def ask(question: Question) -> Answer:
        return connection.execute(sql, numbers_of(question) | {"need": numbers.get(question.need, -1)}).fetchall()

    return ask


def open_sqlite(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, cached_statements=256)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000", "mmap_size = 1000000000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def postgresql(url: str, rows: Iterable[Row]) -> dict[str, Engine]:
    """PostgreSQL through its socket: two B-trees that hold all that is read, one asked by latitude, one by band.

    Where its extensions are installed, a GiST index too, asked for the nearest: what earthdistance stands on.
    """
    connection = psycopg.connect(url, autocommit=True, prepare_threshold=0)
    run = connection.execute
    for table in ("near_latitude", "near_band"):
        columns = "need text, id text, latitude float8, longitude float8, band int, x float8, y float8, z float8"
        run(f"CREATE TABLE {table} ({columns})".encode())
    with connection.cursor().copy("COPY near_latitude FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    run("INSERT INTO near_band SELECT * FROM near_latitude")
    run("CREATE INDEX ON near_latitude (need, latitude) INCLUDE (longitude, id, x, y, z)")
    run("CREATE INDEX ON near_band (need, band, longitude) INCLUDE (id, x, y, z)")
    run("VACUUM ANALYZE")
    by_latitude = select("near_latitude", "need = {need} AND " + _BOX, "%({})s").encode()
    in_bands = "need = {need} AND band = ANY(%(bands)s::int[]) AND longitude BETWEEN {west} AND {east}"
    by_band = select("near_band", in_bands, "%({})s").encode()

    def ask_latitude(question: Question) -> Answer:
        return run(by_latitude, numbers_of(question), prepare=True).fetchall()

    def ask_band(question: Question) -> Answer:
        numbers = numbers_of(question)
        bands = list(range(int(numbers["first"]), int(numbers["last"]) + 1))
        return run(by_band, numbers | {"bands": bands}, prepare=True).fetchall()

    nearest = {"PostgreSQL, GiST of cubes": _by_cube(connection)} if extended(connection, "cube", "btree_gist") else {}
    return {"PostgreSQL, need + latitude": ask_latitude, "PostgreSQL, need + band": ask_band, **nearest}


def extended(connection: psycopg.Connection, *extensions: str) -> bool:
    """Whether a server has some extensions; they are then created."""
    known = {name for (name,) in connection.execute("SELECT name FROM pg_available_extensions")}
    for name in known.intersection(extensions) if known.issuperset(extensions) else ():
        connection.execute(f"CREATE EXTENSION IF NOT EXISTS {name}".encode())
    return known.issuperset(extensions)


def _by_cube(connection: psycopg.Connection) -> Engine:
    """A GiST index of need and unit vector: the nearest come out of it in order, until there are ten or too far."""
    run = connection.execute
    run("CREATE TABLE near_cube AS SELECT need, id, x, y, z, cube(ARRAY[x, y, z]) AS place FROM near_latitude")
    run("CREATE INDEX ON near_cube USING gist (need, place)")
    run("VACUUM ANALYZE near_cube")
    point = "cube(ARRAY[%(x)s, %(y)s, %(z)s]::float8[])"
    sql = (
        "SELECT id, close FROM (SELECT id, x * %(x)s + y * %(y)s + z * %(z)s AS close FROM near_cube"
        f" WHERE need = %(need)s ORDER BY place <-> {point} LIMIT {MOST}) AS near"
        " WHERE close >= %(reach)s ORDER BY close DESC"
    )

    def ask(question: Question) -> Answer:
        return run(sql.encode(), numbers_of(question), prepare=True).fetchall()

    return ask
