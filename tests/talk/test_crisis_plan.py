import re
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.runtime import FluentBundle, FluentResource

import bot
from bot.talk.crisis import NUMBERS, Danger, lines, offered, plan
from tests.readability import readability, sentences_of
from tests.talk.dangers import danger_in

LOCALES = Path(bot.__file__).parent / "locales"
LANGUAGES = ("fr", "fr-x-simple", "en", "ar", "es", "uk")
NIGHT = datetime(2026, 11, 21, 22, 30, tzinfo=ZoneInfo("Europe/Paris"))
DAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Paris"))

ATTRIBUTE = re.compile(r"^ +\.(\w+) = (.+)$")
MESSAGE = re.compile(r"^([a-z][\w-]*) = (.+)$")


def entries(language):
    """Each message and attribute of the file with its text."""
    found, name = {}, ""
    for line in (LOCALES / language / "crisis.ftl").read_text(encoding="utf-8").splitlines():
        if message := MESSAGE.match(line):
            name = message[1]
            found[name] = message[2]
        elif attribute := ATTRIBUTE.match(line):
            found[f"{name}.{attribute[1]}"] = attribute[2]
        else:
            assert not line or line.startswith("#"), line
    return found


def variables(text):
    return set(re.findall(r"\{ \$(\w+) \}", text))


@cache
def bundle(language):
    made = FluentBundle(["fr" if language == "fr-x-simple" else language], use_isolating=False)
    made.add_resource(FluentResource((LOCALES / language / "crisis.ftl").read_text(encoding="utf-8")))
    return made


def said(sentence, language="fr"):
    made = bundle(language)
    message = made.get_message(sentence.message)
    pattern = message.attributes[sentence.attribute] if sentence.attribute else message.value
    text, errors = made.format_pattern(pattern, dict(sentence.arguments))
    assert errors == []
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_everything(language):
    reference, here = entries("fr"), entries(language)
    assert list(here) == list(reference)
    assert {name: variables(text) for name, text in here.items()} == {
        name: variables(text) for name, text in reference.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", ["self", "other"])
@pytest.mark.parametrize("kind", list(NUMBERS))
def test_every_sentence_of_every_plan_exists(kind, person, language):
    number, *others = NUMBERS[kind]
    danger = Danger(kind, number, tuple(others), person, certain=True, span=(0, 1))
    for at in (NIGHT, DAY):
        made = plan(danger, at=at)
        assert all(said(sentence, language) for sentence in (*made.messages(), *made.choices))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_number_of_the_table_has_its_message(language):
    names = set(entries(language))
    for code, line in lines().items():
        assert f"number-{code}" in names
        assert line.number in said(offered(line.number, at=NIGHT).line, language)
    assert {"number-closed", "number-to-check", "crisis-yes-answer", "crisis-no-answer"} <= names


def test_the_number_comes_first_with_its_hours_and_cost():
    made = plan(danger_in("je dors dehors ce soir"), at=NIGHT)
    first = made.numbers[0]
    assert (first.number, first.open) == ("115", True)
    assert [said(part) for part in (first.hours, first.cost)] == ["jour et nuit", "gratuit"]
    assert made.messages()[0] == first.line


def test_a_closed_line_comes_after_one_that_is_open():
    danger = Danger("elder", "3133", ("17", "114"), "other", certain=True, span=(0, 1))
    assert [offer.number for offer in plan(danger, at=NIGHT).numbers] == ["17", "3133", "114"]
    assert [offer.open for offer in plan(danger, at=NIGHT).numbers] == [True, False, True]
    assert plan(danger, at=DAY).numbers[0].number == "3133"
    assert said(plan(danger, at=NIGHT).numbers[1].hours) == "tous les jours de 9 h à 20 h"


def test_whoever_may_be_watched_is_told_to_erase():
    watched = plan(danger_in("mon mari me frappe"), at=DAY)
    assert "crisis-erase" in [sentence.message for sentence in watched.now]
    street = plan(danger_in("je dors dehors"), at=DAY)
    assert "crisis-erase" not in [sentence.message for sentence in street.now]


def test_the_bot_says_that_it_calls_nobody():
    for text in ("je dors dehors", "je veux mourir", "il y a le feu"):
        assert "crisis-robot" in [sentence.message for sentence in plan(danger_in(text), at=NIGHT).after]


def test_simple_french_is_simple():
    texts = [text for name, text in entries("fr-x-simple").items() if name.startswith("crisis-")]
    sentences = sentences_of(texts)
    assert sum(map(len, sentences)) / len(sentences) <= 10
    assert max(map(len, sentences)) <= 15
    assert readability(sentences) >= 80
