"""Questions about meetings: who attends, who interprets, which company moves to which day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from missionplanner.domain.day import meeting_days
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Interpreter, Meeting, Owner
from missionplanner.gui.widgets.asking import ask
from missionplanner.gui.widgets.editors import FormField
from missionplanner.i18n import _, current


def ask_people(snapshot: Snapshot, meeting: Meeting, parent: QWidget) -> tuple[int, ...] | None:
    """Ask who attends a meeting, nobody meaning everybody of both companies; None when it is cancelled."""
    choices = [
        (person.id, f"{person.full_name} ({snapshot.company[key].name})")
        for key in meeting.pair
        for person in snapshot.delegates_of.get(key, [])
    ]
    field = FormField(
        "people", _("Who attends"), "checks", choices, hint=_("Nobody ticked: everybody of both companies.")
    )
    now = tuple(snapshot.attending.get(meeting.id, ()))
    found = ask(_("Who attends"), [field], {"people": now}, parent)
    return tuple(found["people"]) if found else None


def ask_interpreter(plan: Plan, meetings: Sequence[Meeting], parent: QWidget) -> int | None:
    """Ask who interprets meetings; return the key, 0 for nobody, None when it is cancelled."""
    choices = [(0, _("Nobody")), *((p.id, interpreter_line(plan, p, meetings)) for p in plan.snapshot.interpreters)]
    now = meetings[0].interpreter_id or 0
    found = ask(_("Interpreter"), [FormField("who", _("Interpreter"), "choice", choices)], {"who": now}, parent)
    return int(found["who"]) if found else None


def interpreter_line(plan: Plan, person: Interpreter, meetings: Sequence[Meeting]) -> str:
    """Return an interpreter with their languages and what speaks against them."""
    notes = []
    for meeting in meetings:
        needed = plan.interpreted(meeting.pair)
        if needed and not plan.interprets(person, needed):
            notes.append(_("not their languages"))
        if plan.absence(Owner.INTERPRETER, person.id, plan.slot(meeting)):
            notes.append(_("Not available"))
        elif plan.at_the_same_time(meeting, plan.of_interpreter[person.id]):
            notes.append(_("busy then"))
    text = f"{person.name} ({person.languages})"
    return " – ".join([text, ", ".join(dict.fromkeys(notes))]) if notes else text


def ask_company_and_day(snapshot: Snapshot, meeting: Meeting, parent: QWidget) -> tuple[int, date] | None:
    """Ask which company moves all its meetings of the day of a meeting, and to which day; None when cancelled."""
    slot = snapshot.slot[meeting.slot_id]
    others = [day for stop in snapshot.stops for day in meeting_days(snapshot, stop.id) if day != slot.day]
    fields = [
        FormField("company", _("Company"), "choice", [(key, snapshot.company[key].name) for key in meeting.pair]),
        FormField(
            "day", _("To the day"), "choice", [(d, current().date(d, "full")) for d in dict.fromkeys(sorted(others))]
        ),
    ]
    found = ask(_("Move a company’s whole day"), fields, {}, parent) if others else None
    return (found["company"], found["day"]) if found else None
