from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.comparable import comparable, mentions


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("les 12 500 foyers aidés", "12\u202f500"),
        ("12,500 households", "12 500"),
        ("7,25 % des habitants", "7.25"),
        ("8,4 millions d’euros", "8,4 M€"),
        ("€8.4 million", "8,4 M€"),
        ("un total de 8 400 000 €", "8,4 M€"),
        ("350 k€", "350 000"),
        ("33M[°]€ de crédits", "33 M€"),
        ("le 1^{er} février", "1er février"),
        ("February 1st, 2026", "1er février 2026"),
        ("3 et 4 juin", "3-4 juin"),
        ("June 3 and 4", "3 et 4 juin"),
        ("le 5/03/2025", "5 mars 2025"),
        ("le 05.03.2025", "5 mars 2025"),
        ("à 16 h 45", "16h45"),
        ("4:45 pm", "16h45"),
        ("12:15 a.m.", "0h15"),
        ("09h00", "9 heures"),
        ("2025 – 2028", "2025-2028"),
        ("de 2025 à 2028", "2025-2028"),
        ("vingt-six mesures", "26 mesures"),
        ("thirty one measures", "31"),
        ("une quarantaine de jours", "40"),
        ("la troisième session", "3"),
        ("35 pour cent", "35 %"),
        ("Lot et Garonne", "Lot-et-Garonne"),
        ("des épiceries sociales", "épicerie"[:6]),
        ("les UDAF du Sud", "UDAF"),
        ("<b>gratuit</b>", "gratuit"),
        ("l’œuvre de l'État", "œuvre de l’état"),
    ],
)
def test_the_same_thing_is_found_however_it_is_written(text: str, variant: str) -> None:
    assert mentions(comparable(text), variant)


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("107,25 %", "7,25"),
        ("7,255", "7,25"),
        ("le mafieux", "MAF"),
        ("les cafés", "CAF"),
        ("l'infirmière", "firmière"),
        ("you may ask 3 times", "3 mai"),
        ("12 5000", "12 500"),
        ("du 3 au 4 juin", "du 3 au 5 juin"),
        ("tout", ""),
    ],
)
def test_another_thing_is_not_found(text: str, variant: str) -> None:
    assert not mentions(comparable(text), variant)


def test_a_thousandth_is_not_a_thousand() -> None:
    assert comparable("0,125") == "0.125"
    assert comparable("1,125") == "1125"


@given(st.text())
def test_any_text_can_be_compared(text: str) -> None:
    assert comparable(text) == comparable(text).strip()
    assert not mentions("", text)
