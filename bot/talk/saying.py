"""What the documents say, as blocks of a reply: text, values, comparisons, sources, in the manner that was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from babel.numbers import format_decimal

from bot.talk.message import Text
from bot.talk.wording import Voice
from knowledge.base import Knowledge
from knowledge.comparing import Compared, compare
from knowledge.composing import Line, Manner, Paragraph, paragraph
from knowledge.finding import Finding
from knowledge.model import Document, Record, Value

# An answer is read on an old phone: the rest comes with "la suite", but a sentence at least is said.
_LEAST_ROOM = 200
_MOST_LINES = 14
_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Said:
    """The blocks of an answer; `rest`: the characters still to be said, 0 when all was."""

    blocks: tuple[Text, ...]
    rest: int = 0


def said(knowledge: Knowledge, finding: Finding, voice: Voice, *, manner: Manner, room: int, start: int = 0) -> Said:
    """The answer to a question. `room`: characters it may take; `start`: how many were said before."""
    asked = finding.question.territories
    parts: list[str] = []
    compared = compare(finding.records[0], finding.question, knowledge.territories)
    if compared:
        parts.append(_comparison(knowledge, compared, voice))
    for record in finding.records:
        parts += _paragraphs(
            paragraph(record, asked, knowledge.territories, manner), voice, manner, known=bool(compared)
        )
    sources = sources_of(knowledge, finding.records, voice)
    kept, rest = _page(parts, start, max(_LEAST_ROOM, room - len(sources)))
    return Said(tuple(Text(part) for part in (*kept, sources)), rest)


def manner_of(voice: Voice, *, simply: bool = False) -> Manner:
    """How somebody is to be answered."""
    if voice.locale == "en":
        return "english"
    return "simple" if simply or voice.locale != "fr" or voice.simple else "standard"


def sources_of(knowledge: Knowledge, records: Iterable[Record], voice: Voice) -> str:
    """One line for each document."""
    names = dict.fromkeys(name for record in records for name in (record.document, *record.also[:1]))
    return "\n".join(source_line(knowledge.library.documents[name], voice) for name in names)


def source_line(document: Document, voice: Voice) -> str:
    """ "Source : Webinaire régional… (29 août 2024)."."""
    return voice("pact-source", document=document.short, date=document.said)


def files_of(knowledge: Knowledge, records: Iterable[Record]) -> tuple[str, ...]:
    """The documents' file names, for programs."""
    return tuple(dict.fromkeys(name for record in records for name in knowledge.library.file_of(record)))


def label(record: Record) -> str:
    """The title of a record on a button: one line on a phone."""
    return (
        record.title if len(record.title) <= _LONGEST_LABEL else record.title[:_LONGEST_LABEL].rsplit(" ", 1)[0] + "…"
    )


def _paragraphs(each: Paragraph, voice: Voice, manner: Manner, *, known: bool) -> list[str]:
    lines = [] if known and len(each.lines) > _MOST_LINES else [_line(line, voice) for line in each.lines[:_MOST_LINES]]
    values = "\n".join(lines)
    found: list[str] = []
    if each.first and values:
        # What was asked comes before what explains it.
        found, values = ["\n".join([voice("pact-title", title=each.record.title), *lines])], ""
    found += _texts(each, voice, manner, values)
    if not each.record.official:
        found.append(voice("pact-ours"))
    return [part for part in found if part]


def _texts(each: Paragraph, voice: Voice, manner: Manner, values: str) -> list[str]:
    """The texts of a record in the manner and the language of the person, the values where they are best read."""
    if manner == "standard" or not each.other:
        return [each.text, values]
    if voice.locale == "en":
        return [each.other, values, f"{voice('pact-documents')} {each.text}"]
    if voice.locale == "fr" and voice.simple:
        return [each.other, values]
    if voice.locale == "fr":
        return [f"{voice('pact-simply')} {each.other}", values, f"{voice('pact-full')} {each.text}"]
    return [f"{voice('pact-documents')} {each.other}", values]


def _line(line: Line, voice: Voice) -> str:
    place = capital(voice.listed(line.territories))
    if line.of:
        return voice("pact-line-of", place=place, value=line.said, of=line.of)
    return voice("pact-line", place=place, value=line.said)


def capital(text: str) -> str:
    """With a capital letter, and no article before a territory ("la Nièvre" → "Nièvre" stays "La Nièvre")."""
    return text[:1].upper() + text[1:]


def _comparison(knowledge: Knowledge, compared: Compared, voice: Voice) -> str:
    if compared.how == "sum":
        parts = voice.listed(f"{_place(knowledge, value)} {value.said}" for value in compared.values)
        total = format_decimal(compared.total, locale=voice.locale)
        return voice("pact-sum", total=total, parts=parts)
    first, second = compared.values[0], compared.values[1]
    named = {"place": _place(knowledge, first), "value": first.said, "next": _place(knowledge, second)}
    if compared.how == "between" and first.said == second.said:
        return capital(voice("pact-equal", **named))
    return capital(voice(f"pact-{compared.how}", **named, other=second.said))


def _place(knowledge: Knowledge, value: Value) -> str:
    return knowledge.territories.name(value.territories[0])


def _page(parts: Sequence[str], start: int, room: int) -> tuple[list[str], int]:
    """The parts from a character on, cut between parts, lines or sentences so as to fit; and what remains."""
    text = "\n\n".join(parts)
    rest = text[start:].lstrip()
    if len(rest) <= room:
        return rest.split("\n\n") if rest else [], 0
    cut = max(rest.rfind(sign, 0, room) + len(sign) for sign in ("\n\n", "\n", ". ", " ; "))
    if cut < room // 3:
        cut = rest.rfind(" ", 0, room)
    shown = rest[:cut].rstrip()
    return re.split(r"\n\n", shown), len(text) - len(rest) + cut
