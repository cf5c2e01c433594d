"""The command line: what is written after `solipacte`."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.journal import start_journal
from bot.keys import KeyFileError
from bot.settings import Settings, SettingsError, read_settings

app = typer.Typer(
    help="Solipacte : trouver de l’aide près de chez soi, comprendre le Pacte des solidarités, y participer.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
)
database = typer.Typer(help="La base de données.", no_args_is_help=True)
importing = typer.Typer(help="Importer : un aperçu de ce qui change, puis tout ou rien.", no_args_is_help=True)
knowing = typer.Typer(help="Ce que le robot sait du pacte.", no_args_is_help=True)
exporting = typer.Typer(help="Exporter.", no_args_is_help=True)
agents = typer.Typer(help="Les agents : leurs droits, et ce qu’ils font.", no_args_is_help=True)
app.add_typer(database, name="db")
app.add_typer(agents, name="agents")
app.add_typer(knowing, name="knowledge")
app.add_typer(importing, name="import")
app.add_typer(exporting, name="export")


def settings() -> Settings:
    """The settings; a wrong one ends the command with one sentence."""
    try:
        read = read_settings()
    except SettingsError as wrong:
        raise stop(str(wrong)) from None
    start_journal(read.log_level)
    return read


def stop(sentence: str, code: int = 1) -> typer.Exit:
    """Say why on standard error; raise what this returns."""
    typer.echo(sentence, err=True)
    return typer.Exit(code)


def run(work: Coroutine[Any, Any, int]) -> None:
    """Run to the end; the number is the exit code. A key file that cannot be used ends with its sentence."""
    try:
        code = asyncio.run(work)
    except KeyFileError as wrong:
        raise stop(str(wrong)) from None
    except KeyboardInterrupt:
        code = 130
    if code:
        raise typer.Exit(code)


@app.callback(invoke_without_command=True)
def default(context: typer.Context) -> None:
    """Without a command, serve everything that is configured."""
    if context.invoked_subcommand is None:
        serve()


@app.command()
def serve(
    demo: Annotated[bool, typer.Option("--demo", help="Charger l’annuaire de démonstration, fictif.")] = False,  # noqa: FBT002 - typer reads it so
) -> None:
    """Tout ce qui est configuré : le chat sur le web toujours."""
    from bot.cli.serving import serve_all  # noqa: PLC0415 - the web server is imported only to serve

    run(serve_all(settings(), demo=demo))


@app.command()
def chat() -> None:
    """La même conversation, dans le terminal."""
    from bot.cli.asking import chat_here  # noqa: PLC0415 - imported only to talk

    run(chat_here(settings(), sys.stdin, sys.stdout))


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="Une question.")] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Lire des questions en JSON, une par ligne.")] = False,  # noqa: FBT002 - typer reads it so
) -> None:
    """Une question, une réponse."""
    from bot.cli import asking  # noqa: PLC0415 - imported only to ask

    if jsonl:
        raise typer.Exit(asking.ask_lines(settings(), sys.stdin.buffer, sys.stdout.buffer, sys.stderr))
    if question is None:
        raise stop('Écrivez une question entre guillemets, par exemple : solipacte ask "douche à Nantes".', 2)
    run(asking.ask_once(settings(), question, sys.stdout))


@app.command()
def evaluate(
    files: Annotated[
        list[Path], typer.Argument(help="Des fichiers de questions (JSONL).", exists=True, dir_okay=False)
    ],
    minimum: Annotated[
        float | None, typer.Option("--min", help="Échouer sous cette part de bonnes réponses (0 à 1).")
    ] = None,
    failures: Annotated[int, typer.Option("--failures", help="Combien d’échecs montrer.")] = 40,
    json_file: Annotated[Path | None, typer.Option("--json", help="Écrire tous les chiffres dans ce fichier.")] = None,
) -> None:
    """Noter les réponses à des fichiers de questions, et lister les échecs."""
    from bot.cli.evaluating import evaluate_files  # noqa: PLC0415 - imported only to evaluate

    code = evaluate_files(settings(), files, minimum=minimum, failures=failures, json_file=json_file)
    raise typer.Exit(code)


@app.command()
def poster(
    commune: Annotated[str, typer.Option("--commune", help="Le code INSEE de la commune, ou son nom.")],
    need: Annotated[str, typer.Option("--need", help="Le besoin ou le thème, par exemple : alimentation.")],
    bot: Annotated[str | None, typer.Option("--bot", help="Le nom du robot sur Telegram, sans @.")] = None,
    output: Annotated[Path | None, typer.Option("--output", help="Le fichier SVG à écrire.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Remplacer le fichier s’il existe.")] = False,  # noqa: FBT002 - typer reads it so
) -> None:
    """Une affiche A4 à imprimer : son QR code ouvre la recherche sur Telegram."""
    from bot.cli.poster import default_file, make_poster  # noqa: PLC0415 - imported only to draw

    file = output or default_file(commune, need)
    raise typer.Exit(make_poster(settings(), commune=commune, need=need, bot=bot, output=file, force=force))


@importing.command("data-inclusion")
def import_data_inclusion(
    source: Annotated[Path, typer.Argument(help="Un dossier qui contient structures.* et services.*.", exists=True)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Montrer ce qui changerait, sans rien écrire.")] = False,  # noqa: FBT002 - typer reads it so
    accept_refused: Annotated[  # noqa: FBT002 - idem
        bool, typer.Option("--accept-refused", help="Importer le reste quand des fiches sont refusées.")
    ] = False,
) -> None:
    """Structures et services au format data·inclusion (JSON ou NDJSON)."""
    from bot.cli.importing import import_services  # noqa: PLC0415 - imported only to import

    raise typer.Exit(import_services(settings(), source, dry_run=dry_run, accept_refused=accept_refused))


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

    code = import_events(settings(), source, territory=territory, dry_run=dry_run, accept_refused=accept_refused)
    raise typer.Exit(code)


@exporting.command("events")
def export_calendar(
    file: Annotated[Path, typer.Argument(help="Le fichier à écrire : .ics, .csv ou .xlsx.")],
    territory: Annotated[str, typer.Option("--territory", help="Ceux d’un seul territoire : dep-44, reg-52.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Remplacer le fichier s’il existe.")] = False,  # noqa: FBT002 - typer reads it so
) -> None:
    """Les événements annoncés par les agents."""
    from bot.cli.calendars import export_events  # noqa: PLC0415 - imported only to export

    raise typer.Exit(export_events(settings(), file, territory=territory, force=force))


@knowing.command("check")
def check_knowledge(
    everything: Annotated[bool, typer.Option("--all", help="Montrer aussi ce qui n’est pas grave.")] = False,  # noqa: FBT002 - typer reads it so
) -> None:
    """Ce qui manque dans les réponses : fichier, ligne, raison."""
    from rich.console import Console  # noqa: PLC0415 - imported only here

    from bot.cli import knowing  # noqa: PLC0415 - idem
    from bot.talk.wording import Wording  # noqa: PLC0415 - idem

    raise typer.Exit(knowing.check(settings(), Console(), Wording().voice("fr"), everything=everything))


@knowing.command("gaps")
def knowledge_gaps() -> None:
    """Ce que l’on a demandé sans réponse, en comptes de mots, et les réponses jugées utiles ou non."""
    from rich.console import Console  # noqa: PLC0415 - imported only here

    from bot.cli import knowing  # noqa: PLC0415 - idem
    from bot.talk.wording import Wording  # noqa: PLC0415 - idem

    run(knowing.unanswered(settings(), Console(), Wording().voice("fr")))


@database.command("upgrade")
def upgrade_database() -> None:
    """Mettre la base à jour."""
    from bot.cli import keeping  # noqa: PLC0415 - imported only here

    raise typer.Exit(keeping.upgrade(settings()))


@database.command("check")
def check_database() -> None:
    """Dire si la base est à jour et entière."""
    from bot.cli import keeping  # noqa: PLC0415 - imported only here

    raise typer.Exit(keeping.check(settings()))


@database.command("backup")
def backup_database(file: Annotated[Path, typer.Argument(help="Le fichier à écrire.")]) -> None:
    """Copier la base, même pendant qu’elle sert."""
    from bot.cli import keeping  # noqa: PLC0415 - imported only here

    raise typer.Exit(keeping.backup(settings(), file))


@database.command("restore")
def restore_database(file: Annotated[Path, typer.Argument(help="La copie à remettre.", exists=True)]) -> None:
    """Remettre une copie : ce qui a été effacé depuis reste effacé."""
    from bot.cli import keeping  # noqa: PLC0415 - imported only here

    raise typer.Exit(keeping.restore(settings(), file))


@agents.command("invite")
def invite_agent(
    role: Annotated[str, typer.Option("--role", help="editor, officer, approver, commissaire, national, reader.")],
    territory: Annotated[str, typer.Option("--territory", help="dep-44, reg-52 ou france.")],
    label: Annotated[str, typer.Option("--label", help="Qui c’est, par exemple : Mme D., DDETS 44.")],
) -> None:
    """Un code qui donne un droit, une fois, pendant 15 minutes."""
    from bot.cli import agency  # noqa: PLC0415 - imported only here

    run(agency.invite(settings(), role=role, territory=territory, label=label))


@agents.command("list")
def list_agents() -> None:
    """Qui a quels droits."""
    from bot.cli import agency  # noqa: PLC0415 - imported only here

    run(agency.listed(settings()))


@agents.command("revoke")
def revoke_agent(name: Annotated[str, typer.Argument(help="Le nom du droit, comme le donne la liste.")]) -> None:
    """Retirer un droit : dès le prochain message."""
    from bot.cli import agency  # noqa: PLC0415 - imported only here

    run(agency.revoke(settings(), name))


@agents.command("audit")
def audit_agents(
    verify: Annotated[bool, typer.Option("--verify", help="Vérifier que rien n’a été changé ni ôté.")] = False,  # noqa: FBT002 - typer reads it so
    most: Annotated[int, typer.Option("--last", help="Combien de lignes montrer.")] = 50,
) -> None:
    """Ce que les agents ont fait : qui, quoi, quand."""
    from bot.cli import agency  # noqa: PLC0415 - imported only here

    run(agency.verified(settings()) if verify else agency.audited(settings(), most))


@app.command()
def doctor() -> None:
    """Vérifier l’installation, et dire ce qu’il faut faire."""
    from bot.cli.doctor import examine  # noqa: PLC0415 - imported only here

    run(examine(settings(), sys.stdout))
