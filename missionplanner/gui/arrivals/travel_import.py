"""Tables of travel agencies brought in from the window: who is meant is asked, what was left out is listed."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.i18n import _, current
from missionplanner.jobs.arrivals import importing, vehicles
from missionplanner.jobs.arrivals.importing import NOBODY, Answers, TravelPlan
from missionplanner.store.store import Store

_MOST = 60
"""The names asked about at once."""


def bring_vehicles(store: Store, path: Path) -> None:
    """Bring a table of transfers in. Raises UserError when it is none."""
    vehicles.take(store, vehicles.analyse(store, path))


def bring_people(parent: QWidget, store: Store, path: Path) -> None:
    """Bring a table of journeys or rooms in: ask who is meant, take it, and list what was left out.

    Raises UserError when it is no such table.
    """
    plan = importing.analyse(store, path)
    answers = _asked(parent, store.snapshot(), plan)
    if answers is None:
        return
    if answers:
        plan = importing.analyse(store, path, answers=answers)
    importing.take(store, plan)
    if plan.issues:
        rows = [(str(one.row), one.value, one.text) for one in plan.issues[:300]]
        alerts.report(parent, f"{plan.sentence}.", [_("Row"), _("Name"), _("Problem")], rows)


def _asked(parent: QWidget, snapshot: Snapshot, plan: TravelPlan) -> Answers | None:
    """Return who the doubtful names mean; None where the import is given up."""
    asked = [one for one in plan.results if one.is_asked][:_MOST]
    if not asked:
        return {}
    people = [(person.id, snapshot.with_organisation(person)) for person in snapshot.people]
    people.sort(key=lambda row: current().sort_key(row[1]))
    fields = []
    for number, one in enumerate(asked):
        near = [(key, snapshot.with_organisation(snapshot.person[key])) for key in one.found.candidates]
        others = [row for row in people if row[0] not in one.found.candidates]
        label = _("Row {row}: {name}").format(row=one.number, name=_with_company(one.name, one.row.company))
        choices: list[tuple[Any, str]] = [
            (None, _("Leave it out for now")),
            *near,
            (NOBODY, _("Nobody registered")),
            *others,
        ]
        fields.append(FormField(str(number), label, "choice", choices))
    question = _("Who is meant?")
    dialog = RecordDialog(f"{question} – {plan.sentence}", fields, {}, parent)
    if not dialog.exec():
        return None
    values = dialog.form.values()
    return {(one.number, one.name): values[str(n)] for n, one in enumerate(asked) if values[str(n)] is not None}


def _with_company(name: str, company: str) -> str:
    return f"{name} ({company})" if company else name
