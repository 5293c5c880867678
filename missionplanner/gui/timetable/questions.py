"""Questions about meetings: who attends, who interprets, which company moves to which day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from missionplanner.domain.day import meeting_days
from missionplanner.domain.people import Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, Owner
from missionplanner.gui.widgets.asking import ask
from missionplanner.gui.widgets.editors import FormField
from missionplanner.i18n import _, current
from missionplanner.jobs.timetable import attendees


def ask_people(plan: Plan, meeting: Meeting, parent: QWidget) -> tuple[int, ...] | None:
    """Ask who attends a meeting of each side, nobody meaning as that wants it; None when it is cancelled."""
    snapshot = plan.snapshot
    fields, now = [], {}
    for name, key in zip(("delegation", "counterpart"), meeting.pair, strict=True):
        people = snapshot.delegates_of.get(key, [])
        if people:
            lines = [(person.id, _person_line(plan, meeting, key, person)) for person in people]
            label = f"{snapshot.company[key].name}\n{attendees.without_choice(snapshot, key)}"
            fields.append(FormField(name, label, "checks", lines))
            now[name] = tuple(snapshot.chosen(meeting.id, key))
    found = ask(_("Who attends"), fields, now, parent)
    return tuple(key for name in now for key in found[name]) if found else None


def _person_line(plan: Plan, meeting: Meeting, company_id: int, person: Person) -> str:
    """Return somebody with their languages and what speaks against them."""
    text = f"{person.full_name} ({person.languages})" if person.languages else person.full_name
    return " – ".join(filter(None, (text, attendees.against(plan, meeting, company_id, person))))


def ask_interpreter(plan: Plan, meetings: Sequence[Meeting], parent: QWidget) -> int | None:
    """Ask who interprets meetings; return the key, 0 for nobody, None when it is cancelled."""
    choices = [(0, _("Nobody")), *((p.id, interpreter_line(plan, p, meetings)) for p in plan.snapshot.interpreters)]
    now = meetings[0].interpreter_id or 0
    found = ask(_("Interpreter"), [FormField("who", _("Interpreter"), "choice", choices)], {"who": now}, parent)
    return int(found["who"]) if found else None


def interpreter_line(plan: Plan, person: Person, meetings: Sequence[Meeting]) -> str:
    """Return an interpreter with their languages and what speaks against them."""
    notes = []
    for meeting in meetings:
        needed = plan.interpreted(meeting)
        if needed and not plan.interprets(person, needed):
            notes.append(_("not their languages"))
        if plan.absence(Owner.DELEGATE, person.id, plan.slot(meeting)):
            notes.append(_("Not available"))
        elif plan.at_the_same_time(meeting, plan.of_interpreter[person.id]):
            notes.append(_("busy then"))
    text = f"{person.full_name} ({person.languages})"
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
