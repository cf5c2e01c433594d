"""A file that is wrong is told with its line; the operator's own files come before the shipped ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.files import ContentError, read_folder
from knowledge.library import CONTENT, Library

RECORD = """records:
  - id: essai-un
    kind: measure
    document: pdl
    title: Un essai
    text: Une phrase.
"""


def written(folder: Path, name: str, text: str | bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("records:\n  - id: a\n   kind: [", 3, "YAML illisible"),
        (RECORD + "    colour: red\n", 7, "colour"),
        (RECORD.replace("kind: measure", "kind: poem"), 3, "kind"),
        (RECORD.replace("    text: Une phrase.\n", ""), 2, "il faut un texte"),
        (RECORD + "    values:\n      - kind: amount\n        of: repas\n", 8, "said"),
        ("poems: []\n", 1, "poems"),
        ("- a\n", 1, "il faut une liste nommée"),
        ("records:\n  - un mot\n", 2, "il faut des champs"),
        (RECORD.replace("id: essai-un", "id: Essai Un"), 2, "id"),
        ("contacts:\n  - id: c\n    who: Z\n    document: pdl\n", 2, "quote"),
        (b"records:\n  - id: \xff\xfe\n", 1, "UTF-8"),
    ],
)
def test_a_wrong_file_is_told_with_its_line(tmp_path: Path, text: str | bytes, line: int, said: str) -> None:
    path = written(tmp_path, "faits.yaml", text)
    with pytest.raises(ContentError) as told:
        list(read_folder(tmp_path))
    assert str(told.value).startswith(f"{path}:{line} :")
    assert said in str(told.value)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("Pas d’en-tête.\n", 1, "en-tête"),
        ("---\nid: [\n---\nTexte.\n", 3, "YAML illisible"),
        ("---\nid: essai\nkind: measure\ndocument: pdl\ntitle: T\naxes: [9]\n---\nTexte.\n", 6, "axes"),
    ],
)
def test_a_wrong_entry_is_told_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    path = written(tmp_path, "essai.md", text)
    with pytest.raises(ContentError) as told:
        list(read_folder(tmp_path))
    assert str(told.value).startswith(f"{path}:{line} :")
    assert said in str(told.value)


def test_an_entry_has_its_texts_under_their_headings(tmp_path: Path) -> None:
    written(
        tmp_path,
        "essai.md",
        "---\nid: essai\nkind: measure\ndocument: pdl\ntitle: T\n---\nLe texte.\n\n## En mots simples\n\nSimple.\n\n"
        "## In English\n\nEnglish.\n\n## Autre\n\nSuite.\n",
    )
    library = Library.read(CONTENT, tmp_path)
    record = library.records["essai"]
    assert record.text.startswith("Le texte.")
    assert "Suite." in record.text
    assert (record.simple, record.english) == ("Simple.", "English.")


def test_the_operator_replaces_by_id_and_adds(tmp_path: Path) -> None:
    own = RECORD.replace("essai-un", "pacte-axe-4") + RECORD.partition("\n")[2]
    written(tmp_path, "faits.yaml", own)
    library = Library.read(CONTENT, tmp_path)
    assert library.records["pacte-axe-4"].title == "Un essai"
    assert library.records["essai-un"].text == "Une phrase."
    assert Library.read(CONTENT).records["pacte-axe-4"].title != "Un essai"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (RECORD + "    see: [nulle-part]\n", "nulle-part"),
        (RECORD + "    territories: [dep-999]\n", "dep-999"),
        (RECORD.replace("document: pdl", "document: inconnu"), "inconnu"),
        (RECORD + RECORD.partition("\n")[2], "existe déjà"),
    ],
)
def test_a_dead_reference_is_told(tmp_path: Path, text: str, said: str) -> None:
    written(tmp_path, "faits.yaml", text)
    with pytest.raises(ContentError, match=said):
        Library.read(CONTENT, tmp_path)
