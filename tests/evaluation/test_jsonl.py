from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.asked import Answer, Asked
from bot.evaluation.jsonl import answer_lines
from bot.talk.wording import Voice, Wording


def echo(asked: Asked) -> Answer:
    return Answer(answer=f"{asked.text}|{asked.context}", themes=("hygiene",), commune="44109", emergency=None)


def run(voice: Voice, *lines: bytes) -> tuple[int, list[dict[str, object]], list[str]]:
    out, errors = BytesIO(), StringIO()
    code = answer_lines([line + b"\n" for line in lines], ask=echo, voice=voice, out=out, errors=errors)
    return code, [json.loads(line) for line in out.getvalue().splitlines()], errors.getvalue().splitlines()


def test_a_line_in_gives_a_line_out_with_exactly_the_promised_fields(voice: Voice) -> None:
    code, (row,), errors = run(voice, '{"id": "é1", "utterance": "douche", "context": "à Nantes"}'.encode())
    assert (code, errors) == (0, [])
    assert row == {
        "id": "é1",
        "answer": "douche|à Nantes",
        "abstained": False,
        "sources": [],
        "language": "fr",
        "themes": ["hygiene"],
        "commune": "44109",
        "ambiguous": False,
        "candidates": [],
        "emergency": None,
    }


def test_question_and_utterance_are_both_read_and_a_number_stays_a_number(voice: Voice) -> None:
    code, rows, _ = run(
        voice, b'\xef\xbb\xbf{"id": 3, "question": "a"}', b"", b'{"id": "4", "utterance": "", "context": null}'
    )
    assert code == 0
    assert [(row["id"], row["answer"]) for row in rows] == [(3, "a|None"), ("4", "|None")]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{", "n’est pas du JSON lisible"),
        (b"[1]", "n’est pas du JSON lisible"),
        (b"\xff", "n’est pas du JSON lisible"),
        (b"[" * 100_000, "n’est pas du JSON lisible"),
        (b'{"id": 1}', "soit « question », soit « utterance »"),
        (b'{"question": "a"}', "le champ id manque"),
        (b'{"id": true, "question": 1, "context": []}', "les champs id, question, context manquent"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_the_next_is_answered(line: bytes, why: str, voice: Voice) -> None:
    code, rows, (error,) = run(voice, b'{"id": 1, "question": "a"}', line, b'{"id": 3, "question": "c"}')
    assert code == 1
    assert [row["id"] for row in rows] == [1, 3]
    assert error.startswith("ligne 2 : ")
    assert why in error


def test_half_a_character_breaks_no_stream(voice: Voice) -> None:
    code, (row,), _ = run(voice, b'{"id": "\\ud83d", "question": "\\ud83d \\ud83d\\ude00"}')
    assert code == 0
    assert row["id"] == "\ud83d"
    assert row["answer"] == "\ufffd 😀|None"


def test_each_answer_is_written_before_the_next_line_is_read(voice: Voice) -> None:
    out = BytesIO()
    seen: list[int] = []

    def lines() -> Iterator[bytes]:
        for number in range(3):
            seen.append(out.getvalue().count(b"\n"))
            yield json.dumps({"id": number, "question": "?"}).encode()

    answer_lines(lines(), ask=echo, voice=voice, out=out, errors=StringIO())
    assert seen == [0, 1, 2]


@given(st.lists(st.binary()))
def test_no_bytes_stop_the_reading(lines: list[bytes]) -> None:
    good = b'{"id": "last", "question": "ok"}'
    _, rows, _ = run(Wording().voice("fr"), *[line.replace(b"\n", b"") for line in lines], good)
    assert rows[-1]["id"] == "last"
