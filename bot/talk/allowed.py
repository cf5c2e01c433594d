"""Whether a command may be used here, by who speaks; and the sentence that refuses it. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from bot.records.permissions import Right, is_public, may


def for_everybody(command: str) -> bool:
    """Whether no right is needed; free text ("") needs none."""
    return not command or is_public(command)


def refusal(command: str, rights: Iterable[Right], *, in_group: bool, personal: bool) -> str | None:
    """The name of the sentence that refuses, None when it is allowed. What is personal is not said in a group."""
    public = for_everybody(command)
    if in_group and (personal or not public):
        return "in-private"
    return None if public or may(command, rights) else "agents-only"
