"""The columns of the sheets of a workbook: what each is called, what it holds, and whether it is read back.

Values are for people: words of a language, real dates, times and numbers. Codes for programs are in lists.rows.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from missionplanner.domain import video
from missionplanner.domain.applications import STATUS_LABELS
from missionplanner.domain.companies import ATTENDEES_LABELS, SIDE_LABELS, TRANSLATIONS, Company, OfferingKind, Side
from missionplanner.domain.events import AUDIENCE_LABELS, EVENT_KIND_LABELS, Event
from missionplanner.domain.exposed_companies import inputs_written, markets_written
from missionplanner.domain.exposure import TARIFF_LABELS
from missionplanner.domain.meeting_places import address
from missionplanner.domain.meets_at import MEETS_AT_LABELS
from missionplanner.domain.mission import Sector
from missionplanner.domain.own_fields import OwnField
from missionplanner.domain.people import GENDER_LABELS, POST, Person
from missionplanner.domain.privacy import SENSITIVE
from missionplanner.domain.regions import country_in, region_name
from missionplanner.domain.requests import PRIORITY_LABELS, Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import MEETING_STATUS_LABELS, Meeting
from missionplanner.exchange.books import Cell
from missionplanner.i18n import N_, OWN_NAMES, Translator
from missionplanner.jobs.column_labels import heading


@dataclass(frozen=True, slots=True)
class RecordColumn:
    """A column of a sheet of records."""

    key: str
    """The field it shows; what is read back is written there."""
    heading: str
    """In English."""
    value: Callable[["SheetFacts", Any], Cell]
    kind: str = "text"
    """web, mail or text (`books.BookColumn`)."""
    is_edited: bool = True
    """Whether what is changed in it is read back; other columns are worked out."""
    is_sector: bool = False
    """Whether its cells have the colour of the sector of their record."""
    own: OwnField | None = None
    """The field of the mission's own that it shows."""

    def title(self, t: Translator) -> str:
        """Return its heading in a language."""
        return self.own.title(t.language) if self.own else t(self.heading)


class SheetFacts:
    """A mission and a language, with what the cells of many records need."""

    def __init__(self, snapshot: Snapshot, t: Translator) -> None:
        self.snapshot, self.t = snapshot, t

    def yes_or_no(self, value: bool | None) -> str:
        """Return an answer in words; empty where nobody answered."""
        return "" if value is None else self.t("yes") if value else self.t("no")

    def languages(self, codes: str) -> str:
        """Return the names of languages by their codes, separated by commas."""
        known = self.t.locale.languages
        return ", ".join(OWN_NAMES.get(code) or str(known.get(code, code)) for code in codes.split(",") if code)

    def sectors(self, keys: Iterable[int]) -> str:
        """Return the names of sectors by their keys."""
        return "; ".join(self.snapshot.sector[key].name(self.t.language) for key in keys)

    def company(self, key: int) -> str:
        """Return the name of a company."""
        return self.snapshot.company[key].name

    def zone(self, moment: datetime, zone: str) -> str:
        """Return the clocks a time is on: the city and the hours from UTC (Mexico City, UTC−06:00)."""
        offset = moment.strftime("%z")
        return f"{self.t.zone_city(zone)}, UTC{offset[:3]}:{offset[3:5]}".replace("-", "−")

    def colour_of_sector(self, key: int) -> str:
        """Return the web colour of a main sector; empty for none."""
        sector: Sector | None = self.snapshot.sector.get(key)
        return sector.colour if sector else ""

    def colour_of_meeting(self, meeting: Meeting) -> str:
        """Return the web colour of the sector of a meeting: that of its delegation, else of its counterpart."""
        found = (self.colour_of_sector(self.snapshot.sector_of(key)) for key in meeting.pair)
        return next(filter(None, found), "")

    def span(self, slot_id: int) -> tuple[datetime, datetime]:
        """Return the times of a slot on the clocks of its stop."""
        slot, zone = self.snapshot.slot[slot_id], self.snapshot.stop_of_slot[slot_id].time_zone
        return in_zone(slot.starts, zone), in_zone(slot.ends, zone)

    @cached_property
    def attending(self) -> dict[int, int]:
        """How many companies that take part attend each event, by its key."""
        taking = [company.id for company in self.snapshot.companies if self.snapshot.takes_part(company.id)]
        return {event.id: sum(self.snapshot.attends(key, event) for key in taking) for event in self.snapshot.events}


Value = Callable[[SheetFacts, Any], Cell]


def _field(key: str, kind: str = "text", label: str = "") -> RecordColumn:
    """Return a column of a field that stands for itself."""
    return RecordColumn(key, heading(label or key), lambda _facts, record: getattr(record, key), kind)


def _worked_out(key: str, label: str, value: Value, is_sector: bool = False) -> RecordColumn:
    return RecordColumn(key, label, value, is_edited=False, is_sector=is_sector)


def _answer(key: str) -> RecordColumn:
    return RecordColumn(key, heading(key), lambda facts, record: facts.yes_or_no(getattr(record, key)))


def _meets_at(facts: SheetFacts, record: Company | Request) -> Cell:
    return facts.t(MEETS_AT_LABELS[record.meets_at]) if record.meets_at else ""


def _status(facts: SheetFacts, company: Company) -> Cell:
    application = facts.snapshot.application.get(company.id)
    return facts.t(STATUS_LABELS[company.side][application.status]) if application else ""


def _kind(facts: SheetFacts, company: Company) -> Cell:
    kind = facts.snapshot.kind_of(company)
    return kind.name(facts.t.language) if kind else ""


def _attendees(facts: SheetFacts, company: Company) -> Cell:
    if not company.attendees_by and company.attendees_most is None:
        return ""
    rule = facts.t(ATTENDEES_LABELS[company.attendees_by])
    return rule if company.attendees_most is None else f"{rule}, {company.attendees_most}"


def _stops(facts: SheetFacts, company: Company) -> Cell:
    keys = sorted(facts.snapshot.named_stops.get(company.id, ()))
    return "; ".join(facts.snapshot.stop[key].name(facts.t.language) for key in keys)


def _offerings(kind: OfferingKind) -> Value:
    return lambda facts, company: "\n".join(facts.snapshot.entries_of(company.id, kind))


def _people(facts: SheetFacts, company: Company) -> Cell:
    return "; ".join(person.full_name for person in facts.snapshot.delegates_of.get(company.id, []))


def _reviewer(facts: SheetFacts, company: Company) -> Cell:
    application = facts.snapshot.application.get(company.id)
    return application.reviewer if application else ""


def _meetings(facts: SheetFacts, company: Company) -> Cell:
    return sum(meeting.stands for meeting in facts.snapshot.meetings_of.get(company.id, []))


def _tariff(facts: SheetFacts, company: Company) -> Cell:
    return facts.t(TARIFF_LABELS[company.tariff]) if company.tariff else ""


def _markets(facts: SheetFacts, company: Company) -> Cell:
    return markets_written(facts.snapshot.markets_of.get(company.id, ()), facts.t.language)


def _inputs(facts: SheetFacts, company: Company) -> Cell:
    return inputs_written(facts.snapshot.inputs_of.get(company.id, ()), facts.t.language)


COMPANIES: tuple[RecordColumn, ...] = (
    _field("name"),
    RecordColumn("side", N_("Side"), lambda facts, one: facts.t(SIDE_LABELS[one.side])),
    RecordColumn("status", N_("Status"), _status),
    RecordColumn("kind", heading("kind_id"), _kind),
    RecordColumn(
        "sectors",
        heading("sectors"),
        lambda facts, one: facts.sectors(facts.snapshot.sectors_of.get(one.id, ())),
        is_sector=True,
    ),
    RecordColumn("stops", heading("stops"), _stops),
    _field("city"),
    RecordColumn("region", heading("region"), lambda facts, one: region_name(one.region, facts.t.language)),
    RecordColumn("country", heading("country"), lambda facts, one: country_in(one.country, facts.t.language)),
    _field("address"), _field("postal_code"),
    _field("website", "web"),
    _field("phone", label="phone_company"),
    _field("employees"), _field("year_founded"), _field("operating_name"), _field("registration_number"),
    RecordColumn("language", N_("Language"), lambda facts, one: facts.languages(one.language)),
    RecordColumn("offers", heading("offers"), _offerings(OfferingKind.OFFERS)),
    RecordColumn("seeks", heading("seeks"), _offerings(OfferingKind.SEEKS)),
    _field("description"), _field("objectives"), _field("intents"), _field("wishes"),
    *map(_field, TRANSLATIONS),
    RecordColumn("markets", heading("markets"), _markets),
    RecordColumn("tariff", heading("tariff"), _tariff),
    RecordColumn("inputs", heading("inputs"), _inputs),
    _answer("consent"),
    RecordColumn("meets_at", heading("meets_at"), _meets_at),
    _field("zone"), _field("coordinates"), _field("directions"), _field("time_zone"),
    RecordColumn("attendees", heading("attendees"), _attendees),
    RecordColumn("reviewer", heading("reviewer"), _reviewer),
    _field("notes"),
    _worked_out("delegates", heading("delegates"), _people),
    _worked_out("meetings", heading("meetings"), _meetings),
)  # fmt: skip
"""Those of companies."""


def _role(facts: SheetFacts, person: Person) -> Cell:
    role = facts.snapshot.role_of(person)
    return role.name(facts.t.language) if role else ""


def _organisations(facts: SheetFacts, person: Person) -> Cell:
    return "; ".join(map(facts.company, facts.snapshot.companies_of.get(person.id, ())))


def _looks_after(facts: SheetFacts, person: Person) -> Cell:
    return facts.sectors(facts.snapshot.sectors_of_person.get(person.id, ()))


def _statuses(facts: SheetFacts, person: Person) -> Cell:
    mine = facts.snapshot.companies_of.get(person.id, ())
    return "; ".join(str(_status(facts, facts.snapshot.company[key])) for key in mine)


PEOPLE: tuple[RecordColumn, ...] = (
    _field("title"), _field("given_name"), _field("family_name"), _field("second_family_name"),
    RecordColumn("role", heading("role"), _role),
    RecordColumn("organisations", heading("organisations"), _organisations),
    RecordColumn("position", N_("Position"), lambda _facts, one: one.position),
    *map(_field, POST[1:]),
    RecordColumn("side", N_("Side"), lambda facts, one: facts.t(SIDE_LABELS[facts.snapshot.side_of(one)])),
    _field("email", "mail"), _field("phone"), _field("mobile"),
    RecordColumn("languages", heading("languages"), lambda facts, one: facts.languages(one.languages)),
    RecordColumn("sectors", N_("Looks after"), _looks_after),
    _worked_out("status", N_("Status"), _statuses),
    RecordColumn(
        "gender", heading("gender"), lambda facts, one: facts.t(GENDER_LABELS[one.gender]) if one.gender else ""
    ),
    RecordColumn(
        "family_first", heading("family_first"), lambda facts, one: facts.yes_or_no(one.family_first or None)
    ),
    _field("badge_name"), _field("precedence"),
    _answer("meets"), _answer("consent"),
    _field("purpose"), _field("biography"),
)  # fmt: skip
"""Those of people, but for the sensitive ones."""
OF_SENSITIVE: tuple[RecordColumn, ...] = tuple(map(_field, SENSITIVE))
"""The columns of people that leave the program only where somebody chose so."""

REQUESTS: tuple[RecordColumn, ...] = (
    _worked_out("delegation", SIDE_LABELS[Side.DELEGATION], lambda facts, one: facts.company(one.delegation_id)),
    _worked_out("counterpart", SIDE_LABELS[Side.COUNTERPART], lambda facts, one: facts.company(one.counterpart_id)),
    _worked_out("asked_by", heading("asked_by"), lambda facts, one: facts.t(SIDE_LABELS[one.asked_by])),
    RecordColumn("priority", heading("priority"), lambda facts, one: facts.t(PRIORITY_LABELS[one.priority])),
    RecordColumn("meets_at", heading("meets_at"), _meets_at),
    _field("comment"),
    _field("intents"),
)
"""Those of requests."""


def _names(company: str) -> Value:
    """Return what lists who attends a meeting for one of its companies."""

    def value(facts: SheetFacts, meeting: Meeting) -> Cell:
        people = facts.snapshot.attendees(meeting, getattr(meeting, company)) if meeting.stands else []
        return "; ".join(person.full_name for person in people)

    return value


def _interpreter(facts: SheetFacts, meeting: Meeting) -> Cell:
    person = facts.snapshot.person.get(meeting.interpreter_id or 0)
    return person.full_name if person else ""


def _venue(facts: SheetFacts, meeting: Meeting) -> Cell:
    return (
        facts.t("At the host’s office")
        if meeting.table_id is None
        else facts.snapshot.venue_of_slot[meeting.slot_id].name
    )


def _table(facts: SheetFacts, meeting: Meeting) -> Cell:
    return None if meeting.table_id is None else facts.snapshot.table[meeting.table_id].number


def _meeting_zone(facts: SheetFacts, meeting: Meeting) -> Cell:
    return facts.zone(facts.span(meeting.slot_id)[0], facts.snapshot.stop_of_slot[meeting.slot_id].time_zone)


MEETINGS: tuple[RecordColumn, ...] = (
    _worked_out("day", N_("Day"), lambda facts, one: facts.span(one.slot_id)[0].date()),
    _worked_out("starts", heading("starts"), lambda facts, one: facts.span(one.slot_id)[0].time()),
    _worked_out("ends", heading("ends"), lambda facts, one: facts.span(one.slot_id)[1].time()),
    _worked_out("time_zone", heading("time_zone"), _meeting_zone),
    _worked_out("clocks", N_("On other clocks"), lambda facts, one: video.other_clocks(facts.snapshot, one, facts.t)),
    _worked_out(
        "stop", heading("stop_id"), lambda facts, one: facts.snapshot.stop_of_slot[one.slot_id].name(facts.t.language)
    ),
    _worked_out("venue", heading("venue_id"), _venue),
    _worked_out("table", heading("table_id"), _table),
    _worked_out("address", heading("address"), lambda facts, one: address(facts.snapshot, one)),
    _worked_out(
        "delegation", SIDE_LABELS[Side.DELEGATION], lambda facts, one: facts.company(one.delegation_id), is_sector=True
    ),
    _worked_out("counterpart", SIDE_LABELS[Side.COUNTERPART], lambda facts, one: facts.company(one.counterpart_id)),
    _worked_out("status", N_("Status"), lambda facts, one: facts.t(MEETING_STATUS_LABELS[one.status])),
    _worked_out("locked", heading("locked"), lambda facts, one: facts.yes_or_no(one.locked)),
    _worked_out("delegation_people", N_("For the delegation"), _names("delegation_id")),
    _worked_out("counterpart_people", N_("For the counterpart"), _names("counterpart_id")),
    _worked_out("interpreter", heading("interpreter_id"), _interpreter),
)
"""Those of meetings, which are moved in the timetable alone."""
OF_VIDEO = ("clocks",)
"""The columns of meetings that are there only where some are held by video."""


def _event_place(end: str) -> Value:
    """Return what names the place where an event begins ("") or ends ("to_")."""

    def value(facts: SheetFacts, event: Event) -> Cell:
        venue = facts.snapshot.venue.get(getattr(event, f"{end}venue_id") or 0)
        return venue.name if venue else event.said(f"{end}place", facts.t.language)[0]

    return value


def _said(text: str) -> Value:
    return lambda facts, event: event.said(text, facts.t.language)[0]


def _arrival(facts: SheetFacts, event: Event) -> Cell:
    ends = facts.snapshot.ends_of(event)
    return ends.to_stop.name(facts.t.language) if ends.is_journey else ""


def _start_zone(facts: SheetFacts, event: Event) -> Cell:
    ends = facts.snapshot.ends_of(event)
    return facts.zone(ends.starts, ends.stop.time_zone)


def _end_zone(facts: SheetFacts, event: Event) -> Cell:
    ends = facts.snapshot.ends_of(event)
    return facts.zone(ends.ends, ends.to_stop.time_zone)


EVENTS: tuple[RecordColumn, ...] = (
    RecordColumn("name", N_("Name"), lambda facts, one: one.name(facts.t.language)),
    RecordColumn("kind", heading("kind"), lambda facts, one: facts.t(EVENT_KIND_LABELS[one.kind])),
    RecordColumn("starts", heading("starts"), lambda facts, one: facts.snapshot.ends_of(one).starts),
    _worked_out("time_zone", heading("time_zone"), _start_zone),
    RecordColumn("ends", heading("ends"), lambda facts, one: facts.snapshot.ends_of(one).ends),
    _worked_out("end_zone", N_("Time zone at the end"), _end_zone),
    _worked_out("stop", heading("stop_id"), lambda facts, one: facts.snapshot.ends_of(one).stop.name(facts.t.language)),
    _worked_out("place", heading("place"), _event_place("")),
    _worked_out("to_stop", heading("to_stop_id"), _arrival),
    _worked_out("to_place", heading("to_place"), _event_place("to_")),
    _worked_out("meeting_point", heading("meeting_point"), _said("meeting_point")),
    _worked_out("organiser", heading("organiser"), _said("organiser")),
    RecordColumn("audience", heading("audience"), lambda facts, one: facts.t(AUDIENCE_LABELS[one.audience])),
    RecordColumn("capacity", heading("capacity"), lambda _facts, one: one.capacity),
    _worked_out("companies", N_("Companies"), lambda facts, one: facts.attending[one.id]),
    _worked_out("unconfirmed", heading("unconfirmed"), lambda facts, one: facts.yes_or_no(one.unconfirmed or None)),
    _field("notes"),
)
"""Those of events."""


def people_columns(sensitive: bool) -> Sequence[RecordColumn]:
    """Return the columns of people; sensitive: also those that leave the program only where somebody chose so."""
    return (*PEOPLE, *OF_SENSITIVE) if sensitive else PEOPLE


def colour(facts: SheetFacts, record: Any) -> str:
    """Return the web colour of the sector of a record; empty where it has none."""
    if isinstance(record, Meeting):
        return facts.colour_of_meeting(record)
    if isinstance(record, Company):
        return facts.colour_of_sector(facts.snapshot.sector_of(record.id))
    return ""


Record = Company | Person | Request | Meeting | Event
