"""The interfaces that give pages: data·inclusion and Soliguide."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from directory.importers.fetching.pages import Page, page

_PER_PAGE = 1000
_PLACES = 100
# Soliguide speaks of territories by these names (its `geoType`).
_GEO = {"dep": "departement", "reg": "region"}


@dataclass(frozen=True, slots=True)
class DataInclusion:
    """`GET /api/v1/structures` and `/services`: `{items, total, page, size, pages}`. `territory`: "dep-44" or ""."""

    address: str
    endpoint: str
    territory: str = ""

    def request(self, number: int) -> tuple[str, str, bytes | None]:
        """See `Pager`."""
        kind, _, code = self.territory.partition("-")
        where = f"&code_{'departement' if kind == 'dep' else 'region'}={code}" if code else ""
        return "GET", f"{self.address}/{self.endpoint}?page={number}&size={_PER_PAGE}{where}", None

    def read(self, said: object) -> Page:
        """See `Pager`. A search wraps each service in an object."""
        return page(said, items="items", total="total", unwrap=_service)

    def identifier(self, item: Mapping[str, Any]) -> str:
        """See `Pager`."""
        found = item.get("id")
        return found if isinstance(found, str) else ""


@dataclass(frozen=True, slots=True)
class Soliguide:
    """`POST /new-search/fr`: `{nbResults, places}`. `territory`: "dep-44", "reg-52"."""

    address: str
    territory: str

    def request(self, number: int) -> tuple[str, str, bytes | None]:
        """See `Pager`."""
        kind, _, code = self.territory.partition("-")
        where = {"geoType": _GEO[kind], "geoValue": code}
        body = {"location": where, "options": {"page": number, "limit": _PLACES}}
        return "POST", f"{self.address}/new-search/fr", json.dumps(body).encode()

    def read(self, said: object) -> Page:
        """See `Pager`."""
        return page(said, items="places", total="nbResults")

    def identifier(self, item: Mapping[str, Any]) -> str:
        """See `Pager`."""
        found = item.get("lieu_id")
        return str(found) if isinstance(found, int | str) else ""


def _service(item: object) -> object:
    inside = item.get("service") if isinstance(item, Mapping) else None
    return inside if isinstance(inside, Mapping) else item
