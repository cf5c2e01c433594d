"""Reads question files, and says in which line something is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from bot.evaluation.questions import HelpQuestion, PactQuestion, Question
from bot.talk.wording import Voice


class BadFileError(ValueError):
    """A question file cannot be used; `sentences` says why, one line of the file each."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = tuple(sentences)


class _BadLineError(ValueError):
    """What is wrong with one line, as a sentence."""


def read_questions(paths: Sequence[Path], voice: Voice) -> tuple[Question, ...]:
    """All questions of the files, in order.

    Raises BadFileError when a file cannot be read, when it is empty, or with every bad line of all files.
    """
    questions: list[Question] = []
    bad: list[str] = []
    for path in paths:
        seen: dict[str, int] = {}
        before = len(questions) + len(bad)
        for number, line in _lines(path, voice):
            try:
                question = _question(line, path, number, voice)
                questions.append(_new(question, seen, voice))
            except _BadLineError as error:
                bad.append(voice("evaluation-bad-line", file=str(path), line=str(number), why=str(error)))
        if len(questions) + len(bad) == before:
            bad.append(voice("evaluation-empty-file", file=str(path)))
    if bad:
        raise BadFileError(bad)
    return tuple(questions)


def _new(question: Question, seen: dict[str, int], voice: Voice) -> Question:
    """The question, whose identifier must not be `seen` before in its file (line numbers by identifier)."""
    first = seen.setdefault(question.id, question.line)
    if first != question.line:
        raise _BadLineError(voice("evaluation-same-id", id=question.id, first=str(first)))
    return question


def _lines(path: Path, voice: Voice) -> Iterator[tuple[int, bytes]]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadFileError([voice("evaluation-no-file", file=str(path), why=error.strerror or str(error))]) from error
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if line.strip():
            yield number, line


def _question(line: bytes, path: Path, number: int, voice: Voice) -> Question:
    try:
        row = json.loads(line.decode("utf-8"))
    # Python gives up on brackets nested too deep with RecursionError.
    except (ValueError, RecursionError) as error:
        raise _BadLineError(voice("evaluation-not-json")) from error
    if not isinstance(row, dict) or ("utterance" in row) == ("question" in row):
        raise _BadLineError(voice("evaluation-no-question"))
    kind = HelpQuestion if "utterance" in row else PactQuestion
    try:
        return kind.model_validate(row | {"file": path.name, "line": number})
    except ValidationError as error:
        fields = sorted({str(each["loc"][0]) for each in error.errors(include_url=False)})
        raise _BadLineError(voice("evaluation-bad-fields", fields=", ".join(fields), count=len(fields))) from error
