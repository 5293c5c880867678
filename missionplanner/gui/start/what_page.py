"""The first page of a new mission: what it is called, who organises it, and when it is."""

from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain.mission import Mission
from missionplanner.gui import settings
from missionplanner.gui.widgets.date_lines import DayLine
from missionplanner.gui.widgets.editors import ChoiceEdit, FormField
from missionplanner.gui.widgets.field_checks import bounded, needed
from missionplanner.gui.widgets.form import Form
from missionplanner.gui.widgets.labels import heading_label, quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import _, count, country_name, current
from missionplanner.jobs.companies import entry
from missionplanner.jobs.starts import offered
from missionplanner.jobs.starts.cities import Days

EARLIER = "earlier"
"""Stands for an earlier file among what a mission can begin with."""


class WhatPage(QWidget):
    """Name, days, organiser, home country."""

    edited = Signal()
    chosen = Signal()
    """It begins with something else now."""

    def __init__(self) -> None:
        super().__init__()
        self.begin_choice = ChoiceEdit(_beginnings())
        self.begin_choice.setAccessibleName(_("It begins"))
        self.about = quiet_label()
        self.about.setWordWrap(True)
        self.form = Form(_fields())
        self.form.set_values({"organiser": settings.read("organiser"), "home_country": _home()})
        ends = self.form.editors["ends"]
        assert isinstance(ends, DayLine)
        ends.days.base = lambda: self.form.value("starts")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading_label(_("What is it called, and when is it?")))
        row = QHBoxLayout()
        row.addWidget(Label(_("It begins")))
        row.addWidget(self.begin_choice, 1)
        layout.addLayout(row)
        layout.addWidget(self.about)
        layout.addWidget(self.form)
        layout.addStretch()
        self.about.hide()
        self.form.edited.connect(self.edited)
        self.begin_choice.currentIndexChanged.connect(lambda _place: self._on_chosen())

    def begin(self) -> None:
        """Show the page."""
        if self.begins_with:
            self.begin_choice.setFocus()
        else:
            self.form.focus("name")

    @property
    def begins_with(self) -> str:
        """The start of the gallery or EARLIER it begins with; empty where it begins with nothing."""
        return str(self.begin_choice.value or "")

    def _on_chosen(self) -> None:
        self.form.setVisible(not self.begins_with)
        texts = {start.name: _(start.about) for start in offered.STARTS}
        texts[EARLIER] = _(
            "The next page asks for the file and what is taken of it; nothing personal without a choice."
        )
        self.about.setText(texts.get(self.begins_with, ""))
        self.about.setVisible(bool(self.begins_with))
        self.chosen.emit()

    @property
    def days(self) -> Days:
        """The days of the mission; of today where none are typed yet."""
        starts = self.form.value("starts") or date.today()  # noqa: DTZ011
        return starts, max(starts, self.form.value("ends") or starts)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed that would be missed."""
        return not any(self.form.value(name) for name in ("name", "starts", "ends")) or bool(self.begins_with)

    def show_problems(self) -> bool:
        """Say what is missing or wrong, and go there; return whether anything is."""
        if self.begins_with:
            return False
        if self.form.show_problems():
            self.form.focus(self.form.first_problem)
            return True
        if self.form.value("ends") < self.form.value("starts"):
            self.form.note("ends", _("The mission ends before it starts."))
            self.form.focus("ends")
            return True
        return False

    def mission(self) -> Mission:
        """Return the mission as asked for; its host country follows from the cities."""
        values = self.form.values()
        home = entry.english_country(values["home_country"].strip())
        settings.write("organiser", values["organiser"].strip())
        settings.write("home_country", home)
        starts, ends = self.days
        return Mission(
            name=values["name"].strip(),
            organiser=values["organiser"].strip(),
            home_country=home,
            starts=starts,
            ends=ends,
        )

    @property
    def summary(self) -> str:
        """The mission that is made, in a line."""
        if self.begins_with:
            return self.begin_choice.currentText().rstrip("…")
        if self.form.value("starts") is None or self.form.value("ends") is None:
            return _("A mission, as soon as it has a name and days.")
        starts, ends = self.days
        days = count("{n} day", "{n} days", (ends - starts).days + 1)
        name = self.form.value("name").strip() or _("A mission")
        return f"{name}  ·  {current().day_range(starts, ends)}  ·  {days}"


def _beginnings() -> list[tuple[str, str]]:
    starts = [(start.name, _("from the gallery: {name}").format(name=_(start.title))) for start in offered.STARTS]
    return [("", _("from nothing")), (EARLIER, _("from an earlier mission…")), *starts]


def _fields() -> list[FormField]:
    countries = entry.country_choices()
    return bounded(
        Mission,
        [
            FormField("name", _("Name of the mission"), check=needed),
            FormField("starts", _("First day"), "date", check=needed),
            FormField("ends", _("Last day"), "date", check=needed),
            FormField("organiser", _("Organiser")),
            FormField("home_country", _("Home country"), choices=countries),
        ],
    )


def _home() -> str:
    """Return the country of the last new mission, else the one this computer is set to, in the user's language."""
    known = str(settings.read("home_country"))
    code = QLocale.territoryToCode(QLocale.system().territory()) or ""
    return known or (country_name(code, current().language) if code else "")
