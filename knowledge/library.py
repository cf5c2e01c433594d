"""All that the content folders hold, by identifier; what the operator writes comes before what is shipped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.files import ContentError, Item, read_folder
from knowledge.model import Contact, Document, Event, Model, Record, Territory
from knowledge.telling import of_contact, of_event

CONTENT = Path(__file__).parent / "content"


@dataclass(frozen=True, slots=True, repr=False)
class Library:
    """What was read. `records` holds the events and the contacts too, as records; `places`: where each id stands."""

    documents: Mapping[str, Document]
    territories: Mapping[str, Territory]
    records: Mapping[str, Record]
    events: Mapping[str, Event]
    contacts: Mapping[str, Contact]
    places: Mapping[str, Item]

    @classmethod
    def read(cls, *folders: Path) -> Library:
        """Read folders; an id of a later folder replaces the same id of an earlier one.

        Raises ContentError, with the file and the line, for the first thing that is wrong.
        """
        items = {key: item for folder in folders for key, item in _of_folder(folder).items()}
        found = {kind: _named(kind, items) for kind in (Document, Territory, Record, Event, Contact)}
        events, contacts = found[Event], found[Contact]
        records = {**found[Record]}
        records.update((each.id, of_event(each)) for each in events.values() if isinstance(each, Event))
        records.update((each.id, of_contact(each)) for each in contacts.values() if isinstance(each, Contact))
        places = {each.what.id: each for each in items.values() if isinstance(each.what, Record | Event | Contact)}
        library = cls(found[Document], found[Territory], records, events, contacts, places)  # type: ignore[arg-type] # by kind
        library._check(items.values())
        return library

    def file_of(self, record: Record) -> tuple[str, ...]:
        """The file names of the documents that a record comes from, the first first."""
        return tuple(self.documents[name].file for name in (record.document, *record.also))

    def _check(self, items: Iterable[Item]) -> None:
        for item in items:
            for name, target, known in _references(item.what, self):
                if target not in known:
                    raise ContentError(
                        f"{item.path}:{item.line} : « {_id(item.what)} » nomme {name} « {target} », qui n’existe pas."
                    )


def _id(what: Model) -> str:
    return str(getattr(what, "id", ""))


def _of_folder(folder: Path) -> dict[tuple[type[Model], str], Item]:
    items: dict[tuple[type[Model], str], Item] = {}
    for item in read_folder(folder):
        key = (type(item.what), _id(item.what))
        before = items.get(key)
        if before and not isinstance(item.what, Territory):
            raise ContentError(f"{item.path}:{item.line} : « {key[1]} » existe déjà ({before.path}:{before.line}).")
        items.setdefault(key, item)
    return items


def _named(kind: type[Model], items: Mapping[tuple[type[Model], str], Item]) -> dict[str, Model]:
    return {name: item.what for (made, name), item in items.items() if made is kind}


def _references(what: Model, library: Library) -> Iterator[tuple[str, str, Iterable[str]]]:
    """What an item names that must exist: (what it is, its id, the ids there are)."""
    if isinstance(what, Record | Event | Contact):
        yield "le document", what.document, library.documents
    if isinstance(what, Record):
        yield from (("le document", each, library.documents) for each in what.also)
        yield from (("la réponse", each, library.records) for each in what.see)
        for each in (*what.territories, *(territory for value in what.values for territory in value.territories)):
            yield "le territoire", each, library.territories
    if isinstance(what, Event | Contact) and what.territory:
        yield "le territoire", what.territory, library.territories
    if isinstance(what, Territory):
        yield from (("le territoire", each, library.territories) for each in what.inside)
        yield from (("la réponse", each, library.records) for each in what.priorities)
    if isinstance(what, Document) and what.about:
        yield "le territoire", what.about, library.territories
