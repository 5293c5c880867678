"""The settings of the mission: its own data, stops, sectors and the texts of the packs."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.mission import TEXT_KINDS, MissionText
from missionplanner.domain.time import parse_clock
from missionplanner.errors import UserError
from missionplanner.gui import alerts
from missionplanner.gui.editors import Field
from missionplanner.gui.form import Form
from missionplanner.gui.programme import kinds
from missionplanner.gui.programme.editor import RecordEditor
from missionplanner.gui.programme.sectors import Sectors
from missionplanner.gui.screen import make_button, quiet_label
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import LANGUAGES, OWN_NAMES, _, current
from missionplanner.jobs import entry, programme
from missionplanner.store.store import Store

_MISSION = ("name", "organiser", "home_country", "host_country", "starts", "ends", "lunch_starts", "lunch_ends",
            "places_min", "places_max", "meetings_a_day", "meetings_least", "meetings_most", "travel_minutes",
            "several_at_once")  # fmt: skip


class MissionSettings(QDialog):
    """Four tabs; each act is one undoable step."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Mission settings"))
        self.resize(900, 620)
        self._workspace = workspace
        store = workspace.store
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.addTab(MissionPage(store), _("Mission"))
        self._editors = [RecordEditor(kinds.stops(store), store), RecordEditor(Sectors(store).editing, store)]
        for editor, title in zip(self._editors, (_("Stops"), _("Sectors")), strict=True):
            editor.refresh()
            tabs.addTab(editor, title)
        self.texts = TextsPage(store)
        tabs.addTab(self.texts, _("Texts of the packs"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(tabs)
        layout.addWidget(buttons)
        workspace.changed.connect(self._on_changed)

    def done(self, result: int) -> None:
        """Keep what is typed into the texts, then close."""
        self.texts.save()
        super().done(result)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & {"stops", "sectors", "sector_stops"}:
            for editor in self._editors:
                editor.refresh()


def _number_or_nothing(text: str) -> str:
    return "" if not text or (text.isdigit() and 0 < int(text) < 100_000) else _("This is no number.")


class MissionPage(QWidget):
    """Name, dates, countries, organiser, lunch."""

    saved = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        countries = [(0, name) for name in entry.countries()]
        self.form = Form(
            [
                Field("name", _("Name of the mission")), Field("organiser", _("Organiser")),
                Field("home_country", _("Home country"), choices=countries),
                Field("host_country", _("Host country"), choices=countries),
                Field("starts", _("Starts"), "date"), Field("ends", _("Ends"), "date"),
                Field("closes", _("Registration closes"), check=_moment_or_nothing, hint="2025-11-28T23:59-08:00"),
                Field("lunch_starts", _("Lunch from"), check=_clock_or_nothing, hint="14:00"),
                Field("lunch_ends", _("Lunch until"), check=_clock_or_nothing, hint="16:00"),
                Field("places_min", _("Companies needed"), check=_number_or_nothing),
                Field("places_max", _("Room for companies"), check=_number_or_nothing),
                Field("meetings_a_day", _("Most meetings a day"), check=_number_or_nothing),
                Field("meetings_least", _("Least meetings a company"), check=_number_or_nothing),
                Field("meetings_most", _("Most requests a company"), check=_number_or_nothing),
                Field("travel_minutes", _("Minutes between venues"), check=_number_or_nothing),
                Field("several_at_once", _("At a time"), "choice", choices=[
                    (False, _("One meeting a company")), (True, _("As many meetings as delegates")),
                ]),
            ]
        )  # fmt: skip
        mission = store.mission
        closes = mission.registration_closes
        values = {name: getattr(mission, name) for name in _MISSION}
        self.form.set_values({**values, "closes": closes.isoformat(timespec="minutes") if closes else ""})
        save = make_button(_("Save"), "check", primary=True)
        save.clicked.connect(self.save)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(save)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form)
        layout.addStretch()
        layout.addLayout(row)

    def save(self) -> None:
        """Store the mission's own data as one step."""
        if self.form.problems:
            alerts.show_error(self, UserError(self.form.problems[0]))
            return
        values = self.form.values()
        closes = values.pop("closes")
        for side in ("home_country", "host_country"):
            values[side] = entry.english_country(values[side])
        for name in ("places_min", "places_max", "meetings_a_day", "meetings_least", "meetings_most", "travel_minutes"):
            values[name] = int(values[name]) if values[name] else None
        moment = datetime.fromisoformat(closes) if closes else None
        mission = replace(self._store.mission, **values, registration_closes=moment)
        if mission.ends < mission.starts:
            alerts.show_error(
                self, UserError(_("The mission ends before it starts."), _("Correct one of the two dates."))
            )
            return
        programme.save(self._store, mission, _("Edit the mission"))
        self.saved.emit()


class TextsPage(QWidget):
    """The texts of the packs in three languages, one at a time."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.kind, self.language = QComboBox(), QComboBox()
        for kind in TEXT_KINDS:
            self.kind.addItem(text_label(kind), kind)
        for language in LANGUAGES:
            self.language.addItem(OWN_NAMES[language], language)
        self.language.setCurrentIndex(LANGUAGES.index(current().language))
        self.title, self.body = QLineEdit(), QPlainTextEdit()
        for widget, name in (
            (self.kind, _("Text")),
            (self.language, _("Language")),
            (self.title, _("Title")),
            (self.body, _("Text")),
        ):
            widget.setAccessibleName(name)
        self._shown = ("", "")
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addWidget(self.language)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.title)
        layout.addWidget(self.body)
        layout.addWidget(
            quiet_label(_("A blank line parts paragraphs; “# ” begins a heading, “- ” an item of a list."))
        )
        self.kind.currentIndexChanged.connect(self._on_chosen)
        self.language.currentIndexChanged.connect(self._on_chosen)
        self._on_chosen()

    def save(self) -> None:
        """Store the text that is shown, if it was changed."""
        if self._shown[0]:
            programme.save_text(self._store, *self._shown, self.title.text().strip(), self.body.toPlainText().strip())

    def _on_chosen(self) -> None:
        self.save()
        self._shown = (self.kind.currentData(), self.language.currentData())
        found = [t for t in self._store.where(MissionText, "kind", [self._shown[0]]) if t.language == self._shown[1]]
        self.title.setText(found[0].title if found else "")
        self.body.setPlainText(found[0].body if found else "")


def text_label(kind: str) -> str:
    """What a kind of text is called."""
    return {
        "welcome": _("Welcome"), "about": _("About the mission"), "briefing": _("Market briefing"),
        "protocol": _("Business culture and protocol"), "logistics": _("Logistics"),
        "conduct": _("Media and code of conduct"), "contacts": _("Emergency contacts"),
    }[kind]  # fmt: skip


def _clock_or_nothing(text: str) -> str:
    try:
        if text:
            parse_clock(text)
    except ValueError:
        return _("This is no time, such as 14:00.")
    return ""


def _moment_or_nothing(text: str) -> str:
    try:
        return "" if not text or datetime.fromisoformat(text).tzinfo else _("Add the offset from UTC, such as -08:00.")
    except ValueError:
        return _("This is no moment, such as 2025-11-28T23:59-08:00.")
