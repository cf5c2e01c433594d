"""Files may change while the robot runs: what is right is taken up, what is wrong leaves the last good answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from directory.kept import Shelf
from knowledge.base import Knowledge
from knowledge.corrections import Corrections
from knowledge.keeper import Keeper, stamp_of
from knowledge.library import CONTENT

OWN = "records:\n  - {id: pacte-axe-4, kind: axis, document: pdl, title: Nouvel axe 4, text: Nouveau texte.}\n"


def keeper_on(folder: Path, knowledge: Knowledge) -> Keeper:
    ear = knowledge.reader.ear
    return Keeper(knowledge, lambda: Knowledge.load(ear, folder), (folder,), seen=stamp_of((folder,)))


async def test_a_changed_file_is_taken_up_and_a_wrong_one_is_not(tmp_path: Path, knowledge: Knowledge) -> None:
    keeper = keeper_on(tmp_path, knowledge)
    assert not await keeper.refresh()
    (tmp_path / "a.yaml").write_text(OWN, encoding="utf-8")
    assert await keeper.refresh()
    assert keeper.current.library.records["pacte-axe-4"].title == "Nouvel axe 4"
    (tmp_path / "a.yaml").write_text("records: [", encoding="utf-8")
    assert await keeper.refresh()
    assert "a.yaml:2" in keeper.problem
    assert keeper.current.library.records["pacte-axe-4"].title == "Nouvel axe 4"
    (tmp_path / "a.yaml").unlink()
    assert await keeper.refresh()
    assert keeper.problem == ""
    assert keeper.current.library.records["pacte-axe-4"].title != "Nouvel axe 4"


async def test_a_contact_is_corrected_and_dated(tmp_path: Path, knowledge: Knowledge) -> None:
    keeper = keeper_on(tmp_path, knowledge)
    corrections = Corrections(tmp_path, keeper.refresh)
    contacts = list(knowledge.library.contacts.values())[:2]
    for contact in contacts:
        changed = contact.model_copy(
            update={"address": f"{contact.id}@example.gouv.fr", "confirmed": date(2026, 3, 10)}
        )
        await corrections.write(changed)
    for contact in contacts:
        held = keeper.current.library.contacts[contact.id]
        assert held.address == f"{contact.id}@example.gouv.fr"
        assert held.confirmed == date(2026, 3, 10)


def test_what_is_kept_on_the_disk_answers_alike(tmp_path: Path, knowledge: Knowledge) -> None:
    shelf = Shelf(tmp_path)
    ear = knowledge.reader.ear
    first, second = Knowledge.load(ear, shelf=shelf), Knowledge.load(ear, shelf=shelf)
    assert (tmp_path / "knowledge.index").exists()
    for question in ("taux d'enfants povres dans la nievre", "que veut dire FSL", "axe 3"):
        assert [r.id for r in first.ask(question).records] == [r.id for r in second.ask(question).records]
    (tmp_path / "knowledge.index").write_bytes(b"broken")
    assert Knowledge.load(ear, shelf=shelf).ask("axe 3").known
    assert CONTENT.exists()
