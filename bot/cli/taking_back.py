"""`solipacte directory …`: the imports that were applied, and taking one back."""

from __future__ import annotations

from bot.app import database_of, utc_now
from bot.cli.keeping import say
from bot.records.engines import database_url, make_engine
from bot.records.schema import upgrade
from bot.settings import Settings
from directory.ledger import closings
from directory.ledger import runs as ledger
from directory.ledger.editing import EditRefusedError
from directory.ledger.history import Signed
from directory.ledger.undoing import undo_run

_MOST = 30


def runs(settings: Settings) -> int:
    """The last imports; gives the exit code."""
    upgrade(database_of(settings))
    with make_engine(database_url(database_of(settings)), read_only=True).connect() as connection:
        found = [(run, closings.counted(connection, run.id)) for run in ledger.recent(connection, _MOST)]
    if not found:
        say("directory-no-runs")
    for run, closures in found:
        counted = run.counted
        say(
            "directory-run-undone" if run.undone_at else "directory-run",
            run=run.id,
            day=f"{run.signed.at:%Y-%m-%d %H:%M}",
            sources=", ".join(counted.sources),
            added=counted.added,
            changed=counted.changed,
            withdrawn=counted.withdrawn,
            closures=closures,
        )
    return 0


def undo(settings: Settings, number: int) -> int:
    """Take a whole import back; gives the exit code: 1 when it cannot be."""
    upgrade(database_of(settings))
    try:
        with make_engine(database_url(database_of(settings)), patient=True).begin() as connection:
            undone = undo_run(connection, number, Signed(utc_now()))
    except EditRefusedError as error:
        say(f"directory-{error.key}", run=number)
        return 1
    say("directory-undone", run=number, restored=undone.restored, removed=undone.removed, kept=undone.kept)
    return 0
