"""The knowledge of the pact: read once, asked many times."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from knowledge.finding import Finding, decide
from knowledge.held import GENERIC
from knowledge.index import Index
from knowledge.library import CONTENT, Library
from knowledge.model import Record
from knowledge.question import Question, Reader, merged
from knowledge.ranking import rank
from knowledge.spelling import Speller
from knowledge.territories import Territories
from knowledge.words import LANGUAGE, Ear

_NAME = "knowledge.index"
# A question of so few words may go on from the one before.
_SHORT = 7
_SURE = 0.75
_MOST_SAID = 2000
# Whom to write to depends on where one is.
_OF_ONES_PLACE = frozenset(["contact", "mail", "phone"])


class Shelf(Protocol):
    """Where what takes long to build is kept between two starts."""

    def read(self, name: str, stamp: bytes, /) -> object | None:
        """What was kept with this stamp, None when there is nothing."""

    def write(self, name: str, stamp: bytes, built: object, /) -> None:
        """Keep it."""


# Without a repr, here and in its parts: it would be megabytes, and whoever shows a house would pay for it.
@dataclass(frozen=True, slots=True, repr=False)
class Knowledge:
    """Everything that the documents say, and how to find it. Immutable: a change of the files makes another one."""

    library: Library
    index: Index
    territories: Territories
    reader: Reader
    _said: dict[tuple[str, tuple[str, ...]], Finding] = field(default_factory=dict)

    @classmethod
    def load(cls, ear: Ear, *folders: Path, shelf: Shelf | None = None) -> Knowledge:
        """Read what is shipped, then the operator's folders; `shelf` keeps the index between two starts.

        Raises ContentError when a file is wrong.
        """
        library = Library.read(CONTENT, *folders)
        stamp = _stamp(ear, (CONTENT, *folders)) if shelf else b""
        kept = shelf.read(_NAME, stamp) if shelf else None
        if isinstance(kept, dict):
            return cls.of(library, ear, kept)
        made = cls.of(library, ear)
        if shelf:
            shelf.write(_NAME, stamp, {"index": made.index.plain(), "speller": made.reader.speller.plain()})
        return made

    @classmethod
    def of(cls, library: Library, ear: Ear, kept: Mapping[str, Any] | None = None) -> Knowledge:
        """Index what was read; `kept`: the index made before of the same."""
        records = library.records.values()
        index = Index.from_plain(records, kept["index"]) if kept else Index.of(records, ear)
        speller = (
            Speller.from_plain(index.vocabulary, ear, kept["speller"]) if kept else Speller.of(index.vocabulary, ear)
        )
        territories = Territories.of(library.territories.values(), ear)
        return cls(library, index, territories, Reader(index, speller, territories, ear))

    def ask(
        self, text: str, *, place: Sequence[str] = (), own: str | None = None, before: Question | None = None
    ) -> Finding:
        """What answers a question.

        `place`: territories that a commune of the text lies in, the smallest first; `own`: the person's territory;
        `before`: the question that this one may go on from.
        """
        question = self.reader.read(text, place=place)
        if own and not question.territories and question.asks.kinds & _OF_ONES_PLACE:
            question = replace(question, territories=(own,))
        if contact := self._whom_to_write_to(question):
            return contact
        if before is None:
            return self.find(question, own=own)
        joined = merged(question, before)
        if question.begins or ("compare" in question.asks and len(question.territories) == 1 and before.territories):
            return self._going_on(question, joined, own)
        alone = self.find(question, own=own)
        short = len(question.words) <= _SHORT
        # "Combien d'actions ?" says nothing of whose: of what was spoken of.
        vague = all(term.key in GENERIC for term in question.subject) and not question.territories
        if not short or (alone.known and alone.share > _SURE and not (vague and question.asks.exact)):
            return alone
        found = self.find(joined, own=own)
        return found if found.known and (not alone.known or vague) else alone

    def on(self, subject: str, place: tuple[str, ...]) -> Finding:
        """What the documents say of one of our own subjects in a place; remembered, as subjects and places are few."""
        key = (subject, place)
        if key not in self._said:
            if len(self._said) > _MOST_SAID:
                self._said.clear()
            self._said[key] = self.ask(subject, place=place, own=place[-1])
        return self._said[key]

    def _whom_to_write_to(self, question: Question) -> Finding | None:
        """ "Qui contacter pour le pacte ?": the contact of the place, when nothing more precise is asked."""
        if "contact" not in question.asks or any(term.key not in GENERIC for term in question.subject):
            return None
        for contact in self.library.contacts.values():
            held = (contact.territory,) if contact.answers and contact.territory else ()
            near = {self.territories.nearest(each, held) for each in question.territories} if held else set()
            if near & {"same", "around"}:
                return Finding(question, (self.library.records[contact.id],), share=1.0)
        return None

    def _going_on(self, question: Question, joined: Question, own: str | None) -> Finding:
        """ "Et pour l'accès aux droits ?": place and kind of answer stay; the axis or the subject may change."""
        found = self.find(joined, own=own)
        if found.known or not question.subject:
            return found
        changed = replace(joined, axes=question.axes)
        fresh = replace(changed, terms=question.terms, pairs=question.pairs)
        others = (self.find(each, own=own) for each in (changed, fresh, question))
        return next((each for each in others if each.known and not joined.asks.exact - each.question.asks.exact), found)

    def find(self, question: Question, *, own: str | None = None) -> Finding:
        """What answers a question that was read."""
        about = {document.id: document.about for document in self.library.documents.values() if document.about}
        return decide(question, rank(self.index, self.territories, question, own=own, about=about), self.territories)

    def record(self, record_id: str) -> Record | None:
        """A record by its id; None when it is gone."""
        return self.library.records.get(record_id)


def _stamp(ear: Ear, folders: Iterable[Path]) -> bytes:
    """Changes with the content, the words, the code that indexes them, and the Python that writes it."""
    digest = hashlib.sha256(sys.version.encode() + ear.stamp)
    for folder in (*folders, LANGUAGE):
        for path in sorted(folder.rglob("*.*")):
            digest.update(path.name.encode() + path.read_bytes())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()
