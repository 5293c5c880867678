"""The screen of companies: what is listed, what is done to it, and the form beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget

from missionplanner.domain.applications import STATUS_LABELS, Status
from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Sector
from missionplanner.gui import alerts
from missionplanner.gui.companies.filter_bar import FilterBar
from missionplanner.gui.companies.form import CompanyForm
from missionplanner.gui.runner import Runner
from missionplanner.gui.screen import EmptyState, Screen, quiet_label
from missionplanner.gui.table import Column, Table, TableModel
from missionplanner.gui.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count, current
from missionplanner.jobs import decisions, registrations
from missionplanner.store.listing import CompanyFilter, CompanyLine


class CompaniesScreen(Screen):
    """Both sides in one table."""

    TOUCHED_BY = frozenset({"companies", "applications", "company_sectors", "company_stops", "delegates", "meetings",
                            "sectors", "stops", "offerings"})  # fmt: skip

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(_("Companies"), workspace, runner)
        self._sort, self._descending = "name", False
        self._sector_names: dict[int, str] = {}
        self.filter_bar = FilterBar()
        self.table = Table(TableModel(self._columns(), workspace.store.company_lines), _("Companies"))
        self.count_label = quiet_label()
        self.form: CompanyForm | None = None
        self._pages = QStackedWidget()
        self._empty = EmptyState(
            _("No companies yet. Bring in the registrations as they came by e-mail, or type the first one."),
            _("Import…"), "upload",
        )  # fmt: skip
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build()

    def refresh(self) -> None:
        """List what passes the filter, keeping what is selected."""
        store = self.workspace.store
        self._sector_names = {s.id: s.name(current().language) for s in store.all(Sector)}
        self.filter_bar.fill(store)
        self._list()
        if self.form and self._form_key() and not self.form.is_changed:
            self._show_in_form(self._form_key())

    def new_company(self) -> None:
        """An empty form for the side that is listed."""
        side = Side(self.filter_bar.filter().side or Side.DELEGATION)
        mission = self.workspace.store.mission
        country = mission.home_country if side is Side.DELEGATION else mission.host_country
        if not self.settle():
            return
        self._open_form().show_record(registrations.empty(side, country))
        self._open_form().form.focus()

    def open_company(self, key: int) -> None:
        """Show a company in the form, whatever the filter."""
        if key not in self.table.rows.keys:
            self.filter_bar.reset()
            self._list()
        self.table.choose([key])
        self._show_in_form(key)

    def set_status(self, status: Status) -> None:
        """Give the selected companies a status and tell what was not changed."""
        keys = self.table.chosen_keys()
        if not keys:
            return
        report = decisions.set_status(self.workspace.store, keys, status)
        if report.refused:
            text = count("{n} company was not changed.", "{n} companies were not changed.", len(report.refused))
            lines = [f"{refusal.company}: {refusal.reason}" for refusal in report.refused[:12]]
            alerts.tell(self, text, "\n".join(lines))

    def _columns(self) -> list[Column]:
        def sectors(line: CompanyLine) -> str:
            return ", ".join(self._sector_names.get(key, "") for key in line.sectors)

        def side(line: CompanyLine) -> str:
            return _("Delegation") if line.side == "delegation" else _("Counterpart")

        return [
            Column(_("Company"), lambda line: line.name, "name", 230),
            Column(_("Side"), side, "side", 100),
            Column(_("Status"), lambda line: Status(line.status).label, "status", 120, colour=_status_colour),
            Column(_("Sectors"), sectors, "sectors", 250),
            Column(_("City"), lambda line: line.city, "city", 120),
            Column(_("Province or state"), lambda line: line.region, "region", 130),
            Column(_("Delegate"), lambda line: line.delegate, "delegate", 150),
            Column(_("Employees"), lambda line: str(line.employees or ""), "employees", 80, right=True),
            Column(_("Meetings"), lambda line: str(line.meetings), "meetings", 80, right=True),
            Column(_("Website"), lambda line: line.website.removeprefix("https://"), "website", 180),
        ]

    def _build(self) -> None:
        accept = self.button(_("Accept"), "check", "Ctrl+Shift+A")
        decline = self.button(_("Decline"), "x", "Ctrl+Shift+D")
        more = self.button(_("Status"))
        menu = QMenu(more)
        for status in STATUS_LABELS:
            action = QAction(status.label, menu)
            action.triggered.connect(lambda _checked=False, s=status: self.set_status(s))
            menu.addAction(action)
        more.setMenu(menu)
        bring = self.button(_("Import…"), "upload")
        new = self.button(_("New company"), "plus", primary=True)
        accept.clicked.connect(lambda: self.set_status(Status.ACCEPTED))
        decline.clicked.connect(lambda: self.set_status(Status.DECLINED))
        bring.clicked.connect(lambda: self.asked.emit("import_file", None))
        new.clicked.connect(self.new_company)
        for button in (accept, decline, more, bring, new):
            button.setEnabled(not self.workspace.store.read_only)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.layout_.addWidget(self.filter_bar)
        self._splitter.addWidget(self.table)
        self._splitter.setChildrenCollapsible(False)
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self._empty)
        self.layout_.addWidget(self._pages, 1)
        self.layout_.addWidget(self.count_label)

    def _connect(self) -> None:
        self._empty.clicked.connect(lambda: self.asked.emit("import_file", None))
        self.filter_bar.changed.connect(self._list)
        self.table.sort_asked.connect(self._on_sort_asked)
        self.table.activated_row.connect(lambda row: self._show_in_form(self.table.rows.key(row)))
        self.table.chosen.connect(self._on_chosen)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        remove = QAction(_("Delete"), self.table)
        remove.setShortcut("Del")
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        remove.triggered.connect(self._on_remove)
        self.table.addAction(remove)

    def _list(self) -> None:
        store = self.workspace.store
        wanted = self.filter_bar.filter()
        chosen = self.table.chosen_keys()
        keys = store.company_ids(wanted, self._sort, self._descending)
        self.table.rows.set_keys(keys)
        if chosen:
            self.table.choose(chosen)
        self._pages.setCurrentIndex(1 if not keys and wanted == CompanyFilter() and self.form is None else 0)
        self._say_count()

    def _say_count(self) -> None:
        counts = self.workspace.store.company_counts(self.filter_bar.filter())
        total = sum(counts.values())
        parts = [count("{n} company", "{n} companies", total)]
        for status in Status:
            n = sum(number for (_side, value), number in counts.items() if value == status.value)
            if n:
                parts.append(f"{status.label}: {current().number(n)}")
        selected = len(self.table.chosen_keys())
        if selected > 1:
            parts.append(count("{n} selected", "{n} selected", selected))
        self.count_label.setText("  ·  ".join(parts))

    def _on_sort_asked(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self._list()

    def _on_chosen(self) -> None:
        self._say_count()
        keys = self.table.chosen_keys()
        if self.form and self.form.isVisible() and len(keys) == 1 and keys[0] != self._form_key():
            self._show_in_form(keys[0])

    def _on_remove(self) -> None:
        if keys := self.table.chosen_keys():
            registrations.remove(self.workspace.store, keys)

    def _form_key(self) -> int:
        return self.form.record.company.id if self.form else 0

    def _open_form(self) -> CompanyForm:
        if self.form is None:
            self.form = CompanyForm(self.workspace.store)
            self.form.saved.connect(lambda key: self.table.choose([key]))
            self.form.closed.connect(self._on_form_closed)
            self._splitter.addWidget(self.form)
            self._splitter.setSizes([self.width() * 46 // 100, self.width() * 54 // 100])
        self._pages.setCurrentIndex(0)
        self.form.show()
        return self.form

    def _show_in_form(self, key: int) -> None:
        form = self._open_form()
        if self._form_key() != key and not self.settle():
            self.table.blockSignals(True)
            self.table.choose([self._form_key()])
            self.table.blockSignals(False)
            return
        found = registrations.records(self.workspace.store, [key])
        if key in found:
            form.show_record(found[key])
        else:
            self._on_form_closed()

    def settle(self) -> bool:
        """Store what is typed in the form; False when something in it has to be put right first."""
        if self.form is None or self.workspace.store.read_only or not self.form.is_changed:
            return True
        return self.form.save()

    def _on_form_closed(self) -> None:
        if self.form and (self.settle() or not self.form.form.value("name")):
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.table.setFocus()
            self._list()


def _status_colour(line: CompanyLine) -> str:
    c = colours()
    return {
        "accepted": c.good, "confirmed": c.good, "declined": c.bad, "withdrawn": c.quiet, "reserve": c.warn,
        "information_requested": c.warn,
    }.get(line.status, "")  # fmt: skip
