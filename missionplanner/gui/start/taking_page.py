"""The page of a new mission that begins from another: what is taken of it, when it leaves, and what that means."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.errors import UserError
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import Form
from missionplanner.gui.widgets.labels import heading_label, quiet_label
from missionplanner.gui.widgets.plain_text import CheckBox, Label
from missionplanner.i18n import _, count, current
from missionplanner.jobs.starts import earlier, gallery
from missionplanner.jobs.starts.earlier import Earlier
from missionplanner.jobs.starts.take import USUAL, Take, whole
from missionplanner.store.store import Store


class TakingPage(QWidget):
    """Name and first day, and either the parts of an earlier file, or whether a start comes with its companies."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.old: Store | None = None
        """The earlier mission, open for reading."""
        self.start = ""
        """The start of the gallery, where there is no earlier mission."""
        self._usual_name = ""
        fields = [FormField("name", _("Name of the mission")), FormField("departure", _("First day"), "date")]
        self.form = Form(fields)
        self.boxes = {part: CheckBox(part.label) for part in Take}
        self.filled = CheckBox(_("With its made-up companies, requests and a timetable, to look around"))
        self.told = Label()
        self.told.setWordWrap(True)
        self._title = heading_label("")
        self._parts = QWidget()
        self._build()

    def begin(self) -> None:
        """Show the page."""
        self.form.focus("departure")

    def show_earlier(self, store: Store) -> None:
        """Show what can be taken of an earlier mission."""
        self.old, self.start = store, ""
        self._title.setText(_("What is taken of “{name}”?").format(name=store.mission.called(current().language)))
        moved = earlier.departure_of(store.mission, Earlier(), date.today())  # noqa: DTZ011
        self._usual_name = earlier.name_of(store.mission, moved)
        self.form.set_values({"name": self._usual_name, "departure": moved.after})
        self._parts.show()
        self.filled.hide()
        self._tell()

    def show_start(self, name: str) -> None:
        """Show a start of the gallery."""
        self.old, self.start = None, name
        start = gallery.called(name)
        self._title.setText(_(start.title))
        self._usual_name = gallery.mission_name(name)
        departs = gallery.departure(name, date.today())  # noqa: DTZ011
        self.form.set_values({"name": self._usual_name, "departure": departs})
        self._parts.hide()
        self.filled.show()
        self.told.setText(_(start.about))

    @property
    def wanted(self) -> Earlier:
        """The mission as it is wanted."""
        take = whole(part for part, box in self.boxes.items() if box.isChecked())
        name = self.form.value("name").strip()
        # A name that was left as it is has its translations.
        return Earlier(take, self.form.value("departure"), "" if name == self._usual_name else name)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen that would be missed."""
        return self.old is None and not self.start

    def show_problems(self) -> bool:
        """Say what is wrong, and go there; return whether anything is."""
        if self.form.show_problems():
            self.form.focus(self.form.first_problem)
            return True
        return False

    @property
    def summary(self) -> str:
        """The mission that is made, in a line."""
        starts = self.form.value("departure")
        when = current().date(starts, "medium") if starts else ""
        chosen = sum(box.isChecked() for box in self.boxes.values())
        what = count("{n} part taken", "{n} parts taken", chosen) if self.old else ""
        return "  ·  ".join(filter(None, (self.form.value("name").strip(), when, what)))

    def make(self, path: Path) -> Store:
        """Make the mission file; raises UserError where it cannot be made."""
        today = date.today()  # noqa: DTZ011
        if self.old:
            return earlier.make(path, self.old, self.wanted, today)[0]
        store, _made = gallery.make(path, self.start, self.wanted, today)
        if self.filled.isChecked():
            gallery.fill(store, self.start)
        return store

    def close_earlier(self) -> None:
        """Close the earlier mission."""
        if self.old:
            self.old.close()
            self.old = None

    def _build(self) -> None:
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(0, 0, 0, 0)
        for part, box in self.boxes.items():
            box.setChecked(part in USUAL)
            box.toggled.connect(self._on_toggled(part))
            column.addWidget(box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self.form, self.told, self._parts, self.filled):
            layout.addWidget(widget)
        layout.addWidget(quiet_label(_("The file it begins from stays as it is. Everything can be changed later.")))
        layout.addStretch()
        self.form.edited.connect(self._tell)

    def _on_toggled(self, part: Take) -> Callable[[bool], None]:
        def toggled(on: bool) -> None:
            """Have what a part needs taken along, and what needs it left out."""
            for other, box in self.boxes.items():
                if on and other in whole([part]):
                    box.setChecked(True)
                if not on and part in whole([other]):
                    box.setChecked(False)
            self._tell()

        return toggled

    def _follow_year(self, old: Store) -> None:
        """Have a name that was left as it is say the year of the departure."""
        # Typed names are asked for before the usual one changes: they would be taken for one another.
        if self.wanted.name:
            return
        moved = earlier.departure_of(old.mission, self.wanted, date.today())  # noqa: DTZ011
        usual, self._usual_name = self._usual_name, earlier.name_of(old.mission, moved)
        if usual != self._usual_name:
            self.form.fill({"name": self._usual_name})

    def _tell(self) -> None:
        if self.old and not self.form.problems:
            self._follow_year(self.old)
            try:
                told = earlier.preview(self.old, self.wanted, date.today())  # noqa: DTZ011
            except UserError as error:
                told = [error.text]
            self.told.setText("\n".join(told))
        self.edited.emit()
