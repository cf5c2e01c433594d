"""Put together what a sentence says of a place: a code, a name, a département, an arrondissement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from directory.communes import numbers
from directory.communes.clues import Sentence
from directory.communes.commune import Commune, Place
from directory.communes.guesses import guessed_names
from directory.communes.index import Index
from directory.communes.numbers import Code
from directory.communes.resolve import exact, single, within
from directory.communes.sentence import Name, exact_names
from directory.communes.spelling import written_out
from directory.communes.territories import Mention, mentioned, territories

# A name that nothing announces may be the end of a longer, misspelt one.
_BARE = 20
Make = Callable[[int], Commune]


def read(sentence: Sentence, make: Make, *, departement: str | None = None) -> Place:
    """The place of a sentence; an empty `Place` when it names none."""
    if not sentence.tokens:
        return Place()
    code = numbers.code(sentence)
    names = [name for name in exact_names(sentence) if not _inside(name, code)]
    beside = _beside_code(sentence, code) if code else None
    if beside:
        return _place(sentence, make, beside, code=code, departement=departement)
    if code and code.rows:
        return _of_code(sentence, make, code, names)
    territories_said = mentioned(sentence)
    names = [name for name in names if not any(_part(sentence, name, said) for said in territories_said)]
    territory = territories_said[0] if territories_said else None
    names = said = [_of_its_city(sentence, name, names) for name in names]
    names = [name for name in names if not any(_quarter(sentence, name, city) for city in names)]
    names = [name for name in names if not any(_holds(sentence, name, part) for part in names)]
    name = max(names, key=lambda name: (name.score, name.start), default=None)
    if (name is None and not territory) or (name and name.score < _BARE):
        guessed = max(guessed_names(sentence, names), key=lambda name: name.score, default=None)
        name = guessed if name is None or (guessed and guessed.score > name.score) else name
    if name is not None:
        if territory is None and single(sentence.index, name.rows) is None:
            territory = next(iter(mentioned(sentence, sure=False)), None)
        hint = territory.which.code if territory and territory.kind == "dep" else departement
        return _place(sentence, make, _widened(sentence, name, said), code=code, departement=hint)
    if territory:
        which = territory.which
        span = sentence.tokens[territory.start].start, sentence.tokens[territory.end - 1].end
        return Place(departement=which.code if territory.kind == "dep" else None, region=which.region, span=span)
    return _lone(sentence, make, code)


def _of_its_city(sentence: Sentence, name: Name, beside: Sequence[Name]) -> Name:
    """ "gare de lyon paris": of the places of that name, the one in the city that is named beside it."""
    own = tuple(row for row in name.rows if any(_inside_city(sentence, row, city) for city in beside))
    return replace(name, rows=own) if own else name


def _holds(sentence: Sentence, city: Name, part: Name) -> bool:
    """ "belleville paris": the other name is an arrondissement of this city, and says more."""
    return len(part.rows) == 1 and _inside_city(sentence, part.rows[0], city)


def _widened(sentence: Sentence, name: Name, said: Sequence[Name]) -> Name:
    """ "toulouse matabiau", "gare du nord paris": a town and its quarter side by side are one place."""
    for other in said:
        touches = (name.end == other.start and not sentence.breaks[other.start]) or (
            other.end == name.start and not sentence.breaks[name.start]
        )
        same = other.rows == name.rows or _holds(sentence, other, name) or _quarter(sentence, other, name)
        if touches and same:
            name = replace(name, start=min(name.start, other.start), end=max(name.end, other.end))
    return name


def _inside_city(sentence: Sentence, row: int, city: Name) -> bool:
    return bool(sentence.index["parent"][row] == sentence.index["code"][city.rows[0]])


def _quarter(sentence: Sentence, name: Name, city: Name) -> bool:
    """ "lille moulins": the second of two names side by side, far smaller, is a quarter of the first; so is what is
    said to be one ("quartier saint michel à bordeaux").
    """
    if _holds(sentence, city, name):
        return False
    size = sentence.index["population"]
    beside = city.end == name.start and not sentence.breaks[name.start]
    called = any(sentence.words[at] == "quartier" for at in range(max(0, name.start - 3), name.start))
    larger = size[city.rows[0]] > (1 if called else 5) * size[name.rows[0]]
    return (beside or called) and city is not name and bool(larger)


def _part(sentence: Sentence, name: Name, said: Mention) -> bool:
    """Whether a name is a piece of a territory's ("Calais" in "Pas-de-Calais") or is the territory ("en Mayenne")."""
    if name.start < said.start or name.end > said.end:
        return False
    before = sentence.words[max(0, said.start - 2) : said.start]
    return said.end - said.start > 1 or any(word in ("dans", "departement", "en", "le", "la") for word in before)


def _inside(name: Name, code: Code | None) -> bool:
    return code is not None and name.start < code.end and code.start < name.end


def _lone(sentence: Sentence, make: Make, code: Code | None) -> Place:
    """An arrondissement's or a département's number by itself, or the département of an unknown postal code."""
    if numbered := numbers.lone_arrondissement(sentence):
        start, end, rows = numbered
        return chosen(sentence.index, make, rows, span=(sentence.tokens[start].start, sentence.tokens[end - 1].end))
    found = numbers.lone_departement(sentence)
    if (
        found is None
        and code
        and code.postal
        and ("cedex" in sentence.words or sentence.strength(code.start, code.end) > 1)
    ):
        at, number = code.start, code.digits[:3] if code.digits[:2] in ("97", "98") else code.digits[:2]
    elif found:
        at, number = found
    else:
        return Place()
    known = territories(sentence.index, "dep").get({"20": "2A"}.get(number, number))
    if known is None:
        return Place()
    token = sentence.tokens[at]
    return Place(departement=known.code, region=known.region, span=(token.start, token.end), certain=code is None)


def _beside_code(sentence: Sentence, code: Code) -> Name | None:
    """The name written next to a postal code, however usual a word it is: it must belong to the code."""
    index, count = sentence.index, len(sentence.words)
    spans = [(code.end, end) for end in range(min(count, code.end + 8), code.end, -1)]
    spans += [(start, code.start) for start in range(max(0, code.start - 8), code.start)]
    departement = _departement_of(index, code)
    for start, end in spans:
        words = written_out(sentence.words[start:end])
        rows = exact(index, words)
        own = tuple(row for row in rows if row in code.rows)
        if not own and code.rows and index["parent"][code.rows[0]] in [index["code"][row] for row in rows]:
            own = code.rows  # "marseille 13015"
        own = own or within(index, rows, departement)
        if own and (len(words) > 1 or len(words[0]) > 1):
            return Name(min(start, code.start), max(end, code.end), own, 99.0)
    return None


def _departement_of(index: Index, code: Code) -> str:
    if code.rows:
        departement: str = index["departement"][code.rows[0]]
        return departement
    return code.digits[:3] if code.digits[:2] in ("97", "98") else code.digits[:2]


def _of_code(sentence: Sentence, make: Make, code: Code, names: Sequence[Name]) -> Place:
    """A known code: the name elsewhere in the sentence decides between the communes that share it."""
    span = sentence.tokens[code.start].start, sentence.tokens[code.end - 1].end
    rows = next((own for name in names if (own := tuple(row for row in name.rows if row in code.rows))), code.rows)
    candidates = tuple(make(row) for row in rows)
    first = candidates[0]
    return Place(
        commune=first if len(candidates) == 1 else None,
        candidates=candidates,
        ambiguous=len(candidates) > 1,
        postal=code.digits if code.postal else None,
        departement=first.departement,
        region=first.region,
        span=span,
    )


def _place(sentence: Sentence, make: Make, name: Name, *, code: Code | None, departement: str | None) -> Place:
    """The place of a name: which of its namesakes, which arrondissement."""
    index = sentence.index
    rows, start, end = _decided(sentence, name, code=code, departement=departement)
    row = single(index, rows)
    numbered = None if row is None else numbers.numbered(sentence, row, start=start, end=end)
    if numbered:
        row, start, end = numbered
    return chosen(
        index,
        make,
        rows if row is None else (row,),
        span=(sentence.tokens[start].start, sentence.tokens[end - 1].end),
        certain=name.certain,
        postal=code.digits if code and code.postal and code.rows else None,
    )


def _decided(
    sentence: Sentence, name: Name, *, code: Code | None, departement: str | None
) -> tuple[tuple[int, ...], int, int]:
    """Rows left once a number beside the name, a postal code or the person's département has decided; tokens."""
    index, start, end = sentence.index, name.start, name.end
    for at, step in ((end, (start, end + 1)), (start - 1, (start - 1, end))):
        number = numbers.departement_number(sentence, at)
        own = within(index, _namesakes(sentence, name), number)
        if own:
            return own, *step
    rows = within(index, name.rows, _departement_of(index, code) if code and code.postal else None) or name.rows
    return within(index, rows, departement) or rows, start, end


def chosen(
    index: Index,
    make: Make,
    rows: tuple[int, ...],
    *,
    span: tuple[int, int],
    certain: bool = True,
    postal: str | None = None,
) -> Place:
    """The place of those rows (largest first): one of them when it is clearly meant, else all as candidates."""
    row = single(index, rows)
    candidates = tuple(make(each) for each in (rows if row is None else (row,)))
    shared = {commune.departement for commune in candidates}
    return Place(
        commune=None if row is None else candidates[0],
        candidates=candidates,
        ambiguous=row is None,
        postal=postal,
        departement=candidates[0].departement if len(shared) == 1 else None,
        region=candidates[0].region if len(shared) == 1 else None,
        certain=certain,
        span=span,
    )


def _namesakes(sentence: Sentence, name: Name) -> tuple[int, ...]:
    """All the communes a name may mean once a département is said beside it."""
    words = written_out(sentence.words[name.start : name.end])
    former: tuple[int, ...] = sentence.index["former"].get("".join(words), ())
    short: tuple[int, ...] = sentence.index["short"].get("".join(words), ())
    return (*name.rows, *(row for row in (*former, *short) if row not in name.rows))
