"""What `solipacte evaluate FILE…` does, streams and robot given."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from bot.evaluation.asked import Ask
from bot.evaluation.figures import figures
from bot.evaluation.reading import BadFileError, read_questions
from bot.evaluation.report import report
from bot.evaluation.scoring import ask_all
from bot.talk.wording import Voice

RIGHT, BELOW, UNREADABLE = 0, 1, 2


def evaluate(  # each is an option of the command line or a stream
    files: Sequence[Path],
    *,
    ask: Ask,
    voice: Voice,
    console: Console,
    minimum: float | None = None,
    failures: int = 40,
    json_file: Path | None = None,
) -> int:
    """Asks the questions of the files, prints the figures, returns the exit code.

    2: a file has bad lines, each told with its number, and nothing was asked. 1: a `minimum` (0 to 1) was given,
    and one kind of question is below it or an emergency was missed. 0 otherwise.
    """
    try:
        questions = read_questions(files, voice)
    except BadFileError as error:
        for sentence in (*error.sentences, voice("evaluation-nothing-asked")):
            console.print(sentence, markup=False, highlight=False, soft_wrap=True)
        return UNREADABLE
    result = ask_all(questions, ask)
    report(result, console, voice=voice, failures=failures)
    if json_file:
        json_file.write_text(json.dumps(figures(result), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if minimum is not None and not result.reaches(minimum):
        console.print(voice("evaluation-below", minimum=f"{100 * minimum:g}"), markup=False)
        return BELOW
    return RIGHT
