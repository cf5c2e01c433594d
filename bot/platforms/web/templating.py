"""How templates are read, by the server and by whoever writes a page to a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2

TEMPLATES = Path(__file__).parent.parent / "templates"
TEMPLATING: Mapping[str, Any] = {
    "loader": jinja2.FileSystemLoader(TEMPLATES),
    "autoescape": True,
    "undefined": jinja2.StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
