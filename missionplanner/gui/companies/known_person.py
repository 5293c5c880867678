"""The question for somebody of the mission who represents another company, too."""

from PySide6.QtWidgets import QWidget

from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import told_apart
from missionplanner.gui.widgets.asking import ask
from missionplanner.gui.widgets.editors import FormField
from missionplanner.i18n import _


def ask_known_person(snapshot: Snapshot, parent: QWidget) -> Person | None:
    """Ask for a person by name and organisations, numbered where these are equal; return None when cancelled."""
    keys = told_apart((person.id, snapshot.with_organisation(person)) for person in snapshot.people)
    people = {name: snapshot.person[key] for name, key in keys.items() if name}
    field = FormField(
        "person",
        _("Person"),
        choices=[(person.id, name) for name, person in people.items()],
        check=lambda text: "" if text in people else _("Choose somebody of the list."),
        hint=_("Their main organisation stays; here they represent this company, too."),
    )
    found = ask(_("Somebody who is here already"), [field], {}, parent)
    return people.get(found["person"]) if found else None
