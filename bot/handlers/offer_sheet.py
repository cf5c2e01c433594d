"""Offers as a table for agents: a mail's attachment, an export."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from bot.handlers.offer_text import Told, means_in_words, place_in_words, subject_in_words
from bot.records.offer import Offer
from bot.sheets import Cell, Sheet
from bot.talk.message import Attachment
from directory.phones import Phone

HEADER = (
    "numéro", "reçue le", "état", "dernière étape", "qui", "territoire", "sujet", "propose", "langue",
)  # fmt: skip
PERSONAL = ("nom", "courriel", "téléphone", "idée")
_WIDTHS, _PERSONAL_WIDTHS = (12, 12, 24, 14, 22, 30, 34, 40, 8), (26, 30, 18, 80)
_MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "json": "application/json",
}
KINDS = tuple(_MEDIA)


def offers_file(told: Told, offers: Sequence[Offer], kind: str, *, personal: bool) -> Attachment:
    """A file of one of `KINDS`; `personal`: with names, contacts and what people wrote."""
    header = (*HEADER, *PERSONAL) if personal else HEADER
    rows = [_row(told, each, personal=personal) for each in offers]
    if kind == "json":
        named = [{name: _plain(cell) for name, cell in zip(header, row, strict=True)} for row in rows]
        content = json.dumps(named, ensure_ascii=False, indent=1).encode()
    else:
        sheet = Sheet("Propositions", header, (*_WIDTHS, *_PERSONAL_WIDTHS)[: len(header)], rows)
        content = sheet.csv() if kind == "csv" else sheet.xlsx()
    return Attachment(f"propositions.{kind}", _MEDIA[kind], content)


def _row(told: Told, offer: Offer, *, personal: bool) -> list[Cell]:
    voice, proposal = told.voice, offer.proposal
    row: list[Cell] = [
        offer.number,
        offer.sent_at.date(),
        voice(f"offer-state-{offer.state}"),
        offer.moved_at.date(),
        voice(f"offer-profile-{proposal.profile}"),
        place_in_words(told.knowledge, told.finder.gazetteer, proposal),
        subject_in_words(voice, told.knowledge, told.finder, proposal.subject),
        means_in_words(voice, proposal.means),
        proposal.language,
    ]
    reach = proposal.reach
    return (
        [*row, reach.name, reach.mail, Phone(reach.phone).shown if reach.phone else "", proposal.said]
        if personal
        else row
    )


def _plain(cell: Cell) -> str | float:
    return cell.isoformat() if isinstance(cell, date) else cell
