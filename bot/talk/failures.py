"""Say where an error happened without saying anything of the person."""

from __future__ import annotations

import traceback
from pathlib import Path


def where(error: BaseException) -> str:
    """The last lines of code an error went through ("find_help.py:40 dialogue.py:80"): no message, no value."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    return " ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
