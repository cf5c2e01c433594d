"""Whether a quote stands in a document, without the document: hashes of its words, three by three.

`python -m knowledge.fingerprints FOLDER` makes them again from the documents' texts.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "content" / "fingerprints"

_SIZE = 5  # bytes of a hash: one chance in 10^9 that a wrong window passes
_WINDOW = 3
_TAG = re.compile(r"</?[a-z]+(?: [^<>]{0,60})?>", re.IGNORECASE)
_MARKS = str.maketrans({"*": None, "_": None, "^": None, "{": None, "}": None})


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without the marks of its layout."""
    plain = unicodedata.normalize("NFKC", _TAG.sub(" ", text).translate(_MARKS))
    return re.findall(r"\w+", plain.lower())


def hashes_of(text: str) -> Iterator[bytes]:
    """The hash of each word, and of each three words in a row."""
    words = words_of(text)
    for length in (1, _WINDOW):
        for start in range(len(words) - length + 1):
            yield hashlib.blake2b(" ".join(words[start : start + length]).encode(), digest_size=_SIZE).digest()


@cache
def fingerprint(file: str, folder: Path = FOLDER) -> frozenset[bytes] | None:
    """The hashes of a document, by its file name; None when they were not made."""
    path = folder / f"{file}.hashes"
    if not path.exists():
        return None
    content = path.read_bytes()
    return frozenset(content[at : at + _SIZE] for at in range(0, len(content), _SIZE))


def stands_in(quote: str, file: str, folder: Path = FOLDER) -> bool | None:
    """Whether all the words of a quote stand there in this order; None when the document has no fingerprint."""
    known = fingerprint(file, folder)
    if known is None:
        return None
    words = words_of(quote)
    hashes = list(hashes_of(quote))
    # Three words in a row say more than each of them.
    needed = hashes[len(words) :] if len(words) >= _WINDOW else hashes
    return bool(needed) and all(each in known for each in needed)


def make(source: Path, folder: Path = FOLDER) -> list[Path]:
    """Write the fingerprints of all the texts of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for path in sorted(source.glob("*.txt")):
        target = folder / f"{path.name}.hashes"
        target.write_bytes(b"".join(sorted(set(hashes_of(path.read_text(encoding="utf-8"))))))
        made.append(target)
    return made


if __name__ == "__main__":
    for written in make(Path(sys.argv[1])):
        sys.stdout.write(f"{written}\n")
