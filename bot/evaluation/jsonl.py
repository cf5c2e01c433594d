"""Questions in, answers out, one JSON object a line: what stands behind `solipacte ask --jsonl`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import BinaryIO, TextIO

from bot.evaluation.asked import Answer, Ask, Asked
from bot.talk.wording import Voice


class _BadLineError(ValueError):
    """`sentence` names the sentence that says what is wrong, `values` fills it."""

    def __init__(self, sentence: str, **values: str | int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values


def answer_lines(lines: Iterable[bytes], *, ask: Ask, voice: Voice, out: BinaryIO, errors: TextIO) -> int:
    """Answers each line as it comes, and returns the exit code: 1 when a line was bad, else 0.

    A line is `{"id", "question" or "utterance", "context"?}` in UTF-8; empty lines are skipped. A bad line is
    told in `errors` with its number, and the next ones are answered all the same.
    """
    code = 0
    for number, line in enumerate(lines, start=1):
        content = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not content.strip():
            continue
        try:
            asked, given_id = read_line(content)
        except _BadLineError as error:
            code = 1
            why = voice(error.sentence, **error.values)
            errors.write(voice("evaluation-bad-input-line", line=str(number), why=why) + "\n")
            errors.flush()
            continue
        out.write(written_line(given_id, ask(asked)))
        out.flush()
    return code


def read_line(line: bytes) -> tuple[Asked, str | int]:
    """One question, and its identifier as it was written (text or whole number).

    Raises ValueError when the line is not such an object.
    """
    try:
        row = json.loads(line.decode("utf-8"))
    # Python gives up on brackets nested too deep with RecursionError.
    except (ValueError, RecursionError) as error:
        raise _BadLineError("evaluation-not-json") from error
    if not isinstance(row, dict):
        raise _BadLineError("evaluation-not-json")
    text = row.get("question", row.get("utterance"))
    if text is None:
        raise _BadLineError("evaluation-no-question")
    given_id: str | int = row.get("id", True)  # a boolean stands for none: neither is an identifier
    context = row.get("context")
    fields = {
        "id": isinstance(given_id, str | int) and not isinstance(given_id, bool),
        "question" if "question" in row else "utterance": isinstance(text, str),
        "context": context is None or isinstance(context, str),
    }
    if wrong := [name for name, right in fields.items() if not right]:
        raise _BadLineError("evaluation-bad-fields", fields=", ".join(wrong), count=len(wrong))
    return Asked(id=str(given_id), text=_whole(text), context=context and _whole(context)), given_id


def written_line(given_id: str | int, answer: Answer) -> bytes:
    """One answer as a line of JSON in UTF-8, the identifier as it was given."""
    line = json.dumps({"id": given_id, **asdict(answer)}, ensure_ascii=False)
    # Half of a surrogate pair, in an identifier, has no UTF-8: JSON's own escape keeps it.
    return line.encode("utf-8", "backslashreplace") + b"\n"


def _whole(text: str) -> str:
    """JSON can spell half of a character ("\\ud83d"): no stream could write it again."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
