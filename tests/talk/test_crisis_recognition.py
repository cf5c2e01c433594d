import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.talk.crisis import NUMBERS, recognise
from bot.talk.crisis.lexicon import LANGUAGES, lexicon
from bot.talk.crisis.spelling import near, sound
from tests.talk.dangers import danger_in

DATA = Path(__file__).parent / "data"
ALARMS_ALLOWED = 0.02


def labelled(name):
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


CORPUS = labelled("danger.tsv")
FRESH = labelled("danger_fresh.tsv")


def number(text):
    found = recognise(text)
    return found.number if found else "none"


def test_the_corpus_is_wide_enough():
    numbers = {expected for _, _, expected in CORPUS}
    assert numbers == {"115", "3919", "119", "3114", "15", "18", "17", "112", "114", "none"}
    assert {language for _, language, _ in CORPUS} == set(LANGUAGES)
    assert len(CORPUS) >= 360
    assert sum(expected == "none" for _, _, expected in CORPUS) >= 120


@pytest.mark.parametrize("corpus", [CORPUS, FRESH], ids=["corpus", "fresh"])
def test_no_danger_is_missed(corpus):
    wrong = [(text, expected, number(text)) for text, _, expected in corpus if expected not in ("none", number(text))]
    assert wrong == []


@pytest.mark.parametrize("corpus", [CORPUS, FRESH], ids=["corpus", "fresh"])
def test_ordinary_sentences_raise_no_alarm(corpus):
    ordinary = [text for text, _, expected in corpus if expected == "none"]
    alarms = [(text, number(text)) for text in ordinary if recognise(text)]
    assert len(alarms) <= ALARMS_ALLOWED * len(ordinary), alarms


def with_a_slip(text, dice):
    """The sentence with one slip in one of its danger words of five letters or more."""
    dangers = [word for word in text.split() if len(word) >= 5 and word.lower() in lexicon().speller.shortened]
    if not dangers:
        return text
    word = dice.choice(dangers)
    at = dice.randrange(1, len(word) - 1)
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        word[:at] + dice.choice("aeioslr") + word[at + 1 :],
    )
    return text.replace(word, dice.choice(slips), 1)


def test_slips_of_the_finger_hide_almost_no_danger():
    dice = random.Random(115)
    dangers = [text for text, _, expected in CORPUS if expected != "none"]
    tries = [with_a_slip(text, dice) for text in dangers for _ in range(3)]
    missed = [text for text in tries if recognise(text) is None]
    assert len(missed) <= 0.05 * len(tries), missed


@pytest.mark.parametrize(
    "disguise",
    [
        str.upper,
        lambda text: text.replace("'", "’"),
        lambda text: unicodedata.normalize("NFD", text),
        "\u200b".join,
        lambda text: text + " " + "🙏" * 20,
        lambda text: "  " + text.replace(" ", "\n\n "),
    ],
)
def test_the_way_it_is_typed_changes_nothing(disguise):
    for text in ("mon mari me frappe", "j'ai envie de mourir", "je dors dehors", "il y a le feu à l'étage"):
        assert number(disguise(text)) == number(text) != "none"


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_gets_an_answer(text):
    found = recognise(text)
    assert found is None or 0 <= found.span[0] <= found.span[1] <= len(text)


@given(st.lists(st.sampled_from([word for text, _, _ in CORPUS for word in text.split()]), max_size=60))
@settings(deadline=None)
def test_any_salad_of_danger_words_gets_an_answer(words):
    text = " ".join(words)
    found = recognise(text)
    assert found is None or text[slice(*found.span)].strip()


def test_a_huge_message_is_read_to_its_limit():
    assert number("je dors dehors ce soir " * 50_000) == "115"
    assert recognise("a" * 1_000_000) is None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("je dors dehors ce soir", "self"),
        ("pour un ami qui dort dehors", "other"),
        ("pour une dame que je suis : elle est à la rue", "other"),
        ("mon voisin dort dans sa voiture", "other"),
        ("une femme enceinte à la rue", "other"),
        ("je suis une femme enceinte à la rue", "self"),
        ("mon mari me frappe", "self"),
        ("mon père convulse", "other"),
        ("I want to die", "self"),
        ("my friend is sleeping in his car", "other"),
    ],
)
def test_who_is_in_danger(text, person):
    assert danger_in(text).person == person


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("je dors dehors et je veux mourir", "suicide"),
        ("il me frappe et je suis à la rue", "violence"),
        ("il me frappe et je veux mourir", "violence"),
        ("mon mari me frappe et il frappe les enfants", "child"),
        ("il veut me tuer et je suis à la rue", "attack"),
        ("je dors dehors, il y a le feu", "fire"),
    ],
)
def test_the_gravest_danger_comes_first(text, kind):
    assert danger_in(text).kind == kind


def test_who_cannot_speak_is_told_to_write():
    found = danger_in("cachée dans la chambre il hurle")
    assert (found.number, found.silent) == ("114", True)
    deaf = danger_in("je suis sourd et il y a le feu")
    assert deaf.number == "114"
    assert "18" in deaf.others


def test_old_violence_is_not_violence_now():
    assert recognise("mon ex me frappait il y a 10 ans") is None
    assert number("mon ex me frappe depuis 10 ans") == "3919"


def test_every_number_given_is_that_of_a_kind():
    assert all(numbers[0] not in numbers[1:] for numbers in NUMBERS.values())


def test_spelling():
    assert near("cahcets", "cachets", slips=1)
    assert not near("violon", "violente", slips=1)
    assert sound("frape") == sound("frappe")
    assert lexicon().speller.split("jesuisalarue")[:2] == ("je", "suis")
    assert lexicon().speller.corrected("suicdie") == "suicide"
    assert lexicon().speller.corrected("violon") == "violon"
