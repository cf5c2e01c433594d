"""What an export says of itself: when, what, from which sources, under which licences."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from directory.demo.generator import SOURCE

# Of what the program itself invents.
_OURS = {SOURCE: "MIT"}


class LicencesError(ValueError):
    """The operator's list of licences cannot be read; the message says where."""


@dataclass(frozen=True, slots=True)
class Licences:
    """The licence of each source, as the operator was granted it. `unknown`: what is said of the others."""

    known: Mapping[str, str]
    unknown: str

    @classmethod
    def read(cls, path: Path, *, unknown: str) -> Licences:
        """Read lines such as `dora = "Licence Ouverte 2.0"` (TOML); no file: none is known. Raises LicencesError."""
        try:
            written = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise LicencesError(str(error)) from error
        if not all(isinstance(licence, str) for licence in written.values()):
            raise LicencesError(next(name for name, licence in written.items() if not isinstance(licence, str)))
        return cls({**_OURS, **written}, unknown)

    def of(self, source: str) -> str:
        """The licence of a source, or that it is to be asked for."""
        return self.known.get(source, self.unknown)


@dataclass(slots=True)
class Tally:
    """What was written. `sources`: services by source; `left_out`: ids of records that do not conform."""

    structures: int = 0
    services: int = 0
    sources: Counter[str] = field(default_factory=Counter)
    left_out: list[str] = field(default_factory=list)

    def about(self, *, kind: str, now: datetime, licences: Licences, complete: bool, fictional: bool) -> dict[str, Any]:
        """The same for a file that goes with the export; `kind`: the format, `now`: aware."""
        return {
            "format": kind,
            "date": now.isoformat(timespec="seconds"),
            "complete": complete,
            "fictional": fictional,
            "structures": self.structures,
            "services": self.services,
            "left_out": self.left_out,
            "sources": [
                {"source": source, "services": count, "licence": licences.of(source)}
                for source, count in sorted(self.sources.items())
            ],
        }
