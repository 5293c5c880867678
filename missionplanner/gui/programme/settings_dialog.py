"""The settings of the mission: its own data, stops, sectors and the texts of the packs."""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.goals import Goal
from missionplanner.domain.mission import Mission
from missionplanner.errors import UserError
from missionplanner.gui.programme import briefings_page, market_page, milestones_page
from missionplanner.gui.programme.briefings_page import BriefingsPage
from missionplanner.gui.programme.market_page import MarketPage
from missionplanner.gui.programme.milestones_page import MilestonesPage
from missionplanner.gui.programme.own_fields import OwnFieldsKind
from missionplanner.gui.programme.own_fields_editor import OwnFieldsEditor
from missionplanner.gui.programme.record_editor import RecordEditor
from missionplanner.gui.programme.sectors import Sectors
from missionplanner.gui.programme.stops import stop_kind
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.dialog_size import Scrolled, open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded
from missionplanner.gui.widgets.form import Form
from missionplanner.gui.widgets.form_drafts import DraftLine, DraftPlace
from missionplanner.gui.widgets.plain_text import TabWidget
from missionplanner.gui.widgets.texts_pane import TextsPane
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _
from missionplanner.jobs.companies import entry
from missionplanner.jobs.programme import programme
from missionplanner.messages import message
from missionplanner.store.store import Store

_MISSION = ("name", "name_fr", "name_es", "organiser", "home_country", "host_country", "starts", "ends",
            "lunch_starts", "lunch_ends", "places_min", "places_max", "meetings_a_day", "meetings_least",
            "meetings_most", "travel_minutes", "several_at_once", "goal", "guest_day", "host_day",
            "longest_run", "figure_months", "home_zone")  # fmt: skip
_COUNTRIES = ("home_country", "host_country")
"""The fields of it that are countries: stored in English, shown in the language of the screen."""


PAGES = {
    "stops": N_("Stops"), "sectors": N_("Sectors"), "own_fields": N_("Own fields"), "market": N_("Figures"),
    "briefings": N_("Market briefing"), "milestones": N_("Milestones"), "pack_texts": N_("Texts of the packs"),
}  # fmt: skip
"""The pages behind that of the mission itself, by their names."""


class MissionSettings(Dialog):
    """A tab for each part; each act is one undoable step."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Mission settings"))
        open_with(self, 1000, 620)
        self._workspace = workspace
        store = workspace.store
        self.tabs = tabs = TabWidget()
        tabs.setDocumentMode(True)
        page = MissionPage(store)
        tabs.addTab(page, _("Mission"))
        self.stops = RecordEditor(stop_kind(store), store, "settings.stops")
        self.sectors = RecordEditor(Sectors(store).kind, store, "settings.sectors")
        self.own_fields = OwnFieldsEditor(store)
        self.market, self.briefings, self.milestones = MarketPage(store), BriefingsPage(store), MilestonesPage(store)
        self.texts = TextsPane(store)
        self.pack_texts = Scrolled(self.texts)
        for filled in (self.stops, self.sectors, self.own_fields, self.briefings):
            filled.refresh()
        for name, title in PAGES.items():
            tabs.addTab(getattr(self, name), _(title))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(page.save_button, QDialogButtonBox.ButtonRole.ApplyRole)
        tabs.currentChanged.connect(lambda place: page.save_button.setVisible(place == 0))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(tabs)
        layout.addWidget(buttons)
        workspace.changed.connect(self._on_changed)

    def show_page(self, name: str) -> None:
        """Show the page of this name, and go into its list where it is one."""
        page = getattr(self, name)
        self.tabs.setCurrentWidget(page)
        if isinstance(page, RecordEditor):
            page.arrive()

    def done(self, result: int) -> None:
        """Keep what is typed into the texts, then close."""
        self.texts.save()
        if not self.texts.problem:
            super().done(result)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & {"stops", "sectors", "sector_stops"}:
            self.stops.refresh()
            self.sectors.refresh()
        if tables & milestones_page.TABLES:
            self.milestones.refresh()
        if tables & market_page.TABLES:
            self.market.refresh()
        if tables & briefings_page.TABLES:
            self.briefings.read_again()
        if tables & {"own_fields", "company_values", "person_values", "request_values"}:
            self.own_fields.show_kind(OwnFieldsKind(self._workspace.store).kind)


def _mission_fields(mission: Mission) -> list[FormField]:
    days = mission.starts, mission.ends
    return bounded(
        Mission,
        [
            FormField("name", _("Name of the mission")),
            FormField("organiser", _("Organiser")),
            FormField("name_fr", _("Name in French")),
            FormField("name_es", _("Name in Spanish")),
            *_country_fields(days),
            FormField("starts", _("Starts"), "date", days=days),
            FormField("ends", _("Ends"), "date", days=days),
            FormField(
                "closes",
                _("Registration closes"),
                "instant",
                stored=((Mission, "registration_closes"),),
            ),
            FormField("keep_until", _("Erase personal data on"), "day"),
            FormField("lunch_starts", _("Lunch from"), "clock"),
            FormField("lunch_ends", _("Lunch until"), "clock"),
            FormField("places_min", _("Companies needed"), "number", check=_number_or_nothing),
            FormField("places_max", _("Room for companies"), "number", check=_number_or_nothing),
            FormField("meetings_a_day", _("Most meetings per day"), "number", check=_number_or_nothing),
            FormField("meetings_least", _("Fewest meetings per company"), "number", check=_number_or_nothing),
            FormField("meetings_most", _("Most requests per company"), "number", check=_number_or_nothing),
            FormField("travel_minutes", _("Minutes between venues"), "number", check=_number_or_nothing),
            FormField(
                "several_at_once",
                _("At a time"),
                "choice",
                choices=[
                    (False, _("One meeting per company")),
                    (True, _("As many meetings as delegates")),
                ],
            ),
            *_goal_fields(),
        ],
    )


def _country_fields(days: tuple[date, date]) -> list[FormField]:
    countries = entry.country_choices()
    return [
        FormField("home_country", _("Home country"), choices=countries),
        FormField("host_country", _("Host country"), choices=countries),
        FormField(
            "home_zone",
            _("Time zone at home"),
            "zone",
            days=days,
            hint=_("For meetings by video: the clocks of companies whose city does not say their own."),
        ),
    ]


def _goal_fields() -> list[FormField]:
    return [
        FormField("goal", _("What comes first"), "choice", choices=[(goal, goal.label) for goal in Goal]),
        FormField("guest_day", _("Weight of a day of the delegation"), "number", check=_number_or_none_at_all),
        FormField("host_day", _("Weight of a day of a counterpart"), "number", check=_number_or_none_at_all),
        FormField("longest_run", _("Most meetings in a row"), "number", check=_number_or_none_at_all),
        FormField(
            "figure_months",
            _("Months figures may be old"),
            "number",
            check=_number_or_none_at_all,
            hint=_("Counted from its first day; the overview tells of older ones. 0 is for any."),
        ),
    ]


def _number_or_nothing(text: str) -> str:
    return "" if not text or (text.isdigit() and 0 < int(text) < 100_000) else _("This is no number.")


def _number_or_none_at_all(text: str) -> str:
    return "" if text.isdigit() else _("This is no number; 0 is for no weight and no limit.")


class MissionPage(QWidget):
    """Name, dates, countries, organiser, lunch."""

    saved = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        mission = store.mission
        self.form = Form(_mission_fields(mission))
        closes = mission.registration_closes
        values = {name: getattr(mission, name) for name in _MISSION}
        values |= {side: entry.shown_country(values[side]) for side in _COUNTRIES}
        values["keep_until"] = mission.keep_until.isoformat() if mission.keep_until else ""
        self.form.set_values({**values, "closes": closes.isoformat(timespec="minutes") if closes else ""})
        self.draft = DraftLine(DraftPlace(store, "mission"), self.form)
        self.draft.restore()
        self.save_button = make_button(_("Save"), "check", primary=True)
        """Stands beside that which closes the settings."""
        self.save_button.clicked.connect(self.save)
        layout = QVBoxLayout(self)
        layout.addWidget(self.draft)
        layout.addWidget(Scrolled(self.form), 1)

    def save(self) -> None:
        """Store the mission's own data as one step."""
        if self.form.problems:
            alerts.show_error(self, UserError(self.form.problems[0]))
            return
        values = self.form.values()
        closes = values.pop("closes")
        values["keep_until"] = date.fromisoformat(values["keep_until"]) if values["keep_until"] else None
        for side in _COUNTRIES:
            values[side] = entry.english_country(values[side])
        for name in ("places_min", "places_max", "meetings_a_day", "meetings_least", "meetings_most", "travel_minutes"):
            values[name] = int(values[name]) if values[name] else None
        values |= {name: int(values[name]) for name in ("guest_day", "host_day", "longest_run", "figure_months")}
        moment = datetime.fromisoformat(closes) if closes else None
        mission = replace(self._store.mission, **values, registration_closes=moment)
        programme.save(self._store, mission, message("Edit the mission"))
        self.draft.stored()
        self.saved.emit()
