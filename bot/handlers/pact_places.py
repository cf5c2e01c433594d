"""Which territories a message is about, for the documents of the pact."""

from __future__ import annotations

from bot.talk.turn import Turn

# The pending question "dans quel département êtes-vous ?".
ASKS_DEPARTEMENT = "departement"


def places(turn: Turn) -> tuple[str, ...]:
    """The territories of the commune, département or region that the message surely names, the smallest first."""
    place = turn.understood.place
    if not place.certain:
        return ()
    if place.commune and not place.ambiguous:
        return tuple(
            turn.knowledge.territories.of_commune(place.commune.code, place.commune.epci, place.commune.departement)
        )
    if place.departement:
        return (f"dep-{place.departement.lower()}",)
    return (f"reg-{place.region}",) if place.region else ()


def territory_named(turn: Turn, said: str) -> str | None:
    """The territory of an identifier (`dep-49`, `reg-52`); names are left out, Paris being a town too."""
    identifier = said.strip().lower()
    return identifier if identifier in turn.knowledge.territories.known else None


def own_territory(turn: Turn) -> str | None:
    """The département of the person, as the knowledge writes it; None when it is not known."""
    return turn.person.departement.lower() if turn.person.departement else None
