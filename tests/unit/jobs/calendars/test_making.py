"""Calendars that are made again update those that were opened before, in every program that follows RFC 5546."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream

from missionplanner.domain.calendar_entries import CalendarEntry
from missionplanner.domain.companies import Company
from missionplanner.domain.events import Event
from missionplanner.domain.mission import Venue
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.errors import UserError
from missionplanner.jobs.calendars import making
from missionplanner.jobs.calendars.making import CalendarOptions, CalendarsMade
from missionplanner.jobs.calendars.owners import CalendarOf
from missionplanner.jobs.job import run_now
from missionplanner.messages import message
from missionplanner.store.change import Change
from missionplanner.store.store import Store
from tests.builders import key_of, meet, moment


@dataclass(frozen=True)
class Seen:
    """An item as a calendar program reads it."""

    uid: str
    sequence: int
    stamp: datetime
    cancelled: bool
    starts: datetime
    ends: datetime
    place: str


def by_icalendar(content: bytes) -> list[Seen]:
    return [
        Seen(
            str(one["UID"]), int(one["SEQUENCE"]), one.decoded("DTSTAMP"), str(one["STATUS"]) == "CANCELLED",
            one.decoded("DTSTART").astimezone(UTC), one.decoded("DTEND").astimezone(UTC), str(one["LOCATION"]),
        )
        for one in icalendar.Calendar.from_ical(content).walk("VEVENT")
    ]  # fmt: skip


def by_vobject(content: bytes) -> list[Seen]:
    (found,) = vobject.readComponents(content.decode())
    return [
        Seen(
            one.uid.value, int(one.sequence.value), one.dtstamp.value, one.status.value == "CANCELLED",
            one.dtstart.value.astimezone(UTC), one.dtend.value.astimezone(UTC), one.location.value,
        )
        for one in found.contents.get("vevent", [])
    ]  # fmt: skip


def by_ical(content: bytes) -> list[Seen]:
    (found,) = IcsCalendarStream.from_ics(content.decode()).calendars
    return [
        Seen(
            one.uid, one.sequence or 0, one.dtstamp.replace(tzinfo=UTC), one.status == "CANCELLED",
            one.start_datetime.astimezone(UTC), one.end_datetime.astimezone(UTC), one.location or "",
        )
        for one in found.events
    ]  # fmt: skip


READERS: tuple[Callable[[bytes], list[Seen]], ...] = (by_icalendar, by_vobject, by_ical)


class Program:
    """A calendar program: what has a higher SEQUENCE, or the same and a later DTSTAMP, replaces what it has.

    So says RFC 5546, 2.1.5 ("Message Sequencing"); Outlook, Google Calendar and Apple Calendar keep an item by its UID
    and take a file's item where it is not older. Some forget the stamp: an update with an equal SEQUENCE is then lost,
    which is the `strict` program here.
    """

    def __init__(self, strict: bool) -> None:
        self.strict, self.items = strict, dict[str, Seen]()

    def open(self, seen: list[Seen]) -> None:
        """Take a file in."""
        assert len({one.uid for one in seen}) == len(seen)
        for one in seen:
            held = self.items.get(one.uid)
            if (
                held is None
                or one.sequence > held.sequence
                or (one.sequence == held.sequence and one.stamp >= held.stamp and not self.strict)
            ):
                self.items[one.uid] = one

    @property
    def shown(self) -> set[tuple[str, datetime, datetime, str]]:
        """What stands, as somebody sees it."""
        return {(one.uid, one.starts, one.ends, one.place) for one in self.items.values() if not one.cancelled}


def wanted(snapshot: Snapshot, company: Company) -> set[tuple[str, datetime, datetime, str]]:
    """What the plan says of a company, written down anew."""
    found = set()
    for meeting in snapshot.meetings:
        if meeting.status is not MeetingStatus.CANCELLED and company.id in meeting.pair and meeting.table_id:
            slot, table = snapshot.slot[meeting.slot_id], snapshot.table[meeting.table_id]
            place = f"{snapshot.venue_of_slot[slot.id].name}, table {table.number}"
            found.add((f"{meeting.uid}@missionplanner", slot.starts, slot.ends, place))
    for event in snapshot.events:
        if snapshot.attends(company.id, event):
            found.add((f"{event.uid}@missionplanner", event.starts, event.ends, event.place))
    return found


def change(store: Store, chance: random.Random) -> None:
    """Do one of what happens to a plan."""
    with store.change(message("Change")) as step:
        chance.choice((_place, _delete, _cancel, _postpone, _add_event, _rename, _add_meeting))(store, step, chance)


def _place(store: Store, step: Change, chance: random.Random) -> None:
    for one in store.all(Meeting)[:1]:
        step.update(replace(one, table_id=chance.randint(1, 2)))


def _delete(store: Store, step: Change, chance: random.Random) -> None:
    if meetings := store.all(Meeting):
        step.delete(Meeting, [chance.choice(meetings).id])


def _cancel(store: Store, step: Change, chance: random.Random) -> None:
    for one in store.all(Meeting)[-1:]:
        step.update(replace(one, status=chance.choice((MeetingStatus.CANCELLED, MeetingStatus.PLANNED))))


def _postpone(store: Store, step: Change, _chance: random.Random) -> None:
    for one in store.all(Event)[-1:]:
        step.update(replace(one, starts=one.starts + timedelta(minutes=5), ends=one.ends + timedelta(minutes=5)))


def _add_event(_store: Store, step: Change, chance: random.Random) -> None:
    starts = moment(chance.randint(17, 20))
    step.insert(Event(stop_id=1, name_en="Dinner", starts=starts, ends=starts + timedelta(hours=1), place="Club"))


def _rename(store: Store, step: Change, chance: random.Random) -> None:
    step.update(replace(store.all(Venue)[0], name=chance.choice(("Hall", "Great hall"))))


def _add_meeting(store: Store, step: Change, chance: random.Random) -> None:
    ours, theirs = key_of(store, f"D{chance.randint(1, 3)}"), key_of(store, f"C{chance.randint(1, 2)}")
    taken = {one.slot_id for one in store.all(Meeting)}
    for slot in sorted({1, 2, 3, 4} - taken)[:1]:
        step.insert(Meeting(slot_id=slot, table_id=1, delegation_id=ours, counterpart_id=theirs))


def test_after_random_changes_every_program_shows_the_plan(store: Store, tmp_path: Path) -> None:
    chance = random.Random(7)
    whose = [store.get(Company, key_of(store, name)) for name in ("D1", "C1")]
    programs = {
        (one.id, reader, strict): Program(strict) for one in whose for reader in READERS for strict in (True, False)
    }
    for n in range(200):
        if chance.random() < 0.1 and n:
            store.undo()
        else:
            change(store, chance)
        if chance.random() < 0.2:
            one = chance.choice(whose)
            options = CalendarOptions(frozenset({one.id}), (CalendarOf.COMPANY,))
            made = run_now(making.make(tmp_path / str(n), options), store)
            content = made.paths[0].read_bytes()
            expected = wanted(store.snapshot(), one)
            for reader in READERS:
                seen = reader(content)
                for strict in (True, False):
                    program = programs[one.id, reader, strict]
                    program.open(seen)
                    assert program.shown == expected


def made_again(store: Store, folder: Path, *kinds: CalendarOf, reminder: int | None = None) -> CalendarsMade:
    keys = frozenset(company.id for company in store.all(Company))
    return run_now(making.make(folder, CalendarOptions(keys, kinds, reminder=reminder)), store)


def test_an_unchanged_mission_makes_equal_files(store: Store, tmp_path: Path) -> None:
    meet(store, "D1", "C1", 0, 0)
    first, second = (made_again(store, tmp_path / name, *CalendarOf) for name in ("a", "b"))
    assert [path.name for path in first.paths] == [path.name for path in second.paths]
    assert [path.read_bytes() for path in first.paths] == [path.read_bytes() for path in second.paths]
    assert (second.told, second.changed, second.cancelled) == ((), 0, 0)
    assert making.words(second) == "0 items are told otherwise than before; 0 are told as cancelled."


def test_what_changed_is_counted_and_kept(store: Store, tmp_path: Path) -> None:
    key, gone = meet(store, "D1", "C1", 0, 0), meet(store, "D2", "C2", 1, 1)
    made_again(store, tmp_path / "a", CalendarOf.MISSION)
    with store.change(message("Move")) as step:
        step.update(replace(store.get(Meeting, key), table_id=2))
        step.update(replace(store.get(Meeting, gone), status=MeetingStatus.CANCELLED))
    made = made_again(store, tmp_path / "b", CalendarOf.MISSION)
    assert (made.changed, made.cancelled) == (1, 1)
    assert making.words(made) == "1 item is told otherwise than before; 1 is told as cancelled."
    assert [(one.owner, one.sequence, one.stands) for one in store.all(CalendarEntry)[2:]] == [
        ("", 1, True), ("", 1, False),
    ]  # fmt: skip
    store.undo()
    assert len(store.all(CalendarEntry)) == 4
    titles = [str(one["SUMMARY"]) for one in icalendar.Calendar.from_ical(made.paths[0].read_bytes()).walk("VEVENT")]
    assert titles == ["D1 – C1", "Cancelled: D2 – C2"]


def test_what_was_deleted_is_cancelled_without_its_name(store: Store, tmp_path: Path) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    made_again(store, tmp_path / "a", CalendarOf.VENUE)
    with store.change(message("Delete")) as step:
        step.delete(Meeting, [key])
    made = made_again(store, tmp_path / "b", CalendarOf.VENUE)
    (event,) = icalendar.Calendar.from_ical(made.paths[0].read_bytes()).walk("VEVENT")
    assert (str(event["SUMMARY"]), str(event["STATUS"]), event.decoded("DTSTART")) == (
        "Cancelled", "CANCELLED", moment(9),
    )  # fmt: skip


def test_a_reminder_is_there_where_it_is_wanted(store: Store, tmp_path: Path) -> None:
    meet(store, "D1", "C1", 0, 0)
    made = made_again(store, tmp_path, CalendarOf.MISSION, reminder=15)
    (alarm,) = icalendar.Calendar.from_ical(made.paths[0].read_bytes()).walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(minutes=-15)


def test_a_mission_that_is_read_only_makes_what_was_told_alone(store: Store, tmp_path: Path) -> None:
    meet(store, "D1", "C1", 0, 0)
    with Store.open(store.path, read_only=True) as other:
        with pytest.raises(UserError, match="the numbers of its calendars cannot be kept"):
            made_again(other, tmp_path / "a", CalendarOf.MISSION)
        made_again(store, tmp_path / "b", CalendarOf.MISSION)
        assert len(made_again(other, tmp_path / "c", CalendarOf.MISSION).paths) == 1


def test_one_company_has_one_file(store: Store, tmp_path: Path) -> None:
    meet(store, "D1", "C1", 0, 0)
    job = making.one(tmp_path / "d1.ics", lambda snapshot: snapshot.company[key_of(store, "D1")])
    assert run_now(job, store).paths == (tmp_path / "d1.ics",)
    assert [entry.sequence for entry in store.all(CalendarEntry)] == [0]
    assert (tmp_path / "d1.ics").read_bytes().count(b"BEGIN:VEVENT") == 1
