"""Question files: one question a line (JSONL), a help request ("utterance") or a question on the pact ("question")."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from bot.evaluation.asked import Asked
from bot.evaluation.themes import THEMES

Words = tuple[str, ...]


class _Question(BaseModel):
    """What both kinds have. `file` and `line` say where it stands, for the list of failures."""

    model_config = ConfigDict(frozen=True, coerce_numbers_to_str=True)

    id: str
    context: str | None = None
    file: str
    line: int


class HelpQuestion(_Question):
    """A request for help nearby, and what must be understood of it.

    One of `theme_expected` is enough; `theme_ok` are tolerated. `commune_expected` is an INSEE code,
    None when no commune is named; with `ambiguous_commune` the right thing to do is to ask which one.
    """

    utterance: str
    lang: str = "fr"
    theme_expected: Words
    theme_ok: Words = ()
    commune_expected: str | None
    commune_ok: tuple[str | None, ...] = ()
    ambiguous_commune: bool = False
    emergency: str | None = None
    emergency_ok: Words = ()

    @field_validator("theme_expected", "theme_ok")
    @classmethod
    def _known(cls, themes: Words) -> Words:
        if unknown := set(themes) - set(THEMES):
            raise ValueError(", ".join(sorted(unknown)))
        return themes

    @property
    def text(self) -> str:
        """The words of the person."""
        return self.utterance

    @property
    def case(self) -> Literal["known", "none", "ambiguous"]:
        """What the words say of the commune."""
        if self.ambiguous_commune:
            return "ambiguous"
        return "none" if self.commune_expected is None else "known"


class PactQuestion(_Question):
    """A question on the pact, and what makes an answer right.

    Each group of `must_contain` needs one of its variants in the answer; `must_not_contain` are wrong values.
    `seed` is the document that answers, `seeds_ok` all those that may be cited.
    """

    question: str
    kind: str = ""
    style: str = ""
    expect: Literal["answer", "abstain"] = "answer"
    must_contain: tuple[Words, ...] = ()
    must_not_contain: Words = ()
    seed: str | None = None
    seeds_ok: Words | None = Field(default=None)

    @property
    def text(self) -> str:
        """The words of the person."""
        return self.question

    @property
    def documents(self) -> frozenset[str]:
        """The file names of the documents that may be cited."""
        return frozenset(self.seeds_ok or ([self.seed] if self.seed else ()))

    @property
    def language(self) -> Literal["en", "sms/typo", "fr"]:
        """How the question is written, as far as its style says."""
        if self.style == "english":
            return "en"
        return "sms/typo" if self.style in ("sms", "typo") else "fr"


Question = HelpQuestion | PactQuestion


def as_asked(question: Question) -> Asked:
    """The question as it is put to the robot."""
    return Asked(id=question.id, text=question.text, context=question.context)
