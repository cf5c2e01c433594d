"""The licences of the sources, as the operator wrote them, for what is given out."""

from __future__ import annotations

from pathlib import Path

from bot.app import House
from bot.handlers.printing import Printing
from bot.settings import Settings
from bot.talk.wording import Voice
from directory.exports.about import Licences, LicencesError

FILE = "licences.toml"


def licences_file(settings: Settings) -> Path:
    """Where the operator writes them."""
    return settings.data_dir / FILE


def licences_of(settings: Settings, unknown: str) -> Licences:
    """Those the operator wrote. Raises LicencesError."""
    return Licences.read(licences_file(settings), unknown=unknown)


def printing_of(house: House) -> Printing:
    """What makes sheets to print. A list of licences that cannot be read leaves them unknown on the page."""

    def licences(voice: Voice) -> Licences:
        unknown = voice("print-licence-unknown")
        try:
            return licences_of(house.settings, unknown)
        except LicencesError:
            return Licences({}, unknown)

    return Printing(house.finder, house.wording, house.dialogue.clock, licences)
