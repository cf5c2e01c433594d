"""Questions on the pact in a whole conversation: choices, département, contacts, what is counted and kept."""

from __future__ import annotations

import pytest

from bot.app import House
from bot.platforms.markup import plain
from bot.records.counts import counts
from bot.talk.message import Address, Message, Reply
from tests.house import Clock

ANA = Address("test", "ana")
TERMINAL = Address("console", "terminal")


async def say(house: House, text: str, somebody: Address = ANA) -> Reply:
    return await house.dialogue.answer(Message(somebody, text))


async def test_every_answer_names_its_source_and_date(house: House) -> None:
    for question in ("axe 3", "que veut dire FSL", "quand la Sarthe a-t-elle voté son contrat", "agenda de novembre"):
        reply = await say(house, question)
        assert "Source : " in plain(reply), question
        assert reply.facts["sources"], question


@pytest.mark.parametrize("language", ["en", "es", "ar", "uk", "fr-x-simple"])
async def test_every_language_has_its_frame(house: House, language: str) -> None:
    await say(house, f"/langue {language}")
    reply = await say(house, "axe 3 pacte des solidarités")
    assert reply.facts["abstained"] is False
    assert reply.language == language
    assert not (await say(house, "taux de pauvreté en Mayenne")).facts.get("records")


async def test_simple_then_whole_then_the_rest(house: House) -> None:
    await say(house, "quelles actions dans le contrat de Loire-Atlantique")
    simple = plain(await say(house, "en mots simples"))
    assert "D’où ça vient" in simple
    whole = plain(await say(house, "/complet"))
    assert "Programme Malin" in whole


async def test_a_long_answer_goes_on(house: House) -> None:
    first = plain(
        await say(
            house,
            "quels schémas sont mobilisables dans l'annexe 2 ? et quels thèmes pour les départements dans l'axe 1 ?",
        )
    )
    assert len(first) <= 1200


async def test_simple_without_an_answer_changes_the_language(house: House) -> None:
    assert "français simple" in plain(await say(house, "en mots simples"))
    assert "Posez d’abord" in plain(await say(house, "/complet"))


async def test_thumbs_are_counted_by_record_and_gaps_by_term(house: House, clock: Clock) -> None:
    for number in range(6):
        await say(house, "/utile pacte-axe-2", Address("test", str(number)))
        await say(house, "/inutile pacte-axe-3", Address("test", str(number)))
        await say(house, "Jean Quidam demande le taux de pauvreté en Mayenne ?", Address("test", str(number)))
    today = clock().date()
    found = await house.store.read(lambda connection: counts(connection, first_day=today, last_day=today))
    assert found["useful:pacte-axe-2"] == 6
    assert found["useless:pacte-axe-3"] == 6
    assert any(name.startswith("gap:") for name in found)
    assert not any("quidam" in name for name in found)


async def test_a_follow_up_that_holds_a_need_stays_with_the_pact_and_a_place_to_go_does_not(house: House) -> None:
    await say(house, "taux de pauvreté dans la Nièvre")
    assert "24,4" in plain(await say(house, "et pour les enfants ?"))
    assert "Douche près de Nantes" in plain(await say(house, "et une douche à nantes ?"))


async def test_a_pending_question_lets_a_sentence_pass(house: House) -> None:
    assert "quelle commune" in plain(await say(house, "douche"))
    assert "730 000" in plain(await say(house, "montant pour le travail de rue et les maraudes dans le Nord"))


async def test_the_departement_is_kept_and_named(house: House) -> None:
    assert "Écrivez" in plain(await say(house, "mon departement"))
    assert "la Mayenne" in plain(await say(house, "53"))
    assert "Je réponds pour la Mayenne" in plain(await say(house, "comment participer au pacte local ?"))
    assert "la Mayenne" in plain(await say(house, "/departement"))
    await say(house, "/departement non")
    assert "Je réponds pour" not in plain(await say(house, "comment participer au pacte local ?"))


async def test_whoever_holds_the_machine_corrects_a_contact(house: House) -> None:
    assert "réservée aux agents" in plain(await say(house, "/contact bfc-contact-horreard a@example.fr"))
    listed = plain(await say(house, "/contact", TERMINAL))
    assert "bfc-contact-horreard" in listed
    assert "ne convient pas" in plain(await say(house, "/contact bfc-contact-horreard pas une adresse", TERMINAL))
    assert "Je ne connais pas ce contact" in plain(await say(house, "/contact personne a@example.fr", TERMINAL))
    assert "vérifié aujourd’hui" in plain(await say(house, "/contact bfc-contact-horreard equipe@example.fr", TERMINAL))
    told = plain(await say(house, "taux de pauvreté dans la Nièvre en 2031 ?"))
    assert "equipe@example.fr" in told
    assert "à vérifier" not in told
    assert "vérifié aujourd’hui" in plain(await say(house, "/contact bfc-contact-horreard confirmé", TERMINAL))


async def test_what_is_kept_of_a_question_is_shown(house: House) -> None:
    await say(house, "axe 3")
    assert "Dernière question sur le pacte" in plain(await say(house, "mes données"))


async def test_the_calendar_gives_a_file(house: House, clock: Clock) -> None:
    clock.at("2024-09-15 10:20")
    await say(house, "/agenda septembre nantes")
    (file,) = (await say(house, "/ics")).attachments
    assert file.media_type == "text/calendar"
    assert file.content.startswith(b"BEGIN:VCALENDAR")
    await say(house, "agenda de Narbonne")
    assert not (await say(house, "/ics")).attachments
    assert not (await say(house, "/ics", Address("test", "ben"))).attachments


@pytest.mark.parametrize("command", ["/fiche rien", "/utile rien", "/inutile rien"])
async def test_an_old_button_is_told_so(house: House, command: str) -> None:
    assert "n’est plus ouverte" in plain(await say(house, command))


async def test_three_questions_get_two_answers_and_an_invitation(house: House) -> None:
    told = plain(await say(house, "que veut dire FSL ? que veut dire APL ? que veut dire ASE ? que veut dire REP ?"))
    assert "fonds de solidarité logement" in told
    assert "aides personnalisées au logement" in told
    assert "aux deux premières" in told


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("je comprends rien a ce courrier de la caf", "acces_droits"),
        ("ici c la galere plus de sous avant le 5", "argent_dettes"),
        ("vaccin gratuit st etienne", "sante"),
        ("j'ai mal aux dents a nantes", "sante"),
    ],
)
async def test_whoever_tells_of_a_need_is_helped_even_in_words_of_the_documents(
    house: House, text: str, theme: str
) -> None:
    reply = await say(house, text)
    assert reply.facts["themes"] == (theme,)
    assert not reply.facts.get("abstained")
    assert not reply.facts.get("sources")


@pytest.mark.parametrize("text", ["quel antibiotique pour une angine à Nantes", "j'ai mal au dos"])
async def test_no_medical_advice_is_given(house: House, text: str) -> None:
    assert "Je ne donne pas de conseil médical" in plain(await say(house, text))
