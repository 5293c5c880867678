"""The dialog for a new mission: name, countries, dates, stops, sectors; or the example."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from missionplanner.domain.bounds import MOST_DAYS
from missionplanner.domain.mission import Mission, Stop
from missionplanner.domain.time import is_zone
from missionplanner.gui.widgets.buttons import make_button, press_with_enter
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded
from missionplanner.gui.widgets.form import Form
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.i18n import _
from missionplanner.jobs.companies import entry
from missionplanner.jobs.programme.new_mission import NewMission, examples


class NewMissionDialog(QDialog):
    """Asks what a mission needs to begin with; all of it can be changed later."""

    def __init__(self, example: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New mission"))
        self.setMinimumWidth(580)
        self.template = QComboBox()
        self.template.setAccessibleName(_("Start from"))
        self.template.addItem(_("An empty mission"), "")
        for name in examples():
            self.template.addItem(_("The example “{name}”").format(name=name), name)
        self.form = Form(_fields())
        self.form.set_values(_defaults())
        layout = QVBoxLayout(self)
        layout.addWidget(self.template)
        layout.addWidget(self.form)
        layout.addWidget(quiet_label(_("Next you choose where the file is kept. Everything can be changed later.")))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.ok = make_button(_("Make the mission…"), "check", primary=True)
        buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        press_with_enter(self.ok, buttons)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.template.currentIndexChanged.connect(lambda _index: self._on_template_chosen())
        self.template.setCurrentIndex(1 if example else 0)
        self.form.focus()

    @property
    def example(self) -> str:
        """The name of the chosen example, or empty."""
        return str(self.template.currentData())

    @property
    def wanted(self) -> NewMission:
        """The mission as asked for."""
        values = self.form.values()
        starts, ends = values["starts"], values["ends"]
        stops = tuple(
            Stop(
                name_en=name.strip(),
                country=values["host_country"],
                time_zone=values["time_zone"],
                starts=starts,
                ends=min(ends, starts + timedelta(MOST_DAYS[Stop] - 1)),
            )
            for name in values["stops"].split(";")
            if name.strip()
        )
        mission = Mission(
            name=values["name"],
            home_country=entry.english_country(values["home_country"]),
            host_country=entry.english_country(values["host_country"]),
            organiser=values["organiser"],
            starts=starts,
            ends=ends,
        )
        sectors = tuple(name.strip() for name in values["sectors"].split(";") if name.strip())
        return NewMission(mission, stops, sectors)

    def _on_template_chosen(self) -> None:
        self.form.setVisible(not self.example)
        self.adjustSize()

    def _on_accepted(self) -> None:
        if self.example:
            self.accept()
            return
        values = self.form.values()
        if values["ends"] < values["starts"]:
            self.form.note("ends", _("The mission ends before it starts."))
        elif not self.form.show_problems():
            self.accept()


def _fields() -> list[FormField]:
    countries = [(0, name) for name in entry.countries()]
    return bounded(
        Mission,
        [
            FormField("name", _("Name of the mission"), check=_needed),
            FormField("organiser", _("Organiser")),
            FormField("home_country", _("Home country"), choices=countries),
            FormField("host_country", _("Host country"), choices=countries),
            FormField("starts", _("Starts"), "date"),
            FormField("ends", _("Ends"), "date"),
            FormField("stops", _("Stops"), hint=_("Cities, separated by semicolons.")),
            FormField(
                "time_zone", _("Time zone"), check=lambda text: "" if is_zone(text) else _("This is no time zone.")
            ),
            FormField("sectors", _("Sectors"), hint=_("Several are separated by semicolons.")),
        ],
    )


def _defaults() -> dict[str, Any]:
    start = date.today() + timedelta(days=90)  # noqa: DTZ011
    return {
        "home_country": "Canada",
        "host_country": "Mexico",
        "starts": start,
        "ends": start + timedelta(days=4),
        "time_zone": "America/Mexico_City",
    }


def _needed(text: str) -> str:
    return "" if text.strip() else _("This is needed.")
