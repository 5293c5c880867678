"""The incidents a timetable is repaired after: each is asked for and recorded as a step of its own."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import told_apart
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.errors import UserError
from missionplanner.gui.widgets.asking import ask, reason_field
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded, in_mission, needed
from missionplanner.i18n import _, current
from missionplanner.jobs.lists import export
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import availability
from missionplanner.store.store import Store


def refuse_without_places(snapshot: Snapshot) -> None:
    """Raise UserError when the mission has no slots or no tables: there is nothing to repair."""
    if not snapshot.slots or not snapshot.tables:
        raise UserError(_("The mission has no sessions or tables yet."), _("Add them in the programme first."))


def ask_withdrawal(store: Store, snapshot: Snapshot, parent: QWidget) -> bool:
    """Ask which company withdraws, and why; return whether that was recorded.

    Raises UserError where its status cannot become "withdrawn".
    """
    keys = told_apart((c.id, c.name) for side in Side for c in snapshot.participants(side))
    names = [(key, label) for label, key in keys.items()]
    fields = [FormField("company", _("Company"), choices=names, check=needed), reason_field()]
    found = ask(_("A company withdraws"), fields, {}, parent)
    if not found:
        return False
    key = keys.get(found["company"]) or export.find_company(_taking_part(snapshot), found["company"]).id
    report = decisions.set_status(store, [key], Status.WITHDRAWN, found["reason"])
    if report.refused:
        raise UserError(report.refused[0].reason)
    return True


def ask_illness(store: Store, snapshot: Snapshot, parent: QWidget) -> bool:
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
    found = ask(_("A delegate falls ill"), [*fields, reason_field()], _first_day(snapshot), parent)
    if not found:
        return False
    if found["who"] not in people:
        raise UserError(
            _("No delegate is called “{name}”.").format(name=found["who"]),
            _("Choose from the list that opens while you type."),
        )
    _record_absence(store, snapshot, Owner.DELEGATE, people[found["who"]], found)
    return True


def ask_lost_table(store: Store, snapshot: Snapshot, parent: QWidget) -> bool:
    """Ask which table is lost, from when until when; return whether that was recorded."""
    tables = [
        (table.id, f"{snapshot.venue[table.venue_id].name}, " + _("Table {number}").format(number=table.number))
        for table in snapshot.tables
    ]
    fields = [FormField("table", _("Table"), "choice", tables), *_absence_fields(snapshot), reason_field()]
    found = ask(_("A table is lost"), fields, _first_day(snapshot), parent)
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


def _first_day(snapshot: Snapshot) -> dict[str, datetime]:
    """The working hours of the first day of the mission."""
    first = snapshot.mission.starts
    starts = datetime(first.year, first.month, first.day, 8)
    return {"starts": starts, "ends": starts.replace(hour=20)}


def _record_absence(store: Store, snapshot: Snapshot, owner: Owner, key: int, found: dict[str, object]) -> None:
    zone = snapshot.stop[int(str(found["stop_id"]))].time_zone
    availability.add_absence(store, owner, key, (found["starts"], found["ends"]), zone, str(found["reason"]))  # type: ignore[arg-type]


def _taking_part(snapshot: Snapshot) -> list[Company]:
    return [company for company in snapshot.companies if snapshot.takes_part(company.id)]
