"""Every fact comes from a document, with its own words; nothing that the documents print is forgotten."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.base import Knowledge
from knowledge.checking import gaps, quotes_of, uncovered
from knowledge.fingerprints import fingerprint, make, stands_in
from knowledge.model import Record, figures

INVENTORY = Path(__file__).parent / "data" / "inventory.tsv"
TODAY = date(2026, 3, 10)


def test_nothing_serious_is_missing(knowledge: Knowledge) -> None:
    assert [gap for gap in gaps(knowledge.library, TODAY) if gap.serious] == []


def test_every_quote_stands_in_the_document_that_it_names(knowledge: Knowledge) -> None:
    checked = 0
    for record in knowledge.library.records.values():
        files = knowledge.library.file_of(record)
        assert all(fingerprint(file) for file in files), record.id
        for quote in quotes_of(record):
            assert any(stands_in(quote, file) for file in files), (record.id, quote)
            checked += 1
    assert checked > 1500


def test_every_figure_stands_in_a_quote(knowledge: Knowledge) -> None:
    items = (item.what for item in knowledge.library.places.values())
    records = [item for item in items if isinstance(item, Record)]
    with_figures = [record for record in records if any(figures(value.said) for value in record.values)]
    assert len(with_figures) > 150
    assert [record.id for record in with_figures if uncovered(record)] == []


def test_every_record_has_its_texts(knowledge: Knowledge) -> None:
    for record in knowledge.library.records.values():
        assert record.text, record.id
        assert record.simple, record.id
        assert len(record.text) <= 1000, record.id


def test_a_quote_that_is_not_there_is_seen(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text("Le Nord finance **1 058 000€** pour les ALSES.", encoding="utf-8")
    made = make(tmp_path / "texts", tmp_path / "prints")
    assert [path.name for path in made] == ["one.txt.hashes"]
    folder = tmp_path / "prints"
    assert stands_in("finance 1 058 000€ pour", "one.txt", folder)
    assert stands_in("ALSES", "one.txt", folder)
    assert stands_in("finance 1 059 000€ pour", "one.txt", folder) is False
    assert stands_in("pour finance le", "one.txt", folder) is False
    assert stands_in("Nord", "another.txt", folder) is None


def rows() -> list[list[str]]:
    lines = INVENTORY.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def test_every_line_of_the_inventory_is_held_or_left_out_with_a_reason(knowledge: Knowledge) -> None:
    library = knowledge.library
    assert len(rows()) > 250
    for row in rows():
        document, line, _, ids = row[:4]
        assert document in library.documents, row
        if ids == "-":
            assert len(row) > 4, row
            assert row[4].strip(), row
            continue
        for name in ids.split():
            record = library.records[name]
            assert document in (record.document, *record.also), (line, name)


@pytest.mark.parametrize(
    ("text", "found"), [("1 058 000 € et 12,8 %", ("1058000", "12.8")), ("« 2.6 M »", ("2.6",)), ("", ())]
)
def test_figures(text: str, found: tuple[str, ...]) -> None:
    assert figures(text) == found
