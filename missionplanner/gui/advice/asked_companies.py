"""The companies to ask to come to another stop: whom each could meet there, letters to them, and what they answered."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.advice import Advice
from missionplanner.domain.moments import LetterState, Moment, template_kind
from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui import settings
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.letter_wording import edit_wording
from missionplanner.gui.widgets.plain_text import Menu, literal
from missionplanner.gui.widgets.written_files import tell_written
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import LANGUAGES, OWN_NAMES, _, count, current
from missionplanner.jobs.advice import advising, words
from missionplanner.jobs.moments import composing, writing
from missionplanner.jobs.moments.composing import MomentDraft
from missionplanner.jobs.moments.occasions import Occasion
from missionplanner.jobs.moments.writing import LettersWritten, WritingOptions


class AskedCompaniesDialog(Dialog):
    """The companies, those ticked that are meant, and the letter to the one that is selected."""

    def __init__(
        self, workspace: Workspace, runner: Runner, snapshot: Snapshot, advice: Advice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.title(snapshot, advice))
        open_with(self, 1000, 620)
        self._store, self._runner, self._snapshot, self._advice = workspace.store, runner, snapshot, advice
        self._occasion = Occasion(Moment.STOPS, asks=frozenset(advice.asks))
        self.letters: list[MomentDraft] = []
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the city at the end is what is asked for
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("Companies to ask"))
        self.preview = QPlainTextEdit(readOnly=True)
        self.preview.setAccessibleName(_("Preview"))
        self.words = quiet_label()
        self.write_button = make_button(_("Write the letters…"), "save", primary=True)
        self.agreed_button = make_button(_("They agreed: add the stop"), "check")
        self._build()
        self._fill()

    @property
    def chosen(self) -> list[MomentDraft]:
        """The letters to the companies that are ticked."""
        rows = range(self.list.count())
        return [self.letters[row] for row in rows if self.list.item(row).checkState() is Qt.CheckState.Checked]

    def write(self, folder: Path) -> None:
        """Write the letters to the ticked companies into a folder; none that was written before."""
        settings.write("letter_folder", str(folder))
        keys = frozenset(one.key for one in writing.to_write(self.chosen))
        self._runner.start(writing.write(WritingOptions(self._occasion, folder, keys)), self._show_written)

    def _show_written(self, done: LettersWritten) -> None:
        self._fill()
        details = [_("Say on the screen of letters (F8) what went out and what was answered."), *writing.remarks(done)]
        tell_written(self, self._store, writing.words(done), details, done.folder)

    def add_stops(self) -> None:
        """Have the ticked companies go to the stops they were asked to come to, and close."""
        keys = {one.company_id for one in self.chosen}
        asks = [ask for ask in self._advice.asks if ask[0] in keys]
        if alerts.attempt(self, lambda: advising.add_stops(self._store, asks)):
            self.accept()

    def _build(self) -> None:
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.addWidget(self.list)
        middle.addWidget(self.preview)
        middle.setSizes([400, 580])
        close = make_button(_("Close"), "", "Esc")
        row = QHBoxLayout()
        row.addWidget(self.agreed_button)
        row.addWidget(self._wording_button())
        row.addStretch()
        row.addWidget(close)
        row.addWidget(self.write_button)
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(words.details(self._snapshot, self._advice)))
        layout.addWidget(middle, 1)
        layout.addWidget(self.words)
        layout.addLayout(row)
        self.list.currentRowChanged.connect(lambda _row: self._show_letter())
        self.list.itemChanged.connect(lambda _item: self._show_number())
        self.write_button.clicked.connect(self._ask_folder)
        self.agreed_button.clicked.connect(self.add_stops)
        close.clicked.connect(self.accept)

    def _wording_button(self) -> QPushButton:
        """Return the button that offers the wording in each language."""
        found = make_button(_("Change the wording"), "settings")
        languages = Menu(found)
        for language in LANGUAGES:
            entry = languages.entry(OWN_NAMES[language])
            entry.triggered.connect(lambda _checked=False, code=language: self.edit_wording(code))
        found.setMenu(languages)
        found.setEnabled(not self._store.read_only)
        return found

    def edit_wording(self, language: str) -> None:
        """Have the letters worded in a language."""
        if edit_wording(self, self._store, template_kind(Moment.STOPS), Moment.STOPS.label, language):
            self._fill()

    def _fill(self) -> None:
        """Compose the letters; those that are to be written are ticked."""
        row = max(self.list.currentRow(), 0)
        self.letters = composing.compose(self._store, self._occasion)
        language = current().language
        self.list.clear()
        for one in self.letters:
            stops = [stop for key, stop in self._advice.asks if key == one.company_id]
            names = ", ".join(self._snapshot.stop[stop].name(language) for stop in stops)
            state = "" if one.state is LetterState.WAITING else one.state.label
            item = QListWidgetItem("  ·  ".join(filter(None, (one.company, names, state))))
            item.setToolTip(literal(item.text()))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_ticked = one.state.is_to_write
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(row)
        self._show_number()

    def _show_letter(self) -> None:
        if self.list.currentRow() < 0:
            return
        one = self.letters[self.list.currentRow()]
        head = _("To: {recipient}").format(recipient=one.recipient or _("(no address)"))
        self.preview.setPlainText("\n".join([head, _("Subject: {subject}").format(subject=one.subject), "", one.body]))

    def _show_number(self) -> None:
        number = len(self.chosen)
        self.write_button.setEnabled(bool(writing.to_write(self.chosen)) and not self._store.read_only)
        self.agreed_button.setEnabled(number > 0 and not self._store.read_only)
        self.words.setText(count("{n} company is ticked.", "{n} companies are ticked.", number))

    def _ask_folder(self) -> None:
        start = str(settings.read("letter_folder") or self._store.path.parent)
        folder = QFileDialog.getExistingDirectory(self, _("Where the letters are written"), start)
        if folder:
            self.write(Path(folder))
