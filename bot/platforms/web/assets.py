"""The style, the script and the icon, under names that change with their content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

STATIC = Path(__file__).parent.parent / "static"
MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent."""

    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Assets:
    """Files by the name pages ask for. `names`: file name → name with the digest of its content."""

    files: Mapping[str, Asset]
    names: Mapping[str, str]

    def address(self, name: str) -> str:
        """Where a page finds a file. Raises KeyError for a file that does not exist."""
        return f"/static/{self.names[name]}"


def read_assets(folder: Path = STATIC) -> Assets:
    """All the files of a folder. Raises KeyError for a kind of file that is not served."""
    files, names = {}, {}
    for path in sorted(folder.iterdir()):
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()[:12]
        names[path.name] = f"{path.stem}.{digest}{path.suffix}"
        files[names[path.name]] = Asset(MEDIA_TYPES[path.suffix], content)
    return Assets(files, names)
