"""What is kept of each answer of somebody who offers to take part; AnswerError names the sentence that refuses it."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz
from rapidfuzz.process import extractOne

from bot.calendars.territories import named
from bot.handlers.form import AnswerError, Known
from bot.handlers.pact_places import territory_named
from bot.mailboxes import valid_address
from bot.records.offer import Means, Profile, Proposal, Reach
from bot.talk.offer_words import meant
from bot.talk.turn import Turn
from directory.communes.commune import Place
from directory.phones import Cost, one
from directory.words import words

LONGEST_SAID, LONGEST_NAME = 2000, 100
HERE = "ici"
_HERE = frozenset(
    ["ici", "ici meme", "here", "aqui", "тут", "هنا", "dans la conversation", "par message", "sur telegram"]
)
CHOICES = (
    (Means.PRIORITIES,),
    (Means.JOIN,),
    (Means.PLACE,),
    (Means.TIME, Means.SKILLS),
    (Means.MONEY,),
    (Means.TESTIMONY,),
)
"""What is offered to choose from, in order: a choice has a number of one figure."""
_UNSEEN = ("Cc", "Cf", "Cs", "Co")
_AXIS = re.compile(r"(?:axe\s*)?([1-4])")
_FIGURES = re.compile(r"[1-6](?:\s*(?:,|;|et|and|y|و|і)?\s*[1-6])*")
_SAME_SUBJECT, _SAME_NAME = 80, 88
_SHORTEST_NAME = 5
_SHORTEST_PHONE = 8


def clean(said: str) -> str:
    """Without what nobody sees, nor what turns the direction of what follows; lines are kept."""
    lines = ("".join(c for c in line if unicodedata.category(c) not in _UNSEEN) for line in said.splitlines())
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def read_profile(_turn: Turn, said: str, _known: Known) -> str:
    """Who they are."""
    found = [said] if said in list(Profile) else meant("profile", said)
    if not found:
        raise AnswerError("offer-bad-profile")
    return found[0]


def read_territory(turn: Turn, said: str, _known: Known) -> str:
    """A département or a region, and the commune when one was named: "dep-44 44109"."""
    if (identifier := territory_named(turn, said)) and identifier.startswith(("dep-", "reg-")):
        return identifier
    place = turn.finder.gazetteer.named(said)
    if not (place.commune and place.certain) and (near := _nearly_named(turn, said)):
        return near
    if not place.certain and (heard := named(turn.knowledge.territories, said) or "").startswith(("dep-", "reg-")):
        return heard
    if not place:
        place = turn.understand(said).place
    if not _all_of_it(turn, said, place):
        raise AnswerError("offer-bad-territory")
    if place.ambiguous and place.departement is None and len(several := _departements(place)) > 1:
        raise AnswerError("offer-which-territory", places=turn.voice.listed(several))
    if place.commune and not place.ambiguous:
        return f"dep-{place.commune.departement.lower()} {place.commune.code}"
    code = place.departement or (_departements(place) or [""])[0]
    found = f"dep-{code.lower()}" if code else f"reg-{place.region}"
    if found not in turn.knowledge.territories.known:
        raise AnswerError("offer-bad-territory")
    return found


def _nearly_named(turn: Turn, said: str) -> str | None:
    """The département or region whose whole name is written, misspelt perhaps: "loir atlantique", "haut de france"."""
    known = turn.knowledge.territories.known.values()
    names = {
        "".join(words(name)): each.id
        for each in known
        if each.id.startswith(("dep-", "reg-"))
        for name in (turn.knowledge.territories.bare_name(each.id), each.name, *each.names)
    }
    written = "".join(words(said))
    found = extractOne(written, names.keys(), scorer=fuzz.ratio, score_cutoff=_SAME_NAME)
    return names[found[0]] if found and len(written) >= _SHORTEST_NAME else None


def _departements(place: Place) -> list[str]:
    """Those where the communes of a name lie."""
    return sorted({commune.departement for commune in place.candidates})


def _all_of_it(turn: Turn, said: str, place: Place) -> bool:
    """Whether nothing else was named beside the place: "Zorglub-sur-Mer" is not Mer."""
    start, end = place.span
    others = words(f"{said[:start]} {said[end:]}") if end else ()
    return bool(place) and all(word.isdigit() or word in turn.finder.gazetteer.ordinary for word in others)


def read_subject(turn: Turn, said: str, known: Known) -> str:
    """An axis, a priority that the documents name there, or a theme of the directory."""
    if axis := _AXIS.fullmatch(said.lower()):
        return f"axis:{axis[1]}"
    written = " ".join(words(said))
    for record in priorities(turn, known):
        if fuzz.token_set_ratio(written, " ".join(words(record_title(turn, record)))) >= _SAME_SUBJECT:
            return f"record:{record}"
    if needs := turn.understand(said).needs.needs:
        return f"theme:{needs[0].need}"
    raise AnswerError("offer-bad-subject")


def priorities(turn: Turn, known: Known) -> tuple[str, ...]:
    """The records of the priorities that the documents name for the territory chosen, or for what holds it."""
    territory = known.get("territory", "").partition(" ")[0]
    found = (turn.knowledge.territories.known.get(each) for each in turn.around(territory))
    return next((each.priorities for each in found if each and each.priorities), ())


def record_title(turn: Turn, identifier: str) -> str:
    """What a priority is called."""
    record = turn.knowledge.record(identifier)
    return record.title.partition(",")[0] if record else ""


def read_means(_turn: Turn, said: str, _known: Known) -> str:
    """What is offered, as the words of `Means`."""
    names = {each.value for each in Means}
    if set(said.split()) <= names and said:
        return said
    if _FIGURES.fullmatch(said):
        chosen = [CHOICES[int(figure) - 1] for figure in dict.fromkeys(re.findall("[1-6]", said))]
        return " ".join(each for several in chosen for each in several)
    found = meant("means", said)
    if not found:
        raise AnswerError("offer-bad-means")
    return " ".join(found)


def read_said(_turn: Turn, said: str, _known: Known) -> str:
    """The idea, in the author's own words."""
    if len(said) > LONGEST_SAID:
        raise AnswerError("offer-long")
    return said


def read_contact(turn: Turn, said: str, known: Known) -> str:
    """`ici`, or a mail address and a telephone, each on its line ("" when there is none)."""
    if turn.message.author and " ".join(words(said)) in _HERE:
        return HERE
    mails = [part for part in re.split(r"[\s,;]+", said) if "@" in part]
    address = valid_address(mails[0].strip("<>.")) if len(mails) == 1 else None
    rest = " ".join(part for part in re.split(r"[\s,;]+", said) if "@" not in part)
    if mails and (address is None or ("\n" in said.strip() and not rest)):
        raise AnswerError("offer-bad-contact")
    digits = sum(sign.isdigit() for sign in rest)
    if not mails and digits < _SHORTEST_PHONE:
        raise AnswerError("offer-premium" if one(rest) else "offer-bad-contact")
    phone = _phone(rest, known) if digits else ""
    return f"{address or ''}\n{phone}"


def _phone(said: str, known: Known) -> str:
    """A number that anybody can call at no special price, in E.164. Raises AnswerError."""
    code = known.get("territory", "").partition(" ")[0].removeprefix("dep-").upper()
    written = re.sub(r"[^\d+]", "", said)
    found = one(written, code)
    if found is None:
        raise AnswerError("offer-bad-contact")
    if found.cost is not Cost.NORMAL or not found.number.startswith("+"):
        raise AnswerError("offer-premium")
    return found.number


def read_name(_turn: Turn, said: str, _known: Known) -> str:
    """A name: letters, and no telephone number nor address."""
    name = " ".join(said.split())
    digits = sum(sign.isdigit() for sign in name)
    if len(name) > LONGEST_NAME or "@" in name or digits >= _SHORTEST_PHONE or not any(map(str.isalpha, name)):
        raise AnswerError("offer-bad-name")
    return name


def proposal_of(known: Known, language: str) -> Proposal:
    """What the answers come to."""
    territory, _, commune = known["territory"].partition(" ")
    mail, _, phone = ("", "", "") if known["contact"] in ("", HERE) else known["contact"].partition("\n")
    return Proposal(
        profile=Profile(known["profile"]),
        territory=territory,
        commune=commune,
        subject=known["subject"],
        means=tuple(Means(each) for each in known["means"].split()),
        said=known["said"],
        reach=Reach(known["name"], mail, phone),
        language=language,
    )
