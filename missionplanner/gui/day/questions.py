"""Questions on the day: who is late, who did not come, who meets on the spot."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from missionplanner.domain import day
from missionplanner.domain.companies import Side
from missionplanner.domain.moves import MoveVerdict
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.gui.widgets.asking import ask, reason_field
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import needed
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.form_drafts import DraftPlace
from missionplanner.i18n import _, count
from missionplanner.jobs.lists import export

_MINUTES = (5, 10, 15, 20, 30, 45)


def ask_late(snapshot: Snapshot, meeting: Meeting, parent: QWidget) -> tuple[Side | None, int] | None:
    """Ask which side is late (None: nobody) by how many minutes; None when it is cancelled."""
    sides = [*_sides(snapshot, meeting), (None, _("Nobody, after all"))]
    minutes = [(n, count("{n} minute", "{n} minutes", n)) for n in _MINUTES]
    fields = [
        FormField("side", _("Who is late"), "choice", sides),
        FormField("minutes", _("Late by"), "choice", minutes),
    ]
    found = ask(_("Late"), fields, {"side": Side.COUNTERPART, "minutes": 15}, parent)
    return (found["side"], found["minutes"]) if found else None


def ask_no_show(snapshot: Snapshot, meeting: Meeting, parent: QWidget) -> tuple[Side, str] | None:
    """Ask which side did not come and why; None when it is cancelled."""
    fields = [FormField("side", _("Who did not come"), "choice", _sides(snapshot, meeting)), reason_field(False)]
    found = ask(_("No-show"), fields, {"side": Side.COUNTERPART}, parent)
    return (found["side"], found["reason"]) if found else None


def ask_walk_in(
    snapshot: Snapshot,
    printed: Iterable[int],
    moment: datetime,
    stop_id: int,
    parent: QWidget,
    place: DraftPlace | None = None,
) -> MoveVerdict | None:
    """Ask which companies meet on the spot; they get the first place from the time on. None when it is cancelled.

    place: where what is typed is kept.
    """
    companies = {side: snapshot.participants(side) for side in Side}
    fields = [
        FormField(side.value, label, choices=[(c.id, c.name) for c in companies[side]], check=needed)
        for side, label in ((Side.DELEGATION, _("Delegation")), (Side.COUNTERPART, _("Counterpart")))
    ]
    dialog = RecordDialog(_("Walk-in meeting"), fields, {}, parent, place)
    verdict = None
    while verdict is None and dialog.exec():
        try:
            one, other = (export.find_company(companies[side], dialog.form.value(side.value)).id for side in Side)
            moves = day.walk_in_moves(snapshot, (one, other), printed)
            verdict = day.next_place(snapshot, moves, moment, stop_id)
            if verdict is None:
                why = day.why_not(snapshot, moves, moment, stop_id)
                raise UserError(_("There is no free place left for the two at this stop."), why)
        except UserError as error:
            dialog.form.note("counterpart", f"{error.text} {error.hint}".strip())
    dialog.deleteLater()
    return verdict


def _sides(snapshot: Snapshot, meeting: Meeting) -> list[tuple[Side | None, str]]:
    return [(side, snapshot.company[key].name) for side, key in zip(Side, meeting.pair, strict=True)]
