"""Forms answered question by question: what is asked next, what is asked again, the way back, the way out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot.talk import points
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.standing import MOST_CHOICES
from bot.talk.turn import Turn
from directory.words import words

BACK, SKIP = "retour", "passer"
_BACKS = frozenset({BACK, "back", "رجوع", "atras", "назад"})
_SKIPS = frozenset({SKIP, "passe", "rien", "aucun", "aucune", "non", "sans", "skip", "no", "none"})
Known = Mapping[str, str]


class AnswerError(ValueError):
    """An answer that cannot be read; the message is the name of the sentence that says what to do, with its values."""

    def __init__(self, sentence: str, **values: str) -> None:
        super().__init__(sentence)
        self.values = values


def shared(turn: Turn) -> str:
    """A position that was shared, as one would type it; "" when none was."""
    position = turn.message.position
    return points.shown(position.latitude, position.longitude) if position else ""


@dataclass(frozen=True, slots=True)
class Question:
    """One of them. `read` gives what is kept of an answer, or raises an error that the form knows.

    `offers`: answers to choose from; `asked`: whether it is, knowing what was answered before; `skips`: folded words
    that leave an optional question without an answer; `whole`: a question mark at the end is part of the answer;
    `before`: what is said before it; `tells`: one may tell there of one's own life; `places`: a shared position answers
    it, read as the degrees that one would type.
    """

    name: str
    read: Callable[[Turn, str, Known], str]
    optional: bool = False
    offers: Callable[[Turn, Known], tuple[Choice, ...]] = lambda _turn, _known: ()
    asked: Callable[[Turn, Known], bool] = lambda _turn, _known: True
    skips: frozenset[str] = _SKIPS
    whole: bool = False
    before: Callable[[Turn, Known], tuple[Text, ...]] = lambda _turn, _known: ()
    tells: bool = False
    places: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """`step`, `sentences`: how the names of its steps and of its sentences begin; `of`: the command that owns it.

    `done`: what follows the last answer; `refused`: what is said of an answer that one of `errors` refuses; `clean`:
    what is read of a message; `leave`: what the last choice sends, which ends the form.
    """

    step: str
    sentences: str
    questions: tuple[Question, ...]
    done: Callable[[Turn, Known], Awaitable[Reply]]
    refused: Callable[[Turn, ValueError], Text]
    errors: tuple[type[ValueError], ...] = (AnswerError,)
    clean: Callable[[str], str] = str.strip
    of: str = ""
    leave: str = "/annuler"
    leaving: Callable[[Turn], Reply] | None = None
    """What is said when its own word ends it; None: the command does."""
    words: frozenset[str] = frozenset()
    """The folded words by which it is left, when `leaving` says what follows."""
    skip_words: frozenset[str] = frozenset()
    """The optional questions whose own sentence says what leaving them out means."""
    dressed: Callable[[Reply], Reply] = lambda reply: reply
    """What is added to each question, and to what follows the last."""
    at_once: Callable[[Turn, Question, str], Awaitable[Reply] | None] = lambda _turn, _question, _said: None
    """What follows an answer that says everything; None: it does not."""

    def ask(self, turn: Turn, question: Question, known: Known, *before: Text) -> Reply:
        """Ask one question; `before`: said first."""
        voice, choices = turn.voice, question.offers(turn, known)
        if question.optional:
            own = f"-{question.name}" if question.name in self.skip_words else ""
            choices += (Choice(voice(f"{self.sentences}{own}-skip"), SKIP),)
        if question is not self.questions[0]:
            choices += (Choice(voice(f"{self.sentences}-back"), BACK),)
        choices += (Choice(voice(f"{self.sentences}-leave"), self.leave),)
        asked = Text(voice(f"{self.sentences}-{question.name}"))
        # A choice that is not remembered could not be chosen by its number.
        blocks = (*before, *question.before(turn, known), asked)
        return self.dressed(Reply(blocks, choices[:MOST_CHOICES], then=Step(self.name_of(question), known)))

    async def go_on(self, turn: Turn, known: Known, *before: Text) -> Reply:
        """Ask what is not answered yet; when all is, what follows."""
        missing = (each for each in self._asked(turn, known) if each.name not in known)
        following = next(missing, None)
        return self.ask(turn, following, known, *before) if following else self.dressed(await self.done(turn, known))

    async def answer(self, turn: Turn, question: Question) -> Reply:
        """What follows an answer: the next question, the one before, the same again, or the end."""
        said, known = shared(turn) or self.clean(turn.argument), turn.known
        folded = " ".join(words(said))
        if self.leaving and folded in self.words:
            return self.leaving(turn)
        if folded in _BACKS:
            return self._back(turn, question, known)
        if end := self.at_once(turn, question, said):
            return await end
        try:
            read = self._read(turn, question, said, folded)
        except self.errors as wrong:
            return self.ask(turn, question, known, self.refused(turn, wrong))
        return await self.go_on(turn, {**known, question.name: read})

    def register(self, router: Router) -> None:
        """Give each question its step."""
        for question in self.questions:
            self._register(router, question)

    def name_of(self, question: Question) -> str:
        """The name of the step of a question."""
        return f"{self.step}.{question.name}"

    def named(self, name: str) -> Question:
        """A question by its name."""
        return next(each for each in self.questions if each.name == name)

    def _register(self, router: Router, question: Question) -> None:
        async def asks(turn: Turn) -> Reply:
            return self.ask(turn, question, turn.known)

        heard = _BACKS | self.words
        name, manner = self.name_of(question), {"whole": question.whole, "tells": question.tells}

        @router.form(name, asks=asks, of=self.of, words=heard, places=question.places, **manner)
        async def answered(turn: Turn) -> Reply:
            return await self.answer(turn, question)

    def _asked(self, turn: Turn, known: Known) -> list[Question]:
        return [each for each in self.questions if each.asked(turn, known)]

    def _read(self, turn: Turn, question: Question, said: str, folded: str) -> str:
        if question.optional and (folded in question.skips or folded == SKIP):
            return ""
        if folded == SKIP:
            raise AnswerError(f"{self.sentences}-needed")
        return question.read(turn, said, turn.known)

    def _back(self, turn: Turn, question: Question, known: Known) -> Reply:
        asked = [each for each in self.questions if each is question or each.asked(turn, known)]
        before = asked[max(asked.index(question) - 1, 0)]
        return self.ask(turn, before, {name: said for name, said in known.items() if name != before.name})
