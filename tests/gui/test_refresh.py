"""What is shown is true after any change: no screen keeps a list of tables that it could forget one of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QListView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from missionplanner.domain.agreements import Agreement, AgreementParty, AgreementStatus, AgreementText, Signatory
from missionplanner.domain.applications import Application, Status
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
    OfferingKind,
    Partner,
    Side,
)
from missionplanner.domain.courtesy_titles import CourtesyTitle
from missionplanner.domain.evaluations import Evaluation
from missionplanner.domain.events import Attendance, Event, EventKind, Part, PersonAttendance
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
from missionplanner.domain.moments import LetterMark, LetterNote, Moment, MomentLetter, OwnMoment
from missionplanner.domain.objectives import Objective
from missionplanner.domain.own_fields import CompanyValue, OwnField, PersonValue, RequestValue
from missionplanner.domain.people import Membership, OrganisationKind, Person, PersonSector, Role
from missionplanner.domain.relationships import Claim, Proof, Relationship, RelationshipParty, SameDeal, Stage
from missionplanner.domain.requests import Precedence, Priority, Request
from missionplanner.domain.reviews import Criterion, Review
from missionplanner.domain.rooms import Hotel, RoomKind, Stay
from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.domain.sign_ins import SignIn, SignInHow
from missionplanner.domain.targets import MilestoneTarget
from missionplanner.domain.timetable import (
    Availability,
    FollowUp,
    Meeting,
    MeetingDelegate,
    MeetingStatus,
    Outcome,
    Owner,
    Session,
    Slot,
    Version,
)
from missionplanner.domain.vehicles import Vehicle, VehicleSeat
from missionplanner.gui.commands import commands_in, commands_of
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.idle_work import IdleWork
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.window.navigation import Navigation
from missionplanner.gui.window.screen_stack import ScreenStack
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.tables import TABLE_OF, TABLES
from tests.builders import DAY, interpreter, moment

T = TypeVar("T")
NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)
SCREENS = [one.name for one in commands_in(Navigation)]
RECORDS: tuple[tuple[Any, dict[str, Any]], ...] = (
    (Stop(id=2, name_en="Puebla", starts=DAY, ends=DAY), {"name_en": "Tijuana", "ends": DAY + timedelta(1)}),
    (Venue(id=2, stop_id=2, name="Annex"), {"name": "Pavilion"}),
    (Travel(id=1, venue_id=1, other_id=2, minutes=15), {"minutes": 40}),
    (ZoneWay(id=1, stop_id=1, zone="Centro", other="Polanco", minutes=20), {"minutes": 30, "other": "Roma"}),
    (Table(id=3, venue_id=2, number=9), {"number": 12}),
    (Sector(id=2, code="WA", name_en="Water", quota=4), {"name_en": "Clean water", "code": "CW", "quota": 1}),
    (SectorStop(id=1, sector_id=2, stop_id=2), {"stop_id": 1}),
    (MissionText(id=1, kind="welcome", language="en", title="Welcome"), {"title": "Good day"}),
    (Series(id=1, code="exports", name_en="Exports"), {"name_en": "Sales", "unit": "tonnes"}),
    (Briefing(id=1, sector_id=2, body_en="Ports"), {"body_en": "Ports grow", "stop_id": 1}),
    (Milestone(id=1, name_en="Visas", days=-60), {"name_en": "Visas out", "days": -50}),
    (Task(id=1, name_en="Write", milestone_id=1, days=-3), {"name_en": "Print", "owner": "Ana"}),
    (Figure(id=1, series_id=1, period="2024", value=12.5), {"value": 13.5, "source": "Office of statistics"}),
    (Company(id=7, side=Side.DELEGATION, name="D7"), {"name": "Seventh", "city": "Halifax"}),
    (CompanySector(id=1, company_id=7, sector_id=1), {"sector_id": 2}),
    (CompanyStop(id=1, company_id=7, stop_id=1), {"stop_id": 2}),
    (Offering(id=1, company_id=7, kind=OfferingKind.OFFERS, text="Pumps"), {"text": "Valves"}),
    (Market(id=1, company_id=7, country="Chile"), {"country": "Peru"}),
    (Partner(id=1, company_id=7, name="Friends"), {"name": "Others"}),
    (Person(id=7, company_id=7, family_name="Seven", given_name="Sam"), {"family_name": "Siete", "email": "s@x.ca"}),
    (Role(id=11, name_en="Chef"), {"name_en": "Cook", "meets": False}),
    (CourtesyTitle(id=18, written_en="Chief"), {"written_en": "Elder", "on_badges": False}),
    (OrganisationKind(id=7, name_en="Club"), {"name_en": "Guild", "meets": False}),
    (PersonSector(id=1, person_id=7, sector_id=1), {"sector_id": 2}),
    (Membership(id=1, person_id=1, company_id=7, position="Chair"), {"position": "Adviser", "role_id": 3}),
    (Application(id=7, company_id=7, status=Status.APPLIED), {"status": Status.ACCEPTED}),
    (Alias(id=1, company_id=7, name="Sevenths"), {"name": "No. 7"}),
    (Distinction(id=1, company_id=1, other_id=2), {"other_id": 3}),
    (Attachment(id=1, company_id=7, name="brochure.pdf", size=12), {"name": "leaflet.pdf"}),
    (SourceDraft(id=1, company_id=7, source="form", content="{}"), {"source": "other form"}),
    (Request(id=1, delegation_id=1, counterpart_id=4), {"priority": Priority.MUST_MEET, "comment": "Soon"}),
    (OwnField(id=1, code="hotel", name_en="Hotel"), {"name_en": "Lodging"}),
    (CompanyValue(id=1, company_id=7, field_id=1, text="Ritz"), {"text": "Savoy"}),
    (PersonValue(id=1, person_id=7, field_id=1, text="Ritz"), {"text": "Savoy"}),
    (RequestValue(id=1, request_id=1, field_id=1, text="Ritz"), {"text": "Savoy"}),
    (Precedence(id=1, company_id=1, first_id=4, then_id=5), {"then_id": 6}),
    (Session(id=2, venue_id=2, name="Late", starts=moment(15), ends=moment(16)), {"name": "Later", "ends": moment(17)}),
    (Slot(id=5, session_id=2, starts=moment(15), ends=moment(15, 20)), {"starts": moment(16), "ends": moment(16, 20)}),
    (interpreter("Ida", id=8, languages="en,es"), {"given_name": "Ines"}),
    (Meeting(id=1, delegation_id=1, counterpart_id=4, slot_id=1, table_id=1), {"status": MeetingStatus.HELD}),
    (MeetingDelegate(id=1, meeting_id=1, delegate_id=1), {"delegate_id": 4}),
    (Event(id=1, stop_id=1, name_en="Dinner", starts=moment(19), ends=moment(21)), {"name_en": "Supper", "place": "Bay"}),
    (
        Event(id=2, stop_id=1, kind=EventKind.TRANSFER, name_en="Ride", starts=moment(18), ends=moment(19)),
        {"meeting_point": "Lobby"},
    ),
    (JourneyLeg(id=1, person_id=1, flight="AC991", destination="MEX", arrives=moment(8)), {"flight": "AM1", "origin": "YYZ"}),
    (Hotel(id=1, name="Reforma", stop_id=1, singles=4), {"name": "Alameda", "singles": 5}),
    (Stay(id=1, person_id=1, hotel_id=1, check_in=DAY), {"room": "12", "kind": RoomKind.TWIN}),
    (Vehicle(id=1, event_id=2, name="Bus 1", seats=40), {"name": "Bus 2", "seats": 30}),
    (VehicleSeat(id=1, event_id=2, person_id=1, vehicle_id=1), {"is_fixed": True}),
    (SignIn(id=1, person_id=1, event_id=1, at=NOW), {"how": SignInHow.PAPER}),
    (Attendance(id=1, event_id=1, company_id=1), {"part": Part.OUT}),
    (PersonAttendance(id=1, event_id=1, person_id=1), {"part": Part.OUT}),
    (
        Availability(id=1, owner=Owner.COMPANY, owner_id=2, starts=moment(9), ends=moment(10), reason="Away"),
        {"reason": "Ill", "owner_id": 3},
    ),
    (Outcome(id=1, meeting_id=1, kind="sale", value=10.0, currency="CAD"), {"value": 20.0, "next_step": "Call"}),
    (FollowUp(id=1, meeting_id=1, days=30, done_on=date(2026, 3, 20)), {"note": "Went well"}),
    (Version(id=1, name="Draft", content="[]", made_at=NOW), {"name": "Final"}),
    (Relationship(id=1, company_id=1, other_id=4, made_on=DAY), {"owner": "Ana", "next_step": "Call"}),
    (RelationshipParty(id=1, relationship_id=1, name="Port"), {"name": "Port of Veracruz"}),
    (Claim(id=1, relationship_id=1, told_on=DAY, stage=Stage.HELD), {"stage": Stage.AGREEMENT, "value": 10.0}),
    (Claim(id=2, relationship_id=1, told_on=DAY, stage=Stage.HELD), {"about": "Pumps"}),
    (SameDeal(id=1, one_id=1, other_id=2, decided_on=DAY), {"is_same": False}),
    (Proof(id=1, claim_id=1, value=10.0, verified_on=DAY), {"value": 12.0, "how": "Invoice"}),
    (CompanyFollowUp(id=1, company_id=1, days=30, done_on=DAY), {"note": "Went well"}),
    (Agreement(id=1, title_en="Memorandum"), {"status": AgreementStatus.READY, "announced_value": 10.0}),
    (AgreementParty(id=1, agreement_id=1, company_id=1), {"name": "Government"}),
    (Signatory(id=1, agreement_id=1, party_id=1, person_id=1), {"is_out": True, "note": "Ill"}),
    (AgreementText(id=1, agreement_id=1, language="en", name="text.pdf"), {"name": "text.docx"}),
    (Milestone(id=90, name_en="Review"), {"name_en": "Review begins"}),
    (MilestoneTarget(id=1, milestone_id=90, stage=Stage.HELD, number=5), {"number": 9}),
    (ListedIntent(id=20, code="franchise", name_en="Franchise"), {"name_en": "Franchising"}),
    (BoughtInput(id=1, company_id=1, what="Steel", country="China"), {"share": "70 %"}),
    (Objective(id=1, company_id=1, what="Distributors"), {"number": 3.0}),
    (Evaluation(id=1, company_id=1, given_on=DAY, pack=4), {"pack": 5, "comment": "Heavy"}),
    (Synonyms(id=1, words="pump; pumps"), {"words": "pump; valve"}),
    (MatchWeight(id=1, part="sector", weight=10), {"weight": 90}),
    (Criterion(id=7, name_en="Readiness"), {"name_en": "Fit", "weight": 2.0}),
    (Review(id=1, company_id=1, criterion_id=7, reviewer="Ana", mark=3), {"mark": 5}),
    (LetterTemplate(id=1, kind="accepted", language="en", subject="Yes", body="You come."), {"subject": "Welcome"}),
    (LetterPaper(id=1, kind="", language="en", name="paper.docx", digest="d"), {"name": "letter.docx"}),
    (OwnMoment(id=1, name="Site visit"), {"name": "Visit", "asks": True}),
    (SavedFilter(id=1, name="Mine", wanted="{}"), {"name": "Ours"}),
    (PackPrint(id=1, company_id=1, fingerprint="x", pages=3, printed_at=NOW), {"pages": 4, "fingerprint": "y"}),
    (FileImport(id=1, file_name="a.csv", kind="companies", imported_at=NOW), {"file_name": "b.csv"}),
    (Letter(id=1, company_id=1, kind="accepted", language="en", sent_at=NOW), {"recipient": "a@b.ca"}),
    (CalendarEntry(id=1, item="m", starts=moment(9), ends=moment(10), changed_at=NOW), {"sequence": 1}),
    (MomentLetter(id=1, company_id=1, moment=Moment.THANKS, language="en", written_at=NOW), {"recipient": "a@b.ca"}),
    (LetterNote(id=1, letter="u", mark=LetterMark.OUT, noted_at=NOW), {"mark": LetterMark.ASKS}),
    (FormDraft(id=1, company_id=1, side="delegation", content="{}", saved_at=NOW), {"side": "counterpart"}),
)  # fmt: skip
"""A record of every table, and what is changed of it."""


@pytest.fixture
def store(workspace: Workspace) -> Store:
    """The small mission with a record in every table."""
    with workspace.store.change(message("Fill")) as change:
        for record, _changes in RECORDS:
            change.insert(record)
    return workspace.store


def changed(store: Store, record: Any, changes: dict[str, Any]) -> None:
    """Change one record as a step of its own; a journal, whose records stay as they are, gets one more."""
    if TABLE_OF[type(record)].undoable:
        with store.change(message("Edit")) as change:
            change.update(replace(store.get(type(record), record.id), **changes))
    elif isinstance(record, FormDraft):
        store.drafts.keep(replace(record, id=0, **changes))
    else:
        store.record(replace(record, id=0, **changes))


def texts(screen: Screen) -> list[tuple[str, list[str]]]:
    """Everything a screen says, tab by tab, once it has looked at everything."""
    tabs = screen.findChild(QTabWidget)
    found = []
    for place in range(tabs.count() if tabs else 1):
        if tabs:
            tabs.setCurrentIndex(place)
        settle(screen)
        for widget in screen.findChildren(QWidget):
            if widget.isVisibleTo(screen):
                found.append((type(widget).__name__, said(widget)))
    if tabs:
        tabs.setCurrentIndex(0)
    return [(name, words) for name, words in found if any(words)]


def settle(screen: Screen) -> None:
    """Have everything done that a screen does between events or a moment later."""
    for timer in screen.findChildren(QTimer):
        if timer.isActive() and timer.isSingleShot():
            timer.stop()
            timer.timeout.emit()
    for work in screen.findChildren(IdleWork):
        work.finish()


def batched(found: Sequence[T], size: int) -> list[Sequence[T]]:
    """Return records some at a time: to open a screen takes longer than to change a record."""
    return [found[place : place + size] for place in range(0, len(found), size)]


def said(widget: QWidget) -> list[str]:
    """The texts of a label, a button, a choice, or all cells of a table or list."""
    if isinstance(widget, QLabel | QAbstractButton):
        return [widget.text()]
    if isinstance(widget, QComboBox):
        return [widget.itemText(place) for place in range(widget.count())]
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        columns = 1 if isinstance(widget, QListView) else model.columnCount()
        places = [(row, column) for row in range(model.rowCount()) for column in range(columns)]
        return [str(model.index(*place).data() or "") for place in places]
    return []


def test_a_record_of_every_table_is_changed() -> None:
    assert {type(record) for record, _changes in RECORDS} == {table.kind for table in TABLES} - {Mission}


@pytest.fixture
def open_afresh(workspace: Workspace, runner: Runner, qtbot: QtBot) -> Iterator[Callable[[str], Screen]]:
    """Shows a screen by the name of its command, as a window opened now does."""
    stacks: list[ScreenStack] = []

    def opened(name: str) -> Screen:
        for stack in stacks[1:]:
            stack.settle()
            stack.clear()
            stack.deleteLater()
        del stacks[1:]
        stacks.append(ScreenStack(workspace, runner))
        return next(method() for one, method in commands_of(Navigation(stacks[-1])) if one.name == name)

    yield opened
    for stack in stacks:
        stack.settle()
        stack.clear()
        stack.deleteLater()


class Noon(datetime):
    """A clock that stands still: the screen of the day would show another minute than one opened a moment later."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Noon":
        return cls(2026, 2, 16, 18, tzinfo=tz)


@pytest.mark.parametrize("name", SCREENS)
def test_screen_shows_after_every_change_what_one_opened_afresh_shows(
    store: Store, open_afresh: Callable[[str], Screen], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("missionplanner.gui.day.screen.datetime", Noon)
    screen = open_afresh(name)
    texts(screen)
    of_mission = {"name": "Renamed", "places_max": 2, "lunch_starts": "12:00"}
    for some in batched((*RECORDS, (store.mission, of_mission)), 4):
        for record, changes in some:
            changed(store, record, changes)
        kinds = ", ".join(type(record).__name__ for record, _changes in some)
        assert texts(screen) == texts(open_afresh(name)), f"after changes of {kinds}"
    while store.undo():
        pass
    assert texts(screen) == texts(open_afresh(name)), "after everything was undone"
