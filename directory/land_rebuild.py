"""Rebuild the shipped squares of land: `python -m directory.land_rebuild departements-avec-outre-mer.geojson`.

The outlines are those of IGN Admin Express, as github.com/gregoiredavid/france-geojson simplifies them.
"""

from __future__ import annotations

import json
import lzma
import sys
from pathlib import Path

from directory.land import FILE, Ring, rows_of, written


def main(source: Path) -> None:
    """Read the outlines, write the squares."""
    polygons: list[list[Ring]] = []
    for feature in json.loads(source.read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        polygons += shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    FILE.write_bytes(lzma.compress(written(rows_of(polygons)).encode(), preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
