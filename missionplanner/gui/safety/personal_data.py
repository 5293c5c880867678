"""Personal data: everybody the mission knows, deleted ones too; written out for one, erased for some or all."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.domain.privacy import due
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.gui.safety.erasing import ErasingDialog, LeftCopiesDialog
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.written_files import show_file
from missionplanner.i18n import _, count, current
from missionplanner.jobs.safety import privacy
from missionplanner.paths import safe_name
from missionplanner.store.merging.blanking import Place
from missionplanner.store.store import Store
from missionplanner.store.upkeep.known_people import KnownCompany, KnownPerson

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class _Line:
    """Somebody the mission holds data of, or a company that was deleted."""

    person: KnownPerson | None = None
    company: KnownCompany | None = None
    delegate: Person | None = None
    """The record of somebody who is still there."""

    @property
    def key(self) -> int:
        """The key of the person; minus that of the company."""
        return self.person.key if self.person else -self.company.key if self.company else 0

    @property
    def name(self) -> str:
        """The name of the person, or of the company."""
        return self.person.name or self.person.email if self.person else self.company.name if self.company else ""

    @property
    def text(self) -> str:
        """The words it is searched by."""
        return fold(f"{self.name} {self.person.company} {self.person.email}" if self.person else self.name)


class PersonalDataDialog(Dialog):
    """Everybody the mission knows, with their consent; those who were deleted too, with the day."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Personal data"))
        open_with(self, 1080, 620)
        self._store = store
        self._lines: dict[int, _Line] = {}
        self._consents: dict[int, bool | None] = {}
        self.search = QLineEdit()
        as_search(self.search, _("A person or a company"))
        self.table = DataTable(
            TableModel(self._columns(), lambda keys: [self._lines[key] for key in keys]),
            _("People"),
            kept="personal_data",
        )
        self.until = quiet_label()
        layout = QVBoxLayout(self)
        text = _(
            "Consent and its purpose are columns of the delegates in the registration form. Passport, dietary and "
            "access needs and emergency contact leave only where that is chosen."
        )
        layout.addWidget(quiet_label(text))
        layout.addWidget(self.until)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._buttons())
        self.search.textChanged.connect(self._show)
        self.refresh()

    def _buttons(self) -> WrappingRow:
        save = make_button(_("Export everything about one person…"), "download")
        some = make_button(_("Erase the selected people…"), "trash-2")
        everybody = make_button(_("Erase everybody…"), "trash-2")
        save.clicked.connect(self._on_save)
        some.clicked.connect(lambda: self.ask_to_erase(self.table.chosen_keys()))
        everybody.clicked.connect(lambda: self.ask_to_erase(None))
        row = WrappingRow()
        for button in (save, some, everybody):
            row.addWidget(button)
            button.setEnabled(button is save or not self._store.read_only)
        row.addStretch()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row.addWidget(buttons)
        return row

    def refresh(self) -> None:
        """Read who is known, and list those that are wanted."""
        self._consents = {company.id: company.consent for company in self._store.all(Company)}
        delegates = {person.id: person for person in self._store.all(Person)}
        people = [_Line(one, None, delegates.get(one.key)) for one in privacy.people(self._store)]
        found = [*people, *(_Line(company=one) for one in privacy.deleted_companies(self._store))]
        found.sort(key=lambda line: (line.delegate is None, line.person is None, current().sort_key(_order(line))))
        self._lines = {line.key: line for line in found}
        self._show()
        until = self._store.mission.keep_until
        text = _("No day is set on which personal data are to be erased; set it in the mission settings.")
        if until:
            text = _("Personal data are to be erased on {day}.").format(day=current().date(until))
            for issue in due(self._store.snapshot(), date.today()):  # noqa: DTZ011
                text = issue.text
        self.until.setText(text)

    def _show(self) -> None:
        """List those that are searched for."""
        wanted = fold(self.search.text().strip())
        self.table.rows.set_keys([key for key, line in self._lines.items() if wanted in line.text])

    def save_person(self, key: int, target: Path) -> None:
        """Write everything the mission holds of a person into a file."""
        privacy.save_person(self._store, key, target)
        show_file(self, self._store, target)

    def erase(self, keys: list[int] | None, kept: set[Place] | None = None) -> None:
        """Erase people for good, say what still holds them, and offer to delete that.

        keys: of people, and of deleted companies as negative numbers; None for everybody. kept: texts that stay.
        """
        people = None if keys is None else [key for key in keys if key > 0]
        companies = [-key for key in keys or () if key < 0]
        found = privacy.erase(self._store, people, companies, kept)
        self.refresh()
        text = count("{n} person was made anonymous.", "{n} people were made anonymous.", found.people)
        if not found.copies:
            alerts.tell(self, text, _("No copy on this computer holds them any more. Copies you made elsewhere may."))
            return
        dialog = LeftCopiesDialog(text, found.copies, self)
        if self._is_accepted(dialog):
            alerts.attempt(self, lambda: privacy.delete_copies(dialog.chosen))

    def ask_to_erase(self, keys: list[int] | None) -> None:
        """Show what erasing people (None: everybody) would do, and erase them where that is wanted."""
        # None means everybody: an empty selection must not be taken for it.
        if keys == []:
            alerts.show_error(self, UserError(_("Nobody is selected."), _("Select the people to erase.")))
            return
        people = None if keys is None else [key for key in keys if key > 0]
        passages = privacy.passages(self._store, people, [-key for key in keys or () if key < 0])
        dialog = ErasingDialog(*self._words(keys), passages, self)
        if self._is_accepted(dialog):
            self.erase(keys, dialog.kept)

    def _words(self, keys: list[int] | None) -> tuple[str, str]:
        """Return who would be erased, and what would happen."""
        lines = [line for line in self._lines.values() if keys is None or line.key in keys]
        people = [line for line in lines if line.person]
        who = count(
            "Erase the personal data of {n} person for good?",
            "Erase the personal data of {n} people for good?",
            len(people),
        )
        parts = []
        if keys is not None:
            more = "" if len(lines) <= _MOST_NAMED else "…"
            parts.append(", ".join(line.name for line in lines[:_MOST_NAMED]) + more)
        if any(line.company for line in lines) and keys is not None:
            parts.append(_("A deleted company goes with its people and its texts."))
        parts.append(
            _("Records, history, sources, drafts, letters, packs and files that name them are emptied of them.")
            if keys is not None
            else _("Notes, comments, attachments and the history of changes are erased as well.")
        )
        parts.append(
            _(
                "Companies, meetings and outcomes stay, so that the mission can be counted. The mission keeps "
                "fingerprints of names and addresses, so that no copy and no form brings anybody back. This cannot be "
                "undone."
            )
        )
        return who, "\n\n".join(parts)

    def _is_accepted(self, dialog: QDialog) -> bool:
        return dialog.exec() == QDialog.DialogCode.Accepted

    def _on_save(self) -> None:
        keys = self.table.chosen_keys()
        if len(keys) != 1 or keys[0] < 0:
            alerts.show_error(self, UserError(_("Select one person."), _("Each person has a file of their own.")))
            return
        name = safe_name(self._lines[keys[0]].name, _("person"))
        start = self._store.path.with_name(f"{name}.json")
        found = QFileDialog.getSaveFileName(self, _("Export everything about one person…"), str(start), "*.json")[0]
        if found:
            self.save_person(keys[0], Path(found).with_suffix(".json"))

    def _columns(self) -> list[Column]:
        return [
            Column(_("Person"), lambda line: line.name if line.person else _("(a company)"), width=170, grows=True),
            Column(_("Company"), lambda line: line.person.company if line.person else line.name, width=180, grows=True),
            Column(_("E-mail"), lambda line: line.person.email if line.person else "", width=250, grows=True),
            Column(_("Consent"), self._consent, width=100),
            Column(_("Purpose"), lambda line: line.delegate.purpose if line.delegate else "", width=110),
            Column(_("Deleted on"), _deleted, width=130),
        ]

    def _consent(self, line: _Line) -> str:
        answers = {None: "", True: _("yes"), False: _("no")}
        if line.delegate is None:
            return ""
        of_company = self._consents.get(line.delegate.company_id or 0)
        if line.delegate.consent is None and of_company is not None:
            return _("{answer}, said the company").format(answer=answers[of_company])
        return answers[line.delegate.consent]


def _order(line: _Line) -> str:
    """Return the words a line is sorted by: of somebody who is there the family name first."""
    person = line.delegate
    return f"{person.family_name} {person.given_name}" if person else line.name


def _deleted(line: _Line) -> str:
    one = line.person or line.company
    return current().stamp(one.deleted.astimezone()) if one and one.deleted else ""
