"""Changed cells and added rows of a workbook made into records of each kind, checked as in the forms."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from missionplanner.domain import dates
from missionplanner.domain.agreements import Agreement
from missionplanner.domain.briefings import Briefing
from missionplanner.domain.changes import Registration
from missionplanner.domain.companies import SIDE_LABELS, Company, Side
from missionplanner.domain.events import AUDIENCE_LABELS, EVENT_KIND_LABELS, Audience, Event, EventKind
from missionplanner.domain.figures import Figure
from missionplanner.domain.fingerprints import Salt
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.milestones import Milestone, Task
from missionplanner.domain.mission import Stop
from missionplanner.domain.own_values import is_own, with_values
from missionplanner.domain.people import Membership, Person, PersonSector
from missionplanner.domain.relationships import Relationship
from missionplanner.domain.requests import PRIORITY_LABELS, Request
from missionplanner.domain.rooms import Stay
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.time import local
from missionplanner.domain.timetable import Meeting
from missionplanner.domain.transfers import ends_of
from missionplanner.errors import UserError
from missionplanner.i18n import _, current
from missionplanner.jobs.arrivals.typed import number
from missionplanner.jobs.cell_edits import Edit, spelled
from missionplanner.jobs.companies import cells as company_cells
from missionplanner.jobs.companies import entry, registrations
from missionplanner.jobs.fields import values as own_values
from missionplanner.jobs.imports.erased_people import KnownErased, left_out
from missionplanner.jobs.imports.plan_editors import BriefingRows, FigureRows, MilestoneRows, TaskRows
from missionplanner.jobs.imports.result_editors import AgreementRows, RelationshipRows
from missionplanner.jobs.imports.row_editor import RowEditor, one_of, sound
from missionplanner.jobs.imports.travel_editors import ArrivalRows, RoomRows, VehicleRows
from missionplanner.jobs.lists.export import find_company
from missionplanner.jobs.people import cells as people_cells
from missionplanner.jobs.people import records as people_records
from missionplanner.jobs.people.records import PersonRecord
from missionplanner.store.change import Change
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing

T = TypeVar("T", Company, Person, Request)
_NAMES = ("name_en", "name_fr", "name_es")
_WITH_MORE = frozenset((EventKind.TRANSFER, EventKind.CALL, EventKind.SIGNING))
"""The kinds of events with vehicles, those who enter, or agreements."""


class _Companies(RowEditor[Registration]):
    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._editor = company_cells.CompanyEditor(store)
        self._sides: dict[str, Side] = spelled(SIDE_LABELS)
        self._names = {fold(name) for name in store.column(Company, "name").values()}

    def records(self, keys: Iterable[int]) -> dict[int, Registration]:
        """Return records by key."""
        return registrations.records(self._store, set(keys))

    def changed(self, record: Registration, column: str, text: str) -> Registration:
        """Return a record with one cell changed; raises UserError when it cannot hold the text."""
        if is_own(column):
            return replace(record, company=_with_own(self._store, record.company, column, text, record.company.country))
        return company_cells.within_bounds(self._editor.changed(record, column, text))

    def save(self, change: Change, before: Registration, after: Registration) -> None:
        """Store a changed record."""
        registrations.save(self._store, change, before, after)

    def new(self, edits: Sequence[Edit]) -> Registration:
        """Return the record of a row that was added; raises UserError when none can be made."""
        texts = {edit.column: edit.text for edit in edits}
        side = self._sides.get(fold(texts.get("side", "")))
        if side is None:
            raise UserError(_("Companies need a side."))
        if not texts.get("name"):
            raise UserError(_("The company needs a name."))
        if fold(texts["name"]) in self._names:
            raise UserError(_("“{name}” is in the mission already.").format(name=texts["name"]))
        mission = self._store.mission
        country = mission.home_country if side is Side.DELEGATION else mission.host_country
        record = registrations.empty(side, country)
        # Storing gives the key; until then any that can be will do.
        record = replace(record, application=replace(record.application, company_id=1))
        for edit in edits:
            if edit.column != "side":
                record = self.changed(record, edit.column, edit.text)
        return record

    def note(self, record: Registration) -> None:
        """Remember the record of a row."""
        self._names.add(fold(record.company.name))

    def add(self, change: Change, edits: Sequence[Edit]) -> None:
        """Store the record of a row that was added."""
        registrations.add_all(self._store, change, [self.new(edits)])


class _People(RowEditor[PersonRecord]):
    naming = ("given_name", "family_name")

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._editor = people_cells.Editor(store)
        self._known = {_called(person) for person in store.all(Person)}
        self._erased = KnownErased(Salt.of(store.mission.uid), erasing.remembered(store))

    def records(self, keys: Iterable[int]) -> dict[int, PersonRecord]:
        """Return records by key."""
        return people_records.records(self._store, keys)

    def changed(self, record: PersonRecord, column: str, text: str) -> PersonRecord:
        """Return a record with one cell changed; raises UserError when it cannot hold the text."""
        after = people_cells.with_name(self._changed(record, column, text))
        return sound(after, after.person)

    def _changed(self, record: PersonRecord, column: str, text: str) -> PersonRecord:
        if is_own(column):
            country = self._editor.country(record)
            return replace(record, person=_with_own(self._store, record.person, column, text, country))
        return self._editor.changed(record, column, text)

    def save(self, change: Change, before: PersonRecord, after: PersonRecord) -> None:
        """Store a changed record."""
        people_records.save(self._store, change, before, after)

    def new(self, edits: Sequence[Edit]) -> PersonRecord:
        """Return the record of a row that was added; raises UserError when none can be made."""
        record = people_records.empty(Side.DELEGATION)
        # The organisation says whose side and which country's telephone numbers they are.
        for edit in sorted(edits, key=lambda one: one.column not in ("organisations",)):
            if edit.column != "side" or record.person.company_id is None:
                record = self._changed(record, edit.column, edit.text)
        record = people_cells.with_name(record)
        if _called(record.person) in self._known:
            raise UserError(_("“{name}” is in the mission already.").format(name=record.person.full_name))
        said = {name: getattr(record.person, name) for name in ("given_name", "family_name", "email")}
        if left_out(said, self._erased, ()):
            raise UserError(
                _("{name} was erased from this mission, and is left out.").format(name=record.person.full_name)
            )
        return sound(record, record.person)

    def note(self, record: PersonRecord) -> None:
        """Remember the record of a row."""
        self._known.add(_called(record.person))

    def add(self, change: Change, edits: Sequence[Edit]) -> None:
        """Store the record of a row that was added."""
        record = self.new(edits)
        key = change.insert(record.person)
        change.insert_all(replace(row, person_id=key) for row in record.memberships if isinstance(row, Membership))
        change.insert_all(PersonSector(person_id=key, sector_id=sector) for sector in record.sectors)
        own_values.save(self._store, change, replace(record.person, id=key))


class _Requests(RowEditor[Request]):
    naming = ("delegation", "counterpart")
    needed = ("delegation", "counterpart", "asked_by")

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._priorities = spelled(PRIORITY_LABELS)
        self._sides: dict[str, Side] = spelled(SIDE_LABELS)
        self._asked = {(one.pair, one.asked_by) for one in store.all(Request)}

    def records(self, keys: Iterable[int]) -> dict[int, Request]:
        """Return records by key."""
        return {one.id: one for one in own_values.with_own(self._store, self._store.where(Request, "id", list(keys)))}

    def changed(self, record: Request, column: str, text: str) -> Request:
        """Return a record with one cell changed; raises UserError when it cannot hold the text."""
        if column == "priority":
            if fold(text) not in self._priorities:
                raise UserError(_("No priority is called “{name}”.").format(name=text))
            return replace(record, priority=self._priorities[fold(text)])
        if is_own(column):
            return _with_own(self._store, record, column, text, "")
        if column == "meets_at":
            return replace(record, meets_at=company_cells.place_of_meetings(text))
        if column in ("comment", "intents"):
            return sound(after := with_values(record, {column: entry.as_typed(Request, column, text)}), after)
        return super().changed(record, column, text)

    def save(self, change: Change, before: Request, after: Request) -> None:
        """Store a changed record."""
        change.update(after)
        own_values.save(self._store, change, after, before.own)

    def new(self, edits: Sequence[Edit]) -> Request:
        """Return the record of a row that was added; raises UserError when none can be made."""
        texts = {edit.column: edit.text for edit in edits}
        keys = [
            find_company([one for one in self._store.all(Company) if one.side is side], texts.get(side.value, "")).id
            for side in Side
        ]
        asked = self._sides.get(fold(texts.get("asked_by", "")), Side.DELEGATION)
        record = Request(delegation_id=keys[0], counterpart_id=keys[1], asked_by=asked)
        if (record.pair, asked) in self._asked:
            names = " – ".join(texts.get(key, "") for key in self.naming)
            raise UserError(_("“{name}” is in the mission already.").format(name=names))
        for column, text in texts.items():
            if column not in self.needed:
                record = self.changed(record, column, text)
        return record

    def note(self, record: Request) -> None:
        """Remember the record of a row."""
        self._asked.add((record.pair, record.asked_by))

    def add(self, change: Change, edits: Sequence[Edit]) -> None:
        """Store the record of a row that was added."""
        record = self.new(edits)
        own_values.save(self._store, change, replace(record, id=change.insert(record)))


class _Events(RowEditor[Event]):
    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._stops = {stop.id: stop for stop in store.all(Stop)}
        self._kinds: dict[str, EventKind] = spelled(EVENT_KIND_LABELS)
        self._audiences: dict[str, Audience] = spelled(AUDIENCE_LABELS)

    def records(self, keys: Iterable[int]) -> dict[int, Event]:
        """Return records by key."""
        return {one.id: one for one in self._store.where(Event, "id", list(keys))}

    def changed(self, record: Event, column: str, text: str) -> Event:
        """Return a record with one cell changed; raises UserError when it cannot hold the text."""
        setters: dict[str, Callable[[], Event]] = {
            **dict.fromkeys(
                ("starts", "ends"), lambda: with_values(record, {column: self._time(record, column, text)})
            ),
            **dict.fromkeys(_NAMES, lambda: with_values(record, {column: entry.as_typed(Event, column, text)})),
            "notes": lambda: replace(record, notes=text),
            "capacity": lambda: replace(record, capacity=number(text)),
            "audience": lambda: _for(record, one_of(self._audiences, text)),
            "kind": lambda: _of_kind(record, one_of(self._kinds, text)),
        }
        if column not in setters:
            return super().changed(record, column, text)
        after = setters[column]()
        if not after.name_en:
            raise UserError(_("An event needs a name."))
        if after.ends <= after.starts:
            raise UserError(_("The event ends before it starts."))
        return sound(after, after)

    def save(self, change: Change, before: Event, after: Event) -> None:
        """Store a changed record."""
        change.update(after)

    def _time(self, record: Event, column: str, text: str) -> datetime:
        mission, ends = self._store.mission, ends_of(record, self._stops)
        held: datetime = getattr(ends, column)
        found = dates.moments(text, dates.around((mission.starts, mission.ends), held=held.replace(tzinfo=None)))
        if len(found) != 1:
            raise UserError(_("“{text}” is no day with a time.").format(text=text))
        zone = (ends.stop if column == "starts" else ends.to_stop).time_zone
        return local(found[0].date(), found[0].time().replace(tzinfo=None), zone)


def _of_kind(event: Event, kind: EventKind) -> Event:
    """Return an event of another kind. Raises UserError for kinds with more than the workbook says of them."""
    if event.kind is not kind and not {event.kind, kind}.isdisjoint(_WITH_MORE):
        raise UserError(_("What kind of event it is is changed in the programme."))
    return replace(event, kind=kind)


def _for(event: Event, audience: Audience) -> Event:
    """Return an event for others. Raises UserError where it is to be for a sector, and nobody said which."""
    if audience is Audience.SECTOR and event.sector_id is None:
        raise UserError(_("Choose the sector it is for in the programme."))
    return replace(event, audience=audience)


class _Meetings(RowEditor[Meeting]):
    naming = ("delegation", "counterpart")

    def records(self, keys: Iterable[int]) -> dict[int, Meeting]:
        """Return records by key."""
        return {one.id: one for one in self._store.where(Meeting, "id", list(keys))}

    def changed(self, record: Meeting, column: str, text: str) -> Meeting:
        """Return a record with one cell changed; raises UserError when it cannot hold the text."""
        raise UserError(_("Meetings are moved in the timetable."))

    def new(self, edits: Sequence[Edit]) -> Meeting:
        """Return the record of a row that was added; raises UserError when none can be made."""
        raise UserError(_("Meetings are moved in the timetable."))


_KINDS: dict[str, type[RowEditor[Any]]] = {
    "companies": _Companies, "people": _People, "requests": _Requests, "events": _Events, "meetings": _Meetings,
    "arrivals": ArrivalRows, "rooms": RoomRows, "vehicles": VehicleRows,
    "figures": FigureRows, "briefings": BriefingRows, "milestones": MilestoneRows, "tasks": TaskRows,
    "relationships": RelationshipRows, "agreements": AgreementRows,
}  # fmt: skip


def of_kind(store: Store, kind: str) -> RowEditor[Any]:
    """Return what changes the records of a kind."""
    return _KINDS[kind](store)


def field(kind: str, column: str, language: str) -> str:
    """Return the name of the field that a column of a workbook in a language holds."""
    return f"name_{language}" if column == "name" and kind in ("events", "milestones", "tasks") else column


def name_of(snapshot: Snapshot, record: Any) -> str:
    """Return the name by which people know a record."""
    if isinstance(record, Person):
        return record.full_name or record.email
    if isinstance(record, Request | Meeting | Relationship):
        return " – ".join(snapshot.company[key].name for key in record.pair)
    if isinstance(record, JourneyLeg | Stay):
        return snapshot.person[record.person_id].full_name
    if isinstance(record, Figure):
        return snapshot.numbers.name(record)
    if isinstance(record, Briefing):
        return record.kind.label
    if isinstance(record, Milestone | Task | Agreement):
        return record.title(current().language)
    return record.name(current().language) if isinstance(record, Event) else str(record.name)


def _with_own(store: Store, record: T, column: str, text: str, country: str) -> T:
    """Return a record with the value of an own field; raises UserError when it is none of its kind."""
    field = own_values.fields(store).get(column)
    if field is None:
        raise UserError(_("There is no own field “{name}”.").format(name=column))
    return with_values(record, {column: own_values.typed(field, text, country)})


def _called(person: Person) -> tuple[str, str]:
    return fold(person.full_name), fold(person.email)
