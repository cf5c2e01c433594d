"""What people search without an answer: counted once each, by nobody, and told to agents above five."""

from __future__ import annotations

import io
import random

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from bot.app import House
from bot.charts.canvas import WIDTH
from bot.cli.diagnosing import export_diagnosis
from bot.handlers.diagnosis import HEADER
from bot.platforms.markup import plain
from bot.records.permissions import Role
from bot.records.statements import UNANSWERED
from bot.settings import Settings
from bot.talk.message import Address, Message, Reply
from tests.charts.pictures import opened
from tests.handlers.test_event_form import enrol, say

MENDE, NANTES = "48095", "44109"


async def counted(house: House) -> dict[tuple[str, str, str], int]:
    asked = select(UNANSWERED)
    rows = await house.store.read(lambda connection: connection.execute(asked).all())
    return {(commune, need, kind): count for _, commune, need, kind, count in rows}


async def heard(house: House, said: str) -> Reply:
    return await house.dialogue.answer(Message(Address("telegram", "agente"), said, author="agente"))


async def test_who_asks_again_is_counted_once(house: House) -> None:
    for _ in range(3):
        await say(house, "dentiste à Mende", "/garder", "et demain ?", who="ana")
    await say(house, "dentiste à Mende", "menu", "dentiste à Mende", who="zoé")
    ((found, count),) = (await counted(house)).items()
    assert (found[0], found[2], count) == (MENDE, "nothing", 2)


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("douche à Nantes", set()),
        ("douche à Nantes maintenant", set()),
        ("douche à Nantes dimanche à 23h", {"closed"}),
        ("épicerie solidaire à Nantes", set()),
        ("aide numérique à Nantes", set()),
        ("dentiste", set()),
    ],
)
async def test_an_answer_by_telephone_or_through_a_professional_is_one(
    house: House, said: str, kinds: set[str]
) -> None:
    await say(house, said, who="ana")
    assert {kind for _, _, kind in await counted(house)} == kinds


async def test_an_invented_directory_tells_nothing_of_a_territory(house: House) -> None:
    house.finder._held.fictional = True
    await say(house, "dentiste à Mende", who="ana")
    assert await counted(house) == {}


async def test_what_is_told_is_shown_and_written(house: House) -> None:
    await enrol(house, Role.READER, "dep-48")
    for number in range(4):
        await say(house, "dentiste à Mende", who=f"somebody {number}")
    four = await heard(house, "/manques 48")
    assert "Aucun besoin" in plain(four)
    assert [file.name for file in four.attachments] == ["diagnostic.xlsx"]
    assert all(row[6] == row[7] == "" for row in rows(four)[1:])
    await say(house, "dentiste à Mende", who="one more")
    five = await heard(house, "/manques 48")
    assert "Mende\u00a0: 5 sans réponse" in plain(five)
    picture, _ = five.attachments
    assert opened(picture.content).width == WIDTH
    (row,) = [row for row in rows(five)[1:] if row[6]]
    assert (row[5], row[6], row[8], row[9], row[13]) == (MENDE, 5, 0, 0, "non couvert")
    assert list(rows(five)[0]) == list(HEADER)
    assert len({(row[2], row[5]) for row in rows(five)[1:]}) == len(rows(five)) - 1


def rows(reply: Reply) -> list[list[object]]:
    content = reply.attachments[-1].content
    return [list(row) for row in CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()]


async def test_a_table_tells_what_is_near(house: House) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    said = await heard(house, "/manques 44 douche")
    found = {(row[2], row[5]): row for row in rows(said)[1:]}
    nantes = next(row for (need, code), row in found.items() if code == NANTES and row[8] == 2)
    # Two doors: 24 hours a week, and 6 days of 12.5 hours.
    assert nantes[8:12] == [2, 2, 24 + 75, 0]
    assert nantes[13] == "couvert dans la commune"
    reze = next(row for row in rows(said)[1:] if row[4] == "Rezé" and row[2] == nantes[2])
    assert reze[13] == "partiellement couvert"
    assert 0 < float(str(reze[12])) < 10


async def test_nothing_written_after_it_breaks_it(house: House) -> None:
    await enrol(house, Role.OFFICER, "dep-48")
    chance = random.Random(5)
    pieces = ["48", "Lozère", "lozere", "dentiste", "sante", "=1", "🦷", "é" * 200, "dep-48", "44", "2A"]
    for _ in range(25):
        assert plain(await heard(house, f"/manques {' '.join(chance.choices(pieces, k=chance.randrange(4)))}")).strip()


async def test_the_machine_gives_the_same_table(
    settings: Settings, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path_factory.mktemp("out") / "table.csv"
    assert await export_diagnosis(settings, file, departement="Loire-Atlantique", force=False) == 0
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == ";".join(HEADER)
    told = capsys.readouterr().out.replace("\u202f", "")
    assert f"{len(lines) - 1} lignes" in told
    for name, departement in ((file.name, "44"), ("x.pdf", "44"), ("y.xlsx", "Atlantide")):
        assert await export_diagnosis(settings, file.parent / name, departement=departement, force=False) == 2
        assert capsys.readouterr().err
