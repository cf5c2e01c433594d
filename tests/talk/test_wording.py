"""Every sentence exists in every language, with the same values; and nothing is said that is not written."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.talk.moments import phrases
from bot.talk.publics import phrases as publics
from bot.talk.understanding import ACCESS
from bot.talk.wording import FALLBACKS, LOCALES, OFFERED, Wording

# What only operators and editors read is in French.
FRENCH_ONLY = {
    *("agents", "cli", "evaluation", "events", "export", "files", "import", "knowledge", "offer_desk", "service_desk"),
    *("reviews", "sheets", "shortages", "sources"),
}
FILES = sorted(path.stem for path in (LOCALES / "fr").glob("*.ftl") if path.stem not in FRENCH_ONLY)
CODE = [*Path("bot").rglob("*.py"), *Path("bot").rglob("*.html")]


class Values(Visitor):
    """Gathers the variables of a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's own name
        self.names.add(node.id.name)


@cache
def messages(language: str, stem: str) -> dict[str, tuple[set[str], set[str]]]:
    """The values and the attributes of each message."""
    path = LOCALES / language / f"{stem}.ftl"
    found = {}
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, ast.Junk), (path, entry.content)
        if isinstance(entry, ast.Message):
            seen = Values()
            seen.visit(entry)
            assert entry.id.name not in found, (path, entry.id.name)
            found[entry.id.name] = (seen.names, {attribute.id.name for attribute in entry.attributes})
    return found


@pytest.mark.parametrize("stem", FILES)
@pytest.mark.parametrize("language", [language for language in FALLBACKS if language != "fr"])
def test_each_language_says_everything_with_the_same_values(language: str, stem: str) -> None:
    said, french = messages(language, stem), messages("fr", stem)
    assert set(said) == set(french)
    for name, (values, attributes) in said.items():
        assert values <= french[name][0], name
        assert attributes == french[name][1], name


def test_no_sentence_stands_in_two_files() -> None:
    names = [name for path in (LOCALES / "fr").glob("*.ftl") for name in messages("fr", path.stem)]
    assert len(names) == len(set(names))


def test_what_the_code_says_is_written() -> None:
    written = {name for path in (LOCALES / "fr").glob("*.ftl") for name in messages("fr", path.stem)}
    said = {
        name
        for path in CODE
        for name in re.findall(r'(?<!\.)\bvoice\(\s*"([a-z0-9-]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(said) > 60
    assert said <= written


@pytest.mark.parametrize("language", OFFERED)
def test_every_moment_and_public_has_its_words(language: str) -> None:
    voice = Wording().voice(language)
    for part in phrases().hours:
        assert voice(f"part-{part}")
        assert voice(f"part-today-{part}")
    for name in set(publics().names.values()):
        assert voice(f"filter-{name}" if name in ACCESS else f"public-{name}")


def test_a_language_falls_back_sentence_by_sentence(tmp_path: Path) -> None:
    for language, text in (("fr", "one = un\ntwo = deux\n"), ("fr-x-simple", "one = UN\n"), ("en", "two = TWO\n")):
        (tmp_path / language).mkdir()
        (tmp_path / language / "a.ftl").write_text(text, encoding="utf-8")
    wording = Wording(tmp_path)
    assert [wording.say("fr-x-simple", name) for name in ("one", "two")] == ["UN", "deux"]
    assert [wording.say("en", name) for name in ("one", "two")] == ["un", "TWO"]
    assert wording.say("uk", "two") == "TWO"
    assert wording.say("klingon", "one") == "un"
    with pytest.raises(LookupError):
        wording.say("fr", "three")


def test_a_missing_value_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "a.ftl").write_text("hello = Bonjour { $name }\n", encoding="utf-8")
    with pytest.raises(ValueError, match="hello"):
        Wording(tmp_path).say("fr", "hello")


def test_french_names_are_isolated_inside_arabic_only() -> None:
    wording = Wording()
    assert "\u2068Lille (59)\u2069" in wording.say("ar", "guessed-place", place="Lille (59)")
    assert "\u2068" not in wording.say("fr", "guessed-place", place="Lille (59)")


@pytest.mark.parametrize("language", FALLBACKS)
@pytest.mark.parametrize("values", [{}, {"text": "Nantes ⚠ \u202b"}, {"number": 3}, {"number": 1.5}, {"number": 1234}])
def test_sentences_are_said_as_fluent_says_them(language: str, values: dict[str, str | float]) -> None:
    wording = Wording()
    given = next(iter(values.values()), "x")
    bundle = wording.bundle(language)
    for stem in FILES:
        for name, (needed, attributes) in messages(language, stem).items():
            for said in (name, *(f"{name}.{attribute}" for attribute in attributes)):
                filled = dict.fromkeys(needed, given)
                found = bundle.get_message(name)
                pattern = found.attributes[said.partition(".")[2]] if "." in said else found.value
                if pattern is None:
                    continue
                expected, errors = bundle.format_pattern(pattern, filled)
                if not errors:
                    assert wording.say(language, said, **filled) == expected, said


def test_a_sentence_is_parsed_when_it_is_said_with_what_it_names(tmp_path: Path) -> None:
    written = (
        "-us = Solipacte\nhello = Bonjour, ici { -us }.\n  .short = { bye }\n# Remarque = rien\n"
        "bye =\n    Au revoir, { -us }\n"
    )
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "a.ftl").write_text(written, encoding="utf-8")
    (tmp_path / "fr" / "b.ftl").write_text(
        "many = { $n ->\n    [one] { bye }\n   *[other] { $n } fois\n }\n", encoding="utf-8"
    )
    wording = Wording(tmp_path)
    assert wording.say("fr", "many", n=1) == "Au revoir, Solipacte"
    assert wording.say("fr", "hello.short") == "Au revoir, Solipacte"
    assert wording.say("fr", "hello") == "Bonjour, ici Solipacte."
    with pytest.raises(LookupError):
        wording.say("fr", "Remarque")
