"""Where the door of a service is: shared, typed or linked by an editor; held against the commune of its address."""

from __future__ import annotations

from bot.handlers.form import AnswerError, Known, Question, shared
from bot.handlers.participate_answers import clean
from bot.handlers.service_desk import COMMAND, LEAVES, leaves, shown, within_reach
from bot.handlers.service_fields import FIELDS, emptied
from bot.handlers.service_sure import sure
from bot.talk import points
from bot.talk.cards import map_link
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from directory.communes.commune import Commune
from directory.importers.places import known
from directory.ledger.held import Held
from directory.ledger.placing import Door, PlacingError, door

router = Router()

NAME = "position"
STEP = f"{COMMAND}.{NAME}"
_FIELD = next(each for each in FIELDS if each.name == NAME)


def read_door(turn: Turn, said: str, commune: Commune | None) -> Door:
    """The door that an answer tells, in a commune when that is known. Raises AnswerError."""
    values = _FIELD.read(said)
    first, second = float(values["latitude"] or 0), float(values["longitude"] or 0)
    near = commune or turn.finder.gazetteer.nearest(first, second)
    place = next(known([near]), None) if near else None
    if place is None:
        raise AnswerError("door-abroad")
    try:
        return door(first, second, place)
    except PlacingError as wrong:
        raise AnswerError(str(wrong), commune=place.name, km=str(wrong.km)) from None


def at_door(turn: Turn, said: str) -> str:
    """A point in a line, with the page that shows it."""
    latitude, longitude = points.point(said)
    return turn.voice("door-at", point=said, url=map_link(latitude, longitude))


async def ask(turn: Turn, service: str, *before: Text) -> Reply:
    """Ask where the door is."""
    voice = turn.voice
    if await within_reach(turn, service) is None:
        return Reply((Text(voice("service-unknown")),))
    blocks = (*before, Text(voice("service-asks-position")), Text(voice("service-asks-empty-position")))
    return Reply(blocks, (Choice(voice("service-leave"), "retour"),), then=Step(STEP, {"service": service}))


async def _again(turn: Turn) -> Reply:
    return await ask(turn, turn.known["service"])


@router.form(STEP, asks=_again, of=COMMAND, words=LEAVES, whole=True, places=True)
async def position(turn: Turn) -> Reply:
    """The point, read again before it is written."""
    service = turn.known["service"]
    if leaves(turn):
        return await shown(turn, service)
    found = await within_reach(turn, service)
    if found is None:
        return Reply((Text(turn.voice("service-unknown")),))
    said = shared(turn) or clean(turn.argument)
    before: tuple[Text, ...] = ()
    if emptied(_FIELD, said) is None:
        try:
            at = read_door(turn, said, commune_of(turn, found))
        except AnswerError as wrong:
            return await ask(turn, service, Text(turn.voice(str(wrong), **wrong.values)))
        said = points.shown(at.latitude, at.longitude)
        before = (Text(turn.voice("door-swapped")),) if at.swapped else ()
    return await sure(turn, {"service": service, "field": NAME, "do": "correct", "value": said}, *before)


def commune_of(turn: Turn, found: Held) -> Commune | None:
    """The commune of a service, if it is known."""
    return turn.finder.gazetteer.by_code(found.place) if found.place else None


def _commune(turn: Turn, answered: Known) -> Commune | None:
    """The commune of the address that was answered."""
    address = next(each for each in FIELDS if each.name == "address").read(answered["address"])
    where = (str(address["code_postal"]), str(address["commune"]))
    place = turn.clerk.places.resolve(None, *where, None, None) if turn.clerk else None
    return turn.finder.gazetteer.by_code(place.code) if place else None


def _read(turn: Turn, said: str, answered: Known) -> str:
    at = read_door(turn, said, _commune(turn, answered))
    return points.shown(at.latitude, at.longitude)


def after_door(turn: Turn, answered: Known) -> tuple[Text, ...]:
    """What is said once the door is told, or left out."""
    if answered.get("door") is None:
        return ()
    if answered["door"]:
        return (Text(at_door(turn, answered["door"])),)
    commune = _commune(turn, answered)
    return (Text(turn.voice("door-middle", commune=commune.name if commune else "…")),)


QUESTION = Question("door", _read, optional=True, whole=True, places=True)
