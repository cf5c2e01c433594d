"""Find who answers a message. No I/O."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from bot.talk.message import Reply, Step

if TYPE_CHECKING:
    from bot.talk.turn import Turn

T = TypeVar("T")
# "Nantes ?" answers a question; more words ask another.
_WORDS_OF_A_QUESTION = 4
Handler = Callable[["Turn"], Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class Form:
    """A step of a form: `answered` takes free text, `asks` says the question again after a digression.

    `words`: what the form hears itself, though it is a command elsewhere ("retour").
    `whole`: a question mark at the end is part of the answer, which others are to read; `tells`: one may tell there of
    one's own life: a danger gets its numbers first, and what was said is the answer all the same; `places`: a shared
    position is the answer.
    """

    answered: Handler
    asks: Handler
    words: frozenset[str] = frozenset()
    whole: bool = False
    tells: bool = False
    places: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Who answers, with what; `back_to`: the form whose question comes back after the answer.

    `personal`: not to be answered where others read along; `command`: what it belongs to, "" for free text.
    """

    handler: Handler
    argument: str
    back_to: Form | None = None
    personal: bool = False
    command: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the router needs to know of a message.

    `said`: its folded words joined by one space; `danger`: somebody speaks of a danger in the first person; `meant`:
    the command that the sentence means, which a form does not hear: what is told there is for others.
    """

    text: str
    said: str = ""
    danger: bool = False
    meant: str = ""
    located: bool = False
    attached: bool = False


@dataclass(slots=True)
class Router:
    """Commands, steps and forms by name; one handler for everything else. A name has one handler only."""

    commands: dict[str, Handler] = field(default_factory=dict)
    steps: dict[str, Handler] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    personal: set[str] = field(default_factory=set)
    leaving: set[str] = field(default_factory=set)
    """The commands that end a form instead of coming back to it."""
    owners: dict[str, str] = field(default_factory=dict)
    """The command that a step or form belongs to, which must still be allowed when it is answered."""
    anything: Handler | None = None
    unknown: Handler | None = None
    position: Handler | None = None
    file: Handler | None = None
    filing: str = ""
    """The command whose right it takes to send a file."""

    @classmethod
    def of(cls, *others: Router) -> Router:
        """One router from several; their order never matters. Raises ValueError on a name claimed twice."""
        joined = cls()
        for other in others:
            for name, handler in other.commands.items():
                _claim(joined.commands, name, handler)
            joined.personal |= other.personal
            joined.leaving |= other.leaving
            joined.owners |= other.owners
            for name, handler in other.steps.items():
                _claim(joined.steps, name, handler)
            for name, form in other.forms.items():
                _claim(joined.forms, name, form)
            joined.filing = joined.filing or other.filing
            for role in ("anything", "unknown", "position", "file"):
                if handler := getattr(other, role):
                    if getattr(joined, role):
                        raise ValueError(f"two handlers for {role}")
                    setattr(joined, role, handler)
        return joined

    def command(self, *names: str, personal: bool = False, leaves: bool = False) -> Callable[[Handler], Handler]:
        """Register a handler for `/name`; `personal`: refused where others read along; `leaves`: it ends a form."""

        def register(handler: Handler) -> Handler:
            for name in names:
                _claim(self.commands, name, handler)
            self.personal.update(names if personal else ())
            self.leaving.update(names if leaves else ())
            return handler

        return register

    def step(self, name: str, *, of: str = "") -> Callable[[Handler], Handler]:
        """Register a handler for the answer to a pending question; `of`: the command that asked it."""

        def register(handler: Handler) -> Handler:
            _claim(self.steps, name, handler)
            self.owners[name] = of
            return handler

        return register

    def form(
        self,
        name: str,
        *,
        asks: Handler,
        of: str = "",
        words: Iterable[str] = (),
        whole: bool = False,
        tells: bool = False,
        places: bool = False,
    ) -> Callable[[Handler], Handler]:
        """Register a free-text step of a form, which yields only to a command, to danger or to a question.

        `of`: the command whose form it is; `words`: folded, what it hears itself though it is a command elsewhere;
        `whole`: it yields to a command only; `tells`: not to danger either; `places`: nor to a shared position.
        """

        def register(handler: Handler) -> Handler:
            _claim(self.forms, name, Form(handler, asks, frozenset(words), whole, tells, places))
            self.owners[name] = of
            return handler

        return register

    def otherwise(self, handler: Handler) -> Handler:
        """Register the handler of everything that nobody else takes."""
        self.anything = handler
        return handler

    def not_a_command(self, handler: Handler) -> Handler:
        """Register the handler of unknown commands."""
        self.unknown = handler
        return handler

    def located(self, handler: Handler) -> Handler:
        """Register the handler of a shared position."""
        self.position = handler
        return handler

    def attached(self, *, of: str) -> Callable[[Handler], Handler]:
        """Register the handler of a file that was sent; `of`: the command whose right it takes."""

        def register(handler: Handler) -> Handler:
            self.file, self.filing = handler, of
            return handler

        return register

    def find(self, heard: Heard, waiting_for: Step | None, spoken: Mapping[str, str]) -> Found:
        """A command beats a pending question, which beats free text.

        `spoken`: commands that people say without a slash ("menu" → "menu", "english" → "langue en").
        """
        if not (self.anything and self.unknown and self.position):
            raise LookupError("a router needs a handler for everything else, unknown commands and positions")
        form = self.forms.get(waiting_for.name) if waiting_for else None
        if brought := self._brought(heard, form, self._owner(waiting_for)):
            return brought
        heard_by_form = form is not None and heard.said in form.words
        if not heard_by_form and (found := self._command(heard, spoken)):
            ends = found.command in self.leaving or found.command == self._owner(waiting_for)
            return replace(found, back_to=None if ends else form)
        text = heard.text.strip()
        if form:
            digression = not form.whole and ((heard.danger and not form.tells) or text.endswith(("?", "؟")))
            answer = Found(form.answered, text, personal=True, command=self._owner(waiting_for))
            return Found(self.anything, text, form) if digression else answer
        name, _, argument = heard.meant.partition(" ")
        if name in self.commands:
            return Found(self.commands[name], argument, personal=name in self.personal, command=name)
        asks = text.endswith(("?", "؟")) and len(text.split()) >= _WORDS_OF_A_QUESTION
        if waiting_for and waiting_for.name in self.steps and not asks:
            return Found(self.steps[waiting_for.name], text, command=self._owner(waiting_for))
        return Found(self.anything, text)

    def _brought(self, heard: Heard, form: Form | None, owner: str) -> Found | None:
        """Who takes what came with the words, or instead of them."""
        if heard.located and form and form.places:
            return Found(form.answered, "", personal=True, command=owner)
        if heard.located and self.position:
            return Found(self.position, "", form)
        if heard.attached and self.file:
            return Found(self.file, heard.text.strip(), form, personal=True, command=self.filing)
        return None

    def again(self, waiting_for: Step | None) -> Found | None:
        """Who asks the question of a form once more; None when no form is being answered."""
        form = self.forms.get(waiting_for.name) if waiting_for else None
        return Found(form.asks, "", personal=True, command=self._owner(waiting_for)) if form else None

    @property
    def places(self) -> frozenset[str]:
        """The steps whose answer may be a shared position: that of a door, which everybody will read."""
        return frozenset(name for name, form in self.forms.items() if form.places)

    def _owner(self, waiting_for: Step | None) -> str:
        return self.owners.get(waiting_for.name, "") if waiting_for else ""

    def _command(self, heard: Heard, spoken: Mapping[str, str]) -> Found | None:
        line = heard.text.strip()
        if not line.startswith(("/", "!")):
            if heard.said not in spoken:
                return None
            line = f"/{spoken[heard.said]}"
        first, _, argument = line.partition(" ")
        name = first[1:].partition("@")[0].lower()
        if handler := self.commands.get(name):
            return Found(handler, argument.strip(), personal=name in self.personal, command=name)
        # "!!!" or "/ 3" is not a command that somebody misspelt
        return Found(self.unknown, name) if self.unknown and name.isidentifier() else None


def _claim(table: dict[str, T], name: str, handler: T) -> None:
    if name in table:
        raise ValueError(f"{name!r} already has a handler")
    table[name] = handler
