"""Why a table cannot be read at all."""

from __future__ import annotations


class TableRefusedError(Exception):
    """A whole file is refused; `reason` ends the name of a sentence ("broken", "wide"…), `arguments` complete it."""

    def __init__(self, reason: str, **arguments: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.arguments = arguments
