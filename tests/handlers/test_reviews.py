"""Services to look at again: found by what is written of them, told to editors of the place, each with its reasons."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import Table, select, update

from bot.app import House
from bot.handlers.review_sheet import HEADER
from bot.records.permissions import Role
from bot.talk.message import Address, Message
from directory import tables
from directory.quality import Criterion
from directory.review import AGEING, OLD, Concern, Reviewed, review
from tests.handlers.test_event_form import enrol

SERVICE: Table = tables.Service.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time
TODAY, NANTES = date(2026, 3, 10), "44109"
# A record to which nothing can be said.
WHOLE: dict[str, Any] = {
    "date_maj": TODAY,
    "description": "d" * 300,
    "publics": ["tous-publics"],
    "thematiques": ["sante--acces-aux-soins"],
    "frais": "gratuit",
    "telephone": "+33240000000",
    "courriel": "a@exemple.fr",
    "modes_accueil": ["en-presentiel"],
    "adresse": "1 rue X",
    "modes_mobilisation": ["telephoner"],
    "mobilisable_par": ["usagers"],
    "horaires_accueil": "Mo-Fr 09:00-12:00",
    "lien_mobilisation": "https://exemple.fr",
    "lien_source": None,
}


async def found(house: House, *, reported: tuple[str, ...] = (), **changed: Any) -> list[Reviewed]:
    """What is to be looked at in Nantes when its services are whole but for this."""
    statement = update(SERVICE).where(SERVICE.c.place == NANTES).values(WHOLE | changed)
    await house.store.write(lambda connection: connection.execute(statement))
    return await house.store.read(lambda connection: review(connection, [NANTES], today=TODAY, reported=reported))


@pytest.mark.parametrize(
    ("changed", "concerns"),
    [
        ({}, ()),
        ({"date_maj": TODAY - timedelta(days=AGEING)}, ()),
        ({"date_maj": TODAY - timedelta(days=AGEING + 1)}, (Concern.AGEING,)),
        ({"date_maj": TODAY - timedelta(days=OLD + 1)}, (Concern.OLD,)),
        ({"horaires_accueil": None}, (Concern.SILENT,)),
        ({"adresse": None, "publics": None}, (Concern.INCOMPLETE,)),
        ({"telephone": "+33892000000"}, (Concern.PREMIUM,)),
        ({"lien_mobilisation": "exemple.fr"}, (Concern.BROKEN,)),
    ],
)
async def test_each_reason_is_found_alone(house: House, changed: dict[str, Any], concerns: tuple[Concern, ...]) -> None:
    reviewed = await found(house, **changed)
    assert {each.concerns for each in reviewed} == ({concerns} if concerns else set())


async def test_what_is_missing_is_named(house: House) -> None:
    (first, *_) = await found(house, adresse=None, publics=None)
    assert first.quality.failed == (Criterion.ADDRESS, Criterion.PUBLIC)
    assert first.quality.score == round(7 / 9, 2)


async def test_what_people_reported_comes_too(house: House) -> None:
    (service, *_) = await house.store.read(
        lambda connection: connection.execute(select(SERVICE.c.id).where(SERVICE.c.place == NANTES)).scalars().all()
    )
    (only,) = await found(house, reported=(service, "gone"))
    assert (only.id, only.concerns) == (service, (Concern.REPORTED,))


async def test_the_table_has_a_line_for_each_service(house: House) -> None:
    await enrol(house, Role.EDITOR, "dep-44")
    reviewed = await found(house, horaires_accueil=None, nom="=1+1")
    reply = await house.dialogue.answer(Message(Address("telegram", "agente"), "/revoir 44", author="agente"))
    (file,) = reply.attachments
    header, *rows = CalamineWorkbook.from_filelike(io.BytesIO(file.content)).get_sheet_by_index(0).to_python()
    assert list(header) == list(HEADER)
    inside = [row for row in rows if row[1] == NANTES]
    assert len(inside) == len(reviewed)
    assert {(row[3], row[4], row[5], row[7]) for row in inside} == {("'=1+1", TODAY, 0, "sans horaires")}
