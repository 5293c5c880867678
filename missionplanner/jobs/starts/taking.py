"""Records of an earlier mission taken into a new one: links lead to the copies, days move, people stay behind."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Any

from missionplanner.domain.briefings import Briefing
from missionplanner.domain.companies import Alias, Attachment, AttachmentKind, Company, Side
from missionplanner.domain.courtesy_titles import CourtesyTitle
from missionplanner.domain.events import Audience, Event
from missionplanner.domain.field_types import optional_fields
from missionplanner.domain.intents import ListedIntent
from missionplanner.domain.letters import LetterTemplate, kind_label
from missionplanner.domain.mentions import Mentions
from missionplanner.domain.milestones import Milestone, Task, TaskState
from missionplanner.domain.mission import TEXT_LABELS, MissionText, Stop, Table, Venue
from missionplanner.domain.own_fields import CompanyValue, OwnField, PersonValue
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.people import Membership, OrganisationKind, Person, Role
from missionplanner.domain.privacy import SENSITIVE, is_anonymous
from missionplanner.domain.reviews import Criterion
from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.domain.timetable import Session, Slot
from missionplanner.i18n import _
from missionplanner.jobs.starts import taken_views
from missionplanner.jobs.starts.departure import Departure
from missionplanner.jobs.starts.take import KINDS, Take
from missionplanner.store.change import Change
from missionplanner.store.merging import blanking
from missionplanner.store.personal_texts import CLASSES, CODE, Whose
from missionplanner.store.store import Store
from missionplanner.store.tables import TABLE_OF
from missionplanner.store.upkeep import comparing, known_people

_LISTS: tuple[type[Any], ...] = (Role, OrganisationKind, CourtesyTitle, ListedIntent, Criterion)
"""The lists a new file brings: those of the earlier mission take their place."""
_PARTS = {Side.DELEGATION: Take.DELEGATION, Side.COUNTERPART: Take.HOSTS}
_MAY_NAME = (FieldKind.TEXT, FieldKind.LONG, FieldKind.EMAIL, FieldKind.PHONE)
"""The kinds of own fields whose values may be of people."""
_CONTACTS = "contacts"


@dataclass
class Taking:
    """The parts taken of an open earlier mission."""

    old: Store
    parts: frozenset[Take]
    moved: Departure
    _keys: dict[str, dict[int, int]] = field(default_factory=dict)
    """The keys of the copies by those they had, by table."""

    def wants(self, kind: type) -> bool:
        """Whether records of a kind are taken."""
        return not self.parts.isdisjoint(KINDS[kind])

    def into(self, store: Store, change: Change) -> dict[type, list[Any]]:
        """Enter what is taken into a new mission; return the records by their kinds, with their new keys."""
        self._keys = {}
        self._know_lists(store)
        return {kind: self._copy(kind, store, change) for kind in KINDS if self.wants(kind)}

    def blanked(self, record: Any) -> Any:
        """Return a record without the people it names, unless people are taken."""
        if Take.PEOPLE in self.parts:
            return record
        classes, new = CLASSES.get(TABLE_OF[type(record)].name, {}), {}
        for one in fields(record):
            value, known = getattr(record, one.name), classes.get(one.name, CODE)
            # Codes are texts, too, and name nobody.
            if type(value) is str and value:
                goes = known.goes or known.whose is Whose.STAFF
                new[one.name] = "" if goes else str(blanking.without(value, known, self._mentions))
        return replace(record, **new)

    @cached_property
    def _mentions(self) -> Mentions:
        """Finds everybody the earlier mission knows or knew."""
        return known_people.everybody(self.old)

    @property
    def named_in(self) -> list[str]:
        """The names of the texts and letters of which something is left out because it names people."""
        found = []
        for text in self.old.all(MissionText) if self.wants(MissionText) else ():
            if text.kind == _CONTACTS or self.blanked(text) != text:
                found.append(_(TEXT_LABELS[text.kind]))
        for letter in self.old.all(LetterTemplate) if self.wants(LetterTemplate) else ():
            if self.blanked(letter) != letter:
                found.append(kind_label(letter.kind))
        return sorted(set(found))

    @property
    def pictures(self) -> list[bytes]:
        """The logos of the companies that are taken, and that of the mission."""
        found = [one.digest for one in self.old.all(Attachment) if one.kind is AttachmentKind.LOGO]
        wanted = [*(found if self.wants(Attachment) else ()), self.old.mission.logo if self.wants(MissionText) else ""]
        return [self.old.contents.read(digest) for digest in wanted if digest and digest in self.old.contents]

    @property
    def refused(self) -> int:
        """How many companies are left out because they did not agree that their data are shared."""
        return sum(one.consent is False and _PARTS[one.side] in self.parts for one in self.old.all(Company))

    @property
    def views_left(self) -> int:
        """How many views are left out because they ask for what is not taken."""
        return sum(not self._is_taken(one) for one in self.old.all(SavedFilter)) if self.wants(SavedFilter) else 0

    @property
    def dates_of_world(self) -> int:
        """How many dates of the world around are taken, which stay on their days."""
        known = self.old.all(Milestone) if self.wants(Milestone) else []
        return sum(one.of_world and one.day is not None for one in known)

    def _know_lists(self, store: Store) -> None:
        """Have the lists that every mission brings lead to one another, by their uids."""
        for kind in _LISTS:
            here = {one.uid: one.id for one in store.all(kind)}
            known = {one.id: here[one.uid] for one in self.old.all(kind) if one.uid in here}
            self._keys[TABLE_OF[kind].name] = known

    def _copy(self, kind: type[Any], store: Store, change: Change) -> list[Any]:
        table, made = TABLE_OF[kind].name, []
        known = self._keys.setdefault(table, {})
        if kind in _LISTS:
            change.delete(kind, [one.id for one in store.all(kind) if one.id not in known.values()])
        records: list[Any] = self.old.all(kind)
        for record in records:
            wanted = self._wanted(record)
            linked = self._linked(wanted) if wanted is not None else None
            if linked is None:
                continue
            if record.id in known:
                new = replace(linked, id=known[record.id], uid=record.uid)
                change.update(new)
            else:
                known[record.id] = change.insert(linked)
                new = replace(linked, id=known[record.id])
            made.append(new)
        return made

    def _wanted(self, record: Any) -> Any | None:
        """Return a record as the new mission has it but for its links; None where it is left out."""
        edit = _EDITS.get(type(record))
        found = edit(self, record) if edit else record
        # Of values of own fields those that may name people were left out already.
        return found if found is None or type(found) in (CompanyValue, PersonValue) else self.blanked(found)

    def _linked(self, record: Any) -> Any | None:
        """Return a record that leads to the copies; None where what it needs was not taken."""
        kind: type = type(record)
        table, optional = TABLE_OF[kind].name, optional_fields(kind)
        new: dict[str, Any] = {}
        for (name, column), target in comparing.links(self.old).items():
            if name != table or (key := getattr(record, column)) is None:
                continue
            new[column] = self._keys.get(target, {}).get(key)
            if new[column] is None and column not in optional:
                return None
        return replace(record, id=0, uid="", **new)

    @cached_property
    def _zones(self) -> dict[str, dict[int, str]]:
        """The time zones of the earlier mission: of stops, venues and sessions."""
        stops = {one.id: one.time_zone for one in self.old.all(Stop)}
        venues = {one.id: stops[one.stop_id] for one in self.old.all(Venue)}
        return {
            "stops": stops,
            "venues": venues,
            "sessions": {one.id: venues[one.venue_id] for one in self.old.all(Session)},
        }

    def _move(self, record: Any, starts_in: str, ends_in: str = "") -> Any:
        ends = self.moved.moment(record.ends, ends_in or starts_in)
        return replace(record, starts=self.moved.moment(record.starts, starts_in), ends=ends)

    def of_stop(self, stop: Stop) -> Stop:
        """Return a stop on its new days."""
        return replace(stop, starts=self.moved.day(stop.starts), ends=self.moved.day(stop.ends))

    def of_session(self, session: Session) -> Session:
        """Return a session on its new day."""
        return self._move(session, self._zones["venues"][session.venue_id])  # type: ignore[no-any-return]

    def of_slot(self, slot: Slot) -> Slot:
        """Return a slot on its new day."""
        return self._move(slot, self._zones["sessions"][slot.session_id])  # type: ignore[no-any-return]

    def of_event(self, event: Event) -> Event:
        """Return an event on its new day; where its sector is not taken it is for everybody."""
        zones = self._zones["stops"]
        found = self._move(event, zones[event.stop_id], zones[event.to_stop_id or event.stop_id])
        if event.audience is Audience.SECTOR and Take.SECTORS not in self.parts:
            found = replace(found, audience=Audience.EVERYONE)
        return found  # type: ignore[no-any-return]

    def of_milestone(self, milestone: Milestone) -> Milestone:
        """Return a milestone on its new day; nobody here moves a date of the world around."""
        if milestone.day is None or milestone.of_world:
            return milestone
        return replace(milestone, day=self.moved.day(milestone.day))

    def of_text(self, text: MissionText) -> MissionText | None:
        """Return a text; the emergency contacts are people."""
        return text if text.kind != _CONTACTS or Take.PEOPLE in self.parts else None

    def of_briefing(self, briefing: Briefing) -> Briefing | None:
        """Return a text of the market whose sector and city are taken: without them it would be of everybody."""
        is_of_sector, is_of_stop = briefing.sector_id is not None, briefing.stop_id is not None
        is_there = (Take.SECTORS in self.parts or not is_of_sector) and (Take.STRUCTURE in self.parts or not is_of_stop)
        return briefing if is_there else None

    def of_view(self, view: SavedFilter) -> SavedFilter | None:
        """Return a view whose conditions are all about what is taken, and which names nobody who is not."""
        return taken_views.copied(view, self.parts, self._keys) if self._is_taken(view) else None

    def _is_taken(self, view: SavedFilter) -> bool:
        return taken_views.is_about(view, self.parts) and self.blanked(view) == view

    def of_company(self, company: Company) -> Company | None:
        """Return a company whose side is taken, unless it did not agree; it is asked again."""
        if not self._is_company_taken(company):
            return None
        return replace(company, consent=None, consent_on=None)

    def _is_company_taken(self, company: Company) -> bool:
        return _PARTS[company.side] in self.parts and company.consent is not False

    @cached_property
    def _organisations(self) -> dict[int, list[Company]]:
        """The organisations of people, by key of the person."""
        companies = {one.id: one for one in self.old.all(Company)}
        found = defaultdict(list)
        for person in self.old.all(Person):
            if person.company_id is not None:
                found[person.id].append(companies[person.company_id])
        for row in self.old.all(Membership):
            found[row.person_id].append(companies[row.company_id])
        return found

    def of_person(self, person: Person) -> Person | None:
        """Return somebody who agreed or was not asked, without what is sensitive; they are asked again.

        Who is there only for organisations that are left out is left out with them.
        """
        mine = self._organisations.get(person.id, [])
        if person.consent is False or is_anonymous(person) or (mine and not any(map(self._is_company_taken, mine))):
            return None
        blank: dict[str, Any] = dict.fromkeys(SENSITIVE, "")
        return replace(person, consent=None, **blank)

    def of_value(self, value: CompanyValue | PersonValue) -> CompanyValue | PersonValue | None:
        """Return the value of an own field that is not sensitive; of people only where they are taken."""
        own = self._own_fields[value.field_id]
        by_hand = own.kind in _MAY_NAME and Take.PEOPLE not in self.parts
        return None if own.sensitive or by_hand else value

    @cached_property
    def _own_fields(self) -> dict[int, OwnField]:
        return {one.id: one for one in self.old.all(OwnField)}


def _logo(_taking: Taking, attachment: Attachment) -> Attachment | None:
    return attachment if attachment.kind is AttachmentKind.LOGO else None


_EDITS: dict[type, Callable[[Taking, Any], Any]] = {
    Stop: Taking.of_stop,
    Session: Taking.of_session,
    Slot: Taking.of_slot,
    Event: Taking.of_event,
    Table: lambda _taking, table: replace(table, link=""),
    Milestone: Taking.of_milestone,
    Task: lambda _taking, task: replace(task, state=TaskState.OPEN),
    MissionText: Taking.of_text,
    Briefing: Taking.of_briefing,
    SavedFilter: Taking.of_view,
    Company: Taking.of_company,
    Alias: lambda _taking, alias: replace(alias, merged_id=None),
    Attachment: _logo,
    Person: Taking.of_person,
    CompanyValue: Taking.of_value,
    PersonValue: Taking.of_value,
}
"""How records of a kind are edited before they are taken, and which are left out (None)."""
