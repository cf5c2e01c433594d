"""The command line: what is written after `solipacte`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import agent_commands, directory_commands, exchange_commands, key_commands
from bot.cli.starting import end, run, settings, stop

app = typer.Typer(
    help="Solipacte : trouver de l’aide près de chez soi, comprendre le Pacte des solidarités, y participer.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
)
database = typer.Typer(help="La base de données.", no_args_is_help=True)
knowing = typer.Typer(help="Ce que le robot sait du pacte.", no_args_is_help=True)
app.add_typer(database, name="db")
app.add_typer(agent_commands.app, name="agents")
app.add_typer(key_commands.app, name="keys")
app.add_typer(knowing, name="knowledge")
app.add_typer(exchange_commands.importing, name="import")
app.add_typer(directory_commands.sourcing, name="sources")
app.add_typer(directory_commands.keeping, name="directory")
app.add_typer(exchange_commands.exporting, name="export")


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
        end(lambda: asking.ask_lines(settings(), sys.stdin.buffer, sys.stdout.buffer, sys.stderr))
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

    end(lambda: evaluate_files(settings(), files, minimum=minimum, failures=failures, json_file=json_file))


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

    end(lambda: keeping.restore(settings(), file))


@app.command()
def doctor() -> None:
    """Vérifier l’installation, et dire ce qu’il faut faire."""
    from bot.cli.doctor import examine  # noqa: PLC0415 - imported only here

    run(examine(settings(), sys.stdout))
