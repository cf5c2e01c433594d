"""A question on the pact: ours, bm25s and SQLite FTS5 over the same records. Quality and time, in the same run.

    python -m tests.bench.bench_knowledge

The peers answer with the text of their best record, and cannot abstain: their quality is counted on the questions that
have an answer. Times are per question, in process, caches warm, the best of three passages.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter_ns

import bm25s
from rich.console import Console
from rich.table import Table

from bot.app import Shipped
from bot.evaluation.comparable import comparable, mentions
from bot.evaluation.questions import PactQuestion
from bot.evaluation.reading import read_questions
from bot.talk.wording import Wording
from directory.words import words
from knowledge.base import Knowledge
from knowledge.composing import paragraph
from knowledge.model import Record
from knowledge.words import small_words, stem

DATA = Path(__file__).parent.parent / "knowledge" / "data"
Answer = Callable[[PactQuestion], str]


def told(record: Record) -> str:
    """All that a record says."""
    return f"{record.text}\n" + "\n".join(value.said for value in record.values)


def stems(text: str) -> list[str]:
    """The same words and stems for all."""
    return [stem(word) for word in words(text) if word not in small_words()]


def document(record: Record) -> str:
    """What the peers search: the same words as ours, without our weights."""
    said = (record.title, record.text, record.simple, record.english, *record.questions, *record.words)
    return " ".join((*said, *(f"{value.of} {value.said}" for value in record.values)))


def ours(knowledge: Knowledge) -> Answer:
    """What the robot would say, without sentences around it."""

    def answer(question: PactQuestion) -> str:
        before = knowledge.reader.read(question.context) if question.context else None
        finding = knowledge.ask(question.text, before=before)
        parts = []
        for record in finding.records:
            said = paragraph(record, finding.question.territories, knowledge.territories)
            parts.append("\n".join([said.text, *(f"{' '.join(line.territories)} {line.said}" for line in said.lines)]))
        return "\n".join(parts)

    return answer


def by_bm25s(records: Sequence[Record]) -> Answer:
    """bm25s over the same stems."""
    retriever = bm25s.BM25()
    retriever.index([stems(document(record)) for record in records], show_progress=False)

    def answer(question: PactQuestion) -> str:
        found, _ = retriever.retrieve([stems(f"{question.context or ''} {question.text}")], k=1, show_progress=False)
        return told(records[int(found[0][0])])

    return answer


def by_fts5(records: Sequence[Record]) -> Answer:
    """SQLite's full text search, its own BM25, over the same stems."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE held USING fts5(said)")
    base.executemany(
        "INSERT INTO held(rowid, said) VALUES (?, ?)", enumerate(" ".join(stems(document(r))) for r in records)
    )

    def answer(question: PactQuestion) -> str:
        wanted = " OR ".join(f'"{key}"' for key in stems(f"{question.context or ''} {question.text}"))
        if not wanted:
            return ""
        row = base.execute("SELECT rowid FROM held WHERE held MATCH ? ORDER BY rank LIMIT 1", (wanted,)).fetchone()
        return told(records[row[0]]) if row else ""

    return answer


def quality(answer: Answer, questions: Sequence[PactQuestion]) -> float:
    """The share of the questions whose expected words are all in the answer, and no wrong one."""
    right = 0
    for question in questions:
        text = comparable(answer(question))
        held = all(any(mentions(text, each) for each in group) for group in question.must_contain)
        right += held and not any(mentions(text, each) for each in question.must_not_contain)
    return right / len(questions)


def times(answer: Answer, questions: Sequence[PactQuestion]) -> tuple[float, float]:
    """Median and 99th percentile, in milliseconds."""
    best = [10**12] * len(questions)
    for _ in range(3):
        for at, question in enumerate(questions):
            start = perf_counter_ns()
            answer(question)
            best[at] = min(best[at], perf_counter_ns() - start)
    best.sort()
    return best[len(best) // 2] / 1e6, best[len(best) * 99 // 100] / 1e6


def main() -> None:
    """Print the table."""
    voice = Wording().voice("fr")
    files = [DATA / "questions_a.jsonl", DATA / "questions_b.jsonl"]
    asked = [
        each for each in read_questions(files, voice) if isinstance(each, PactQuestion) and each.expect == "answer"
    ]
    knowledge = Shipped.load(None).knowledge
    records = list(knowledge.library.records.values())
    table = Table("engine", "right", "median ms", "p99 ms", title=f"{len(asked)} questions, {len(records)} records")
    for name, answer in (("solipacte", ours(knowledge)), ("bm25s", by_bm25s(records)), ("FTS5", by_fts5(records))):
        share, (median, last) = quality(answer, asked), times(answer, asked)
        table.add_row(name, f"{share:.1%}", f"{median:.2f}", f"{last:.2f}")
    Console().print(table)


if __name__ == "__main__":
    main()
