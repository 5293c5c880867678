"""Two laptops for two cities: a copy taken for a city, and brought back; two clicks each."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.mission import Stop
from missionplanner.gui import settings
from missionplanner.gui.safety import taken_copies
from missionplanner.gui.safety.taken_copies import TakenCopy
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import accept_or_cancel, make_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.gui.widgets.written_files import tell_written
from missionplanner.i18n import _, current
from missionplanner.jobs.safety import city_copies
from missionplanner.store.store import Store


class TakeCopyDialog(Dialog):
    """A line a city; the folder is chosen once and kept."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Take a copy for a city"))
        open_with(self, 560, 400)
        self._store = store
        self.taken: Path | None = None
        """The copy, once it was made."""
        self.folder = Path(settings.read("copy_folder") or store.path.parent)
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(_("Cities"))
        self.place = Label()
        self.place.setWordWrap(True)
        for stop in store.all(Stop):
            item = QListWidgetItem(stop.name(current().language))
            item.setData(Qt.ItemDataRole.UserRole, stop)
            self.list.addItem(item)
        self._build()
        self.list.setCurrentRow(0)
        self._update()

    def accept(self) -> None:
        """Make the copy and remember it; the dialog stays where that cannot be."""
        if alerts.attempt(self, self._take):
            super().accept()
            if self.taken:
                tell_written(self.parentWidget(), self._store, _("The copy was made."), (), self.taken)

    def choose_folder(self) -> None:
        """Ask for the folder of copies, such as a stick."""
        found = QFileDialog.getExistingDirectory(self, _("Where the copy is made"), str(self.folder))
        if found:
            self.folder = Path(found)
            settings.write("copy_folder", found)
            self._update()

    def _build(self) -> None:
        text = _(
            "Take the copy to the other laptop, on a stick or by mail, and work there without a network. "
            "“Bring a copy back” merges it; nothing of either is lost."
        )
        change = make_button(_("Another folder…"), "folder-open")
        change.clicked.connect(self.choose_folder)
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(change)
        buttons, self.button = accept_or_cancel(self, _("Take the copy"), "copy")
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(text))
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addWidget(buttons)
        self.list.currentRowChanged.connect(lambda _row: self._update())
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())

    @property
    def _stop(self) -> Stop | None:
        item = self.list.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item else None
        return found if isinstance(found, Stop) else None

    def _take(self) -> None:
        if stop := self._stop:
            self.taken = city_copies.take(self._store, stop, self.folder)
            taken_copies.remember(self._store.mission.uid, stop.name(current().language), self.taken)

    def _update(self) -> None:
        stop = self._stop
        self.button.setEnabled(stop is not None)
        self.place.setText(str(city_copies.target(self._store, stop, self.folder)) if stop else str(self.folder))


class BringBackDialog(Dialog):
    """A line a copy taken on this computer; any other file can be chosen, too."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Bring a copy back"))
        open_with(self, 760, 380)
        self._start = settings.read("copy_folder") or str(store.path.parent)
        self._copies = taken_copies.of(store.mission.uid)
        self.chosen: Path | None = None
        """The copy to be merged, once it was chosen."""
        self.table = DataTable(plain_model(_columns(), self._copies), _("Copies taken for cities"), kept="city_copies")
        text = _("Choose the copy that comes back. You are shown what it brings before anything is changed.")
        if not self._copies:
            text = _("No copy of this mission was taken on this computer. Choose the file that comes back.")
        other = make_button(_("Another file…"), "folder-open")
        other.clicked.connect(self.choose_file)
        buttons, self.button = accept_or_cancel(self, _("Show what it brings"), "users")
        row = QHBoxLayout()
        row.addWidget(other)
        row.addWidget(buttons, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(text))
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self.table.chosen.connect(self._update)
        self.table.activated_row.connect(lambda _row: self.accept())
        self.table.choose([next((n for n, one in enumerate(self._copies) if one.is_there), 0)] if self._copies else [])
        self._update()

    def accept(self) -> None:
        """Take the selected copy where its file is there."""
        if (copy := self._current) and copy.is_there:
            self.chosen = Path(copy.path)
            super().accept()

    def choose_file(self) -> None:
        """Ask for a copy in another place, such as a stick that is called otherwise today."""
        found = QFileDialog.getOpenFileName(self, _("Bring a copy back"), self._start, "*.mission")[0]
        if found:
            self.chosen = Path(found)
            super().accept()

    @property
    def _current(self) -> TakenCopy | None:
        keys = self.table.chosen_keys()
        return self._copies[keys[0]] if keys else None

    def _update(self) -> None:
        self.button.setEnabled(bool(self._current and self._current.is_there))


def _columns() -> list[Column]:
    def state(copy: TakenCopy) -> str:
        return _("there") if copy.is_there else _("not there: is the stick plugged in?")

    return [
        Column(_("City"), lambda c: c.city, width=140),
        Column(_("Taken"), lambda c: current().stamp(c.when), width=160),
        Column(_("State"), state, width=170),
        Column(_("File"), lambda c: c.path, width=260, grows=True),
    ]
