"""`solipacte sources …` and `solipacte directory …`: what feeds the directory, and what was done to it."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.exchange_commands import Agreed
from bot.cli.starting import end, run, settings

sourcing = typer.Typer(help="Les sources suivies de l’annuaire (sources.toml).", no_args_is_help=True)
keeping = typer.Typer(help="Les imports de l’annuaire : les revoir, les annuler.", no_args_is_help=True)


@sourcing.command("list")
def list_sources() -> None:
    """Chaque source : où elle en est, sa dernière erreur."""
    from bot.cli.sourcing import show_sources  # noqa: PLC0415 - imported only to import

    end(lambda: show_sources(settings()))


@sourcing.command("refresh")
def refresh_sources(
    name: Annotated[str, typer.Argument(help="Une seule source, même si ce n’est pas l’heure.")] = "",
    agreed: Agreed = False,  # noqa: FBT002 - typer reads it so
) -> None:
    """Aller chercher les sources dont c’est l’heure, et les importer."""
    from bot.cli.sourcing import refresh  # noqa: PLC0415 - imported only to import

    run(refresh(settings(), name, agreed=agreed))


@keeping.command("runs")
def show_runs() -> None:
    """Les derniers imports appliqués, le plus récent d’abord."""
    from bot.cli.taking_back import runs  # noqa: PLC0415 - imported only to list

    end(lambda: runs(settings()))


@keeping.command("undo")
def undo_import(
    number: Annotated[int, typer.Argument(help="Le numéro de l’import, comme `runs` le donne.", min=1)],
) -> None:
    """Annuler un import entier, dans les trente jours ; ce que d’autres ont changé depuis reste."""
    from bot.cli.taking_back import undo  # noqa: PLC0415 - imported only to undo

    end(lambda: undo(settings(), number))
