"""Read the files of a content folder; an error names the file and the line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from knowledge.model import Contact, Document, Event, Model, Record, Territory

M = TypeVar("M", bound=Model)

# What a YAML file may hold, and of what each list is made.
LISTS: Mapping[str, type[Model]] = {
    "documents": Document,
    "territories": Territory,
    "records": Record,
    "events": Event,
    "contacts": Contact,
}
_SECTIONS = {"en mots simples": "simple", "in english": "english"}
_HEADING = re.compile(r"^## +(.+?)\s*$", re.MULTILINE)
# libyaml is ten times faster than Python's own reader; both read the same.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ContentError(ValueError):
    """A file of the knowledge cannot be read. The message names the file and the line, in French."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing read: what it is, and where it stands."""

    what: Model
    path: Path
    line: int


def read_folder(folder: Path) -> Iterator[Item]:
    """Everything that a folder holds, in the order of the names of its files.

    Raises ContentError at the first thing that is wrong.
    """
    for path in sorted(folder.rglob("*.yaml")):
        yield from _read_yaml(path)
    for path in sorted(folder.rglob("*.md")):
        if path.name != "README.md":
            yield _read_entry(path)


def _read_yaml(path: Path) -> Iterator[Item]:
    text = _text(path)
    content = _parsed(text, path, first=1)
    if not isinstance(content, dict):
        raise ContentError(f"{path}:1 : il faut une liste nommée ({', '.join(LISTS)}).")
    defaults = content.pop("defaults", {})
    if unknown := sorted(str(name) for name in content if name not in LISTS):
        raise ContentError(f"{path}:1 : « {unknown[0]} » n’est pas une liste connue ({', '.join(LISTS)}).")
    lines: Sequence[int] = ()
    for name, rows in content.items():
        for at, row in enumerate(rows or ()):
            if not isinstance(row, dict):
                raise ContentError(f"{path}:{_line(text, (name, at))} : il faut des champs (nom: valeur).")
            given = {**defaults, **row} if LISTS[name] is Record else row
            if not lines:
                lines = _lines(text, name)
            yield Item(_made(LISTS[name], given, path, text, (name, at)), path, lines[at])
        lines = ()


def _read_entry(path: Path) -> Item:
    text = _text(path)
    parts = text.split("---\n", 2)
    if len(parts) < 3 or parts[0].strip():
        raise ContentError(f"{path}:1 : il faut un en-tête entre deux lignes « --- ».")
    row = _parsed(parts[1], path, first=2)
    if not isinstance(row, dict):
        raise ContentError(f"{path}:2 : il faut des champs (nom: valeur) dans l’en-tête.")
    return Item(_made(Record, {**row, **_sections(parts[2])}, path, parts[1], (), first=2), path, 1)


def _sections(body: str) -> dict[str, str]:
    """The standard text, then the ones under `## En mots simples` and `## In English`."""
    found = {}
    pieces = _HEADING.split(body)
    found["text"] = pieces[0].strip()
    for heading, said in zip(pieces[1::2], pieces[2::2], strict=True):
        name = _SECTIONS.get(heading.lower())
        if name:
            found[name] = said.strip()
        else:
            found["text"] += f"\n{heading}\n{said.strip()}"
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ContentError(f"{path}:1 : ce fichier n’est pas du texte en UTF-8.") from error


def _parsed(text: str, path: Path, *, first: int) -> Any:  # noqa: ANN401 - YAML holds anything
    try:
        return yaml.load(text, Loader=_LOADER)  # noqa: S506 - the safe loader, in C
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + first
        raise ContentError(f"{path}:{line} : YAML illisible ({error.problem}).") from error
    except yaml.YAMLError as error:
        raise ContentError(f"{path}:{first} : YAML illisible ({error}).") from error


def _made(
    kind: type[M], row: Mapping[str, Any], path: Path, text: str, at: tuple[str | int, ...], *, first: int = 1
) -> M:
    try:
        return kind.model_validate(row)
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(str(part) for part in problem["loc"])
        line = _line(text, (*at, *problem["loc"])) + first - 1
        name = row.get("id", "sans id")
        raise ContentError(f"{path}:{line} : « {name} », champ {where or '(tous)'} : {problem['msg']}.") from error


def _line(text: str, at: tuple[str | int, ...]) -> int:
    """The line, from 1, of what stands there in a YAML text; of the nearest thing around it when it is missing."""
    node = yaml.compose(text, Loader=_LOADER)
    line = 1
    for part in at:
        step = _inside(node, part)
        if step is None:
            break
        node, line = step
    return line


def _inside(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        child = node.value[part]
        return child, child.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            if key.value == part:
                return child, key.start_mark.line + 1
    return None


_ROW = re.compile(r"^(\s*)- ")


def _lines(text: str, name: str) -> list[int]:
    """The line where each row of a list starts, without parsing the file again."""
    found: list[int] = []
    inside, margin = False, None
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith(f"{name}:"):
            inside = True
        elif inside and line and not line[0].isspace() and line[0] not in "-#":
            break
        elif inside and (row := _ROW.match(line)):
            margin = len(row[1]) if margin is None else margin
            if len(row[1]) == margin:
                found.append(number)
    return found
