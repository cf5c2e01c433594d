"""`solipacte import`, `solipacte sources` and `solipacte export`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot.cli.starting import end, run, settings

importing = typer.Typer(help="Importer : un aperçu de ce qui change, puis tout ou rien.", no_args_is_help=True)
sourcing = typer.Typer(help="Les sources suivies de l’annuaire (sources.toml).", no_args_is_help=True)
exporting = typer.Typer(help="Exporter.", no_args_is_help=True)


OneFile = Annotated[Path, typer.Argument(help="Le fichier.", exists=True, dir_okay=False)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Montrer ce qui changerait, sans rien écrire.")]
AcceptRefused = Annotated[
    bool, typer.Option("--accept-refused", help="Importer le reste quand des fiches sont refusées.")
]


@importing.command("data-inclusion")
def import_data_inclusion(
    source: Annotated[Path, typer.Argument(help="Un dossier qui contient structures.* et services.*.", exists=True)],
    dry_run: DryRun = False,  # noqa: FBT002 - typer reads it so
    accept_refused: AcceptRefused = False,  # noqa: FBT002 - idem
) -> None:
    """Structures et services au format data·inclusion (JSON, NDJSON ou CSV)."""
    _import("data-inclusion", source, dry_run=dry_run, accept_refused=accept_refused)


@importing.command("table")
def import_table(
    source: Annotated[Path, typer.Argument(help="Un tableau : .csv ou .xlsx.", exists=True, dir_okay=False)],
    name: Annotated[
        str, typer.Option("--name", help="Le nom de la source. Le garder d’une fois à l’autre. Par défaut, le fichier.")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Prendre les colonnes comme elles sont comprises.")] = False,  # noqa: FBT002 - typer reads it so
    dry_run: DryRun = False,  # noqa: FBT002 - idem
    accept_refused: AcceptRefused = False,  # noqa: FBT002 - idem
) -> None:
    """Le tableau d’une association : ses colonnes sont reconnues, puis confirmées."""
    _import("table", source, name=name, ask=not yes, dry_run=dry_run, accept_refused=accept_refused)


@importing.command("soliguide")
def import_soliguide(
    source: OneFile,
    dry_run: DryRun = False,  # noqa: FBT002 - typer reads it so
    accept_refused: AcceptRefused = False,  # noqa: FBT002 - idem
) -> None:
    """Des lieux de Soliguide, avec l’accord de Solinum : des pages enregistrées de son interface."""
    _import("soliguide", source, dry_run=dry_run, accept_refused=accept_refused)


@importing.command("lannuaire")
def import_lannuaire(
    source: OneFile,
    dry_run: DryRun = False,  # noqa: FBT002 - typer reads it so
    accept_refused: AcceptRefused = False,  # noqa: FBT002 - idem
) -> None:
    """Les guichets sociaux de l’annuaire de l’administration : l’archive, ou un export JSON."""
    _import("lannuaire", source, dry_run=dry_run, accept_refused=accept_refused)


@importing.command("mediation-numerique")
def import_mediation_numerique(
    source: OneFile,
    dry_run: DryRun = False,  # noqa: FBT002 - typer reads it so
    accept_refused: AcceptRefused = False,  # noqa: FBT002 - idem
) -> None:
    """Les lieux de médiation numérique : le CSV national."""
    _import("mediation-numerique", source, dry_run=dry_run, accept_refused=accept_refused)


@importing.command("france-services")
def import_france_services(
    source: OneFile,
    dry_run: DryRun = False,  # noqa: FBT002 - typer reads it so
    accept_refused: AcceptRefused = False,  # noqa: FBT002 - idem
) -> None:
    """La liste des France services : le CSV ou le XLSX."""
    _import("france-services", source, dry_run=dry_run, accept_refused=accept_refused)


@importing.command("hsds")
def import_hsds(
    source: OneFile,
    dry_run: DryRun = False,  # noqa: FBT002 - typer reads it so
    accept_refused: AcceptRefused = False,  # noqa: FBT002 - idem
) -> None:
    """Des organisations au format Open Referral HSDS 3 (JSON)."""
    _import("hsds", source, dry_run=dry_run, accept_refused=accept_refused)


def _import(
    kind: str, source: Path, *, name: str = "", ask: bool = False, dry_run: bool, accept_refused: bool
) -> NoReturn:
    from bot.cli import columns  # noqa: PLC0415 - imported only to import
    from bot.cli.importing import import_services  # noqa: PLC0415 - idem
    from directory.importers.origins import Asked, Kind  # noqa: PLC0415 - idem

    day = datetime.fromtimestamp(source.stat().st_mtime, tz=UTC).date()
    asked = Asked(source, day, name, columns.settle if ask else columns.taken)
    end(lambda: import_services(settings(), Kind(kind), asked, dry_run=dry_run, accept_refused=accept_refused))


@importing.command("events")
def import_calendar(
    source: Annotated[Path, typer.Argument(help="Un calendrier (.ics) ou un tableau (.csv, .xlsx).")],
    territory: Annotated[
        str, typer.Option("--territory", help="Le territoire des événements qui n’en disent pas : dep-44, reg-52.")
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Montrer ce qui changerait, sans rien écrire.")] = False,  # noqa: FBT002 - typer reads it so
    accept_refused: Annotated[  # noqa: FBT002 - idem
        bool, typer.Option("--accept-refused", help="Importer le reste quand des événements sont refusés.")
    ] = False,
) -> None:
    """Des événements pour le calendrier."""
    from bot.cli.calendars import import_events  # noqa: PLC0415 - imported only to import

    end(lambda: import_events(settings(), source, territory=territory, dry_run=dry_run, accept_refused=accept_refused))


@sourcing.command("list")
def list_sources() -> None:
    """Chaque source : où elle en est, sa dernière erreur."""
    from bot.cli.sourcing import show_sources  # noqa: PLC0415 - imported only to import

    end(lambda: show_sources(settings()))


@sourcing.command("refresh")
def refresh_sources(
    name: Annotated[str, typer.Argument(help="Une seule source, même si ce n’est pas l’heure.")] = "",
) -> None:
    """Aller chercher les sources dont c’est l’heure, et les importer."""
    from bot.cli.sourcing import refresh  # noqa: PLC0415 - imported only to import

    run(refresh(settings(), name))


@exporting.command("events")
def export_calendar(
    file: Annotated[Path, typer.Argument(help="Le fichier à écrire : .ics, .csv ou .xlsx.")],
    territory: Annotated[str, typer.Option("--territory", help="Ceux d’un seul territoire : dep-44, reg-52.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Remplacer le fichier s’il existe.")] = False,  # noqa: FBT002 - typer reads it so
) -> None:
    """Les événements annoncés par les agents."""
    from bot.cli.calendars import export_events  # noqa: PLC0415 - imported only to export

    raise typer.Exit(export_events(settings(), file, territory=territory, force=force))


@exporting.command("offers")
def export_proposals(
    file: Annotated[Path, typer.Argument(help="Le fichier à écrire : .xlsx, .csv ou .json.")],
    territory: Annotated[str, typer.Option("--territory", help="Celles d’un territoire : dep-44, reg-52.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Remplacer le fichier s’il existe.")] = False,  # noqa: FBT002 - typer reads it so
) -> None:
    """Les propositions de participer, sans noms, sans contacts, sans textes ; l’export est noté au journal."""
    from bot.cli.offering import export_offers  # noqa: PLC0415 - imported only to export

    end(lambda: export_offers(settings(), file, territory=territory, force=force))
