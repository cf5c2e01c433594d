"""`solipacte export offers`: a table that names nobody, and a line of the journal that tells it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.app import database_of
from bot.cli.offering import export_offers
from bot.records.audit import entries
from bot.records.effects import record
from bot.records.engines import database_url, make_engine
from bot.records.offer import Means, Profile, Proposal, Reach
from bot.records.offer_effects import KeepDraft, SendOffer
from bot.records.people import Person
from bot.records.vaults import open_vault
from bot.settings import Settings
from bot.talk.message import Address, Message
from tests.house import TUESDAY

WHO = Address("telegram", "author")


@pytest.fixture
def offered(settings: Settings) -> Settings:
    """A database with two offers."""
    vault = open_vault(database_of(settings), settings.secret_key_file)
    with make_engine(database_url(database_of(settings))).begin() as connection:
        for number, place in (("44-00001", "dep-44"), ("58-00001", "dep-58")):
            proposal = Proposal(
                Profile.COMPANY,
                place,
                means=(Means.MONEY,),
                said="planted words",
                reach=Reach("planted name", "p@x.fr"),
            )
            effects = [KeepDraft({}), SendOffer(number, proposal)]
            record(connection, vault, Person(vault.uid(WHO)), effects, TUESDAY, Message(WHO, "oui"))
    return settings


def test_the_offers_of_a_territory_without_anybody_in_them(
    offered: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "offers.json"
    assert export_offers(offered, file, territory="reg-52", force=False) == 0
    (row,) = json.loads(file.read_text(encoding="utf-8"))
    assert (row["numéro"], row["qui"], row["propose"]) == ("44-00001", "Une entreprise", "de l’argent")
    assert "planted" not in file.read_text(encoding="utf-8")
    assert "Voici une proposition" in capsys.readouterr().out
    with make_engine(database_url(database_of(offered))).connect() as connection:
        ((_, told),) = entries(connection, most=9)
    assert (told.action, told.target, told.territory) == ("offres", "export json", "reg-52")


@pytest.mark.parametrize(
    ("name", "territory", "why"),
    [
        ("offers.pdf", "", ".xlsx"),
        ("offers.csv", "dep-00", "Territoire inconnu"),
        ("offers.csv", "dep-21", "Aucune proposition"),
    ],
)
def test_what_cannot_be_is_said(
    offered: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, territory: str, why: str
) -> None:
    assert export_offers(offered, tmp_path / name, territory=territory, force=False) == 2
    assert why in capsys.readouterr().err
    assert not (tmp_path / name).exists()


def test_a_file_is_not_replaced_unless_it_is_asked_for(offered: Settings, tmp_path: Path) -> None:
    file = tmp_path / "offers.xlsx"
    assert export_offers(offered, file, territory="", force=False) == 0
    assert export_offers(offered, file, territory="", force=False) == 2
    assert export_offers(offered, file, territory="", force=True) == 0
