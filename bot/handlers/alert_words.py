"""What is wanted, in words: of a search of which somebody wants to know what is new."""

from __future__ import annotations

from bot.handlers.alert_search import Wanted
from bot.handlers.places import named
from bot.handlers.searching import communes_in
from bot.talk.times import moment_name
from bot.talk.wording import Voice
from directory.finder import Finder


def in_words(voice: Voice, finder: Finder, wanted: Wanted) -> str:
    """ "Douche, à moins de 5 km de Nantes (44), avec un animal"."""
    sought, place = wanted.sought, place_of(finder, wanted)
    need = needs_of(voice, finder, wanted)
    km = wanted.radius_km
    said = [
        voice("alert-within", need=need, km=round(km), place=place)
        if km
        else voice("alert-there", need=need, place=place)
    ]
    if sought.moment:
        said.append(voice("filter-moment", moment=moment_name(voice, sought.moment)))
    if sought.publics:
        publics = voice.listed(voice(f"public-{each}") for each in sorted(sought.publics))
        said.append(voice("filter-publics", publics=publics))
    said += [voice(f"filter-{each}") for each in sorted(sought.access)]
    return ", ".join(said)


def in_short(voice: Voice, finder: Finder, wanted: Wanted) -> str:
    """For a button: what and where."""
    return voice("alert-there", need=needs_of(voice, finder, wanted), place=place_of(finder, wanted))


def needs_of(voice: Voice, finder: Finder, wanted: Wanted) -> str:
    """The needs, in a few words."""
    return voice.listed(dict.fromkeys(finder.needs.label(n, voice.language, short=True) for n in wanted.sought.needs))


def place_of(finder: Finder, wanted: Wanted) -> str:
    """ "Nantes (44)", or a postal code."""
    communes = communes_in(finder.gazetteer, wanted.sought)
    return named(communes[0]) if wanted.sought.commune and communes else wanted.sought.postal or "…"
