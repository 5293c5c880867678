"""Small real missions for tests, made the way the program makes them."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import MISSING, fields, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from missionplanner.domain import timetable
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, CompanyStop, Side
from missionplanner.domain.figures import Bounded, Figure, Scale, Series
from missionplanner.domain.limits import LINE
from missionplanner.domain.mission import Mission, Sector, Stop, Table, Venue
from missionplanner.domain.people import Person, Role
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, Session, Slot
from missionplanner.messages import message
from missionplanner.store.change import Change
from missionplanner.store.store import Store
from missionplanner.store.tables import UNDOABLE

EXAMPLE = "canada-mexico-2026"
FILES = (
    ("registrations_en.xlsx", "delegation"),
    ("inscriptions_fr.csv", "delegation"),
    ("contrapartes_es.xlsx", "counterpart"),
)
ZONE = timezone(timedelta(hours=-6))
DAY = date(2026, 2, 16)

HOSTILE = (
    "=cmd|'/C calc'!A0", "<b>bold</b> & %s {x}", "../../etc/passwd", "CON", "😀 e\u0301\u0302\u0303", "\u202eevil", "a\0b",
    "'; DROP TABLE companies; --", "Nguyễn Yılmaz Łódź Αθήνα Київ", "x" * LINE, "\x07\x1b[31m",
)  # fmt: skip
"""Texts that break what does not take them as they are."""

Figures = Callable[[str], None]
"""What the fixture `figures` is."""


def moment(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    """A moment of the test mission's day, in its zone."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def damage_of(path: Path) -> list[tuple[object, ...]]:
    """What SQLite finds wrong in a file that has no password: nothing in a whole one."""
    with closing(sqlite3.connect(path)) as db:
        found = [*db.execute("PRAGMA integrity_check"), *db.execute("PRAGMA foreign_key_check")]
    return [row for row in found if row != ("ok",)]


def small_mission(path: Path, delegation: int = 3, counterparts: int = 3, slots: int = 4, tables: int = 2) -> Store:
    """A mission of one stop and session with companies D1.., C1.., all accepted, each with a delegate."""
    store = Store.create(
        path, Mission(name="Test mission", home_country="Canada", host_country="Mexico", starts=DAY, ends=DAY)
    )
    with store.change(message("Fill")) as change:
        stop = change.insert(Stop(name_en="Mexico City", time_zone="America/Mexico_City", starts=DAY, ends=DAY))
        venue = change.insert(Venue(stop_id=stop, name="Hall"))
        change.insert_all(Table(venue_id=venue, number=n + 1) for n in range(tables))
        session = Session(venue_id=venue, starts=moment(9), ends=moment(9) + timedelta(minutes=25 * slots))
        change.insert_all(timetable.slots_of(session, change.insert(session)))
        change.insert(Sector(code="AM", name_en="Advanced manufacturing", name_fr="Fabrication de pointe"))
        for side, letter, number in ((Side.DELEGATION, "D", delegation), (Side.COUNTERPART, "C", counterparts)):
            for n in range(1, number + 1):
                key = change.insert(Company(side=side, name=f"{letter}{n}"))
                change.insert(Application(company_id=key, status=Status.ACCEPTED))
                change.insert(Person(company_id=key, given_name="Given", family_name=f"{letter}{n}"))
    store.steps.seal()
    return store


def key_of(store: Store, name: str) -> int:
    """The key of the company of this name."""
    return next(company.id for company in store.all(Company) if company.name == name)


def ask(store: Store, *wishes: tuple[str, str, Priority]) -> None:
    """Enter requests (delegation, counterpart, priority)."""
    with store.change(message("Ask")) as change:
        for one, two, priority in wishes:
            change.insert(
                Request(delegation_id=key_of(store, one), counterpart_id=key_of(store, two), priority=priority)
            )


def ask_all(store: Store, priority: Priority = Priority.MEET) -> None:
    """Everybody of the delegation wants to meet every counterpart."""
    companies = store.all(Company)
    pairs = [(d.name, c.name, priority) for d in companies for c in companies if d.side != c.side and d.name[0] == "D"]
    ask(store, *pairs)


def meet(store: Store, one: str, two: str, slot: int, table: int, **more: object) -> int:
    """Enter a meeting in the slot and at the table of these places (from 0); returns its key."""
    meeting = Meeting(
        delegation_id=key_of(store, one),
        counterpart_id=key_of(store, two),
        slot_id=store.all(Slot)[slot].id,
        table_id=store.all(Table)[table].id,
        **more,  # type: ignore[arg-type]
    )
    with store.change(message("Meet")) as change:
        return change.insert(meeting)


def add_trade(change: Change, source: str = "Office of statistics", **more: object) -> int:
    """Enter a series "trade" with two figures that say where they are from; return its key."""
    usual = {"name_en": "Trade", "name_fr": "Échanges", "currency": "CAD", "scale": Scale.BILLION}
    key = change.insert(Series(**{"code": "trade", **usual, **more}))  # type: ignore[arg-type]
    day = date(2025, 6, 30)
    first = Figure(series_id=key, period="1994", value=5, bounded=Bounded.UNDER, source=source, as_of=day)
    change.insert_all([first, replace(first, period="2024", value=56, bounded=Bounded.OVER)])
    return key


def go_to(store: Store, name: str, stops: Iterable[int]) -> None:
    """Have a company go to these stops only."""
    with store.change(message("Go")) as change:
        for stop in stops:
            change.insert(CompanyStop(company_id=key_of(store, name), stop_id=stop))


def other_day(store: Store) -> date:
    """Give the mission a second day with two slots from nine on; returns it."""
    day = DAY + timedelta(1)
    session = Session(venue_id=store.all(Venue)[0].id, starts=moment(9, day=day), ends=moment(9, 50, day))
    with store.change(message("Tuesday")) as change:
        change.insert_all(timetable.slots_of(session, change.insert(session)))
        change.update(replace(store.all(Stop)[0], ends=day))
    return day


def without(snapshot: Snapshot, **parts: object) -> Snapshot:
    """The snapshot with some of its tables replaced."""
    return replace(snapshot, **parts)  # type: ignore[arg-type]


def whole(store: Store) -> dict[str, object]:
    """Everything undo reaches."""
    return {table.name: store.all(table.kind) for table in UNDOABLE}


def undone_and_redone(store: Store, before: dict[str, object]) -> None:
    """Undo the last step and redo it, twice, and compare the whole mission each time."""
    after = whole(store)
    assert after != before
    for _round in range(2):
        store.undo()
        assert whole(store) == before
        store.redo()
        assert whole(store) == after


def check_undo(store: Store, act: Callable[[Store], object], label: str) -> None:
    """Act; the last step then has this label, and is undone and redone exactly."""
    act(store)
    assert store.steps.undo_label == label
    store.undo()
    before = whole(store)
    store.redo()
    undone_and_redone(store, before)


def defaults(kind: type) -> dict[str, object]:
    """What a new record holds where nothing is entered, but for empty texts and None."""
    return {one.name: one.default for one in fields(kind) if one.default not in (MISSING, "", None)}


INTERPRETER = Role(id=8, name_en="Interpreter", meets=False, interprets=True)
"""The role of interpreters as every mission begins with it, with its key."""


def interpreter(name: str, languages: str = "en,es", **more: object) -> Person:
    """Return somebody who interprets."""
    given, _blank, family = name.partition(" ")
    return Person(given_name=given, family_name=family, languages=languages, role_id=INTERPRETER.id, **more)  # type: ignore[arg-type]


def snapshot_of(**parts: object) -> Snapshot:
    """A mission in memory: two companies of each side, two stops a day apart, five slots, no meetings.

    Slots 1 to 3 are those of the Hall (tables 1 and 2), slot 4 lies beside slot 2 at the Plant (table 3) of the same
    stop, slot 5 is the next day at the Tower (table 4) of the other stop. Whatever is named replaces a table, but for
    `interpreters`, who are people besides.
    """
    tomorrow = DAY + timedelta(1)
    names = {1: "D1", 2: "D2", 3: "C1", 4: "C2"}
    spans = ((1, 9, 0, DAY), (1, 9, 25, DAY), (1, 9, 50, DAY), (2, 9, 25, DAY), (3, 9, 0, tomorrow))
    usual: dict[str, object] = {
        "mission": Mission(name="Test mission", starts=DAY, ends=tomorrow),
        "stops": [
            Stop(id=1, name_en="Mexico City", time_zone="America/Mexico_City", starts=DAY, ends=DAY),
            Stop(id=2, name_en="Monterrey", time_zone="America/Monterrey", starts=tomorrow, ends=tomorrow),
        ],
        "venues": [Venue(id=n, stop_id=stop, name=name) for n, stop, name in VENUES],
        "tables": [Table(id=n, venue_id=venue, number=number) for n, venue, number in TABLES],
        "sessions": [
            Session(id=n, venue_id=n, starts=moment(9, day=day), ends=moment(10, 15, day))
            for n, day in ((1, DAY), (2, DAY), (3, tomorrow))
        ],
        "slots": [
            Slot(id=n, session_id=session, starts=moment(h, m, day), ends=moment(h, m, day) + timedelta(minutes=20))
            for n, (session, h, m, day) in enumerate(spans, start=1)
        ],
        "companies": [
            Company(id=n, side=Side.DELEGATION if name[0] == "D" else Side.COUNTERPART, name=name)
            for n, name in names.items()
        ],
        "applications": [Application(id=n, company_id=n, status=Status.ACCEPTED) for n in names],
        "people": [Person(id=n, company_id=n, given_name="Given", family_name=names[n]) for n in names],
    }
    # Interpreters are people of a role.
    more: list[object] = list(parts.pop("interpreters", ()))  # type: ignore[call-overload]
    if more:
        people: object = parts.get("people", usual["people"])
        parts |= {"people": [*people, *more], "roles": [INTERPRETER]}  # type: ignore[misc]
    empty = {one.name: [] for one in fields(Snapshot)}
    return Snapshot(**{**empty, **usual, **parts})  # type: ignore[arg-type]


VENUES = ((1, 1, "Hall"), (2, 1, "Plant"), (3, 2, "Tower"))
TABLES = ((1, 1, 1), (2, 1, 2), (3, 2, 1), (4, 3, 1))


def meeting(key: int, one: int, other: int, slot: int, table: int = 1, **more: object) -> Meeting:
    """A meeting of the companies of these keys in a `snapshot_of`."""
    return Meeting(
        id=key, delegation_id=one, counterpart_id=other, slot_id=slot, table_id=table, **more  # type: ignore[arg-type]
    )  # fmt: skip
