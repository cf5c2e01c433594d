"""The quality of a record is the official one, on any day; links and what is to be looked at again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from data_inclusion.schema import v1  # type: ignore[import-untyped]  # it ships no types
from data_inclusion.schema.v1.score_qualite import CRITERES, score  # type: ignore[import-untyped]  # idem
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.links import usable
from directory.quality import FRESH, WORTHLESS, Criterion, quality

TODAY = date.today()  # noqa: DTZ011 - the official score reads the clock of the machine
SOMETIMES = {
    "modes_accueil": ["en-presentiel"],
    "adresse": "1 rue X",
    "telephone": "0240000000",
    "courriel": "a@exemple.fr",
    "lien_mobilisation": "https://exemple.fr",
    "mobilisable_par": ["usagers"],
    "publics": ["femmes"],
    "thematiques": ["mobilite--se-deplacer-sans-permis-et-ou-sans-vehicule-personnel"],
    "frais_precisions": "2 €",
}
MODES = st.lists(st.sampled_from(["telephoner", "envoyer-un-courriel", "se-presenter"]), unique=True)


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """A service, each field there or not."""
    made: dict[str, Any] = {name: value for name, value in SOMETIMES.items() if draw(st.booleans())}
    # A day more or less than a limit, since the official one counts hours.
    age = draw(st.integers(0, 900).filter(lambda days: min(abs(days - FRESH), abs(days - WORTHLESS)) > 1))
    made |= {"id": "x--1", "structure_id": "x--2", "nom": "n", "date_maj": TODAY - timedelta(days=age)}
    made["source"] = draw(st.sampled_from(["x", "agefiph", "france-travail"]))
    made["description"] = "d" * draw(st.sampled_from([1, 49, 50, 199, 200, 1999, 2000, 9999]))
    if fees := draw(st.sampled_from([None, "gratuit", "payant"])):
        made["frais"] = fees
    if modes := draw(MODES):
        made["modes_mobilisation"] = modes
    return made


def test_the_criteria_are_the_official_ones() -> None:
    assert {criterion.__name__ for criterion in CRITERES} == set(Criterion)


@given(records())
@settings(max_examples=150, deadline=None)
def test_the_score_is_the_official_one(record: dict[str, Any]) -> None:
    wanted, each = score(v1.Service.model_construct(**{name: record.get(name) for name in v1.Service.model_fields}))
    found = quality(record, today=TODAY)
    assert found.score == pytest.approx(wanted, abs=0.011)
    for name, value in each.items():
        assert found.criteria[Criterion(name)] == (value if value is None else pytest.approx(value, abs=0.005)), name


@pytest.mark.parametrize(
    ("link", "opens"),
    [
        ("https://www.loire-atlantique.fr/aide?x=1#y", True),
        ("http://ccas.exemple.fr:8080/", True),
        ("https://préfecture.exemple.fr", True),
        ("https://xn--prfecture-b4a.fr", True),
        ("www.exemple.fr", False),
        ("ftp://exemple.fr", False),
        ("javascript:alert(1)", False),
        ("mailto:a@exemple.fr", False),
        ("https://", False),
        ("https://localhost/x", False),
        ("https://127.0.0.1/x", False),
        ("https://[::1]/x", False),
        ("https://[broken/x", False),
        ("https://user:secret@exemple.fr", False),
        ("https://exemple.fr:99999/", False),
        ("https://exemple .fr", False),
        ("https://-exemple.fr", False),
        ("https://exemple..fr", False),
        ("https://exemple", False),
        ("https://exemple.fr/" + "x" * 3000, False),
        ("", False),
    ],
)
def test_a_link_that_nobody_can_open_is_known_by_its_writing(link: str, opens: bool) -> None:  # noqa: FBT001 - a case
    assert usable(link) == opens


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_link_or_not(text: str) -> None:
    assert usable(text) in (True, False)
    assert not usable(f"https://exemple.fr/{text} x")
