"""How the knowledge hears words: as the directory does, so that a spelling is forgiven alike everywhere."""

from __future__ import annotations

import hashlib
from pathlib import Path

from directory import words
from directory.communes import spelling
from directory.communes.gazetteer import Gazetteer
from knowledge.words import Ear


def ear_of(gazetteer: Gazetteer) -> Ear:
    """The ear made of the directory's folding, sounds and usual words."""
    digest = hashlib.sha256()
    for module in (words, spelling):
        digest.update(Path(str(module.__file__)).read_bytes())
    digest.update(repr(sorted(words.spellings().items())).encode())
    digest.update(str(len(gazetteer.ordinary)).encode())
    return Ear(words.words, spelling.sound, gazetteer.ordinary, digest.digest())
