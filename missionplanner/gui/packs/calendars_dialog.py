"""The question which calendars and contacts are written, and how."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from missionplanner.gui.widgets.buttons import accept_or_cancel
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.plain_text import CheckBox, Label
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.calendars.contacts import VCARDS
from missionplanner.jobs.calendars.owners import CalendarOf

_KINDS = {
    CalendarOf.COMPANY: N_("Companies"),
    CalendarOf.PERSON: N_("People"),
    CalendarOf.VENUE: N_("Venues"),
    CalendarOf.MISSION: N_("The whole mission"),
}
_USUAL = (CalendarOf.COMPANY, CalendarOf.PERSON)
_REMINDERS = (5, 15, 30, 60)
"""Minutes before."""


@dataclass(frozen=True, slots=True)
class CalendarChoice:
    """Which calendars and contacts are wanted."""

    kinds: tuple[CalendarOf, ...] = _USUAL
    reminder: int | None = None
    """The minutes before an item at which it is reminded of."""
    vcard: str = ""
    """The version of the contacts; empty for none."""


class CalendarsDialog(Dialog):
    """Asks whose calendars are written, with which reminder, and whether contacts are written too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Calendars and contacts"))
        self.kinds = {kind: CheckBox(_(label)) for kind, label in _KINDS.items()}
        self.reminder = ComboBox()
        self.reminder.addItem(_("None"), None)
        for minutes in _REMINDERS:
            self.reminder.addItem(count("{n} minute before", "{n} minutes before", minutes), minutes)
        self.contacts = ComboBox()
        self.contacts.addItem(_("None"), "")
        for version in VCARDS:
            text = _("vCard {version}") if version == VCARDS[0] else _("vCard {version}, for Outlook")
            self.contacts.addItem(text.format(version=version), version)
        hint = Label(
            _(
                "Calendars that were opened before are updated: what moved moves there, and what fell away is shown as"
                " cancelled. Contacts are of those who agreed to share their data."
            )
        )
        hint.setWordWrap(True)
        hint.setObjectName("quiet")
        form = QFormLayout()
        column = QVBoxLayout()
        for kind, box in self.kinds.items():
            box.setChecked(kind in _USUAL)
            box.toggled.connect(self._enable)
            column.addWidget(box)
        form.addRow(Label(_("Calendars of")), column)
        form.addRow(Label(_("Reminder")), self.reminder)
        form.addRow(Label(_("Contacts")), self.contacts)
        for label, widget in ((_("Reminder"), self.reminder), (_("Contacts"), self.contacts)):
            widget.setAccessibleName(label)
        self.contacts.currentIndexChanged.connect(self._enable)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addStretch()
        buttons, self._ok = accept_or_cancel(self, _("Write…"), "calendar-plus")
        layout.addWidget(buttons)
        open_with(self, 460, 320)

    @property
    def choice(self) -> CalendarChoice:
        """The choice as it stands."""
        kinds = tuple(kind for kind, box in self.kinds.items() if box.isChecked())
        return CalendarChoice(kinds, self.reminder.currentData(), self.contacts.currentData())

    def _enable(self) -> None:
        """Let nothing be written only where something is chosen, and reminders where there are calendars."""
        choice = self.choice
        self.reminder.setEnabled(bool(choice.kinds))
        self._ok.setEnabled(bool(choice.kinds or choice.vcard))
