"""How long a conversation takes a person: a clock that adds up what they read, type and press; nobody sleeps.

Reading: adults read 150 to 200 French words a minute without hurrying. Read aloud, standardised French texts take 195
words a minute (± 26; Trauzettel-Klosinski and Dietz, IReST, 2012); silent reading is a little faster (Brysbaert, 2019),
reading on a small screen or with difficulty slower: 150 is one and three quarters of a standard deviation below.
Typing: 36.2 words of five signs a minute on a telephone (Palin and others, 37 000 people, MobileHCI 2019).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.talk.message import Card, Message, Reply

SIGNS_OF_A_WORD = 5
READ, READ_SLOWLY = 200, 150
TYPED, PRESS = 36.2, 1.0


@dataclass(slots=True)
class Paced:
    """Somebody who reads each reply before they answer it. `seconds`: so far; `read_a_minute`: words.

    A label that was on a button before is known again at a glance: it is read once.
    """

    read_a_minute: int = READ
    seconds: float = 0
    messages: int = 0
    words: int = 0
    _known: set[str] = field(default_factory=set)

    def reads(self, reply: Reply) -> None:
        """All of it, and the buttons that are new."""
        new = [choice.label for choice in reply.choices if choice.label not in self._known]
        self._known.update(new)
        words = sum(map(_words, (*_texts(reply), *new)))
        self.words += words
        self.seconds += words * 60 / self.read_a_minute

    def says(self, text: str, *, pressed: bool) -> None:
        """A button, or what they type."""
        self.messages += 1
        self.seconds += PRESS if pressed else len(text) / SIGNS_OF_A_WORD * 60 / TYPED


async def played(
    answer: Callable[[Message], Awaitable[Reply]], first: Message, said: tuple[str, ...], paced: Paced
) -> Reply:
    """A conversation: `said` is a label when a button has it, else it is typed. Gives the last reply."""
    reply = Reply(())
    for text in (first.text, *said):
        sent = next((choice.sends for choice in reply.choices if choice.label == text), "")
        paced.says(text, pressed=bool(sent))
        reply = await answer(
            Message(first.address, sent or text, pressed=bool(sent), author=first.author, group=first.group)
        )
        paced.reads(reply)
    return reply


def _texts(reply: Reply) -> list[str]:
    return [
        text
        for block in reply.blocks
        for text in ((block.title, *block.lines) if isinstance(block, Card) else (block.text,))
    ]


def _words(text: str) -> int:
    return sum(any(map(str.isalnum, part)) for part in text.split())
