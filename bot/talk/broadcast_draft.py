"""A message to many people while it is being written: what a step knows of it. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.talk.wording import OFFERED

# It must fit in one send on every messenger, with who says it and how to stop.
SHORTEST, LONGEST = 10, 900
_TEXT = "texte "
_AXIS = re.compile(r"[1-4]")


class DraftError(ValueError):
    """Words that cannot be sent; the message is the name of the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Draft:
    """`texts`: by language (BCP 47), French always; `axes`: figures, "" for all; `languages`: none for all;
    `event`: one that goes with it; `of`: the campaign that it corrects; `due`: a day and an hour as an agent writes
    them, "" for at once; `night`: it may leave at night.
    """

    territory: str
    texts: Mapping[str, str] = field(default_factory=dict)
    axes: str = ""
    languages: tuple[str, ...] = ()
    event: str = ""
    of: str = ""
    due: str = ""
    night: bool = False

    @classmethod
    def of_step(cls, known: Mapping[str, str]) -> Draft:
        """The draft that a step knows."""
        return cls(
            territory=known["territory"],
            texts={name.removeprefix(_TEXT): said for name, said in known.items() if name.startswith(_TEXT)},
            axes=known.get("axes", ""),
            languages=tuple(known.get("languages", "").split()),
            event=known.get("event", ""),
            of=known.get("of", ""),
            due=known.get("due", ""),
            night=bool(known.get("night")),
        )

    def known(self) -> dict[str, str]:
        """What a step is to know of it."""
        said = {f"{_TEXT}{language}": text for language, text in self.texts.items()}
        other = {
            "territory": self.territory,
            "axes": self.axes,
            "languages": " ".join(self.languages),
            "event": self.event,
            "of": self.of,
            "due": self.due,
            "night": "1" if self.night else "",
        }
        return said | {name: value for name, value in other.items() if value}

    def saying(self, language: str, said: str) -> Draft:
        """With a text in a language. Raises DraftError."""
        return replace(self, texts={**self.texts, language: readable(said)})

    def about(self, said: str) -> Draft:
        """For some axes: "1", "1 et 3", "tous"."""
        axes = "".join(sorted(set(_AXIS.findall(said))))
        return replace(self, axes="" if axes == "1234" else axes)

    def reading(self, said: str) -> Draft:
        """For those who read some languages: "en ar", "toutes"."""
        return replace(self, languages=tuple(each for each in OFFERED if each in said.lower().split()))


def readable(said: str) -> str:
    """A text without what nobody sees and what turns the direction of what follows. Raises DraftError."""
    lines = ("".join(c for c in line if unicodedata.category(c) not in _UNSEEN) for line in said.splitlines())
    text = "\n".join(" ".join(line.split()) for line in lines).strip()
    if len(text) < SHORTEST:
        raise DraftError("broadcast-short")
    if len(text) > LONGEST:
        raise DraftError("broadcast-long")
    return text


_UNSEEN = ("Cc", "Cf", "Cs", "Co")
