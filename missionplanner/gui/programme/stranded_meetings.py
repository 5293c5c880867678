"""The meetings a change would strand, shown before anything is changed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.domain import meeting_places
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import accept_or_cancel
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.i18n import _, current
from missionplanner.jobs.programme.programme import StrandedError
from missionplanner.store.store import Store


class StrandedMeetingsDialog(Dialog):
    """The meetings, and whether they are to go back to what is not placed."""

    def __init__(self, error: StrandedError, snapshot: Snapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Meetings would lose their place"))
        open_with(self, 860, 440)
        meetings = sorted(
            error.meetings, key=lambda one: (snapshot.slot[one.slot_id].starts, one.table_id or 0, one.id)
        )
        layout = QVBoxLayout(self)
        layout.addWidget(Label(error.text))
        layout.addWidget(
            quiet_label(_("Their requests go back to what is not placed. One undo takes everything back."))
        )
        layout.addWidget(DataTable(plain_model(_columns(snapshot), meetings), error.text))
        layout.addWidget(accept_or_cancel(self, _("Change it and take these out"), "check")[0])


def ask_stranded(error: StrandedError, store: Store, parent: QWidget) -> bool:
    """Show the stranded meetings and make the change if the user wants it all the same; return whether it was made."""
    # There is nothing to go on with: it is a plain refusal.
    if error.go_on is None:
        alerts.show_error(parent, error)
        return False
    dialog = StrandedMeetingsDialog(error, store.snapshot(), parent)
    wanted = bool(dialog.exec())
    dialog.deleteLater()
    if wanted:
        error.go_on()
    return wanted


def _columns(snapshot: Snapshot) -> list[Column]:
    def when(meeting: Meeting) -> str:
        slot = snapshot.slot[meeting.slot_id]
        return current().short_moment(slot.starts)

    def state(meeting: Meeting) -> str:
        return ", ".join([meeting.status.label, *([_("Locked")] if meeting.locked else [])])

    return [
        Column(_("Time"), when, width=150),
        Column(_("Table"), lambda m: meeting_places.table_shown(snapshot, m), width=60, right=True),
        Column(_("Delegation"), lambda m: snapshot.company[m.delegation_id].name, width=210, grows=True),
        Column(_("Counterpart"), lambda m: snapshot.company[m.counterpart_id].name, width=210, grows=True),
        Column(_("Status"), state, width=120),
    ]
