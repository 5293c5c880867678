"""The screen of packs: which are out of date, a preview, printing to files and to paper."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from missionplanner.domain.companies import Side
from missionplanner.domain.journals import Edition
from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui import alerts, settings
from missionplanner.gui.runner import Runner
from missionplanner.gui.screen import EmptyState, Screen, make_button, quiet_label
from missionplanner.gui.slices import Slices
from missionplanner.gui.table import Column, Table, TableModel
from missionplanner.gui.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import LANGUAGES, OWN_NAMES, _, count
from missionplanner.jobs import packs
from missionplanner.jobs.job import Job
from missionplanner.jobs.printing import ShownList


class PacksScreen(Screen):
    """Companies of the delegation that take part, with the state of their packs."""

    TOUCHED_BY = frozenset({
        "meetings", "companies", "applications", "delegates", "events", "texts", "missions", "pack_prints", "offerings",
        "company_sectors", "company_stops", "figures", "venues", "sectors", "stops", "tables", "slots", "interpreters",
        "attendances",
    })  # fmt: skip

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(_("Packs"), workspace, runner)
        self._snapshot: Snapshot | None = None
        self._states: dict[int, packs.PrintState] = {}
        self._organiser_state: packs.PrintState | None = None
        self._slices = Slices(self)
        self._slices.finished.connect(self._on_found)
        self.language = QComboBox()
        self.table = Table(TableModel(self._columns(), lambda keys: keys), _("Packs"))
        self.document = QPdfDocument(self)
        self.preview = QPdfView()
        self._data = QByteArray()
        self._buffer = QBuffer(self)
        self.count_label = quiet_label()
        self._pages = QStackedWidget()
        self._empty = EmptyState(
            _("Packs are printed for the delegation's companies that are accepted. Accept some first."),
            _("Go to the companies"), "building-2",
        )  # fmt: skip
        self._build()

    def shown_list(self) -> ShownList:
        """The packs and their states as they are listed."""
        return self.table.shown(_("Packs"), self.workspace.store.mission.name)

    def refresh(self) -> None:
        """List the companies, and find out between events which packs are still right."""
        self._snapshot = self.workspace.snapshot()
        material = packs.Material(self._snapshot, packs.newest_prints(self.workspace.store))
        self._states, self._organiser_state = {}, None
        keys = [company.id for company in self._snapshot.participants(Side.DELEGATION)]
        chosen = self.table.chosen_keys()
        self.table.rows.set_keys(keys)
        self._pages.setCurrentIndex(0 if keys else 1)
        self.table.choose(chosen or keys[:1])
        self._slices.start(self._looking(material, self.language.currentData()))

    def settle(self) -> bool:
        """Look no further; the screen goes."""
        self._slices.stop()
        return True

    def print_packs(self, keys: list[int], outdated: bool) -> None:
        """Print packs into a folder the user chooses, beside the window."""
        if folder := self._ask_folder():
            self.print_into(folder, keys, outdated)

    def print_organiser(self, folder: Path) -> None:
        """Print the organiser edition into this folder, say so and show it."""
        options = packs.PackOptions(folder, self.language.currentData(), edition=Edition.ORGANISER)

        def done(result: packs.PackResult) -> None:
            self.table.choose([])
            self.preview_bytes(result.files[0].path.read_bytes())
            self._on_made(result, folder)

        self.runner.start(packs.make(options), done)

    def print_into(self, folder: Path, keys: list[int], outdated: bool) -> None:
        """Print packs into this folder and say what was made."""
        options = packs.PackOptions(folder, self.language.currentData(), frozenset(keys), outdated)
        self.runner.start(packs.make(options), lambda result: self._on_made(result, folder))

    def _looking(self, material: packs.Material, language: str) -> Iterator[None]:
        for key, state in packs.each_state(material, language):
            self._states[key] = state
            yield
        self._organiser_state = packs.organiser_state(material, language)
        yield

    def _on_found(self) -> None:
        numbers = {state: sum(s is state for s in self._states.values()) for state in packs.PrintState}
        parts = [f"{state.label}: {number}" for state, number in numbers.items()]
        if self._organiser_state:
            parts.append(_("Organiser edition: {state}").format(state=self._organiser_state.label.lower()))
        self.count_label.setText("  ·  ".join(parts))
        self.table.viewport().update()

    def _ask_folder(self) -> Path | None:
        start = settings.read("pack_folder") or str(self.workspace.store.path.parent)
        folder = QFileDialog.getExistingDirectory(self, _("Folder for the packs"), start)
        if folder:
            settings.write("pack_folder", folder)
        return Path(folder) if folder else None

    def preview_bytes(self, content: bytes) -> None:
        """Show a PDF."""
        self.document.close()
        self._buffer.close()
        self._data = QByteArray(content)
        self._buffer.setBuffer(self._data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)

    def _columns(self) -> list[Column]:
        def name(key: int) -> str:
            assert self._snapshot is not None
            return self._snapshot.company[key].name

        def meetings(key: int) -> str:
            assert self._snapshot is not None
            return str(len(self._snapshot.meetings_of.get(key, [])))

        def colour(key: int) -> str:
            c = colours()
            signs = {packs.PrintState.CURRENT: c.good, packs.PrintState.OUTDATED: c.bad}
            return signs.get(self._states.get(key, packs.PrintState.NEVER), c.quiet)

        def state(key: int) -> str:
            return self._states[key].label if key in self._states else "…"

        return [
            Column(_("Company"), name, width=260),
            Column(_("Meetings"), meetings, width=80, right=True),
            Column(_("Printed pack"), state, width=130, colour=colour),
        ]

    def _build(self) -> None:
        for language in LANGUAGES:
            self.language.addItem(OWN_NAMES[language], language)
        self.language.setCurrentIndex(max(self.language.findData(settings.read("pack_language")), 0))
        self.language.setAccessibleName(_("Language of the packs"))
        self.bar.addWidget(self.language)
        chosen = self.button(_("Print selected…"), "printer")
        organiser = self.button(_("Organiser edition…"), "printer")
        organiser.setToolTip(_("Table plan, table cards, pick-up list, sign-in sheets, calls and name badges"))
        organiser.clicked.connect(self._on_organiser)
        outdated = self.button(_("Print what is out of date…"), "printer", primary=True)
        chosen.clicked.connect(lambda: self.print_packs(self.table.chosen_keys(), False))
        outdated.clicked.connect(lambda: self.print_packs(list(self.table.rows.keys), True))
        self.language.currentIndexChanged.connect(self._on_language_chosen)
        self.preview.setDocument(self.document)
        self.preview.setPageMode(QPdfView.PageMode.MultiPage)
        self.preview.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.preview.setAccessibleName(_("Preview"))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.table)
        splitter.addWidget(self._preview_side())
        splitter.setSizes([520, 560])
        self._pages.addWidget(splitter)
        self._pages.addWidget(self._empty)
        self.layout_.addWidget(self._pages, 1)
        self.layout_.addWidget(self.count_label)
        self._empty.clicked.connect(lambda: self.asked.emit("show_companies", None))
        self.table.chosen.connect(self._on_chosen)

    def _preview_side(self) -> QWidget:
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(8, 0, 0, 0)
        row = QHBoxLayout()
        save = make_button(_("Open"), "book-open")
        paper = make_button(_("Print on paper…"), "printer", "Ctrl+P")
        save.clicked.connect(self._on_open)
        paper.clicked.connect(self._on_paper)
        row.addStretch()
        row.addWidget(save)
        row.addWidget(paper)
        layout.addLayout(row)
        layout.addWidget(self.preview)
        return side

    def _on_organiser(self) -> None:
        if folder := self._ask_folder():
            self.print_organiser(folder)

    def _on_language_chosen(self) -> None:
        settings.write("pack_language", self.language.currentData())
        self.refresh()
        self._on_chosen()

    def _on_chosen(self) -> None:
        keys = self.table.chosen_keys()
        if len(keys) != 1 or self.runner.is_busy:
            return
        key, language = keys[0], self.language.currentData()
        job = Job(_("Preview"), packs.read, lambda material, _progress: packs.preview(material, key, language))
        self.runner.start(job, self.preview_bytes)

    def _on_made(self, result: packs.PackResult, folder: Path) -> None:
        pages = sum(file.pages for file in result.files)
        text = count("{n} pack was made", "{n} packs were made", len(result.files))
        lines = [f"{skipped.company}: {skipped.reason}" for skipped in result.skipped[:8]]
        details = [count("{n} page", "{n} pages", pages), str(folder), *lines]
        alerts.tell(self, f"{text}.", "\n".join(details))

    def _on_open(self) -> None:
        if self._data.isEmpty():
            return
        target = settings.scratch_folder() / "preview.pdf"
        target.write_bytes(bytes(self._data.data()))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    def _on_paper(self) -> None:
        if self.document.pageCount() == 0:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, self.document.pageCount())
        if dialog.exec():
            paint(self.document, printer)


def paint(document: QPdfDocument, printer: QPrinter) -> int:
    """Paint the pages the printer asks for, as large as its paper allows; returns how many."""
    first = printer.fromPage() or 1
    last = printer.toPage() or document.pageCount()
    painter = QPainter(printer)
    for page in range(first - 1, last):
        if page >= first:
            printer.newPage()
        area = painter.viewport()
        size = document.pagePointSize(page).scaled(area.width(), area.height(), Qt.AspectRatioMode.KeepAspectRatio)
        most = min(1.0, 2600 / max(size.width(), size.height()))
        pixels = QSize(round(size.width() * most), round(size.height() * most))
        image = document.render(page, pixels, QPdfDocumentRenderOptions())
        painter.drawImage(0, 0, image.scaled(size.toSize(), mode=Qt.TransformationMode.SmoothTransformation))
    painter.end()
    return last - first + 1
