"""Who may do what, and where: the table `permissions.csv`. What it does not say is refused.

A cell is empty (never), `own` (where the right lies) or `any` (everywhere); `public` says `yes` for everybody.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

FRANCE = "france"
_TABLE = Path(__file__).parent / "permissions.csv"


class Role(StrEnum):
    """What an agent is trusted with; the order is that of the table's columns."""

    EDITOR = "editor"
    """The directory of a territory."""
    OFFICER = "officer"
    """The calendar and the offers of a département; drafts of what is sent to its people."""
    APPROVER = "approver"
    """Says yes to what others drafted."""
    COMMISSAIRE = "commissaire"
    """A region."""
    NATIONAL = "national"
    OPERATOR = "operator"
    """Looks after the machine; sees nothing of anyone."""
    READER = "reader"
    """Counts only."""


class Scope(StrEnum):
    """Where a role may use a command."""

    NOWHERE = ""
    OWN = "own"
    ANYWHERE = "any"


@dataclass(frozen=True, slots=True)
class Right:
    """A role in a territory, which it covers with all that lies inside."""

    role: Role
    territory: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the table."""

    public: bool
    scopes: dict[Role, Scope]


@cache
def rules() -> dict[str, Rule]:
    """The table, by command. Raises ValueError for a cell that means nothing, or a command written twice."""
    found: dict[str, Rule] = {}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            command = line["command"]
            if command in found:
                raise ValueError(f"{command} stands twice in {_TABLE.name}")
            public = {"yes": True, "": False}[line["public"]]
            found[command] = Rule(public, {role: Scope(line[role]) for role in Role})
    return found


def is_public(command: str) -> bool:
    """Whether everybody may; a command without a line is nobody's."""
    rule = rules().get(command)
    return rule is not None and rule.public


def may(command: str, rights: Iterable[Right], around: Collection[str] | None = None) -> bool:
    """Whether these rights allow a command.

    `around`: the territory it is about and all that hold it; None: not known yet, so anywhere would do.
    """
    rule = rules().get(command)
    if rule is None:
        return False
    return rule.public or any(_allows(rule.scopes[right.role], right, around) for right in rights)


def _allows(scope: Scope, right: Right, around: Collection[str] | None) -> bool:
    if scope is Scope.ANYWHERE:
        return True
    return scope is Scope.OWN and (around is None or right.territory in (FRANCE, *around))
