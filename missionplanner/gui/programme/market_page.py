"""The page of the market: its series above, the figures of the selected one below, and tables brought in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QSplitter, QVBoxLayout, QWidget

from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.programme.market_kinds import FiguresKind, series_kind
from missionplanner.gui.programme.ordered_editor import OrderedEditor
from missionplanner.gui.programme.record_editor import RecordEditor
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.i18n import N_, _
from missionplanner.jobs.market import entering, importing
from missionplanner.jobs.market.importing import FigureImport, Origin
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.store.store import Store

TABLES = frozenset(("series", "figures", "sectors", "stops"))
"""The tables it shows."""
Reading = Callable[[Origin], FigureImport]


class MarketPage(QWidget):
    """Series and figures; each act is one step."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        order = partial(entering.put_in_order, store)
        self.series = OrderedEditor(series_kind(store), store, "settings.series", order)
        self.figures = RecordEditor(FiguresKind(store).kind, store, "settings.figures")
        for method in (self.bring, self.paste):
            self.figures.add_button(command_button(method, store, takes_keys=False))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        for part in (self.series, self.figures):
            split.addWidget(part)
        split.setSizes([150, 350])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self.refresh()
        self.series.table.selectionModel().selectionChanged.connect(lambda *_changed: self._show_figures())

    def refresh(self) -> None:
        """Read series and figures again."""
        chosen = self.series.table.chosen_keys()
        self.series.show_kind(series_kind(self._store))
        self.series.table.choose(chosen)
        self._show_figures()

    def _show_figures(self) -> None:
        keys = self.series.table.chosen_keys()
        self.figures.show_kind(FiguresKind(self._store, keys[0] if len(keys) == 1 else 0).kind)

    @command(N_("Import figures…"), icon="download", needs=Needs.WRITING)
    def bring(self) -> None:
        """Bring a table of figures in from a file."""
        kinds = _("Spreadsheets") + " (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods)"
        chosen = QFileDialog.getOpenFileName(self, _("Import figures"), str(Path.home()), kinds)[0]
        if chosen:
            self.bring_from(Path(chosen))

    def bring_from(self, path: Path) -> None:
        """Bring the table of a file in, once somebody said where it is from."""
        self._take(lambda origin: importing.from_file(self._store, path, origin))

    @command(N_("Paste figures"), icon="copy", needs=Needs.WRITING)
    def paste(self) -> None:
        """Bring the cells in that were copied from a spreadsheet."""
        text = QGuiApplication.clipboard().text()
        self._take(lambda origin: importing.pasted(self._store, text, origin))

    def _take(self, read: Reading) -> None:
        try:
            found = read(Origin())
            origin = self._ask_origin(found)
            if origin is not None:
                found = read(origin)
                importing.take(self._store, found)
                self._report(found)
        except UserError as error:
            alerts.show_error(self, error)

    def _ask_origin(self, found: FigureImport) -> Origin | None:
        """Ask where figures are from that do not say so, showing what they are; None where they are not wanted."""
        fields = [
            FormField("source", _("Source"), hint=_("Of the figures whose table does not say so.")),
            FormField("link", _("Link")),
            FormField("as_of", _("As of"), "day"),
        ]
        title = _("Import figures")
        dialog = RecordDialog(f"{title} – {found.sentence}", fields, {}, self)
        if not dialog.exec():
            return None
        typed = dialog.form.values()
        return Origin(typed["source"].strip(), typed["link"].strip(), typed_day(typed["as_of"]))

    def _report(self, found: FigureImport) -> None:
        if found.issues:
            rows = [(str(one.row), one.value, one.text) for one in found.issues[:200]]
            alerts.report(self, f"{found.sentence}.", [_("Row"), _("Cell"), _("Problem")], rows)
