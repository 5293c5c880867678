"""A table of cells whose columns are chosen, and remembered on this computer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from missionplanner.gui import settings
from missionplanner.gui.commands import command
from missionplanner.gui.widgets.cells import CellModel, CellTable
from missionplanner.gui.widgets.table import Column
from missionplanner.gui.widgets.table_dialogs import ColumnsDialog
from missionplanner.i18n import N_


class ChosenColumnsTable(CellTable):
    """A click of the right button on a heading chooses the columns.

    setting: the key they are remembered under; at_first: the names of those shown until somebody chooses others; key:
    returns the name a column is remembered by.
    """

    def __init__(
        self, model: CellModel, name: str, setting: str, at_first: Sequence[str], key: Callable[[Column], str]
    ) -> None:
        super().__init__(model, name, kept=setting)
        self._setting, self._at_first, self._key = setting, at_first, key
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda _place: self.choose_columns())
        self._show_columns(settings.read(setting) or at_first)

    def offer_columns(self, columns: Sequence[Column]) -> bool:
        """Have these columns, of which those are shown that were chosen."""
        is_other = super().offer_columns(columns)
        if is_other:
            self._show_columns(settings.read(self._setting) or self._at_first)
        return is_other

    @command(N_("Columns…"))
    def choose_columns(self) -> None:
        """Ask which columns are shown."""
        columns = [(self._key(c), c.heading) for c in self.rows.columns]
        shown = [self._key(c) for n, c in enumerate(self.rows.columns) if not self.isColumnHidden(n)]
        dialog = ColumnsDialog(columns, shown, self)
        if dialog.exec() and dialog.chosen:
            self.show_fields(dialog.chosen)
        dialog.deleteLater()

    def show_fields(self, names: Sequence[str]) -> None:
        """Show the columns of these names, and remember them."""
        settings.write(self._setting, list(names))
        self._show_columns(names)

    def shown_fields(self) -> tuple[str, ...]:
        """Return the names of the columns that are shown, in their order."""
        return tuple(self._key(self.rows.columns[place]) for place in self.shown_columns())

    def _show_columns(self, keys: object) -> None:
        wanted = list(keys) if isinstance(keys, list | tuple) else list(self._at_first)
        for place, column in enumerate(self.rows.columns):
            self.setColumnHidden(place, self._key(column) not in wanted)
