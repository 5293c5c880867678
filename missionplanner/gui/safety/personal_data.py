"""Personal data: written out for one person, erased for some or for everybody, with the copies that still hold them."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.companies import Company, Delegate
from missionplanner.domain.privacy import due, is_anonymous
from missionplanner.errors import UserError
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.plain_text import MessageBox
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.i18n import _, count, current
from missionplanner.jobs.safety import privacy
from missionplanner.paths import safe_name
from missionplanner.store.store import Store

_MOST_NAMED = 8


class PersonalDataDialog(QDialog):
    """Everybody the mission knows, with their consent."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Personal data"))
        self.resize(980, 600)
        self._store = store
        self._people: dict[int, Delegate] = {}
        self._companies: dict[int, str] = {}
        self._consents: dict[int, bool | None] = {}
        self.search = QLineEdit()
        as_search(self.search, _("A person or a company"))
        self.table = DataTable(
            TableModel(self._columns(), lambda keys: [self._people[key] for key in keys]), _("People")
        )
        self.until = quiet_label()
        save = make_button(_("Write out all of one person…"), "download")
        some = make_button(_("Erase the selected people…"), "trash-2")
        everybody = make_button(_("Erase everybody…"), "trash-2")
        save.clicked.connect(self._on_save)
        some.clicked.connect(lambda: self._on_erase(self.table.chosen_keys()))
        everybody.clicked.connect(lambda: self._on_erase(None))
        row = QHBoxLayout()
        for button in (save, some, everybody):
            row.addWidget(button)
            button.setEnabled(button is save or not store.read_only)
        row.addStretch()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row.addWidget(buttons)
        layout = QVBoxLayout(self)
        text = _(
            "Consent and its purpose are columns of the delegates in the registration form. Passport, dietary and "
            "access needs and emergency contact leave only where that is chosen."
        )
        layout.addWidget(quiet_label(text))
        layout.addWidget(self.until)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self.search.textChanged.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """List the people that are wanted."""
        companies = self._store.all(Company)
        self._companies = {company.id: company.name for company in companies}
        self._consents = {company.id: company.consent for company in companies}
        wanted = self.search.text().strip().casefold()
        everybody = [p for p in self._store.all(Delegate) if not is_anonymous(p)]
        found = [p for p in everybody if wanted in f"{p.full_name} {self._companies[p.company_id]}".casefold()]
        found.sort(key=lambda p: current().sort_key(f"{p.family_name} {p.given_name}"))
        self._people = {person.id: person for person in found}
        self.table.rows.set_keys(list(self._people))
        until = self._store.mission.keep_until
        text = _("No day is set on which personal data are to be erased; set it in the mission settings.")
        if until:
            text = _("Personal data are to be erased on {day}.").format(day=current().date(until))
            for issue in due(self._store.snapshot(), date.today()):  # noqa: DTZ011
                text = issue.text
        self.until.setText(text)

    def save_person(self, key: int, target: Path) -> None:
        """Write everything the mission holds of a person into a file."""
        privacy.save_person(self._store, key, target)

    def erase(self, keys: list[int] | None) -> None:
        """Erase people for good, say what still holds them, and offer to delete that."""
        found = privacy.erase(self._store, keys)
        self.refresh()
        text = count("{n} person was made anonymous.", "{n} people were made anonymous.", found.people)
        if not found.copies:
            alerts.tell(self, text, _("No copy on this computer holds them any more. Copies you made elsewhere may."))
            return
        number = len(found.copies)
        question = count(
            "{n} kept copy on this computer still holds them. Delete it?",
            "{n} kept copies on this computer still hold them. Delete them?",
            number,
        )
        if self._confirms(text, question, _("Delete")):
            privacy.delete_copies(found.copies)

    def _on_save(self) -> None:
        keys = self.table.chosen_keys()
        if len(keys) != 1:
            alerts.show_error(self, UserError(_("Select one person."), _("Each person has a file of their own.")))
            return
        name = safe_name(self._people[keys[0]].full_name, _("person"))
        start = self._store.path.with_name(f"{name}.json")
        found = QFileDialog.getSaveFileName(self, _("Write out all of one person…"), str(start), "*.json")[0]
        if found:
            self.save_person(keys[0], Path(found).with_suffix(".json"))

    def _on_erase(self, keys: list[int] | None) -> None:
        # None means everybody: an empty selection must not be taken for it.
        if keys == []:
            alerts.show_error(self, UserError(_("Nobody is selected."), _("Select the people to erase.")))
            return
        number = len(self._store.all(Delegate)) if keys is None else len(keys)
        text = count(
            "Erase the personal data of {n} person for good?", "Erase the personal data of {n} people for good?", number
        )
        details = _("Companies, meetings and outcomes stay, so that the mission can be counted. This cannot be undone.")
        if keys is not None:
            people = ", ".join(self._people[key].full_name for key in keys[:_MOST_NAMED])
            more = "" if len(keys) <= _MOST_NAMED else "…"
            details = f"{people}{more}\n\n{details} " + _("Look through the notes and files of their company yourself.")
        if keys is None:
            details += " " + _("Notes, comments, attachments and the history of changes are erased as well.")
        if self._confirms(text, details, _("Erase")):
            self.erase(keys)

    def _confirms(self, text: str, details: str, act: str) -> bool:
        box = MessageBox(MessageBox.Icon.Warning, _("Trade Mission Planner"), text, details, self)
        button = box.choice(act, MessageBox.ButtonRole.DestructiveRole)
        # Enter must not erase anybody.
        box.setDefaultButton(box.addButton(MessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is button

    def _columns(self) -> list[Column]:
        answers = {None: "", True: _("yes"), False: _("no")}

        def consent(person: Delegate) -> str:
            if person.consent is None and (of_company := self._consents[person.company_id]) is not None:
                return _("{answer}, said the company").format(answer=answers[of_company])
            return answers[person.consent]

        return [
            Column(_("Person"), lambda p: p.full_name, width=220),
            Column(_("Company"), lambda p: self._companies[p.company_id], width=250),
            Column(_("E-mail"), lambda p: p.email, width=220),
            Column(_("Consent"), consent, width=150),
            Column(_("Purpose"), lambda p: p.purpose, width=170),
        ]
