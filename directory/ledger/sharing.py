"""What a service shares with its structure: its address, its door."""

from __future__ import annotations

from sqlalchemy import Connection

from directory.ledger.editing import row_of

_ADDRESS = ("adresse", "code_postal", "commune")
_POINT = ("latitude", "longitude")


def same_address(connection: Connection, service_id: str) -> str | None:
    """The structure of a service that is at its structure's address, or says none; None when it has one of its own."""
    service = row_of(connection, "service", service_id)
    structure = row_of(connection, "structure", service["structure_id"])
    own = any(service[name] for name in _ADDRESS)
    shared = not own or all(service[name] == structure[name] for name in _ADDRESS)
    return str(structure["id"]) if shared else None


def same_door(connection: Connection, service_id: str) -> str | None:
    """The structure of a service that stands where its structure does; None when it has a place of its own."""
    if (structure_id := same_address(connection, service_id)) is None:
        return None
    service, structure = row_of(connection, "service", service_id), row_of(connection, "structure", structure_id)
    own = service["latitude"] is not None
    return structure_id if not own or all(service[name] == structure[name] for name in _POINT) else None
