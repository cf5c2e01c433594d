"""Rebuild the shipped list of communes from public packages: `python -m directory.communes.rebuild`."""

from __future__ import annotations

import lzma
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from math import ceil
from pathlib import Path
from typing import Any

from directory.communes.index import words_of
from directory.communes.reach import USUAL, WIDE
from directory.communes.sources import Sources, download, read
from directory.communes.spelling import skeleton, whole, written_out
from directory.distance import great_circle_km
from directory.words import fold, tokens

DATA = Path(__file__).parents[1] / "data"
# How often a word must occur in its language's film subtitles to count as an ordinary word, and when it is also the
# name of a commune.
FREQUENT = {"fr": (60, 60), "en": (800, 2_000), "es": (700, 1_500)}
# Places smaller than this have no name of their own in Arabic or Ukrainian.
FOREIGN_POPULATION = 5_000
_ARRONDISSEMENT = re.compile(r"(Paris|Lyon|Marseille) [0-9]{2}\b")
_FOREIGN = re.compile(r"[\u0600-\u06ff \-]+|[\u0400-\u04ff \-'’]+")
_WIDE_HEAD = f"# Communes that reach farther than {USUAL:.0f} km from their position: INSEE code, kilometres."
# A degree of latitude is 111 km: 0.02 is the 2 km by which boxes and places may disagree.
_MARGIN = 0.02


def main() -> None:
    """Download, rebuild, write the data files."""
    with tempfile.TemporaryDirectory() as folder:
        download(Path(folder))
        sources = read(Path(folder))
    lines = communes(sources)
    _write("communes.tsv.xz", lines)
    _write("communes-ordinary.txt.xz", ordinary(sources))
    (DATA / WIDE.name).write_text("\n".join([_WIDE_HEAD, *wide(sources, lines)]) + "\n", encoding="utf-8")
    territories = [f"dep\t{d['code']}\t{d['nom']}\t{d['region']}" for d in sources.departements]
    territories += [f"reg\t{r['code']}\t{r['nom']}\t" for r in sources.regions]
    (DATA / "communes-territories.tsv").write_text("\n".join(territories) + "\n", encoding="utf-8")
    print(len(lines), "communes", sources.versions)  # noqa: T201 - a command's answer


def communes(sources: Sources) -> list[str]:
    """One line a commune: code, name, parent, département, EPCI code and name, population, latitude, longitude,
    postal codes, former names ("|" between), names in other alphabets ("|" between); tabs between.
    """
    epci = {member["code"]: (e["code"], e["nom"]) for e in sources.epci for member in e["membres"]}
    former: dict[str, list[str]] = defaultdict(list)
    for row in sources.communes:
        if "chefLieu" in row:
            former[row["chefLieu"]].append(row["nom"])
    places = _places(sources.places)
    seats = _positions()
    lines = []
    current = [row for row in sources.communes if "chefLieu" not in row]
    by_postal = {postal: _box(row, sources.boxes) for row in current for postal in row.get("codesPostaux", ())}
    for row in sorted(current, key=lambda row: row["code"]):
        box = _box(row, sources.boxes) or next(filter(None, map(by_postal.get, row.get("codesPostaux", ()))), None)
        place = _place(row, box, places)
        position = (place["latitude"], place["longitude"]) if place else _centre(box) or seats.get(row["code"], ())
        code, epci_name = epci.get(row.get("commune", row["code"]), ("", ""))
        fields = [row["code"], row["nom"], row.get("commune", ""), row["departement"], code, epci_name]
        fields += [str(row.get("population", 0)), *(f"{degrees:.4f}" for degrees in position)]
        fields += [""] * (9 - len(fields)) + [" ".join(row.get("codesPostaux", ()))]
        fields.append("|".join(name for name in former[row["code"]] if name != row["nom"]))
        fields.append("|".join(_foreign(place)) if row.get("population", 0) >= FOREIGN_POPULATION else "")
        lines.append("\t".join(fields))
    return lines


def wide(sources: Sources, lines: Iterable[str]) -> list[str]:
    """The communes whose frame goes farther than `USUAL` from their position: code, kilometres; tabs between."""
    at = {fields[0]: fields[7:9] for fields in (line.split("\t") for line in lines)}
    found = []
    for row in sources.communes:
        if "chefLieu" in row or not (box := _box(row, sources.boxes)) or not all(at[row["code"]]):
            continue
        latitude, longitude = map(float, at[row["code"]])
        west, south, east, north = box
        corners = [(y, x) for y in (south, north) for x in (west, east)]
        reach = max(great_circle_km(latitude, longitude, *corner) for corner in corners)
        if reach > USUAL:
            found.append(f"{row['code']}\t{ceil(reach)}")
    return sorted(found)


def ordinary(sources: Sources) -> list[str]:
    """The frequent words of French, English and Spanish, folded, sorted."""
    names = {skeleton(words_of(row["nom"])) for row in sources.communes}
    return sorted(
        {
            word
            for language, (floor, name_floor) in FREQUENT.items()
            for written, count in sources.frequencies[language].items()
            if written.isalpha() and count >= (name_floor if (word := fold(written)) in names else floor)
        }
    )


def _name(text: str) -> str:
    return whole(written_out([token.word for token in tokens(text)]))


def _places(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    named: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: -row["population"]):
        for name in {_name(text) for text in (row["name"], *row["alternatenames"]) if text.isascii() or "é" in text}:
            named[name].append(row)
    named[""] = [row for row in rows if _ARRONDISSEMENT.match(row["name"])]
    return named


def _number(row: dict[str, Any]) -> list[str | int]:
    """City and number of an arrondissement: "Paris 01 Louvre", "Paris 1er Arrondissement" → ["Paris", 1]."""
    city, number = re.findall(r"^[A-Z][a-z]+|[0-9]+", row["name"] if "name" in row else row["nom"])[:2]
    return [city, int(number)]


def _positions() -> dict[str, tuple[float, ...]]:
    lines = (DATA / "communes-positions.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {code: tuple(map(float, degrees)) for code, *degrees in (line.split("\t") for line in lines)}


def _place(row: dict[str, Any], box: list[float] | None, places: dict[str, list[dict[str, Any]]]) -> Any:  # noqa: ANN401
    found = places.get(_name(row["nom"]), [])
    if "commune" in row:
        return next((p for p in places[""] if _ARRONDISSEMENT.match(p["name"]) and _number(p) == _number(row)), None)
    if box:
        west, south, east, north = box
        found = [
            p
            for p in found
            if west - _MARGIN <= p["longitude"] <= east + _MARGIN
            and south - _MARGIN <= p["latitude"] <= north + _MARGIN
        ]
    elif row["departement"] not in ("975", "977", "978", "984", "986", "987", "988"):
        return None
    else:
        found = [p for p in found if p["countrycode"] in ("PM", "BL", "MF", "WF", "PF", "NC", "TF")]
    return found[0] if found else None


def _box(row: dict[str, Any], boxes: dict[str, list[float]]) -> list[float] | None:
    codes = (row["code"], *row.get("anciensCodes", ()))
    known = [boxes[code] for code in codes if code in boxes]
    if not known:
        return None
    return [min(b[0] for b in known), min(b[1] for b in known), max(b[2] for b in known), max(b[3] for b in known)]


def _centre(box: list[float] | None) -> tuple[float, ...]:
    return ((box[1] + box[3]) / 2, (box[0] + box[2]) / 2) if box else ()


def _foreign(place: Any) -> list[str]:  # noqa: ANN401 - a row of the package
    names = (name for name in (place["alternatenames"] if place else ()) if _FOREIGN.fullmatch(name))
    return sorted({" ".join(token.word for token in tokens(name)) for name in names if len(name) > 2})


def _write(name: str, lines: list[str]) -> None:
    content = "\n".join(lines) + "\n"
    (DATA / name).write_bytes(lzma.compress(content.encode(), preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    main()
