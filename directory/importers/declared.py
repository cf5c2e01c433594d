"""The sources that an operator follows: `sources.toml`, and what became of each."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from directory.importers.missing import Scope
from directory.importers.origins import Kind

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]{2,80}")
_TERRITORY = re.compile(r"(?:dep|reg)-\w{2,3}")
_DEPARTEMENT = re.compile(r"\d{2,3}|2[AB]")
_FIELDS = frozenset(("kind", "address", "file", "territory", "hours", "days", "key", "columns", "complete"))
_PAGED = (Kind.DATA_INCLUSION, Kind.SOLIGUIDE)
_LONGEST = 8760
_MOST_BYTES = 1_000_000


class DeclarationError(Exception):
    """`sources.toml` cannot be used; `key` names the sentence in `sources.ftl`, `arguments` complete it."""

    def __init__(self, key: str, **arguments: str) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = arguments


@dataclass(frozen=True, slots=True)
class Declared:
    """One source. `address` or `file`: where it is; `every`: how often; `key`: the name of a variable that holds it.

    `columns`: for a table, the field of each column by its title.
    """

    name: str
    kind: Kind
    address: str = ""
    file: str = ""
    territory: str = ""
    every: timedelta = timedelta(days=7)
    key: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    complete: Scope | None = None
    """Where it says all it knows: `complete = ["44", "49"]`, or `true` for everywhere."""


@dataclass(frozen=True, slots=True)
class State:
    """What became of a source. Instants in ISO, "" when never; `error`: a sentence; `run`: what its last reading
    changed, in the ledger, 0 for nothing.
    """

    succeeded: str = ""
    tried: str = ""
    error: str = ""
    rows: int = 0
    run: int = 0
    etag: str = ""
    last_modified: str = ""

    def due(self, every: timedelta, now: datetime) -> bool:
        """Whether it is time: long enough since it was last read, or an hour after a failure."""
        if self.error:
            return now - datetime.fromisoformat(self.tried) >= min(every, timedelta(hours=1))
        return not self.succeeded or now - datetime.fromisoformat(self.succeeded) >= every


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of a source. `territory`: where it is from, "" for everywhere; `tried`: an instant in ISO, "" when
    never; `error`: a sentence, "" when all went well; `run`: what it changed, in the ledger, 0 for nothing.
    """

    name: str
    territory: str
    tried: str
    error: str
    run: int

    @property
    def key(self) -> str:
        """What is told once: each change, and a failure each day."""
        return f"source {self.name} failed {self.tried[:10]}" if self.error else f"source {self.name} run {self.run}"


def read_declared(path: Path) -> tuple[Declared, ...]:
    """All the sources of a file, none when there is no file. Raises DeclarationError."""
    try:
        written = path.read_bytes()[: _MOST_BYTES + 1]
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise DeclarationError("sources-file-unreadable", file=path.name) from error
    try:
        found = tomllib.loads(written.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DeclarationError("sources-file-not-toml", file=path.name) from error
    return tuple(_declared(found))


def _declared(found: Mapping[str, Any]) -> Iterator[Declared]:
    for name, said in found.items():
        if not _NAME.fullmatch(name) or not isinstance(said, dict):
            raise DeclarationError("sources-name", name=name[:40])
        if unknown := sorted(said.keys() - _FIELDS):
            raise DeclarationError("sources-field", name=name, field=unknown[0][:40])
        yield _one(name, said)


def _one(name: str, said: Mapping[str, Any]) -> Declared:
    address, file, territory, key = (_text(name, said, field) for field in ("address", "file", "territory", "key"))
    kind = _text(name, said, "kind")
    if kind not in [*Kind]:
        raise DeclarationError("sources-kind", name=name, kinds=", ".join(Kind))
    if bool(address) == bool(file):
        raise DeclarationError("sources-where", name=name)
    if address and (urlsplit(address).scheme not in ("https", "http") or not urlsplit(address).netloc):
        raise DeclarationError("sources-address", name=name)
    if territory and not _TERRITORY.fullmatch(territory):
        raise DeclarationError("sources-territory", name=name)
    if key and not _VARIABLE.fullmatch(key):
        raise DeclarationError("sources-key-written", name=name)
    if address and kind == Kind.SOLIGUIDE and not (key and territory):
        raise DeclarationError("sources-soliguide", name=name)
    columns = said.get("columns", {})
    if not isinstance(columns, dict) or not all(isinstance(value, str) for value in columns.values()):
        raise DeclarationError("sources-field", name=name, field="columns")
    every, complete = _every(name, said), _complete(name, said)
    return Declared(name, Kind(kind), address.rstrip("/"), file, territory, every, key, columns, complete)


def _complete(name: str, said: Mapping[str, Any]) -> Scope | None:
    found = said.get("complete", False)
    if isinstance(found, bool):
        return Scope() if found else None
    if not isinstance(found, list) or not all(isinstance(code, str) and _DEPARTEMENT.fullmatch(code) for code in found):
        raise DeclarationError("sources-field", name=name, field="complete")
    return Scope(frozenset(found))


def _text(name: str, said: Mapping[str, Any], field: str) -> str:
    found = said.get(field, "")
    if not isinstance(found, str):
        raise DeclarationError("sources-field", name=name, field=field)
    return found.strip()


def _every(name: str, said: Mapping[str, Any]) -> timedelta:
    hours, days = said.get("hours", 0), said.get("days", 0)
    for number in (hours, days):
        if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= _LONGEST:
            raise DeclarationError("sources-every", name=name)
    return timedelta(hours=hours, days=days) or timedelta(days=7)


def is_paged(declared: Declared) -> bool:
    """Whether its address is an interface that gives pages."""
    return bool(declared.address) and declared.kind in _PAGED


def read_state(folder: Path) -> State:
    """What is known of a source; nothing when its file is not ours to read."""
    try:
        found = json.loads((folder / "state.json").read_text(encoding="utf-8"))
        return State(**found)
    except (OSError, ValueError, TypeError):
        return State()


def write_state(folder: Path, state: State) -> None:
    """Keep it, at once or not at all."""
    part = folder / "state.json.part"
    part.write_text(json.dumps(asdict(state)), encoding="utf-8")
    part.replace(folder / "state.json")
