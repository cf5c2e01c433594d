"""`solipacte agents …`: rights given, listed and withdrawn by whoever holds the machine, and what agents did."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import typer
from babel.dates import format_date, format_datetime

from bot.app import database_of
from bot.records import agents, audit, invitations
from bot.records.permissions import FRANCE, Role
from bot.records.privacy import Vault
from bot.records.schema import upgrade
from bot.records.store import Store
from bot.records.vaults import open_vault
from bot.settings import Settings
from bot.talk.wording import Wording
from knowledge.library import CONTENT, Library

_VOICE = Wording().voice("fr")
# The operator's own right comes from the machine: no code gives it.
_GIVEN = tuple(role for role in Role if role is not Role.OPERATOR)


async def invite(settings: Settings, *, role: str, territory: str, label: str) -> int:
    """Print a code; 2 when the role or the territory is unknown."""
    known = {each.id: each.name for each in Library.read(CONTENT).territories.values()} | {
        FRANCE: _VOICE("agents-france")
    }
    if role not in _GIVEN:
        return _wrong(_VOICE("agents-role-unknown", role=role, roles=", ".join(_GIVEN)))
    if territory not in known:
        return _wrong(_VOICE("agents-territory-unknown", territory=territory))
    async with _opened(settings) as (store, vault):
        code = await store.write(
            lambda c: invitations.invite(c, vault, role=Role(role), territory=territory, label=label, now=_now())
        )
    said = {"label": label, "role": _VOICE(f"role-{role}"), "place": known[territory], "code": code}
    typer.echo(_VOICE("agents-invited", **said))
    typer.echo(_VOICE("agents-invited-how", code=code))
    return 0


async def listed(settings: Settings) -> int:
    """Print who has which rights."""
    async with _opened(settings) as (store, vault):
        found = await store.read(lambda c: agents.agents(c, vault))
    for agent in found:
        since, used = (format_date(day, locale="fr") for day in (agent.granted_at, agent.used_at))
        role = _VOICE(f"role-{agent.role}")
        said = {"name": agent.name, "role": role, "place": agent.territory, "label": agent.label}
        typer.echo(_VOICE("agents-listed", **said, since=since, used=used))
    if not found:
        typer.echo(_VOICE("agents-none"))
    return 0


async def revoke(settings: Settings, name: str) -> int:
    """Withdraw a right; 2 when there is none of that name."""
    async with _opened(settings) as (store, vault):
        gone = await store.write(lambda c: agents.revoke(c, vault, name, now=_now()))
    if not gone:
        return _wrong(_VOICE("agents-revoke-unknown", name=name))
    typer.echo(_VOICE("agents-revoked", name=name))
    return 0


async def audited(settings: Settings, most: int) -> int:
    """Print the last rows of the audit, with who did it as the list of agents knows them."""
    async with _opened(settings) as (store, vault):
        rows = await store.read(lambda c: list(audit.entries(c, most=most)))
        names = await store.read(lambda c: agents.labels(c, vault))
    for number, entry in rows:
        actor = _VOICE("agents-audit-machine") if entry.actor == audit.NOBODY else names.get(entry.actor)
        said = {
            "number": str(number),
            "at": format_datetime(entry.at, "short", locale="fr", tzinfo=UTC),
            "actor": actor or entry.actor.hex()[:8],
            "action": entry.action,
        }
        typer.echo(_VOICE("agents-audited", **said, target=entry.target, place=entry.territory))
    if not rows:
        typer.echo(_VOICE("agents-audit-empty"))
    return 0


async def verified(settings: Settings) -> int:
    """Say whether the audit is as it was written; 1 when it is not."""
    async with _opened(settings) as (store, vault):
        verdict = await store.scan(lambda c: audit.verify(c, vault))
    if verdict.wrong:
        what = _VOICE(f"agents-audit-{verdict.wrong}", number=str(verdict.at))
        typer.echo(_VOICE("agents-audit-broken", what=what), err=True)
        return 1
    if not verdict.count:
        typer.echo(_VOICE("agents-audit-empty"))
        return 0
    typer.echo(_VOICE("agents-audit-whole", count=verdict.count, seal=verdict.seal[:16]))
    return 0


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[tuple[Store, Vault]]:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    upgrade(database_of(settings))
    vault = open_vault(database_of(settings), settings.secret_key_file)
    store = Store.open(database_of(settings))
    try:
        yield store, vault
    finally:
        await store.close()


def _wrong(sentence: str) -> int:
    typer.echo(sentence, err=True)
    return 2


def _now() -> datetime:
    return datetime.now(UTC)
