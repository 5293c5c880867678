"""The dialog of working together: how a mission is shared, who shares it, and how one leaves."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from missionplanner.errors import UserError
from missionplanner.gui.sharing.database_dialog import DatabaseDialog
from missionplanner.gui.sharing.database_password_dialog import asked
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.written_files import open_file, tell_written
from missionplanner.i18n import _, current
from missionplanner.jobs.sharing import sharing, synchronising
from missionplanner.jobs.sharing.invitations import ADDRESS
from missionplanner.jobs.sharing.present import Colleague
from missionplanner.store.store import Store


class WorkTogetherDialog(Dialog):
    """A mission that is not shared can be; one that is shows with whom."""

    changed = Signal()
    """The mission is shared now, or not any more."""
    synchronising_asked = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Work together"))
        open_with(self, 640, 420)
        self._store = store
        self.share_button = make_button(_("A folder we share…"), "folder-open")
        self.share_button.clicked.connect(self.choose_folder)
        self.database_button = make_button(_("A database…"), "layers")
        self.database_button.clicked.connect(self.choose_database)
        self.password_button = make_button(_("Password of the database…"), "lock")
        self.password_button.clicked.connect(self.ask_password)
        self.sync_button = make_button(_("Synchronise now"), "redo-2")
        self.sync_button.clicked.connect(self.synchronising_asked)
        self.folder_button = make_button(_("Show the folder"), "folder-open")
        self.leave_button = make_button(_("Leave…"), "x")
        self.leave_button.clicked.connect(self.leave)
        self.place = Label()
        self.place.setWordWrap(True)
        self._colleagues: list[Colleague] = []
        model = TableModel(_columns(), lambda keys: [self._colleagues[key] for key in keys])
        self.table = DataTable(model, _("Who shares the mission"), kept="shared")
        self.pages = QStackedWidget()
        self.pages.addWidget(self._not_shared())
        self.pages.addWidget(self._shared())
        close = make_button(_("Close"), "x")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.pages, 1)
        layout.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Show how it is now."""
        link = synchronising.link_of(self._store)
        self.pages.setCurrentIndex(int(link is not None))
        if link is None:
            return
        self.folder_button.setVisible(not link.place.startswith(ADDRESS))
        self.password_button.setVisible(link.place.startswith(ADDRESS))
        self.place.setText(_("Shared through {folder}").format(folder=link.place))
        try:
            self._colleagues = sharing.colleagues(self._store)
        except UserError as error:
            self.place.setText(f"{error.text} {error.hint}")
            self._colleagues = []
        self.table.rows.set_keys(list(range(len(self._colleagues))))

    def choose_folder(self) -> None:
        """Ask for the folder, and share the mission through it."""
        start = str(self._store.path.parent)
        chosen = QFileDialog.getExistingDirectory(self, _("The folder you share with colleagues"), start)
        if chosen:
            self.share(Path(chosen))

    def share(self, folder: Path) -> None:
        """Share the mission through a folder."""
        if alerts.attempt(self, lambda: sharing.share(self._store, folder)):
            self.changed.emit()
            self.refresh()

    def choose_database(self) -> None:
        """Ask for a database and who may work with the mission, and share it through that."""
        dialog = DatabaseDialog(self._store, self)
        if dialog.exec():
            self.changed.emit()
            self.refresh()
            tell_written(
                self,
                self._store,
                _("The invitations are in {name}.").format(name=dialog.folder.name),
                (),
                dialog.folder,
            )
        dialog.deleteLater()

    def ask_password(self) -> None:
        """Ask for the password of the database."""
        link = synchronising.link_of(self._store)
        if link and asked(link.place, self):
            self.refresh()
            self.synchronising_asked.emit()

    def leave(self) -> None:
        """Have the file be a mission of its own again, once somebody says so."""
        details = _("Your file stays whole. What you and the others change from then on stays apart.")
        if alerts.confirm(self, _("Leave the shared mission?"), details, _("Leave"), _("Stay")):
            sharing.leave(self._store)
            self.changed.emit()
            self.refresh()

    def _not_shared(self) -> QWidget:
        text = _(
            "Choose a folder that your office shares: a network drive, or a folder of OneDrive, Dropbox, Nextcloud. "
            "Everybody works in a file of their own, also without a network; what one changes comes to the others."
        )
        invited = _("Colleagues open the invitation that is put into that folder.")
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addWidget(quiet_label(text))
        layout.addWidget(quiet_label(invited))
        if not self._store.password:
            open_text = _("The mission has no password: whoever can read the folder can read all of it.")
            layout.addWidget(Label(open_text))
        row = QHBoxLayout()
        row.addWidget(self.share_button)
        row.addWidget(self.database_button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)
        return page

    def _shared(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addWidget(self.place)
        layout.addWidget(self.table, 1)
        row = QHBoxLayout()
        for button in (self.sync_button, self.folder_button, self.password_button, self.leave_button):
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        self.folder_button.clicked.connect(self._show_folder)
        return page

    def _show_folder(self) -> None:
        if link := synchronising.link_of(self._store):
            open_file(Path(link.place))


def _columns() -> list[Column]:
    return [
        Column(_("Who"), lambda one: one.name, width=220, grows=True),
        Column(_("Last seen"), lambda one: current().stamp(one.at.astimezone()), width=200),
    ]
