"""The incidents a timetable is repaired after: each is asked for and recorded as a step of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from PySide6.QtWidgets import QWidget

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import told_apart
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Availability, Meeting, Owner
from missionplanner.errors import UserError
from missionplanner.gui.widgets.asking import ask, reason_field
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded, in_mission, needed
from missionplanner.i18n import _, current
from missionplanner.jobs.lists import export
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import availability
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class Where:
    """The stop, day and meeting on the screen while something happens: the questions begin with them."""

    stop_id: int | None = None
    day: date | None = None
    meeting: Meeting | None = None

    @classmethod
    def of(cls, shown: tuple[int, date] | None, chosen: Sequence[Meeting]) -> "Where":
        """Return the stop and day that are shown, and the meeting if one alone is selected."""
        stop_id, day = shown or (None, None)
        return cls(stop_id, day, chosen[0] if len(chosen) == 1 else None)

    def values(self, snapshot: Snapshot) -> dict[str, Any]:
        """Return the working hours of the day, from now on where it is today, and the stop.

        The day is today while the mission is under way, else that of the meeting or of the screen.
        """
        stop = snapshot.stop_of_slot.get(self.meeting.slot_id) if self.meeting else None
        stop = stop or snapshot.stop.get(self.stop_id or 0) or next(iter(snapshot.stops), None)
        found: dict[str, Any] = {"stop_id": stop.id} if stop else {}
        now = in_zone(datetime.now(UTC), stop.time_zone if stop else "UTC").replace(
            tzinfo=None, second=0, microsecond=0
        )
        shown = snapshot.slot[self.meeting.slot_id].day if self.meeting else self.day
        day = shown or snapshot.mission.starts
        starts = datetime.combine(day, time(8))
        if snapshot.mission.starts <= now.date() <= snapshot.mission.ends and shown in (None, now.date()):
            starts = max(now, datetime.combine(now.date(), time(8)))
        ends = datetime.combine(starts.date(), time(20))
        return {**found, "starts": starts, "ends": ends if ends > starts else ends.replace(hour=23, minute=59)}


def refuse_without_places(snapshot: Snapshot) -> None:
    """Raise UserError when the mission has no slots or no tables: there is nothing to repair."""
    if not snapshot.slots or not snapshot.tables:
        raise UserError(
            _("The mission has no sessions or tables yet."), _("Add them in the programme first."), "programme.Sessions"
        )


def ask_withdrawal(store: Store, snapshot: Snapshot, where: Where, parent: QWidget) -> bool:
    """Ask which company withdraws, and why; return whether that was recorded.

    Raises UserError where its status cannot become "withdrawn".
    """
    keys = told_apart((c.id, c.name) for side in Side for c in snapshot.participants(side))
    names = [(key, label) for label, key in keys.items()]
    fields = [FormField("company", _("Company"), choices=names, check=needed), reason_field()]
    company = where.meeting.delegation_id if where.meeting else 0
    values = {"company": next((label for label, key in keys.items() if key == company), "")}
    found = ask(_("A company withdraws"), fields, values, parent)
    if not found:
        return False
    key = keys.get(found["company"]) or export.find_company(_taking_part(snapshot), found["company"]).id
    report = decisions.set_status(store, [key], Status.WITHDRAWN, found["reason"])
    if report.refused:
        raise UserError(report.refused[0].reason)
    return True


def ask_illness(store: Store, snapshot: Snapshot, where: Where, parent: QWidget) -> bool:
    """Ask who falls ill, from when until when; return whether that was recorded.

    Raises UserError for a name no delegate has.
    """
    people = told_apart(
        (person.id, snapshot.with_organisation(person))
        for person in snapshot.people
        if any(map(snapshot.takes_part, snapshot.companies_of.get(person.id, ())))
    )
    fields = [
        FormField("who", _("Delegate"), choices=[(0, name) for name in people], check=needed),
        *_absence_fields(snapshot),
    ]
    values = {**where.values(snapshot), "reason": _("Illness"), "who": _who(snapshot, where.meeting, people)}
    found = ask(_("A delegate falls ill"), [*fields, reason_field()], values, parent)
    if not found:
        return False
    if found["who"] not in people:
        raise UserError(
            _("No delegate is called “{name}”.").format(name=found["who"]),
            _("Choose from the list that opens while you type."),
        )
    _record_absence(store, snapshot, Owner.DELEGATE, people[found["who"]], found)
    return True


def _who(snapshot: Snapshot, meeting: Meeting | None, people: Mapping[str, int]) -> str:
    """The first of the delegation who attends a meeting, as they are listed; empty without one."""
    if meeting is None:
        return ""
    attending = snapshot.attending.get(meeting.id, frozenset())
    members = [person.id for person in snapshot.delegates_of.get(meeting.delegation_id, ())]
    first = next((key for key in members if key in attending), next(iter(members), 0))
    return next((name for name, key in people.items() if key == first), "")


def ask_lost_table(store: Store, snapshot: Snapshot, where: Where, parent: QWidget) -> bool:
    """Ask which table is lost, from when until when; return whether that was recorded."""
    tables = [
        (table.id, f"{snapshot.venue[table.venue_id].name}, " + _("Table {number}").format(number=table.number))
        for table in snapshot.tables
    ]
    fields = [FormField("table", _("Table"), "choice", tables), *_absence_fields(snapshot), reason_field()]
    table = {"table": where.meeting.table_id} if where.meeting and where.meeting.table_id is not None else {}
    found = ask(_("A table is lost"), fields, {**where.values(snapshot), **table}, parent)
    if not found:
        return False
    _record_absence(store, snapshot, Owner.TABLE, found["table"], found)
    return True


def _absence_fields(snapshot: Snapshot) -> list[FormField]:
    language = current().language
    stops = [(stop.id, stop.name(language)) for stop in snapshot.stops]
    fields = [
        FormField("starts", _("Not available from"), "moment"),
        FormField("ends", _("Until"), "moment"),
        FormField("stop_id", _("On the clocks of"), "choice", stops),
    ]
    return bounded(Availability, in_mission(snapshot.mission, fields))


def _record_absence(store: Store, snapshot: Snapshot, owner: Owner, key: int, found: dict[str, object]) -> None:
    zone = snapshot.stop[int(str(found["stop_id"]))].time_zone
    availability.add_absence(store, owner, key, (found["starts"], found["ends"]), zone, str(found["reason"]))  # type: ignore[arg-type]


def _taking_part(snapshot: Snapshot) -> list[Company]:
    return [company for company in snapshot.companies if snapshot.takes_part(company.id)]
