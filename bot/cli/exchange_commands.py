"""`solipacte import`, `solipacte sources` and `solipacte export`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot.cli.starting import end, run, settings

importing = typer.Typer(help="Importer : un aperçu de ce qui change, puis tout ou rien.", no_args_is_help=True)
exporting = typer.Typer(help="Exporter.", no_args_is_help=True)


OneFile = Annotated[Path, typer.Argument(help="Le fichier.", exists=True, dir_okay=False)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Montrer ce qui changerait, sans rien écrire.")]
AcceptRefused = Annotated[
    bool, typer.Option("--accept-refused", help="Importer le reste quand des fiches sont refusées.")
]
Complete = Annotated[
    str,
    typer.Option(
        "--complete",
        help="Où la source dit tout : des départements (44,49), ou france. Ce qu’elle n’y dit plus est retiré.",
    ),
]
Agreed = Annotated[bool, typer.Option("--agreed", help="Une deuxième personne a lu l’aperçu et est d’accord.")]


@importing.command("data-inclusion")
def import_data_inclusion(
    source: Annotated[Path, typer.Argument(help="Un dossier qui contient structures.* et services.*.", exists=True)],
    dry_run: DryRun = False,  # noqa: FBT002 - typer reads it so
    accept_refused: AcceptRefused = False,  # noqa: FBT002 - idem
    complete: Complete = "",
    agreed: Agreed = False,  # noqa: FBT002 - idem
) -> None:
    """Structures et services au format data·inclusion (JSON, NDJSON ou CSV)."""
    _import("data-inclusion", source, terms=(dry_run, accept_refused, complete, agreed))


@importing.command("table")
def import_table(
    source: Annotated[Path, typer.Argument(help="Un tableau : .csv ou .xlsx.", exists=True, dir_okay=False)],
    name: Annotated[
        str, typer.Option("--name", help="Le nom de la source. Le garder d’une fois à l’autre. Par défaut, le fichier.")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Prendre les colonnes comme elles sont comprises.")] = False,  # noqa: FBT002 - typer reads it so
    dry_run: DryRun = False,  # noqa: FBT002 - idem
    accept_refused: AcceptRefused = False,  # noqa: FBT002 - idem
    complete: Complete = "",
    agreed: Agreed = False,  # noqa: FBT002 - idem
) -> None:
    """Le tableau d’une association : ses colonnes sont reconnues, puis confirmées."""
    _import("table", source, name=name, ask=not yes, terms=(dry_run, accept_refused, complete, agreed))


_ONE_FILE = {
    "soliguide": "Des lieux de Soliguide, avec l’accord de Solinum : des pages enregistrées de son interface.",
    "lannuaire": "Les guichets sociaux de l’annuaire de l’administration : l’archive, ou un export JSON.",
    "mediation-numerique": "Les lieux de médiation numérique : le CSV national.",
    "france-services": "La liste des France services : le CSV ou le XLSX.",
    "hsds": "Des organisations au format Open Referral HSDS 3 (JSON).",
}
"""The sources that are one file, and what it holds."""


def _of_one_file(kind: str) -> Callable[..., None]:
    def command(
        source: OneFile,
        dry_run: DryRun = False,  # noqa: FBT002 - typer reads it so
        accept_refused: AcceptRefused = False,  # noqa: FBT002 - idem
        complete: Complete = "",
        agreed: Agreed = False,  # noqa: FBT002 - idem
    ) -> None:
        _import(kind, source, terms=(dry_run, accept_refused, complete, agreed))

    return command


for _kind, _holds in _ONE_FILE.items():
    importing.command(_kind, help=_holds)(_of_one_file(_kind))


def _import(
    kind: str, source: Path, *, name: str = "", ask: bool = False, terms: tuple[bool, bool, str, bool]
) -> NoReturn:
    from bot.cli import columns  # noqa: PLC0415 - imported only to import
    from bot.cli.importing import import_services, terms_of  # noqa: PLC0415 - idem
    from directory.importers.origins import Asked, Kind  # noqa: PLC0415 - idem

    day = datetime.fromtimestamp(source.stat().st_mtime, tz=UTC).date()
    asked = Asked(source, day, name, columns.settle if ask else columns.taken)
    end(lambda: import_services(settings(), Kind(kind), asked, terms_of(*terms)))


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
    """Les propositions de participer, sans noms, sans contacts, sans textes ; l’export est noté au journal.

    L’export complet n’existe pas ici : il demande deux agents, dans le robot (/offres export complet).
    """
    from bot.cli.offering import export_offers  # noqa: PLC0415 - imported only to export

    end(lambda: export_offers(settings(), file, territory=territory, force=force))


Departement = Annotated[str, typer.Option("--departement", help="Ceux d’un département : 44, 2A, 974, ou son nom.")]
Commune = Annotated[str, typer.Option("--commune", help="Ceux d’une commune : son code INSEE, ou son nom.")]
Need = Annotated[str, typer.Option("--besoin", help="Ceux qui répondent à un besoin : meal, alimentation, « douche ».")]
Force = Annotated[bool, typer.Option("--force", help="Remplacer ce qui existe.")]


@exporting.command("data-inclusion")
def export_directory(
    folder: Annotated[Path, typer.Argument(help="Le dossier à écrire.")],
    complete: Annotated[  # noqa: FBT002 - typer reads it so
        bool,
        typer.Option("--complete", help="Avec ce qui reste secret, pour remettre l’annuaire sur une machine à vous."),
    ] = False,
    force: Force = False,  # noqa: FBT002 - idem
) -> None:
    """L’annuaire au format data·inclusion (NDJSON), que l’import relit."""
    from bot.cli.directory_exports import export_data_inclusion  # noqa: PLC0415 - imported only to export

    raise typer.Exit(export_data_inclusion(settings(), folder, complete=complete, force=force))


@exporting.command("hsds")
def export_open_referral(
    file: Annotated[Path, typer.Argument(help="Le fichier à écrire : .json.")],
    departement: Departement = "",
    commune: Commune = "",
    besoin: Need = "",
    force: Force = False,  # noqa: FBT002 - typer reads it so
) -> None:
    """L’annuaire au format Open Referral HSDS 3."""
    from bot.cli.asked_services import Asked  # noqa: PLC0415 - imported only to export
    from bot.cli.directory_exports import export_hsds  # noqa: PLC0415 - idem

    raise typer.Exit(export_hsds(settings(), file, asked=Asked(departement, commune, besoin), force=force))


@exporting.command("csv")
def export_table(
    file: Annotated[Path, typer.Argument(help="Le fichier à écrire : .csv ou .xlsx.")],
    departement: Departement = "",
    commune: Commune = "",
    besoin: Need = "",
    force: Force = False,  # noqa: FBT002 - typer reads it so
) -> None:
    """L’annuaire en tableau, une ligne par service."""
    from bot.cli.asked_services import Asked  # noqa: PLC0415 - imported only to export
    from bot.cli.directory_exports import export_csv  # noqa: PLC0415 - idem

    raise typer.Exit(export_csv(settings(), file, asked=Asked(departement, commune, besoin), force=force))


@exporting.command("page")
def export_sheets(
    commune: Annotated[str, typer.Argument(help="Le code INSEE de la commune, ou son nom.")],
    file: Annotated[Path, typer.Argument(help="Le fichier à écrire : .html.")],
    force: Force = False,  # noqa: FBT002 - typer reads it so
) -> None:
    """Les lieux près d’une commune, sur quelques pages A4 à imprimer."""
    from bot.cli.page_export import export_page  # noqa: PLC0415 - imported only to export

    run(export_page(settings(), commune, file, force=force))


@exporting.command("diagnosis")
def export_territorial_diagnosis(
    file: Annotated[Path, typer.Argument(help="Le fichier à écrire : .xlsx ou .csv.")],
    departement: Annotated[str, typer.Option("--departement", help="Le numéro ou le nom du département : 44.")],
    force: Annotated[bool, typer.Option("--force", help="Remplacer le fichier s’il existe.")] = False,  # noqa: FBT002 - typer reads it so
) -> None:
    """Besoin par besoin et commune par commune : recherches sans réponse, services, heures, distance du plus proche."""
    from bot.cli.diagnosing import export_diagnosis  # noqa: PLC0415 - imported only to export

    run(export_diagnosis(settings(), file, departement=departement, force=force))
