"""The same words asked of the snapshot and of engines of free text: all of the words, radius, the ten nearest.

Every engine holds the same terms (ours: folded, stemmed), so that it is the engines that are compared, not stemmers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import cos
from pathlib import Path
from typing import NamedTuple

import numpy as np
import psycopg
import tantivy

from directory.distance import EARTH_KM, centre
from directory.snapshot import IndexRow, Snapshot
from directory.texts.matching import matching
from directory.texts.terms import telling, term, written
from tests.bench.engines import MOST, Answer, Engine, extended, numbers_of, open_sqlite, select
from tests.bench.places import SMALL, THEMES, Question

_BOX = ("south", "north", "west", "east")


class Told(NamedTuple):
    """A service as the peers hold it; terms and needs are joined by spaces."""

    number: int
    id: str
    terms: str
    needs: str
    latitude: float
    longitude: float
    vector: tuple[float, float, float]


@lru_cache(maxsize=100_000)
def _terms(text: str, small: frozenset[str]) -> frozenset[str]:
    return frozenset(found for word in telling(written(text), small) if (found := term(word)))


def told(services: Iterable[IndexRow]) -> Iterator[Told]:
    """What the peers hold."""
    for number, row in enumerate(services):
        terms = {term for text in (row.name, row.structure_name, row.description) for term in _terms(text, SMALL)}
        latitude, longitude = row.latitude or 0.0, row.longitude or 0.0
        x, y, z = centre(latitude, longitude).vector.tolist()
        needs = {*row.needs, *(THEMES[need] for need in row.needs)}
        yield Told(number, row.id, " ".join(sorted(terms)), " ".join(needs), latitude, longitude, (x, y, z))


def _asked(question: Question) -> list[str]:
    return [term(word) or word for word in question.words]


def snapshot_engine(snapshot: Snapshot) -> Engine:
    """Lists of ranks by term, the rarest first."""
    texts = snapshot.texts

    def ask(question: Question) -> Answer:
        at = centre(question.latitude, question.longitude)
        runs = texts.order.runs((at,), question.radius_km)
        ranks = matching(texts.wanted(question.words), runs, enough=1.0).ranks
        closeness = texts.order.vectors.take(ranks, axis=0).dot(at.vector)
        near = (closeness >= cos(question.radius_km / EARTH_KM)).nonzero()[0]
        near = near.take((-closeness.take(near)).argsort(kind="stable")[:MOST])
        rows = texts.order.rows.take(ranks.take(near)).tolist()
        return list(zip(snapshot.ids_of(rows), closeness.take(near).tolist(), strict=True))

    return ask


def postgresql(url: str, rows: Iterable[Told]) -> dict[str, Engine]:
    """PostgreSQL: a GIN index of terms, a B-tree of places; where pg_trgm is installed, a GIN index of trigrams too."""
    connection = psycopg.connect(url, autocommit=True, prepare_threshold=0)
    run = connection.execute
    columns = "id text, said tsvector, latitude float8, longitude float8, x float8, y float8, z float8"
    run(f"CREATE TABLE said ({columns})".encode())
    with connection.cursor().copy("COPY said FROM STDIN") as copy:
        for row in rows:
            said = " ".join(f"'{each}'" for each in row.terms.split())
            copy.write_row((row.id, said, row.latitude, row.longitude, *row.vector))
    run("CREATE INDEX ON said USING gin (said)")
    run("CREATE INDEX ON said (latitude, longitude)")
    run("VACUUM ANALYZE said")
    box = "latitude BETWEEN {south} AND {north} AND longitude BETWEEN {west} AND {east}"
    sql = select("said", f"said @@ %(words)s::tsquery AND {box}", "%({})s").encode()

    def ask(question: Question) -> Answer:
        words = " & ".join(f"'{each}'" for each in _asked(question))
        return run(sql, numbers_of(question) | {"words": words}, prepare=True).fetchall()

    trigrams = {"PostgreSQL, pg_trgm": _by_trigrams(connection, box)} if extended(connection, "pg_trgm") else {}
    return {"PostgreSQL, tsvector": ask, **trigrams}


def _by_trigrams(connection: psycopg.Connection, box: str) -> Engine:
    """The same terms as a text, each between spaces: as many conditions as words."""
    run = connection.execute
    told = "' ' || array_to_string(tsvector_to_array(said), ' ') || ' '"
    run(f"CREATE TABLE written AS SELECT *, {told} AS told FROM said".encode())
    run("CREATE INDEX ON written USING gin (told gin_trgm_ops)")
    run("CREATE INDEX ON written (latitude, longitude)")
    run("VACUUM ANALYZE written")

    def ask(question: Question) -> Answer:
        words = {f"word{place}": f"% {word} %" for place, word in enumerate(_asked(question))}
        where = " AND ".join((*(f"told LIKE %({name})s" for name in words), box))
        return run(select("written", where, "%({})s").encode(), numbers_of(question) | words, prepare=True).fetchall()

    return ask


def fts5(path: str, rows: Iterable[Told]) -> Engine:
    """SQLite: FTS5 for the terms, an R*Tree for the places."""
    connection = open_sqlite(path)
    connection.execute("CREATE VIRTUAL TABLE said USING fts5(terms, content='', tokenize='unicode61')")
    connection.execute(
        "CREATE VIRTUAL TABLE place USING rtree (number, south, north, west, east, +id TEXT, +x REAL, +y REAL, +z REAL)"
    )
    for row in rows:
        connection.execute("INSERT INTO said(rowid, terms) VALUES (?, ?)", (row.number, row.terms))
        at = (row.latitude, row.latitude, row.longitude, row.longitude)
        connection.execute(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (row.number, *at, row.id, *row.vector)
        )
    connection.execute("INSERT INTO said(said) VALUES ('optimize')")
    box = "north >= {south} AND south <= {north} AND east >= {west} AND west <= {east}"
    sql = select("said JOIN place ON place.number = said.rowid", f"said MATCH :words AND {box}", ":{}")

    def ask(question: Question) -> Answer:
        words = " AND ".join(f'"{each}"' for each in _asked(question))
        return connection.execute(sql, numbers_of(question) | {"words": words}).fetchall()

    return ask


class Tantivy:
    """tantivy: terms, needs, and places as fast fields; distances in numpy, since it knows none."""

    def __init__(self, folder: Path, rows: Iterable[Told]) -> None:
        builder = tantivy.SchemaBuilder()
        for name in ("terms", "needs"):
            builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
        for name in ("latitude", "longitude", "x", "y", "z"):
            builder.add_float_field(name, indexed=name in ("latitude", "longitude"), fast=True)
        builder.add_integer_field("number", fast=True)
        self.schema = builder.build()
        index = tantivy.Index(self.schema, path=str(folder))
        writer = index.writer(heap_size=500_000_000, num_threads=1)
        self.ids: list[str] = []
        for row in rows:
            x, y, z = row.vector
            values = {"latitude": row.latitude, "longitude": row.longitude, "x": x, "y": y, "z": z}
            writer.add_document(tantivy.Document(terms=[row.terms], needs=[row.needs], number=row.number, **values))
            self.ids.append(row.id)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self.searcher = index.searcher()

    def by_words(self, question: Question) -> Answer:
        """All of the words."""
        return self._ask(question, [("terms", each) for each in _asked(question)])

    def by_need(self, question: Question) -> Answer:
        """One need or theme."""
        return self._ask(question, [("needs", question.need)])

    def _all(self, query: tantivy.Query) -> list[tantivy.DocAddress]:
        """Every hit: room is made for all of them only when there are many."""
        for limit in (1_000, 50_000, 2_000_000):
            hits = self.searcher.search(query, limit=limit, count=False).hits
            if len(hits) < limit:
                break
        return [address for _, address in hits]

    def _ask(self, question: Question, terms: list[tuple[str, str]]) -> Answer:
        numbers = numbers_of(question)
        south, north, west, east = (float(numbers[name]) for name in _BOX)
        must = [tantivy.Query.term_query(self.schema, field, value, "basic") for field, value in terms]
        for field, least, most in (("latitude", south, north), ("longitude", west, east)):
            must.append(tantivy.Query.range_query(self.schema, field, tantivy.FieldType.Float, least, most))
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, each) for each in must])
        hits = self._all(query)
        if not hits:
            return []
        x, y, z = (np.array(self.searcher.fast_field_values(name, hits)) for name in "xyz")
        closeness = x * float(numbers["x"]) + y * float(numbers["y"]) + z * float(numbers["z"])
        near = (closeness >= float(numbers["reach"])).nonzero()[0]
        near = near[np.argsort(-closeness[near], kind="stable")[:MOST]]
        found = self.searcher.fast_field_values("number", [hits[at] for at in near])
        ids = [self.ids[int(number or 0)] for number in found]
        return list(zip(ids, closeness[near].tolist(), strict=True))
