"""The head of a record's page: who it is, where it stands, and telephone, e-mail and web to click."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain import links
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label, literal
from missionplanner.i18n import _
from missionplanner.jobs.wording import number_shown


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach somebody."""

    kind: str
    """A key of CONTACTS."""
    text: str
    """A number, an address."""
    whose: str = ""
    """The name of who has it, where that is not the record itself."""


_SIGNS = {"tel": "phone", "mailto": "send", "web": "globe"}
"""Kinds of contacts with their icons."""


class RecordHeader(QWidget):
    """Shows a record in short."""

    def __init__(self, close: QWidget) -> None:
        super().__init__()
        self.title, self.standing = Label(), quiet_label()
        self.title.setObjectName("heading")
        self.title.setWordWrap(True)
        self._contacts = WrappingRow()
        first = QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(first)
        layout.addWidget(self.standing)
        layout.addLayout(self._contacts)

    def show_record(self, title: str, facts: Sequence[str], contacts: Sequence[Contact] = ()) -> None:
        """Show the name, facts about it, and buttons for its contacts."""
        self.title.setText(title)
        self.standing.setText("  ·  ".join(filter(None, facts)))
        while (item := self._contacts.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for contact in contacts:
            if contact.text:
                self._contacts.addWidget(contact_button(contact))


def contact_button(contact: Contact) -> QWidget:
    """Return a button that calls, writes to or opens what it shows."""
    text = number_shown(contact.text) if contact.kind == "tel" else contact.text
    found = make_button(text.removeprefix("https://"), _SIGNS[contact.kind])
    labels = {"tel": _("Call {text}"), "mailto": _("Write to {text}"), "web": _("Open {text}")}
    words = labels[contact.kind].format(text=", ".join(filter(None, (text, contact.whose))))
    found.setToolTip(literal(words))
    found.setAccessibleName(words)
    found.clicked.connect(lambda: QDesktopServices.openUrl(address(contact)))
    return found


def address(contact: Contact) -> QUrl:
    """Return the address that reaches a contact; an empty one where there is nothing to reach."""
    leads = {"tel": links.call, "mailto": links.mail, "web": links.web}
    return QUrl(leads[contact.kind](contact.text))
