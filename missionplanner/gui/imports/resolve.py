"""Names of a list of requests that mean no company or several: somebody says which, and it is remembered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from missionplanner.domain.companies import Company
from missionplanner.gui.editors import CompletingEdit
from missionplanner.gui.screen import make_button, quiet_label
from missionplanner.i18n import _
from missionplanner.jobs import import_requests
from missionplanner.jobs.import_requests import RequestResult
from missionplanner.store.store import Store


class ResolvePane(QWidget):
    """Shown for rows with a name nobody has: a line to choose the company in, the likeliest there already."""

    answered = Signal()
    """There is another answer in `answers`."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.answers: dict[str, int] = {}
        self._name = ""
        self._companies = {company.name: company for company in store.all(Company)}
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.choice = CompletingEdit(sorted(self._companies, key=str.casefold))
        self.choice.setAccessibleName(_("The company that is meant"))
        self.choice.setPlaceholderText(_("The company that is meant"))
        self.take = make_button(_("This company is meant"), "check", "Alt+S")
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
        self.take.clicked.connect(self._on_taken)
        self.choice.textChanged.connect(lambda text: self.take.setEnabled(text in self._companies))
        self.hide()

    def show_row(self, row: RequestResult | None) -> None:
        """Ask about the first name of the row that is not known; nothing where there is none."""
        self._name = row.unknown[0] if row and row.unknown else ""
        self.setVisible(bool(self._name))
        if not self._name:
            return
        self.text.setText(_("Which company is “{name}”?").format(name=self._name))
        near = import_requests.candidates(self._store, self._name)
        self.choice.setText(near[0].name if near else "")
        self.take.setEnabled(bool(near))

    def _on_taken(self) -> None:
        company = self._companies.get(self.choice.text())
        if company:
            self.answers[self._name] = company.id
            self.answered.emit()
