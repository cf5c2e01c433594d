"""What a file changes in the calendar: once, wholly, and told in the audit."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

import pytest

from bot.calendars.carrying import ImportEvents, carry_out, note
from bot.calendars.found import Found
from bot.calendars.plan import Plan, plan
from bot.keys import new_keys
from bot.records import audit
from bot.records.campaign import Kind, State
from bot.records.campaigns import about
from bot.records.diary import ChangedError, announce, announced, cancel, kept, revise
from bot.records.effects import Desk
from bot.records.privacy import Vault
from bot.records.subscriptions import Wish, subscribe
from bot.talk.event_line import read_line
from bot.talk.message import Address
from tests.calendars.conftest import TODAY, calendar, read
from tests.databases import Database
from tests.house import TUESDAY

FIRST = "UID:a\nSUMMARY:Atelier\nDTSTART:20270316T133000Z\nLOCATION:Nantes"
SERIES = "UID:s\nSUMMARY:Café\nDTSTART;TZID=Europe/Paris:20270316T100000\nRRULE:FREQ=WEEKLY;COUNT=3"
VAULT = Vault(new_keys())


@pytest.fixture
def connection(database: Database):
    with database.engine.begin() as connection:
        yield connection


def previewed(connection, *events: str, **others: str) -> tuple[Plan, Found]:
    found = read(calendar(*events), **others)
    return plan(found, kept(connection), today=TODAY), found


def wanted(planned: Plan, found: Found) -> ImportEvents:
    return ImportEvents(planned, found, TODAY, lambda where: (where,))


def imported(connection, *events: str, now: datetime = TUESDAY, **others: str) -> tuple[int, int, int, int]:
    """How many are added, changed, called off, the same."""
    planned, found = previewed(connection, *events, **others)
    carry_out(Desk(connection, VAULT, now), wanted(planned, found))
    note(Desk(connection, VAULT, now), planned)
    return len(planned.added), len(planned.changed), len(planned.called_off), planned.same


def test_the_same_file_twice_changes_nothing(connection) -> None:
    assert imported(connection, FIRST, SERIES) == (4, 0, 0, 0)
    before = kept(connection)
    assert imported(connection, FIRST, SERIES) == (0, 0, 0, 4)
    assert kept(connection) == before


def test_an_event_is_known_again_by_its_name(connection) -> None:
    imported(connection, FIRST)
    changed = FIRST.replace("Atelier", "Forum").replace("20270316", "20270317")
    assert imported(connection, changed) == (0, 1, 0, 0)
    (event,) = announced(connection)
    assert (event.title, str(event.start), event.revision) == ("Forum", "2027-03-17", 1)


def test_an_event_called_off_stays_marked_and_is_not_announced_again(connection) -> None:
    imported(connection, FIRST)
    assert imported(connection, FIRST + "\nSTATUS:CANCELLED") == (0, 0, 1, 0)
    assert [event.cancelled for event in announced(connection)] == [True]
    assert imported(connection, FIRST + "\nSTATUS:CANCELLED") == (0, 0, 0, 1)
    planned, _ = previewed(connection, FIRST.replace("Nantes", "Rezé"))
    assert (planned.changes, planned.stay_off) == (0, 1)


def test_one_called_off_before_it_was_announced_is_left_aside(connection) -> None:
    planned, _ = previewed(connection, FIRST + "\nSTATUS:CANCELLED")
    assert (planned.changes, planned.never) == (0, 1)


def test_the_days_that_leave_a_series_are_called_off(connection) -> None:
    imported(connection, SERIES, FIRST)
    assert imported(connection, SERIES + "\nEXDATE:20270323T090000Z") == (0, 0, 1, 2)
    assert imported(connection, SERIES.replace("T100000", "T110000").replace("COUNT=3", "COUNT=4")) == (1, 2, 0, 0)
    gone = [event.start.isoformat() for event in announced(connection) if event.cancelled and event.start]
    assert gone == ["2027-03-23"]


def test_a_series_that_is_refused_calls_nothing_off(connection) -> None:
    imported(connection, SERIES)
    planned, _ = previewed(connection, SERIES.replace(";COUNT=3", ""))
    assert (planned.changes, [refused.key for refused in planned.refused]) == (0, ["events-rule-endless"])


def test_days_that_are_over_are_not_called_off(connection) -> None:
    over = "UID:s\nSUMMARY:a\nDTSTART;VALUE=DATE:20260309\nRRULE:FREQ=DAILY;COUNT=3"
    assert imported(connection, over) == (2, 0, 0, 0)
    planned, _ = previewed(connection, over + "\nEXDATE;VALUE=DATE:20260310")
    assert len(planned.called_off) == 1
    found = read(calendar(over + "\nEXDATE;VALUE=DATE:20260310"))
    assert plan(found, kept(connection), today=datetime(2026, 3, 11).date()).called_off == ()


def test_an_event_that_moves_to_a_series_is_not_announced_twice(connection) -> None:
    imported(connection, SERIES.partition("\nRRULE")[0])
    assert imported(connection, SERIES) == (2, 0, 0, 1)


def test_what_an_agent_corrected_stays_until_the_file_says_something_new(connection) -> None:
    imported(connection, FIRST)
    (event,) = kept(connection)
    revise(connection, event.number, replace(event.what, place="Saint-Nazaire"), revision=0, now=TUESDAY)
    assert imported(connection, FIRST) == (0, 0, 0, 1)
    assert imported(connection, FIRST.replace("Nantes", "Rezé")) == (0, 1, 0, 0)


def test_what_was_announced_by_hand_is_known_again_by_its_title_and_date(connection) -> None:
    written = read_line("atelier | 16/03/2027 14:30 | Nantes", today=TODAY)
    announce(connection, replace(written, territory="dep-44"), now=TUESDAY)
    planned, _ = previewed(connection, FIRST)
    assert (len(planned.added), len(planned.changed)) == (0, 1)
    assert previewed(connection, FIRST, territory="dep-49")[0].added


def test_two_territories_may_have_the_same_file(connection) -> None:
    assert imported(connection, FIRST) == (1, 0, 0, 0)
    assert imported(connection, FIRST, territory="dep-49") == (1, 0, 0, 0)
    assert [event.territory for event in announced(connection)] == ["dep-44", "dep-49"]


def test_two_events_of_one_title_and_date_keep_their_names(connection) -> None:
    other = FIRST.replace("UID:a", "UID:b").replace("T1330", "T1630")
    assert imported(connection, FIRST) == (1, 0, 0, 0)
    assert imported(connection, other, FIRST) == (1, 0, 0, 1)
    assert imported(connection, other, FIRST) == (0, 0, 0, 2)


def test_the_same_line_twice_in_a_table_is_refused() -> None:
    found = read("titre;date\nAtelier;16/03/2027\natelier;2027-03-16\n")
    planned = plan(found, [], today=TODAY)
    assert [(refused.line, refused.key) for refused in planned.refused] == [(3, "events-twice")]
    assert planned.refused[0].arguments == {"first": 2}
    named = read("titre;date;id\nAtelier;16/03/2027;1\nAtelier;2027-03-16;2\n")
    assert len(plan(named, [], today=TODAY).added) == 2


def test_a_calendar_that_moved_since_the_preview_is_left_as_it_is(connection) -> None:
    imported(connection, FIRST)
    planned, found = previewed(connection, FIRST.replace("Nantes", "Rezé"))
    cancel(connection, kept(connection)[0].number, now=TUESDAY)
    before = kept(connection)
    with pytest.raises(ChangedError):
        carry_out(Desk(connection, VAULT, TUESDAY), wanted(planned, found))
    assert kept(connection) == before


def test_an_event_that_somebody_announced_since_the_preview_is_not_announced_twice(connection) -> None:
    planned, found = previewed(connection, FIRST)
    announce(connection, found.drafts[0].what, now=TUESDAY)
    with pytest.raises(ChangedError):
        carry_out(Desk(connection, VAULT, TUESDAY), wanted(planned, found))
    assert len(kept(connection)) == 1


def test_what_was_done_is_told_for_each_territory_without_a_word_of_it(connection) -> None:
    imported(connection, FIRST, SERIES + "\nX-SOLIPACTE-TERRITORY:dep-49")
    imported(connection, FIRST + "\nSTATUS:CANCELLED", SERIES.replace("Café", "Thé") + "\nX-SOLIPACTE-TERRITORY:dep-49")
    rows = [entry for _, entry in audit.entries(connection, most=9)]
    assert [(row.actor, row.action, row.target, row.territory) for row in rows] == [
        (audit.NOBODY, "import-events", "new 1", "dep-44"),
        (audit.NOBODY, "import-events", "new 3", "dep-49"),
        (audit.NOBODY, "import-events", "called-off 1", "dep-44"),
        (audit.NOBODY, "import-events", "changed 3", "dep-49"),
    ]
    assert not partial(audit.verify, connection, VAULT)().wrong


def test_no_word_of_a_file_stands_in_the_digests(connection) -> None:
    imported(connection, FIRST.replace("UID:a", "UID:mme.dupont@exemple.fr"))
    (event,) = kept(connection)
    assert "dupont" not in repr(event.origin)
    assert len(event.origin.source) < 50


def test_who_keeps_an_event_learns_that_a_file_moves_it_or_calls_it_off(connection) -> None:
    imported(connection, FIRST)
    (event,) = announced(connection)
    wish = Wish(kept=(event.id,))
    subscribe(connection, VAULT, Address("telegram", "1"), wish, now=TUESDAY)

    def told() -> list[tuple[str, State, int]]:
        return [(each.key, each.status, each.people) for each in about(connection, event.id, Kind.CHANGE)]

    imported(connection, FIRST.replace("Atelier", "Forum"))
    assert told() == [], "nobody would go wrong"
    imported(connection, FIRST.replace("20270316", "20270317"))
    assert told() == [(f"change {event.id} 2", State.READY, 1)]
    imported(connection, FIRST.replace("20270316", "20270317") + "\nSTATUS:CANCELLED")
    assert [each[1:] for each in told()] == [(State.STOPPED, 1), (State.READY, 1)]
