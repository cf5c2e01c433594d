"""The poster: what it says, what its code holds, and every mistake told in a sentence."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import segno

from bot.cli.poster import CODE, WIDTH, make_poster
from bot.settings import Settings
from tests.telegram_server import TelegramServer
from tests.test_cli import solipacte
from tests.warm import warm

SVG = "{http://www.w3.org/2000/svg}"


def make(folder: Path, **more: object) -> tuple[int, Path]:
    file = folder / "affiche.svg"
    asked = {"commune": "44109", "need": "alimentation", "bot": "solipacte_bot", "output": file, "force": False}
    settings = Settings(data_dir=warm(folder / "var"), publisher="DDETS <44>")
    return make_poster(settings, **(asked | more)), file  # type: ignore[arg-type]  # each test changes one


def texts(file: Path) -> list[str]:
    return [element.text or "" for element in ET.parse(file).iter(f"{SVG}text")]


def test_the_page_says_for_what_where_how_and_whom_to_call(tmp_path: Path) -> None:
    code, file = make(tmp_path)
    assert code == 0
    said = texts(file)
    assert "Aide alimentaire près de Nantes (44)" in said
    assert "t.me/solipacte_bot?start=44109-alimentation" in said
    assert any("112" in line and "114" in line for line in said)
    assert any("robot" in line for line in said)
    assert "DDETS <44>" in said
    assert sum("Scan" in line or "Escanee" in line or "Скануйте" in line or "امسح" in line for line in said) == 5
    root = ET.parse(file).getroot()
    assert (root.get("width"), root.get("height")) == ("210mm", "297mm")


def test_the_squares_of_the_page_are_those_of_the_code(tmp_path: Path) -> None:
    _, file = make(tmp_path)
    (path,) = (element.get("d", "") for element in ET.parse(file).iter(f"{SVG}path"))
    expected = segno.make("https://t.me/solipacte_bot?start=44109-alimentation", error="m")
    side = CODE / expected.symbol_size(border=4)[0]
    drawn = {
        (round((float(y) - 56) / side), round((float(x) - (WIDTH - CODE) / 2) / side))
        for x, y in re.findall(r"M([\d.]+) ([\d.]+)", path)
    }
    rows = enumerate(expected.matrix_iter(border=4))
    assert drawn == {(row, column) for row, bits in rows for column, dark in enumerate(bits) if dark}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"commune": "Saint-Denis"}, "93066"),
        ({"commune": "Xyzzy"}, "code INSEE"),
        ({"commune": "99999"}, "code INSEE"),
        ({"need": "<b>"}, "alimentation"),
        ({"bot": None}, "--bot"),
        ({"output": Path("/nowhere/at/all.svg")}, "/nowhere/at/all.svg"),
    ],
)
def test_a_mistake_is_told_in_a_sentence_and_nothing_is_written(
    tmp_path: Path, wrong: dict[str, object], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, file = make(tmp_path, **wrong)
    assert code == 1
    assert told in capsys.readouterr().out
    assert not file.exists()


def test_a_page_is_not_written_over_another_unless_it_is_asked_for(tmp_path: Path) -> None:
    _, file = make(tmp_path)
    assert make(tmp_path, need="hygiene")[0] == 1
    assert "Aide alimentaire près de Nantes (44)" in texts(file)
    assert make(tmp_path, need="hygiene", force=True)[0] == 0
    assert "Aide alimentaire près de Nantes (44)" not in texts(file)


async def test_the_name_of_the_robot_is_asked_from_telegram(tmp_path: Path) -> None:
    async with TelegramServer() as telegram:
        known = {"TELEGRAM_TOKEN": telegram.token, "TELEGRAM_API_URL": telegram.url}
        file = tmp_path / "a.svg"
        words = ("poster", "--commune", "44109", "--need", "hygiene", "--output", str(file))
        done = await asyncio.to_thread(solipacte, tmp_path / "var", *words, **known)
    assert done.returncode == 0, done.stderr
    assert f"t.me/{telegram.username}?start=44109-hygiene" in texts(file)
