"""What the operator decides about Matrix."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

PLATFORM = "matrix"
DEVICE_NAME = "Solipacte"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixSettings:
    """`folder`: where the device lives (0700); `pickle_key` seals what it holds; `shared`: by several workers.

    `allowed_servers`: only their people may invite, when any is named.
    """

    homeserver: str
    user: str
    password: str = field(repr=False)
    folder: Path
    pickle_key: str = field(repr=False)
    allowed_servers: tuple[str, ...] = ()
    shared: bool = False
