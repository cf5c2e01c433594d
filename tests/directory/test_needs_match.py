"""How words are recognised: longer phrases win, misspellings are forgiven, small talk is no need."""

from __future__ import annotations

import pytest

from directory.needs import Needs
from directory.words import tokens

NEUTRAL = (
    "bonjour",
    "merci beaucoup",
    "quelle heure est-il",
    "oui",
    "il fait beau",
    "non merci",
    "d'accord",
    "ok super",
    "bonne nuit",
    "au revoir",
    "à demain",
    "tu es un robot ?",
    "comment tu t'appelles",
    "qui es-tu",
    "je ne comprends pas ta réponse",
    "répète s'il te plaît",
    "c'est quoi le pacte des solidarités",
    "quand a lieu la prochaine réunion",
    "mdr",
    "lol",
    "ça va ?",
    "très bien merci et toi",
    "il pleut aujourd'hui",
    "joyeux noël",
    "bonne année",
    "bon weekend",
    "2",
    "44000",
    "je suis à Nantes",
    "j'habite à Lyon",
    "près de Lille",
    "demain matin",
    "maintenant",
    "lundi prochain",
    "plus tard",
    "autre chose",
    "la deuxième",
    "merci pour ton aide",
    "hello",
    "thank you very much",
    "good morning",
    "how are you",
    "hola, buenos días",
    "muchas gracias",
    "مرحبا",
    "شكرا جزيلا",
    "дякую",
    "добрий день",
    "qui a gagné le match hier",
    "raconte une blague",
    "tu aimes le chocolat",
)


@pytest.fixture(scope="module")
def needs() -> Needs:
    return Needs.load()


@pytest.mark.parametrize("sentence", NEUTRAL)
def test_small_talk_is_no_need(sentence: str, needs: Needs) -> None:
    assert needs.match(tokens(sentence)).themes == ()


@pytest.mark.parametrize(
    ("sentence", "need"),
    [
        ("une douche", "shower"),
        ("machine à laver d'occasion", "appliances"),
        ("laver mon linge", "laundry"),
        ("colis alimentaire", "food_parcel"),
        ("repas chaud", "meal"),
        ("aide juridictionnelle", "lawyer"),
        ("coupure de gaz", "energy_bill"),
        ("facture d'eau", "water_bill"),
        ("carte d'identité volée", "identity_papers"),
        ("couches pour bébé", "baby_things"),
        ("aide pour payer le loyer", "unpaid_rent"),
        ("je veux mourir", "suicide"),
        ("je dors dans ma voiture", "emergency_night"),
        ("il me frappe", "partner_violence"),
        ("dossier mdph", "mdph"),
        ("cap emploi", "disabled_work"),
        ("portage de repas pour mamie", "meals_at_home"),
        ("recharger mon téléphone", "phone_charging"),
        ("toilettes", "toilets"),
        ("médiation familiale", "family_mediation"),
    ],
)
def test_the_most_specific_need_comes_first(sentence: str, need: str, needs: Needs) -> None:
    assert needs.match(tokens(sentence)).needs[0].need == need


@pytest.mark.parametrize(
    ("typed", "need"),
    [
        ("dantiste", "dentist"),
        ("dentist", "dentist"),
        ("medcin", "doctor"),
        ("assistente sociale", "social_worker"),
        ("colis alimantaire", "food_parcel"),
        ("jardin partager", "food_garden"),
        ("domicilliation", "domiciliation"),
        ("psycologue", "psychologist"),
        ("surendetement", "debts"),
        ("lavocat", "lawyer"),
        ("epicerie solidère", "solidarity_grocery"),
        ("apartement", "logement_hebergement"),
        ("loyé impayé", "unpaid_rent"),
        ("vetemants", "clothes"),
    ],
)
def test_a_misspelling_is_forgiven(typed: str, need: str, needs: Needs) -> None:
    assert need in [hit.need for hit in needs.match(tokens(typed)).needs]


def test_the_name_of_a_commune_is_no_misspelling(needs: Needs) -> None:
    assert needs.match(tokens("Bonneville"), never={"bonneville"}).needs == ()


def test_spans_point_into_the_text_as_typed(needs: Needs) -> None:
    text = "SVP une Douche à Nantes"
    matched = needs.match(tokens(text))
    assert [text[start:end] for start, end in matched.spans] == ["Douche"]
    assert matched.needs[0].spans == matched.spans


def test_a_weak_word_is_dropped_beside_a_strong_one(needs: Needs) -> None:
    assert needs.match(tokens("aide pour mon dossier mdph")).themes == ("handicap",)


def test_help_with_nothing_more_means_rights(needs: Needs) -> None:
    assert needs.match(tokens("j'ai besoin d'aide")).themes[0] == "acces_droits"


def test_a_cry_for_help_is_an_emergency(needs: Needs) -> None:
    assert needs.match(tokens("au secours")).themes == ("urgence",)


def test_nothing_at_all_matches_nothing(needs: Needs) -> None:
    assert needs.match(()).themes == ()


def test_a_long_text_is_read_to_a_limit(needs: Needs) -> None:
    assert needs.match(tokens("bla " * 1000 + "douche")).needs == ()
