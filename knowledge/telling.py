"""Events and contacts as records, so that one search finds everything."""

from __future__ import annotations

from knowledge.dates import hour, when
from knowledge.model import Contact, Event, Record, Value


def of_event(event: Event) -> Record:
    """What an event says when somebody asks about it."""
    dated, at = when(event), hour(event.hour) if event.hour else ""
    where = "en visioconférence" if event.online else event.place
    values = [Value(kind="date", of=event.title, said=dated)]
    values += [Value(kind="hour", of=event.title, said=at)] if at else []
    values += [Value(kind="place", of=event.title, said=where)] if where else []
    values += [Value(kind="person", of=f"organisateur {event.title}", said=event.organiser)] if event.organiser else []
    values += [Value(kind="date", of="inscription", said=event.registration)] if event.registration else []
    said = [dated, at and f"à {at}", where]
    line = f"{event.title} : {', '.join(part for part in said if part)}."
    detail = [
        event.organiser and f"Organisation : {event.organiser}.",
        event.registration and f"Inscription : {event.registration}.",
        event.detail,
    ]
    english = [
        when(event, "en"),
        hour(event.hour, "en") if event.hour else "",
        "online" if event.online else event.place,
    ]
    return Record(
        id=event.id,
        kind="calendar",
        title=event.title,
        text=" ".join(part for part in (line, *detail) if part),
        simple=" ".join(part for part in (line, event.simple) if part),
        english=f"{event.title}: {', '.join(part for part in english if part)}.",
        document=event.document,
        quotes=(event.quote,),
        axes=event.axes,
        territories=(event.territory,) if event.territory else (),
        years=(event.start.year,) if event.start else (),
        values=tuple(values),
        questions=event.questions,
        words=(*event.words, "calendrier", "événement"),
    )


def of_contact(contact: Contact) -> Record:
    """What is said of somebody to write to."""
    values = [Value(kind="person", of=f"{contact.role} {contact.who}", said=contact.name)] if contact.name else []
    values += [Value(kind="address", of=contact.who, said=contact.address)] if contact.address else []
    reached = f"Pour écrire : {contact.address}." if contact.address and contact.address not in contact.detail else ""
    named = f"{contact.name}, {contact.role}." if contact.role and contact.name else f"{contact.who}."
    text = contact.detail or named
    return Record(
        id=contact.id,
        kind="actor",
        title=contact.who,
        text=" ".join(part for part in (text, reached) if part),
        simple=" ".join(part for part in (contact.simple or text, reached) if part),
        english=f"{contact.who}{f': {contact.address}' if contact.address else ''}.",
        document=contact.document,
        quotes=(contact.quote,),
        territories=(contact.territory,) if contact.territory else (),
        values=tuple(values),
        questions=contact.questions,
        words=contact.words,
    )
