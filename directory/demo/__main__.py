"""`python -m directory.demo --services 6000 --out DIR`: write an invented directory as data·inclusion files."""

from __future__ import annotations

import argparse
from pathlib import Path

from directory.demo.generator import generate
from directory.demo.towns import towns
from directory.demo.writing import gazetteer, write


def main() -> None:
    """Write structures.ndjson, services.ndjson and truth.ndjson (which kind each service was made of)."""
    parser = argparse.ArgumentParser(prog="python -m directory.demo", description=main.__doc__)
    parser.add_argument("--services", type=int, default=6000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--departements", default="", help="44,49: only these; the four regions otherwise")
    parser.add_argument("--seed", type=int, default=42)
    asked = parser.parse_args()
    departements = [code for code in asked.departements.split(",") if code]
    chosen = towns(gazetteer(), asked.services, departements=departements, seed=asked.seed)
    write(generate(chosen, seed=asked.seed), asked.out)


if __name__ == "__main__":
    main()
