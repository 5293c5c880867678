"""A company over earlier missions, looked up in a folder of this computer; the mission keeps nothing of it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.errors import UserError
from missionplanner.gui import settings
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.i18n import _, current
from missionplanner.jobs.companies import past_missions
from missionplanner.jobs.companies.past_missions import PastPart, PastRecord
from missionplanner.jobs.job import run_now
from missionplanner.store.store import Store


class PastPartPane(QWidget):
    """A row a mission, newest first; the folder is chosen once and remembered on this computer."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store, self._key = store, 0
        self._rows: tuple[PastPart, ...] = ()
        self.table = DataTable(
            TableModel(_columns(), lambda keys: [self._rows[key] for key in keys]),
            _("Earlier missions"),
            kept="companies.past",
        )
        self.choose = make_button("", "folder-open")
        self.look = make_button(_("Look it up"), "search")
        self.summary = quiet_label()
        self.summary.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.look)
        row.addWidget(self.choose)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.summary)
        self.choose.clicked.connect(self.choose_folder)
        self.look.clicked.connect(self.look_up)

    def show_company(self, company_id: int) -> None:
        """Show another company: with nothing looked up yet."""
        self._key = company_id
        self._show(PastRecord())
        folder = self._folder
        self.look.setEnabled(folder is not None)
        self.choose.setText(_("Another folder…") if folder else _("Choose the folder of missions…"))
        text = _("Applied, met, did not come, results: looked up in the missions of {folder}, and kept nowhere else.")
        self.summary.setText(text.format(folder=folder or "…"))

    def choose_folder(self) -> None:
        """Ask for the folder, then look the company up in it."""
        chosen = QFileDialog.getExistingDirectory(self, _("Folder of missions"), str(self._folder or Path.home()))
        if chosen:
            settings.write("missions_folder", chosen)
            self.show_company(self._key)
            self.look_up()

    def look_up(self) -> None:
        """Look the company up in the folder."""
        if self._folder is None:
            return
        try:
            found = run_now(past_missions.looking_up(self._folder, self._key), self._store)
        except UserError as error:
            self.summary.setText(str(error))
            return
        self._show(found)
        self.summary.setText("\n".join((found.summary, *found.unread)))

    @property
    def _folder(self) -> Path | None:
        known = str(settings.read("missions_folder"))
        return Path(known) if known else None

    def _show(self, found: PastRecord) -> None:
        self._rows = found.parts
        self.table.rows.set_keys(list(range(len(self._rows))))


def _columns() -> list[Column]:
    return [
        Column(_("Mission"), lambda one: one.mission, width=170, grows=True),
        Column(_("Dates"), lambda one: current().day_range(one.starts, one.ends), width=140),
        Column(_("Status"), lambda one: one.status, width=90),
        Column(_("Requests"), lambda one: str(one.asked), width=70, right=True),
        Column(_("Held"), lambda one: f"{one.held} / {one.planned}", width=70, right=True),
        Column(_("No-show"), lambda one: str(one.no_shows), width=70, right=True),
        Column(_("Results"), lambda one: "; ".join(one.results), width=150, grows=True),
    ]
