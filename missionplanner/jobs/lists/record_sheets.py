"""The sheets of records in workbooks, which are read back: their columns, their order and their marks."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from missionplanner.domain.briefings import in_order
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journeys import in_order as in_time
from missionplanner.domain.milestones import due_tasks
from missionplanner.domain.own_fields import Subject
from missionplanner.domain.people import Person
from missionplanner.domain.rooms import Stay, in_figures
from missionplanner.domain.snapshot import Snapshot
from missionplanner.exchange.books import BookColumn, BookSheet
from missionplanner.i18n import N_, Translator
from missionplanner.jobs.lists import (
    own_columns,
    plan_columns,
    record_columns,
    result_columns,
    row_marks,
    timetable_sheets,
    travel_columns,
)
from missionplanner.jobs.lists.record_columns import RecordColumn, SheetFacts

NAMES = {
    "companies": N_("Companies"), "people": N_("People"), "requests": N_("Requests"), "meetings": N_("Meetings"),
    "events": N_("Events"), "arrivals": N_("Arrivals"), "rooms": N_("Rooms"), "vehicles": N_("Vehicles"),
    "figures": N_("Figures"), "briefings": N_("Market briefing"),
    "milestones": N_("Milestones"), "tasks": N_("Tasks"),
    "relationships": N_("Relationships"), "agreements": N_("Agreements"),
}  # fmt: skip
"""The sheets of records, which are read back, by their kinds."""
WHERE_ANY = tuple(kind for kind in NAMES if kind not in ("companies", "people", "requests", "meetings", "events"))
"""The kinds that have a sheet only where there are some."""
_OWN = {"companies": Subject.COMPANY, "people": Subject.PERSON, "requests": Subject.REQUEST}
"""The kinds that own fields can be of."""


def whole(facts: SheetFacts, kind: str, sensitive: bool) -> BookSheet:
    """Return the sheet of all records of a kind."""
    return of_records(facts, kind, columns_of(facts.snapshot, kind, sensitive), leaving(facts, kind, sensitive))


def leaving(facts: SheetFacts, kind: str, sensitive: bool) -> list[Any]:
    """Return the records of a kind that leave the program: agreements under embargo only where somebody chose so."""
    found = records(facts, kind)
    return found if sensitive or kind != "agreements" else result_columns.told(found, datetime.now(UTC))


def columns_of(snapshot: Snapshot, kind: str, sensitive: bool = False) -> Sequence[RecordColumn]:
    """Return the columns of a kind of records, the mission's own fields last."""
    columns: dict[str, Sequence[RecordColumn]] = {
        "companies": record_columns.COMPANIES,
        "people": record_columns.people_columns(sensitive),
        "requests": record_columns.REQUESTS,
        "meetings": _of_meetings(snapshot),
        "events": record_columns.EVENTS,
        "arrivals": travel_columns.ARRIVALS,
        "rooms": travel_columns.ROOMS,
        "vehicles": travel_columns.VEHICLES,
        "figures": plan_columns.FIGURES,
        "briefings": plan_columns.BRIEFINGS,
        "milestones": plan_columns.MILESTONES,
        "tasks": plan_columns.TASKS,
        "relationships": result_columns.RELATIONSHIPS,
        "agreements": result_columns.agreement_columns(sensitive),
    }
    own = own_columns.of_own_fields(snapshot, _OWN[kind], sensitive) if kind in _OWN else []
    return (*columns[kind], *own)


def _of_meetings(snapshot: Snapshot) -> Sequence[RecordColumn]:
    by_video = any(venue.online for venue in snapshot.venues)
    return [one for one in record_columns.MEETINGS if by_video or one.key not in record_columns.OF_VIDEO]


def headings(snapshot: Snapshot, kind: str, t: Translator) -> dict[str, str]:
    """Return what the columns of a kind are called in a language, by their keys; each is called otherwise."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for column in columns_of(snapshot, kind, sensitive=True):
        title, number = column.title(t), 1
        name = title
        while name.casefold() in taken:
            number += 1
            name = f"{title} ({number})"
        taken.add(name.casefold())
        found[column.key] = name
    return found


def records(facts: SheetFacts, kind: str) -> list[Any]:
    """Return the records of a kind in the order of their sheet."""
    snapshot, t = facts.snapshot, facts.t
    in_sheets: dict[str, Callable[[], list[Any]]] = {
        "companies": lambda: sorted(snapshot.companies, key=lambda one: _company_order(t, one)),
        "people": lambda: sorted(snapshot.people, key=lambda one: _person_order(t, one)),
        "requests": lambda: sorted(
            snapshot.requests, key=lambda one: (*(t.sort_key(facts.company(key)) for key in one.pair), one.id)
        ),
        "meetings": lambda: timetable_sheets.in_order(facts, snapshot.meetings),
        "events": lambda: sorted(snapshot.events, key=lambda one: (one.starts, one.stop_id, one.id)),
        "arrivals": lambda: in_time(snapshot.legs),
        "rooms": lambda: sorted(snapshot.stays, key=lambda one: _stay_order(facts, one)),
        "vehicles": lambda: travel_columns.in_order(facts, snapshot.vehicles),
        "figures": lambda: [figure for series in snapshot.numbers.series for figure in snapshot.numbers.of[series.id]],
        "briefings": lambda: in_order(snapshot.briefings),
        "milestones": lambda: sorted(snapshot.milestones, key=lambda one: (one.falls_on(snapshot.mission), one.id)),
        "tasks": lambda: [one.task for one in due_tasks(snapshot.mission, snapshot.milestones, snapshot.tasks)],
        "relationships": lambda: result_columns.relationships_in_order(facts),
        "agreements": lambda: [one.agreement for one in snapshot.agreement_records],
    }
    return in_sheets[kind]()


def of_records(
    facts: SheetFacts, kind: str, columns: Sequence[RecordColumn], found: Iterable[Any], name: str = ""
) -> BookSheet:
    """Return the sheet of some records, with the marks by which it is read back."""
    mission, t = facts.snapshot.mission, facts.t
    called = headings(facts.snapshot, kind, t)
    rows, marks, tints = [], [], []
    for record in found:
        cells = {column.key: column.value(facts, record) for column in columns}
        rows.append(list(cells.values()))
        marks.append(row_marks.row_mark(mission.uid, record.uid, cells))
        colour = record_columns.colour(facts, record)
        tints.append([colour if column.is_sector else "" for column in columns])
    return BookSheet(
        name or t(NAMES[kind]),
        [BookColumn(called.get(column.key) or column.heading, column.kind) for column in columns],
        rows,
        tints,
        row_marks.sheet_mark(kind, t.language, mission.uid).heading,
        marks,
    )


def _company_order(t: Translator, company: Company) -> tuple[Any, ...]:
    return list(Side).index(company.side), t.sort_key(company.name), company.id


def _stay_order(facts: SheetFacts, stay: Stay) -> tuple[Any, ...]:
    hotel = facts.snapshot.hotel.get(stay.hotel_id or 0)
    person = facts.snapshot.person[stay.person_id]
    return facts.t.sort_key(hotel.name if hotel else ""), in_figures(stay.room), _person_order(facts.t, person), stay.id


def _person_order(t: Translator, person: Person) -> tuple[Any, ...]:
    return t.sort_key(person.family_name), t.sort_key(person.given_name), person.id
