"""The mission every screen is shown on: the example, with a timetable, and something in every list."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Attachment, Company, Side
from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.domain.journals import FileImport, Letter, PackPrint
from missionplanner.domain.people import Person
from missionplanner.domain.relationships import Claim, Proof, Relationship, RelationshipParty, Stage
from missionplanner.domain.reviews import Criterion, Review
from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import (
    Availability,
    FollowUp,
    Meeting,
    MeetingStatus,
    Outcome,
    Owner,
    Version,
)
from missionplanner.jobs.imports import companies, requests
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.selection import decisions
from missionplanner.messages import message
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import EXAMPLE, FILES

_NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)
_STATUSES = (
    MeetingStatus.PLANNED, MeetingStatus.HELD, MeetingStatus.CONFIRMED, MeetingStatus.NO_SHOW, MeetingStatus.CANCELLED,
)  # fmt: skip
_CROWD = (
    "Opening plenary with the ministers",
    "Site visit: water works",
    "Press",
    "Reception of the embassy",
    "Briefing",
)


def make(path: Path) -> None:
    """Make the mission."""
    with new_mission.from_example(path, EXAMPLE) as store:
        folder = new_mission.example_folder(EXAMPLE) / "registrations"
        for name, side in FILES:
            options = companies.ImportOptions(folder / name, Side(side))
            companies.accept(store, run_now(companies.analyse(options), store))
        requests.accept(store, run_now(requests.analyse(folder / "meeting_requests.csv"), store))
        keys = store.companies.ids(CompanyFilter())
        decisions.set_status(store, keys[: len(keys) * 4 // 5], Status.ACCEPTED)
        _fill(store)


def _fill(store: Store) -> None:
    snapshot = store.snapshot()
    with store.change(message("Make the timetable")) as change:
        interpreter = change.insert(
            Person(given_name="Inés", family_name="Aguirre Bengoechea", languages="en,es", role_id=8)
        )
        for record in _meetings(snapshot):
            change.insert(replace(record, interpreter_id=interpreter if record.locked else None))
        for record in (*_crowd(snapshot), *_around(snapshot)):
            change.insert(record)
    meetings = store.all(Meeting)
    with store.change(message("Make the timetable")) as change:
        for meeting in [one for one in meetings if one.status is MeetingStatus.HELD][:40]:
            change.insert(
                Outcome(meeting_id=meeting.id, kind="sale", value=120_000.0, currency="CAD", next_step="Call")
            )
            change.insert(FollowUp(meeting_id=meeting.id, days=30, done_on=date(2026, 3, 20)))
    _relationships(store, [one for one in meetings if one.status is MeetingStatus.HELD])
    for record in _journals(store):
        store.record(record)
    store.steps.seal()


def _relationships(store: Store, held: list[Meeting]) -> None:
    """Relationships at every stage, some of them overdue, with evidence and third parties."""
    with store.change(message("Edit a relationship")) as change:
        for place, meeting in enumerate(held):
            stage, told = list(Stage)[place % len(Stage)], date(2026, 3, 1) + timedelta(days=place)
            key = change.insert(
                Relationship(
                    company_id=meeting.delegation_id, other_id=meeting.counterpart_id, made_on=date(2026, 2, 21),
                    owner="Ana Ruiz" if place % 2 else "", next_step="Samples by courier", intents="second source",
                    due=told if place % 3 else None, notes="Met at Hannover 2025" if place % 5 == 0 else "",
                )
            )  # fmt: skip
            said = Claim(
                relationship_id=key, teller_id=meeting.delegation_id, told_on=told, stage=stage, currency="CAD",
                value=120_000.0 * (place + 1), expected=not stage.is_deal, evidence="contract.pdf",
                reason="Price" if stage is Stage.ENDED else "",
            )  # fmt: skip
            claim = change.insert(said)
            if stage.is_deal:
                change.insert(
                    Proof(claim_id=claim, value=100_000.0, currency="CAD", verified_on=told, how="Contract seen")
                )
                change.insert(replace(said, teller_id=meeting.counterpart_id, value=90_000.0))
                change.insert(RelationshipParty(relationship_id=key, name="Port of Veracruz"))


def _meetings(snapshot: Snapshot) -> Iterator[Meeting]:
    """Place requests one after the other, in the first slot and at the first table both companies have free."""
    busy: dict[int, set[datetime]] = defaultdict(set)
    tables: dict[int, list[int]] = {slot.id: [t.id for t in _tables(snapshot, slot)] for slot in snapshot.slots}
    for place, request in enumerate(sorted(snapshot.requests, key=lambda one: one.id)):
        pair = request.delegation_id, request.counterpart_id
        slot = next((s for s in snapshot.slots if tables[s.id] and not any(s.starts in busy[k] for k in pair)), None)
        if slot is None or place % 12 == 5:
            continue
        for key in pair:
            busy[key].add(slot.starts)
        more = {"late_side": "delegation", "late_minutes": 10} if place % 37 == 0 else {}
        status = _STATUSES[place % 11 % 5] if place % 3 == 0 else MeetingStatus.PLANNED
        yield Meeting(
            delegation_id=pair[0], counterpart_id=pair[1], slot_id=slot.id, table_id=tables[slot.id].pop(0),
            status=status, locked=place % 13 == 0, no_show_side="counterpart" if status is MeetingStatus.NO_SHOW else "",
            reason="Illness" if status in (MeetingStatus.NO_SHOW, MeetingStatus.CANCELLED) else "", **more,
        )  # fmt: skip


def _tables(snapshot: Snapshot, slot: Any) -> list[Any]:
    return [t for t in snapshot.tables if t.venue_id == snapshot.session[slot.session_id].venue_id]


def _crowd(snapshot: Snapshot) -> Iterator[Event]:
    """Events that lie over one another."""
    stop = snapshot.stops[0]
    first = min(slot.starts for slot in snapshot.slots)
    for place, name in enumerate(_CROWD):
        starts = first + timedelta(minutes=15 * place)
        yield Event(
            stop_id=stop.id, kind=list(EventKind)[place % len(EventKind)], name_en=name, name_fr=name, name_es=name,
            starts=starts, ends=starts + timedelta(minutes=45 + 15 * place), audience=Audience.EVERYONE, capacity=20,
        )  # fmt: skip


def _around(snapshot: Snapshot) -> Iterator[Any]:
    """What else there is of a company: an absence, a file, marks, a version, a saved list."""
    company = snapshot.companies[0]
    first = min(slot.starts for slot in snapshot.slots)
    yield Availability(
        owner=Owner.COMPANY, owner_id=company.id, starts=first, ends=first + timedelta(hours=2), reason="Arrives late"
    )
    yield Attachment(company_id=company.id, name="brochure.pdf", size=120_000)
    yield Version(name="First draft", content="[]", made_at=_NOW)
    yield SavedFilter(name="Clean technologies", wanted="{}")


def _journals(store: Store) -> Iterator[Any]:
    first, second = [company.id for company in store.all(Company)][:2]
    criteria = store.all(Criterion)
    with store.change(message("Make the timetable")) as change:
        for mark, criterion in enumerate(criteria, 2):
            change.insert(Review(company_id=first, criterion_id=criterion.id, reviewer="Ana", mark=min(mark, 5)))
    yield PackPrint(company_id=first, fingerprint="x", pages=12, printed_at=_NOW)
    yield FileImport(file_name="registrations_en.xlsx", kind="companies", imported_at=_NOW)
    yield Letter(company_id=second, kind="accepted", language="en", sent_at=_NOW)
