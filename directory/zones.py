"""The clock of each département: Europe/Paris is wrong overseas."""

from __future__ import annotations

HOME = "Europe/Paris"

# IANA names. 987 keeps the clock of Tahiti: the Marquises (+30 min) and the Gambier (+1 h) are not told apart.
OVERSEAS = {
    "971": "America/Guadeloupe",
    "972": "America/Martinique",
    "973": "America/Cayenne",
    "974": "Indian/Reunion",
    "975": "America/Miquelon",
    "976": "Indian/Mayotte",
    "977": "America/St_Barthelemy",
    "978": "America/Marigot",
    "984": "Indian/Kerguelen",
    "986": "Pacific/Wallis",
    "987": "Pacific/Tahiti",
    "988": "Pacific/Noumea",
}


def zone_of(departement: str | None) -> str:
    """The IANA time zone of a département or collectivity ("44", "2A", "974"); Europe/Paris when not known."""
    return OVERSEAS.get(departement or "", HOME)
