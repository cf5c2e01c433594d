"""Find help nearby: from words, from the menu, from a position; refine; go on."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers import places
from bot.handlers.headings import Manner
from bot.handlers.menu import main_choices
from bot.handlers.named import by_name
from bot.handlers.results import show
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.moments import is_moment
from bot.talk.router import Router
from bot.talk.sought import Remember, Sought
from bot.talk.turn import Turn

router = Router()

# More would hide the first, and a person says the main thing first.
MOST_NEEDS = 3
# So many words may be a question rather than the answer to "in which commune?".
_A_SENTENCE = 5


def sought_before(turn: Turn) -> Sought:
    """The search that is going on, nothing when there is none."""
    return Sought.from_json(turn.person.state.search)


async def from_words(turn: Turn) -> Reply | None:
    """Search what a message says, with what is known from before; None when it says nothing to search."""
    understood, before = turn.understood, sought_before(turn)
    needs = _needs_of(turn, before)
    if called := by_name(turn, before, needs=bool(needs)):
        return await _called(turn, called.narrowed(understood), needs)
    if not needs and not understood.has_place and not (understood.narrows and before.something):
        return None
    fresh = Sought(needs=needs, commune=before.commune, postal=before.postal) if needs else before
    return await where(turn, fresh.narrowed(understood), said=understood.has_place)


async def _called(turn: Turn, sought: Sought, needs: tuple[str, ...]) -> Reply:
    """The places that bear a name; what they are for can be asked for next, wherever it is."""
    found = await where(turn, sought, said=turn.understood.has_place)
    if found.then:
        return found
    language = turn.voice.language
    others = tuple(Choice(turn.finder.needs.label(need, language), f"/besoin {need}") for need in needs)
    return replace(found, choices=(*others, *found.choices))


def _needs_of(turn: Turn, before: Sought) -> tuple[str, ...]:
    """The needs of the message, the first ones; "avec mon chien" is none when something is sought already."""
    said = [hit.need for hit in turn.understood.needs.needs]
    wanted = [need for need in said if need not in turn.understood.companions]
    return tuple((wanted or ([] if before.needs else said))[:MOST_NEEDS])


async def where(turn: Turn, sought: Sought, *, said: bool) -> Reply:
    """Settle the place, then show the results; ask when something is missing."""
    if said:
        settled = places.settle(turn, sought, turn.understood.place)
        if isinstance(settled, Reply):
            return settled
        sought = settled
    if not sought.something:
        return ask_need(turn, sought)
    if not sought.somewhere:
        return places.ask(turn, sought)
    kept = not said and bool(turn.understood.needs.needs or sought.words)
    return await show(turn, sought, Manner(kept_place=kept, guessed=said and not turn.understood.place.certain))


def ask_need(turn: Turn, sought: Sought) -> Reply:
    """The place is known, not what for."""
    said = turn.voice("ask-need", place=places.name_of(turn, sought))
    return Reply((Text(said),), main_choices(turn.voice), effects=(Remember(sought),))


@router.command("chercher", "trouver")
async def search(turn: Turn) -> Reply:
    """`/chercher douche nantes`: the words were understood like any others."""
    return await from_words(turn) or Reply((Text(turn.voice("welcome-again")),), main_choices(turn.voice))


@router.command("besoin")
async def need(turn: Turn) -> Reply:
    """A need chosen from a menu."""
    if turn.argument not in {known.id for known in turn.finder.needs.all}:
        return stale(turn)
    return await where(turn, replace(sought_before(turn), needs=(turn.argument,), words=(), offset=0), said=False)


@router.command("commune")
async def commune(turn: Turn) -> Reply:
    """A commune chosen from a list, by its INSEE code."""
    if not turn.finder.gazetteer.by_code(turn.argument):
        return stale(turn)
    before = places.pending(turn) or sought_before(turn)
    return await where(turn, replace(before, commune=turn.argument, postal=None, offset=0), said=False)


@router.located
async def position(turn: Turn) -> Reply:
    """A shared position becomes a commune at once; it is kept nowhere."""
    shared = turn.message.position
    near = turn.finder.gazetteer.nearest(shared.latitude, shared.longitude) if shared else None
    if near is None:
        return Reply((Text(turn.voice("place-abroad")),), then=turn.person.state.step)
    before = places.pending(turn) or sought_before(turn)
    return await where(turn, replace(before, commune=near.code, postal=None, offset=0), said=False)


@router.step(places.STEP)
async def place_given(turn: Turn) -> Reply:
    """The answer to "Dans quelle commune ?"; another need said instead starts again."""
    if len(turn.understood.words) >= _A_SENTENCE:
        from bot.handlers import free_text  # noqa: PLC0415 - free text searches, and takes over what is no place

        if reply := free_text.on_the_pact(turn):
            return reply
    typed = turn.understood.has_place and turn.understood.names.several
    if (turn.understood.needs.needs or typed) and (reply := await from_words(turn)):
        return reply
    place = turn.finder.gazetteer.named(turn.argument, departement=places.departement(turn))
    settled = places.settle(turn, places.pending(turn) or sought_before(turn), place)
    if isinstance(settled, Reply):
        return settled
    if not settled.something:
        return ask_need(turn, settled)
    return await show(turn, settled.narrowed(turn.understood), Manner(guessed=not place.certain))


async def more(turn: Turn) -> Reply:
    """The next results of the last search."""
    before = sought_before(turn)
    if not (before.something and before.somewhere):
        return stale(turn)
    return await show(turn, before, Manner(next_page=True))


@router.command("quand")
async def when(turn: Turn) -> Reply:
    """The last search at another moment: `/quand now`, `/quand w5:morning`."""
    before = sought_before(turn)
    if not (before.something and before.somewhere and is_moment(turn.argument)):
        return stale(turn)
    return await show(turn, replace(before, moment=turn.argument, offset=0))


@router.command("sansfiltre")
async def without_filters(turn: Turn) -> Reply:
    """The last search, whatever the moment, the people and the access."""
    before = sought_before(turn)
    if not (before.something and before.somewhere):
        return stale(turn)
    return await show(turn, before.widened())


def stale(turn: Turn) -> Reply:
    """A button of another time, or forged."""
    return Reply((Text(turn.voice("stale")),), main_choices(turn.voice), then=_still(turn))


def _still(turn: Turn) -> Step | None:
    return turn.person.state.step
