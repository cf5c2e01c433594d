"""What editors write about needs is whole, and its compiled form says the same."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from data_inclusion.schema import v1  # type: ignore[import-untyped] # it ships no types

from directory.needs import Need, Needs
from directory.needs.compiling import COMPILED, compiled
from directory.needs.model import LANGUAGES
from directory.needs.sources import read_needs, read_phrases

NEEDS = read_needs()
THEMES = [
    *("logement_hebergement", "alimentation", "hygiene", "sante", "sante_mentale", "addictions"),
    *("acces_droits", "domiciliation", "numerique", "emploi", "formation_francais", "mobilite"),
    *("energie", "famille", "jeunes", "violences", "handicap", "personnes_agees"),
    *("equipement", "juridique", "argent_dettes", "urgence"),
]
# Identifiers of the Soliguide categories, as facts: github solinumasso/soliguide, Categories.enum.ts, commit ef581c2.
SOLIGUIDE = """health health_access health_coverage find_healthcare physical_health general_practitioner
health_assessment child_care dental_care optical_care hearing_care infirmary vaccination std_testing chronic_diseases
nutrition medical_accommodation mental_health psychological_support psychiatry support_groups mental_health_education
therapeutic_activities addictions addiction_care addiction_prevention_and_material sexual_health
emergency_contraception abortion contraception gynecology sti_prevention_testing hiv_prevention
sexual_health_vaccination sexual_health_education sexual_violence_support affective_life parenthood pregnancy_care
health_specialists allergology cardiology dermatology endocrinology gastroenterology kinesitherapy
otorhinolaryngology speech_therapy osteopathy pedicure phlebology pneumology radiology rheumatology stomatology urology
vet_care neurology vascular_surgery mobility transportation_mobility personal_vehicle_access vehicle_maintenance
mobility_support driving_license mobility_financing training_and_jobs digital_tools_training french_course
catalan_course spanish_course job_coaching integration_through_economic_activity tutoring hygiene_and_wellness shower
laundry wellness toilets hygiene_products face_masks counseling legal_advice domiciliation social_accompaniment
public_writer disability_advice administrative_assistance parent_assistance budget_advice technology
computers_at_your_disposal wifi electrical_outlets_available telephone_at_your_disposal digital_safe food
food_distribution food_packages social_grocery_stores fountain solidarity_fridge shared_kitchen cooking_workshop
baby_parcel food_voucher community_garden welcome day_hosting rest_area babysitting family_area information_point
activities sport_activities museums libraries other_activities equipment luggage_storage solidarity_store clothing
animal_assitance accomodation_and_housing overnight_stop emergency_accommodation long_term_accomodation
citizen_housing access_to_housing hairdresser legal_protection regularization cooling_space climate_refuge""".split()  # noqa: SIM905 - read by eye


@pytest.fixture(scope="module")
def needs() -> Needs:
    return Needs.load()


def test_the_compiled_file_says_what_the_yaml_files_say() -> None:
    loaded = json.loads(COMPILED.read_text(encoding="utf-8"))
    assert loaded == json.loads(json.dumps(compiled())), "run: python -m directory.needs.compiling"


def test_every_identifier_is_used_once() -> None:
    assert [name for name, times in Counter(need.id for need in NEEDS).items() if times > 1] == []


def test_the_themes_are_the_agreed_ones(needs: Needs) -> None:
    assert sorted(needs.themes()) == sorted(THEMES)


def test_a_need_only_belongs_to_themes_that_exist() -> None:
    assert {theme for need in NEEDS for theme in need.themes} == set(THEMES)


@pytest.mark.parametrize("need", NEEDS, ids=[need.id for need in NEEDS])
def test_every_need_has_a_label_in_every_language(need: Need, needs: Needs) -> None:
    assert [language for language in LANGUAGES if not need.labels.get(language)] == []
    assert all(needs.label(need.id, language) == need.labels[language] for language in LANGUAGES)
    assert max(len(label) for label in need.short_labels.values()) <= 45


def test_every_need_has_words_in_five_languages() -> None:
    said = {(phrase.need, phrase.language) for phrase in read_phrases()}
    wanted = {(need.id, language) for need in NEEDS for language in ("fr", "en", "es", "ar", "uk")}
    assert wanted - said == set()


@pytest.mark.parametrize("thematique", [value.value for value in v1.Thematique])
def test_every_thematique_of_data_inclusion_leads_to_a_need(thematique: str, needs: Needs) -> None:
    assert needs.of_thematique(thematique)


@pytest.mark.parametrize("category", SOLIGUIDE)
def test_every_soliguide_category_leads_to_a_need(category: str, needs: Needs) -> None:
    assert needs.of_soliguide(category)


def test_no_thematique_is_misspelt() -> None:
    known = {value.value for value in v1.Thematique}
    written = {value for need in NEEDS for value in need.thematiques if ":" not in value}
    assert written - known == set()


def test_networks_and_publics_are_those_of_data_inclusion() -> None:
    known = {f"reseau:{value.value}" for value in v1.ReseauPorteur} | {f"public:{value.value}" for value in v1.Public}
    assert {value for need in NEEDS for value in need.thematiques if ":" in value} - known == set()


def test_the_axes_are_those_of_the_pact() -> None:
    assert {need.axis for need in NEEDS} == {1, 2, 3, 4, None}


def test_a_theme_knows_the_needs_below_it(needs: Needs) -> None:
    assert needs.children("hygiene") == ("shower", "laundry", "toilets", "hygiene_products", "hairdresser")
    assert needs.theme("shower") == "hygiene"
    assert needs.theme("hygiene") == "hygiene"


def test_a_label_falls_back_on_french(needs: Needs) -> None:
    assert needs.label("shower", "pt-BR") == "Douche"
