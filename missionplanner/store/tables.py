"""The tables of a mission file: which dataclass each holds, and whether undo reaches it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from missionplanner.domain.agreements import Agreement, AgreementParty, AgreementText, Signatory
from missionplanner.domain.applications import Application
from missionplanner.domain.briefings import Briefing
from missionplanner.domain.calendar_entries import CalendarEntry
from missionplanner.domain.changes import SourceDraft
from missionplanner.domain.companies import (
    Alias,
    Attachment,
    BoughtInput,
    Company,
    CompanySector,
    CompanyStop,
    Distinction,
    Market,
    Offering,
    Partner,
)
from missionplanner.domain.courtesy_titles import CourtesyTitle
from missionplanner.domain.evaluations import Evaluation
from missionplanner.domain.events import Attendance, Event, PersonAttendance
from missionplanner.domain.figures import Figure, Series
from missionplanner.domain.follow_ups import CompanyFollowUp
from missionplanner.domain.intents import ListedIntent
from missionplanner.domain.journals import FileImport, FormDraft, Letter, PackPrint
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.letter_papers import LetterPaper
from missionplanner.domain.letters import LetterTemplate
from missionplanner.domain.milestones import Milestone, Task
from missionplanner.domain.mission import (
    MatchWeight,
    Mission,
    MissionText,
    Sector,
    SectorStop,
    Stop,
    Synonyms,
    Table,
    Travel,
    Venue,
    ZoneWay,
)
from missionplanner.domain.moments import LetterNote, MomentLetter, OwnMoment
from missionplanner.domain.objectives import Objective
from missionplanner.domain.own_fields import CompanyValue, OwnField, PersonValue, RequestValue
from missionplanner.domain.people import Membership, OrganisationKind, Person, PersonSector, Role
from missionplanner.domain.relationships import Claim, Proof, Relationship, RelationshipParty, SameDeal
from missionplanner.domain.requests import Precedence, Request
from missionplanner.domain.reviews import Criterion, Review
from missionplanner.domain.rooms import Hotel, Stay
from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.domain.sign_ins import SignIn
from missionplanner.domain.targets import MilestoneTarget
from missionplanner.domain.timetable import (
    Availability,
    FollowUp,
    Meeting,
    MeetingDelegate,
    Outcome,
    Owner,
    Session,
    Slot,
    Version,
)
from missionplanner.domain.vehicles import Vehicle, VehicleSeat
from missionplanner.store.rows import Value, from_row, listed, names


@dataclass(frozen=True, slots=True)
class StoredTable:
    """A table of the mission file and the dataclass of its records."""

    name: str
    kind: type
    undoable: bool = True
    """Whether undo reaches it. It does not reach journals: the world does not undo."""

    @property
    def history(self) -> str:
        """The name of the table of its images."""
        return f"{self.name}_history"

    @property
    def columns(self) -> str:
        """Its columns in the order of the fields, as SQL lists them."""
        return listed(names(self.kind))


TABLES: tuple[StoredTable, ...] = (
    StoredTable("missions", Mission),
    StoredTable("stops", Stop),
    StoredTable("venues", Venue),
    StoredTable("tables", Table),
    StoredTable("sectors", Sector),
    StoredTable("sector_stops", SectorStop),
    StoredTable("texts", MissionText),
    StoredTable("series", Series),
    StoredTable("figures", Figure),
    StoredTable("briefings", Briefing),
    StoredTable("milestones", Milestone),
    StoredTable("tasks", Task),
    StoredTable("organisation_kinds", OrganisationKind),
    StoredTable("intents", ListedIntent),
    StoredTable("companies", Company),
    StoredTable("company_sectors", CompanySector),
    StoredTable("company_stops", CompanyStop),
    StoredTable("offerings", Offering),
    StoredTable("roles", Role),
    StoredTable("courtesy_titles", CourtesyTitle),
    StoredTable("people", Person),
    StoredTable("memberships", Membership),
    StoredTable("person_sectors", PersonSector),
    StoredTable("applications", Application),
    StoredTable("requests", Request),
    StoredTable("precedences", Precedence),
    StoredTable("travels", Travel),
    StoredTable("zone_ways", ZoneWay),
    StoredTable("sessions", Session),
    StoredTable("slots", Slot),
    StoredTable("meetings", Meeting),
    StoredTable("meeting_delegates", MeetingDelegate),
    StoredTable("events", Event),
    StoredTable("attendances", Attendance),
    StoredTable("person_attendances", PersonAttendance),
    StoredTable("legs", JourneyLeg),
    StoredTable("hotels", Hotel),
    StoredTable("stays", Stay),
    StoredTable("vehicles", Vehicle),
    StoredTable("seats", VehicleSeat),
    StoredTable("sign_ins", SignIn),
    StoredTable("availabilities", Availability),
    StoredTable("outcomes", Outcome),
    StoredTable("follow_ups", FollowUp),
    StoredTable("versions", Version),
    StoredTable("synonyms", Synonyms),
    StoredTable("match_weights", MatchWeight),
    StoredTable("markets", Market),
    StoredTable("inputs", BoughtInput),
    StoredTable("partners", Partner),
    StoredTable("aliases", Alias),
    StoredTable("distinctions", Distinction),
    StoredTable("attachments", Attachment),
    StoredTable("source_drafts", SourceDraft),
    StoredTable("relationships", Relationship),
    StoredTable("relationship_parties", RelationshipParty),
    StoredTable("claims", Claim),
    StoredTable("same_deals", SameDeal),
    StoredTable("proofs", Proof),
    StoredTable("company_follow_ups", CompanyFollowUp),
    StoredTable("agreements", Agreement),
    StoredTable("agreement_parties", AgreementParty),
    StoredTable("signatories", Signatory),
    StoredTable("agreement_texts", AgreementText),
    StoredTable("targets", MilestoneTarget),
    StoredTable("objectives", Objective),
    StoredTable("evaluations", Evaluation),
    StoredTable("criteria", Criterion),
    StoredTable("reviews", Review),
    StoredTable("letter_templates", LetterTemplate),
    StoredTable("letter_papers", LetterPaper),
    StoredTable("own_moments", OwnMoment),
    StoredTable("saved_filters", SavedFilter),
    StoredTable("own_fields", OwnField),
    StoredTable("company_values", CompanyValue),
    StoredTable("person_values", PersonValue),
    StoredTable("request_values", RequestValue),
    StoredTable("pack_prints", PackPrint, undoable=False),
    StoredTable("file_imports", FileImport, undoable=False),
    StoredTable("letters", Letter, undoable=False),
    StoredTable("calendar_entries", CalendarEntry, undoable=False),
    StoredTable("moment_letters", MomentLetter, undoable=False),
    StoredTable("letter_notes", LetterNote, undoable=False),
    StoredTable("form_drafts", FormDraft, undoable=False),
)
OUTSIDE_UNDO = frozenset(table.name for table in TABLES if not table.undoable)
"""The names of the tables undo does not reach."""

FORMER_NAMES = {"people": "delegates"}
"""The names tables have in the formats before, which copies and damaged files may be of."""

TABLE_OF: dict[type, StoredTable] = {table.kind: table for table in TABLES}
KIND_OF: dict[str, type] = {table.name: table.kind for table in TABLES}
TABLE_NAMES = frozenset(table.name for table in TABLES)
OWNER_TABLES: dict[str, str] = {
    Owner.COMPANY: "companies",
    Owner.DELEGATE: "people",
    Owner.TABLE: "tables",
}
"""The tables `availabilities.owner_id` leads to, by `owner`: a link no foreign key can say."""
LOOSE_LINKS: dict[tuple[str, str], str] = {
    ("events", "to_venue_id"): "venues",
    ("requests", "session_id"): "sessions",
}
"""Columns without a foreign key that may lead to a row, and its table; they are cleared with it as others are."""
UNDOABLE: tuple[StoredTable, ...] = tuple(table for table in TABLES if table.undoable)


def record_of(table: str, row: Mapping[str, Value]) -> Any:
    """Return the record of a row of a table, given by its columns."""
    kind = KIND_OF[table]
    return from_row(kind, tuple(row[name] for name in names(kind)))
