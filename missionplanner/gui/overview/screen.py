"""How the mission stands: counts, deadlines, and what needs attention."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain import first_steps, plan_checks, privacy, rules
from missionplanner.domain.applications import Status, same_words, statuses_of
from missionplanner.domain.checks import attention
from missionplanner.domain.companies import Side
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.journals import PackPrint
from missionplanner.domain.plan import Plan
from missionplanner.domain.privacy import PERSONAL_DATA
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import offset_in_words
from missionplanner.gui.overview.check_list import CheckList
from missionplanner.gui.overview.exposure_cards import ExposureCards
from missionplanner.gui.overview.setting_up import set_up
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import wishes
from missionplanner.gui.widgets.charts import BarChart, ChartBar
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.idle_work import IdleWork
from missionplanner.gui.widgets.labels import card, heading_label, quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count, current
from missionplanner.jobs.fields import fees
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.requests import from_wishes
from missionplanner.jobs.safety import clash_count
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import planning

_MOST_SHOWN = 60
CLASHES, DOUBLE_BOOKINGS = "clashes", "double_bookings"
"""The codes of findings that count what a merge leaves to settle and to repair."""
_ELSEWHERE = ("stops", "sessions", "events", "series", "texts", "briefings", "tasks")
"""The tables whose records are corrected in the settings or the programme."""
_COMMANDS = {"series": "market_figures", "briefings": "market_briefings", "tasks": "milestones_and_tasks"}
"""The commands that lead to where records are corrected, by their tables."""
_DOUBLE = frozenset(("pair_meets_once", "company_one_at_a_time", "delegate_one_at_a_time", "table_one_at_a_time"))
"""The rules that find somebody or something in two meetings at once, or two meetings in one."""


class OverviewScreen(Screen):
    """Cards with figures, bars by sector and status, and a list of what to do."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(workspace, runner, _("Overview"))
        self.figures: dict[str, QLabel] = {}
        self._mission = quiet_label()
        self._deadlines = quiet_label()
        self.sectors = BarChart(_("Delegation companies by sector"))
        self.counterparts = BarChart(_("Counterparts by sector"))
        self.statuses = BarChart(_("Delegation companies by status"))
        self.invited = BarChart(_("Counterparts by status"))
        self.exposure = ExposureCards()
        self.attention = QListWidget()
        self.check_list = CheckList()
        self.check_list.asked.connect(self._on_asked)
        self._conflicts: list[Issue] = []
        self._clashes = 0
        self._slices = IdleWork(self)
        self._slices.finished.connect(self._on_checked)
        self._build()

    def shown_list(self) -> ShownList:
        """The list of problems that need attention."""
        self.finish()
        rows = [[self.attention.item(row).text()] for row in range(self.attention.count())]
        title = _("What needs attention")
        return ShownList(title, self.workspace.mission_name, [title], rows, [1])

    def refresh(self) -> None:
        """Count everything anew; the timetable is checked in slices."""
        snapshot = self.workspace.snapshot()
        self._show_mission(snapshot)
        self._show_check_list(snapshot)
        self._show_figures(snapshot)
        self.sectors.show_bars(_by_sector(snapshot, Side.DELEGATION))
        self.counterparts.show_bars(_by_sector(snapshot, Side.COUNTERPART))
        self.statuses.show_bars(_by_status(snapshot, Side.DELEGATION))
        self.invited.show_bars(_by_status(snapshot, Side.COUNTERPART))
        self.exposure.show_mission(snapshot)
        self._conflicts = []
        self._slices.start(self._checking(snapshot))

    def arrive(self) -> None:
        """Go to the button of what is to be done next."""
        button = self.check_list.main_button()
        if button and button.isVisibleTo(self):
            button.setFocus()
        else:
            super().arrive()

    def settle(self) -> bool:
        """Check no further; the screen goes."""
        self._slices.stop()
        return True

    def finish(self) -> None:
        """Check all that is left at once."""
        self._slices.finish()

    def _checking(self, snapshot: Snapshot) -> Iterator[None]:
        for issues in rules.by_meeting(Plan(snapshot, snapshot.meetings)):
            self._conflicts += issues
            yield
        self._conflicts += planning.conflicts_beside(snapshot)

    def _on_checked(self) -> None:
        self.figures["conflicts"].setText(current().number(len(self._conflicts)))
        self._show_attention(self.workspace.snapshot())
        self._count_clashes()

    def _count_clashes(self) -> None:
        """Count what is to be settled, beside the window; only a file that was merged has any."""
        if clash_count.may_clash(self.workspace.store):
            self.runner.start(clash_count.count_clashes(), self._on_counted)

    def _on_counted(self, clashes: int) -> None:
        if clashes != self._clashes:
            self._clashes = clashes
            self._show_attention(self.workspace.snapshot())

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        column.addWidget(self._mission)
        column.addWidget(self._deadlines)
        column.addWidget(self.check_list)
        column.addLayout(self._figure_row())
        column.addLayout(self._charts())
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(inside)
        self.layout_.addWidget(scroll, 1)

    def _figure_row(self) -> QHBoxLayout:
        figures = QHBoxLayout()
        figures.setSpacing(12)
        for name, label in (
            ("delegation", _("Delegation companies")),
            ("delegates", _("Delegates")),
            ("counterparts", _("Counterparts")),
            ("requests", _("Requests")),
            ("meetings", _("Meetings")),
            ("conflicts", _("Conflicts")),
        ):
            frame, layout = card()
            self.figures[name] = Label("0")
            self.figures[name].setObjectName("figure")
            layout.addWidget(self.figures[name])
            layout.addWidget(quiet_label(label))
            figures.addWidget(frame)
        return figures

    def _charts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, (title, chart) in enumerate(
            (
                (_("Delegation by sector"), self.sectors),
                (_("Counterparts by sector"), self.counterparts),
                (_("Delegation by status"), self.statuses),
                (_("Counterparts by status"), self.invited),
            )
        ):
            frame, layout = card()
            layout.addWidget(heading_label(title))
            layout.addWidget(chart)
            layout.addStretch()
            # Below one another at the left; what needs attention is beside the lower two.
            grid.addWidget(frame, *((0, place) if place < 2 else (place - 1, 0)))
        frame, layout = card()
        layout.addWidget(heading_label(_("What needs attention")))
        self.attention.setObjectName("plain")
        self.attention.setAccessibleName(_("What needs attention"))
        self.attention.setWordWrap(True)
        self.attention.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.attention.setMinimumHeight(190)
        self.attention.itemActivated.connect(self._on_activated)
        layout.addWidget(self.attention)
        grid.addWidget(frame, 1, 1, 2, 1)
        grid.addWidget(self.exposure, 3, 0, 1, 2)
        return grid

    def _show_mission(self, snapshot: Snapshot) -> None:
        mission, t = snapshot.mission, current()
        cities = ", ".join(stop.name(t.language) for stop in snapshot.stops)
        self._mission.setText(
            "  ·  ".join(
                p for p in (mission.called(t.language), t.day_range(mission.starts, mission.ends), cities) if p
            )
        )
        self._deadlines.setText("  ·  ".join(filter(None, (*_deadlines(snapshot), fees.sums(snapshot)))))

    def _show_check_list(self, snapshot: Snapshot) -> None:
        """Show the steps to the first pack until it was printed."""
        store = self.workspace.store
        self.check_list.setVisible(not store.all(PackPrint))
        if self.check_list.isHidden():
            return
        wished = len(from_wishes.found(store).requests)
        self.check_list.show_steps(first_steps.steps(snapshot), len(first_steps.waiting(snapshot)), wished)
        self.check_list.allow(not store.read_only)

    def _on_asked(self, what: str) -> None:
        store = self.workspace.store
        if what in ("venues", "hours"):
            set_up(self, what)
        elif what == "mission_settings":
            self.settings_asked.emit("stops")
        elif what == "accept_all":
            decisions.set_status(store, first_steps.waiting(self.workspace.snapshot()), Status.ACCEPTED)
        elif what == "take_wishes":
            wishes.take(store, self)
        elif what in list(Side):
            self.new_company_asked.emit(what)
        elif what == "import_requests":
            self.import_asked.emit("requests")
        else:
            self.command_asked.emit(what)

    def _show_figures(self, snapshot: Snapshot) -> None:
        sides = Counter(company.side for company in snapshot.companies)
        numbers = {
            "delegation": sides[Side.DELEGATION],
            "counterparts": sides[Side.COUNTERPART],
            "delegates": sum(snapshot.side_of(person) is Side.DELEGATION for person in snapshot.people),
            "requests": first_steps.wanted(snapshot),
            "meetings": sum(m.stands for m in snapshot.meetings),
        }
        for name, number in numbers.items():
            self.figures[name].setText(current().number(number))

    def _show_attention(self, snapshot: Snapshot) -> None:
        self.attention.clear()
        today = date.today()  # noqa: DTZ011
        issues = [
            *privacy.due(snapshot, today),
            *plan_checks.late(snapshot, today),
            *self._after_merging(),
            *self._conflicts,
            *attention(snapshot),
        ]
        for issue in issues[:_MOST_SHOWN]:
            self._add_issue(issue)
        if len(issues) > _MOST_SHOWN:
            self.attention.addItem(count("and {n} more", "and {n} more", len(issues) - _MOST_SHOWN))
        if not issues:
            self.attention.addItem(_("Nothing. Everything that can be checked is in order."))

    def _after_merging(self) -> list[Issue]:
        """Return how much there is to settle, and how many meetings of two people do not go together."""
        found = []
        if self._clashes:
            text = count("{n} clash is to be settled.", "{n} clashes are to be settled.", self._clashes)
            found.append(Issue(CLASHES, text, Severity.WARNING))
        double = sum(issue.code in _DOUBLE for issue in self._conflicts)
        if double and clash_count.may_clash(self.workspace.store):
            text = count("The timetable has {n} double booking.", "The timetable has {n} double bookings.", double)
            found.append(Issue(DOUBLE_BOOKINGS, text))
        return found

    def _add_issue(self, issue: Issue) -> None:
        c = colours()
        item = QListWidgetItem(icon("circle-alert", c.bad if issue.severity == "error" else c.warn), issue.text)
        company = next((key for table, key in issue.subjects if table == "companies"), 0)
        where = next((table for table, _key in issue.subjects if table in _ELSEWHERE), "")
        code = issue.code if issue.code in (PERSONAL_DATA, CLASHES) else where
        item.setData(Qt.ItemDataRole.UserRole, code or company)
        self.attention.addItem(item)

    def _on_activated(self, item: QListWidgetItem) -> None:
        key = item.data(Qt.ItemDataRole.UserRole)
        if key == PERSONAL_DATA:
            self.personal_data_asked.emit()
        elif key == CLASHES:
            self.clashes_asked.emit()
        elif key in ("stops", "texts"):
            self.settings_asked.emit("stops" if key == "stops" else "pack_texts")
        elif key in _COMMANDS:
            self.command_asked.emit(_COMMANDS[key])
        elif key in _ELSEWHERE:
            self.programme_asked.emit("")
        elif key:
            self.company_asked.emit(key)
        elif key == 0:
            self.timetable_asked.emit()


def _by_sector(snapshot: Snapshot, side: Side) -> list[ChartBar]:
    numbers: Counter[int] = Counter()
    for company in snapshot.companies:
        mine = snapshot.sectors_of.get(company.id, [])
        if company.side is side:
            numbers[snapshot.main_sector(mine[0]) if mine else 0] += 1
    language = current().language
    bars = [
        ChartBar(
            sector.name(language), numbers[sector.id], sector.colour, (sector.quota or 0) * (side is Side.DELEGATION)
        )
        for sector in snapshot.sectors
        if sector.parent_id is None
    ]
    return [*bars, ChartBar(_("No sector"), numbers[0], colours().quiet)] if numbers[0] else bars


def _by_status(snapshot: Snapshot, side: Side) -> list[ChartBar]:
    numbers = Counter(snapshot.application[one.id].status for one in snapshot.companies if one.side is side)
    return [
        ChartBar(status.label(side), sum(numbers[same] for same in same_words([status], side)))
        for status in statuses_of(side)
    ]


def _deadlines(snapshot: Snapshot) -> list[str]:
    mission, t = snapshot.mission, current()
    found = []
    if mission.registration_closes:
        day = mission.registration_closes
        closed = day < datetime.now(UTC)
        text = _("Registration closed on {day}.") if closed else _("Registration closes on {day}.")
        found.append(text.format(day=f"{t.date(day.date())}, {t.time(day)} ({offset_in_words(day)})"))
    days = (mission.starts - date.today()).days  # noqa: DTZ011
    if days > 0:
        found.append(count("{n} day until the mission starts.", "{n} days until the mission starts.", days))
    elif date.today() <= mission.ends:  # noqa: DTZ011
        found.append(_("The mission is under way."))
    else:
        found.append(_("The mission ended on {day}.").format(day=t.date(mission.ends)))
    return [*found, *plan_checks.coming(snapshot, date.today())]  # noqa: DTZ011
