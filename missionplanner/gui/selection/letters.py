"""The letters that wait: read, reworded, written as e-mail drafts and PDF; and those that were sent."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import Letter
from missionplanner.domain.letters import KINDS, LetterTemplate, kind_label, template_kind
from missionplanner.gui import settings
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.editors import ChoiceEdit, FormField
from missionplanner.gui.widgets.field_checks import bounded
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.form_drafts import DraftPlace
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Menu, TabWidget
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.gui.widgets.written_files import tell_written
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import LANGUAGES, OWN_NAMES, _, count, current
from missionplanner.jobs.companies import registrations
from missionplanner.jobs.selection import letters
from missionplanner.jobs.selection.letters import Announced, Composed


class LettersDialog(Dialog):
    """Decide now, announce later: no company is told before its letter is written here."""

    def __init__(
        self, workspace: Workspace, runner: Runner, parent: QWidget | None = None, side: Side = Side.DELEGATION
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Letters"))
        open_with(self, 1060, 660)
        self._store, self._runner = workspace.store, runner
        self._all: list[Composed] = []
        self._letters: list[Composed] = []
        self.side = ChoiceEdit([(one, one.label) for one in Side])
        self.side.choose(side)
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(_("Letters that wait"))
        self.preview = QPlainTextEdit(readOnly=True)
        self.preview.setAccessibleName(_("Preview"))
        self.wording = make_button(_("Change the wording"), "settings")
        self.write_button = make_button(_("Write the letters…"), "save", primary=True)
        self.words = quiet_label()
        self.tabs = TabWidget()
        self._build()
        self.fill()

    def fill(self) -> None:
        """Compose the letters anew."""
        self._all = letters.compose(self._store)
        self._offer_sides()
        self._list()

    def _offer_sides(self) -> None:
        """Offer the letters of either side with their number: applicants and counterparts get different ones."""
        numbers = Counter(one.side for one in self._all)
        names = {Side.DELEGATION: _("Applications"), Side.COUNTERPART: _("Counterparts")}
        here = self.side.value
        wanted = here if numbers[here] else next((side for side in Side if numbers[side]), here)
        self.side.blockSignals(True)
        self.side.offer([(side, f"{name} ({current().number(numbers[side])})") for side, name in names.items()])
        self.side.choose(wanted)
        self.side.blockSignals(False)

    def _list(self) -> None:
        self._letters = [one for one in self._all if one.side is self.side.value]
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._letters:
            item = QListWidgetItem(f"{one.company}  ·  {one.kind.label(one.side)}  ·  {OWN_NAMES[one.language]}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(max(row, 0), len(self._letters) - 1))
        self._show_preview()
        self._show_number()

    @property
    def chosen(self) -> list[Composed]:
        """The ticked letters."""
        rows = range(self.list.count())
        return [self._letters[row] for row in rows if self.list.item(row).checkState() is Qt.CheckState.Checked]

    def write(self, folder: Path) -> None:
        """Write the ticked letters into a folder and record that the companies were told."""
        settings.write("letter_folder", str(folder))
        self._runner.start(letters.announce(self.chosen, folder), self._on_written)

    def change_wording(self, kind: Status, language: str) -> None:
        """Edit the template of the letters of a kind to the side shown in a language."""
        wanted_kind = template_kind(kind, self.side.value)
        template = letters.template(self._store, wanted_kind, language)
        names = ", ".join("{" + name + "}" for name in letters.field_names(self._store))
        fields = [
            FormField("subject", _("Subject"), check=lambda text: "" if text.strip() else _("This is needed.")),
            FormField(
                "body",
                _("Text"),
                "text",
                lines=18,
                hint=_("Filled in: {fields}").format(fields=names),
            ),
        ]
        dialog = RecordDialog(
            f"{kind_label(wanted_kind)} – {OWN_NAMES[language]}",
            bounded(LetterTemplate, fields),
            {"subject": template.subject, "body": template.body},
            self,
            DraftPlace(self._store, f"wording {wanted_kind} {language}"),
        )
        open_with(dialog, 760, 560)
        if dialog.exec():
            values = dialog.form.values()
            wanted = LetterTemplate(id=template.id, uid=template.uid, kind=wanted_kind, language=language, **values)
            alerts.attempt(self, lambda: letters.save_template(self._store, wanted))
            self.fill()
        dialog.deleteLater()

    def _build(self) -> None:
        waiting = QSplitter(Qt.Orientation.Horizontal)
        waiting.addWidget(self.list)
        waiting.addWidget(self.preview)
        waiting.setSizes([420, 620])
        self.tabs.addTab(waiting, _("Waiting"))
        self.tabs.addTab(self._journal_table(), _("Sent"))
        row = QHBoxLayout()
        close = make_button(_("Close"), "", "Esc")
        row.addWidget(self.wording)
        row.addStretch()
        row.addWidget(close)
        row.addWidget(self.write_button)
        layout = QVBoxLayout(self)
        top = QHBoxLayout()
        self.side.setAccessibleName(_("Side"))
        top.addWidget(self.side)
        top.addWidget(self.words, 1)
        layout.addLayout(top)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(row)
        self.list.currentRowChanged.connect(lambda _row: self._show_preview())
        self.list.itemChanged.connect(lambda _item: self._show_number())
        self.wording.setMenu(self._wording_menu())
        self.side.currentIndexChanged.connect(lambda _index: self._list())
        self.write_button.clicked.connect(self._ask_folder)
        self.wording.setEnabled(not self._store.read_only)
        close.clicked.connect(self.accept)

    def _wording_menu(self) -> QMenu:
        """Return a menu of all letters to the side shown, by kind and language."""
        menu = Menu(self.wording)
        menu.aboutToShow.connect(lambda: self._offer_wordings(menu))
        self._offer_wordings(menu)
        return menu

    def _offer_wordings(self, menu: Menu) -> None:
        menu.clear()
        for old in menu.findChildren(Menu):
            old.deleteLater()
        for kind in KINDS:
            languages = menu.submenu(kind.label(self.side.value))
            for language in LANGUAGES:
                action = languages.entry(OWN_NAMES[language])
                action.triggered.connect(lambda _checked=False, k=kind, c=language: self.change_wording(k, c))

    def _journal_table(self) -> QWidget:
        names = registrations.names(self._store)
        sides = {company.id: (company.side,) for company in self._store.all(Company)}
        columns = [
            Column(_("When"), lambda one: current().date(one.sent_at.astimezone().date(), "medium"), width=120),
            Column(_("Company"), lambda one: names.get(one.company_id, ""), width=250, grows=True),
            Column(_("Informed of"), lambda one: Status(one.kind).label(*sides.get(one.company_id, ())), width=140),
            Column(_("To"), lambda one: one.recipient, width=220),
            Column(_("By"), lambda one: one.sent_by, width=100),
        ]
        return DataTable(
            plain_model(columns, list(reversed(self._store.all(Letter)))), _("Sent"), kept="selection.letters"
        )

    def _ask_folder(self) -> None:
        start = str(settings.read("letter_folder") or self._store.path.parent)
        folder = QFileDialog.getExistingDirectory(self, _("Where the letters are written"), start)
        if folder:
            self.write(Path(folder))

    def _on_written(self, done: Announced) -> None:
        self.tabs.removeTab(1)
        self.tabs.addTab(self._journal_table(), _("Sent"))
        self.fill()
        text = count("{n} letter was written.", "{n} letters were written.", len(done.letters))
        details = _("E-mail drafts (.eml) open in the mail program ready to be sent; the PDF is for paper.")
        if done.without_address:
            details += "\n" + _("Without an address, to be printed: {names}").format(
                names=", ".join(done.without_address)
            )
        tell_written(self, self._store, text, [details], done.folder)

    def _show_preview(self) -> None:
        row = self.list.currentRow()
        one = self._letters[row] if 0 <= row < len(self._letters) else None
        if one is None:
            self.preview.setPlainText("")
            return
        head = _("To: {recipient}").format(recipient=one.recipient or _("(no address)"))
        self.preview.setPlainText("\n".join([head, _("Subject: {subject}").format(subject=one.subject), "", one.body]))

    def _show_number(self) -> None:
        number = len(self.chosen)
        self.write_button.setEnabled(number > 0 and not self._store.read_only)
        self.words.setText(
            count("{n} letter will be written.", "{n} letters will be written.", number)
            if self._letters
            else _("Every company has been informed of its decision.")
        )
