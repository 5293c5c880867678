"""A name of a list that means no company or several: the user chooses one, and it is remembered."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain.companies import Company
from missionplanner.domain.spelling import told_apart
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.completing import CompletingEdit
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import N_, _
from missionplanner.jobs.imports import requests as import_requests
from missionplanner.store.store import Store


class UnknownNamePane(QWidget):
    """Shown for rows with an unknown name: a line to choose the company in, filled with the likeliest."""

    answered = Signal()
    """There is another answer in `answers`."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.answers: dict[str, int] = {}
        self._name = ""
        companies = sorted(store.all(Company), key=lambda company: company.name.casefold())
        self._companies = told_apart((company.id, company.name) for company in companies)
        self.text = Label()
        self.text.setWordWrap(True)
        self.choice = CompletingEdit(list(self._companies))
        self.choice.setAccessibleName(_("The company that is meant"))
        self.choice.setPlaceholderText(_("The company that is meant"))
        self.take = command_button(self.take_company, store)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        row = QHBoxLayout()
        row.addWidget(self.choice, 1)
        row.addWidget(self.take)
        layout.addLayout(row)
        layout.addWidget(
            quiet_label(_("It is remembered: every row with this name, and every later list, takes it so."))
        )
        layout.addStretch()
        self.choice.textChanged.connect(lambda text: self.take.setEnabled(text in self._companies))
        self.hide()

    def show_names(self, unknown: Sequence[str]) -> None:
        """Ask about the first unknown name of a row; hide where there is none."""
        self._name = unknown[0] if unknown else ""
        self.setVisible(bool(self._name))
        if not self._name:
            return
        self.text.setText(_("Which company is “{name}”?").format(name=self._name))
        near = import_requests.candidates(self._store, self._name)
        labels = {key: label for label, key in self._companies.items()}
        self.choice.setText(labels.get(near[0].id, "") if near else "")
        self.take.setEnabled(bool(near))

    @command(N_("This company is meant"), "Alt+K", "check", needs=Needs.WRITING)
    def take_company(self) -> None:
        """Take the name as the chosen company."""
        key = self._companies.get(self.choice.text())
        if key:
            self.answers[self._name] = key
            self.answered.emit()
