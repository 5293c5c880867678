"""The day of one person: what, where, with whom, how to get there, and what does not go together."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.domain.events import EventKind
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.people import Person
from missionplanner.domain.person_days import Commitment, day_of, days
from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.arrivals.day_ways import DayWaysDialog
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.asking import ask
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.editors import ChoiceEdit, FormField
from missionplanner.gui.widgets.field_checks import needed
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.arrivals import typed as reading
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.people import day_repairs
from missionplanner.jobs.people import days as person_days
from missionplanner.jobs.people.day_repairs import DayWay
from missionplanner.jobs.people.days import Line, Sheet


class DayPage(QWidget):
    """One person and one of their days."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.snapshot: Snapshot | None = None
        self.sheet: Sheet | None = None
        self.person, self.day = ChoiceEdit(), ChoiceEdit()
        self.person.setAccessibleName(_("Whose day"))
        self.day.setAccessibleName(_("Day"))
        self.main = DataTable(TableModel(self._columns(), self._rows), _("The day"), kept="arrivals.day")
        self.problems, self.notes, self.words = Label(), quiet_label(), quiet_label()
        self._build()

    def refresh(self, snapshot: Snapshot) -> None:
        """Show the day that is chosen as it is now."""
        self.snapshot = snapshot
        self._offer_people(snapshot)
        self._offer_days()
        self._show()

    def shown_list(self, title: str) -> ShownList:
        """The day as a list to be printed."""
        return self.main.shown(self.sheet.heading if self.sheet else title, self.words.text())

    def show_person(self, key: int) -> None:
        """Show the day of somebody."""
        self.person.choose(key)

    @property
    def chosen_person(self) -> Person | None:
        """The person whose day is shown."""
        return self.snapshot.person.get(self.person.value or 0) if self.snapshot else None

    @property
    def chosen_day(self) -> date | None:
        """The day that is shown."""
        return self.day.value  # type: ignore[no-any-return]

    @command(N_("A flight is late…"), icon="clock", needs=Needs.WRITING)
    def record_delay(self) -> None:
        """Ask which journey is late and by how much, note it for everybody on it, and offer ways to go on."""
        person, legs, t = self.chosen_person, self._legs(), current()
        if person is None or not legs:
            alerts.tell(self, _("No journey with a time is known of this person."))
            return
        choices = [(one.id, f"{t.short_moment(one.at)}  {one.flight or one.way}") for one in legs if one.at]
        fields = [
            FormField("leg", _("Flight or train"), "choice", choices),
            FormField("minutes", _("Minutes late"), "number", check=needed),
        ]
        found = ask(_("A flight is late"), fields, {"minutes": "90"}, self)
        if found:
            alerts.attempt(self, lambda: self._delay(person, found["leg"], str(found["minutes"])))

    @command(N_("A call is cancelled…"), icon="x", needs=Needs.WRITING)
    def record_cancelled(self) -> None:
        """Ask which call is cancelled, and offer ways to go on; nothing is changed before one is chosen."""
        person, t = self.chosen_person, current()
        calls = [one.event for one in self._day() if one.event and one.event.kind is EventKind.CALL]
        if person is None or self.snapshot is None or not calls:
            alerts.tell(self, _("This person has no bilateral call on that day."))
            return
        choices = [(one.id, f"{t.short_moment(one.starts)}  {one.name(t.language)}") for one in calls]
        found = ask(_("A call is cancelled"), [FormField("call", _("Bilateral call"), "choice", choices)], {}, self)
        if found:
            call = next(one for one in calls if one.id == found["call"])
            self._offer(person, call.name(t.language), day_repairs.after_cancelled(self.snapshot, person, call))

    def _day(self) -> list[Commitment]:
        person, day = self.chosen_person, self.chosen_day
        return (
            [step.occasion for step in day_of(self.snapshot, person, day)] if self.snapshot and person and day else []
        )

    def _legs(self) -> list[JourneyLeg]:
        """The journeys of the day, else all of the person that have a time."""
        mine = [one.leg for one in self._day() if one.leg]
        person = self.chosen_person
        known = self.snapshot.legs_of.get(person.id, []) if self.snapshot and person else []
        return mine or [leg for leg in known if leg.at]

    def _delay(self, person: Person, key: int, minutes: str) -> None:
        store = self._workspace.store
        late = reading.number(minutes) or 0
        people = day_repairs.record_delay(store, store.get(JourneyLeg, key), late)
        snapshot = self._workspace.snapshot()
        leg = store.get(JourneyLeg, key)
        title = count("{n} person is on it.", "{n} people are on it.", len(people))
        title, ways = f"{leg.flight or leg.way}: {title}", day_repairs.after_delay(snapshot, person, leg)
        if ways:
            self._offer(person, title, ways)
        else:
            alerts.tell(self, f"{title} {day_repairs.without_ways(snapshot, person, leg)}")

    def _offer(self, person: Person, title: str, ways: list[DayWay]) -> None:
        dialog = DayWaysDialog(title, ways, self)
        if dialog.exec() and dialog.chosen:
            day_repairs.accept(self._workspace.store, person, dialog.chosen)
        dialog.deleteLater()

    def _offer_people(self, snapshot: Snapshot) -> None:
        first = person_days.first_shown(snapshot)
        chosen = self.person.value or (first.id if first else None)
        t = current()
        known = [
            (one.id, snapshot.with_organisation(one)) for one in snapshot.people if snapshot.takes_part_person(one)
        ]
        self.person.blockSignals(True)
        self.person.offer(sorted(known, key=lambda one: t.sort_key(one[1])))
        self.person.choose(chosen)
        self.person.blockSignals(False)

    def _offer_days(self) -> None:
        chosen, person, t = self.day.value, self.chosen_person, current()
        known = days(self.snapshot, person) if self.snapshot and person else []
        self.day.blockSignals(True)
        self.day.offer([(day, t.date(day, "full")) for day in known])
        self.day.choose(chosen)
        self.day.blockSignals(False)

    def _show(self) -> None:
        person, day = self.chosen_person, self.chosen_day
        self.sheet = person_days.shown(self.snapshot, person, day) if self.snapshot and person and day else None
        lines = self.sheet.lines if self.sheet else ()
        self.main.rows.set_keys(list(range(len(lines))))
        found = self.sheet.problems if self.sheet else ()
        self.problems.setText("\n".join(found))
        self.problems.setVisible(bool(found))
        self.problems.setStyleSheet(f"color: {colours().bad}")
        parts = [
            count("{n} appointment", "{n} appointments", len(lines)),
            person_days.night(self.sheet) if self.sheet else "",
        ]
        self.words.setText(" · ".join(filter(None, parts)))
        self._show_notes()

    def _show_notes(self) -> None:
        keys = self.main.chosen_keys()
        line = self.sheet.lines[keys[0]] if self.sheet and len(keys) == 1 and keys[0] < len(self.sheet.lines) else None
        texts = [f"{name}: {said.text}" for name, said in line.notes] if line else []
        self.notes.setText("\n".join(texts))
        self.notes.setVisible(bool(texts))

    def _rows(self, keys: list[int]) -> list[Line]:
        return [self.sheet.lines[key] for key in keys] if self.sheet else []

    def _columns(self) -> list[Column]:
        def colour(line: Line) -> str:
            return colours().bad if line.problem else ""

        return [
            Column(_("Time"), lambda line: line.time, width=110, colour=colour),
            Column(_("What"), lambda line: line.what.text, width=170, grows=True, colour=colour),
            Column(_("Kind"), lambda line: line.kind, width=100),
            Column(_("Place"), lambda line: line.where.text, width=170, grows=True),
            Column(_("With whom"), lambda line: line.whom, width=150, grows=True),
            Column(_("How to get there"), lambda line: line.how, width=160, grows=True),
            Column(_("To spare"), lambda line: line.spare, width=145, colour=colour),
        ]

    def _build(self) -> None:
        row = WrappingRow()
        for choice in (self.person, self.day):
            row.addWidget(choice)
        row.addStretch()
        acts = WrappingRow()
        for method in (self.record_delay, self.record_cancelled):
            acts.addWidget(command_button(method, self._workspace.store))
        acts.addStretch()
        self.problems.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.problems)
        layout.addWidget(self.main, 1)
        for part in (self.notes, self.words):
            layout.addWidget(part)
        layout.addLayout(acts)
        self.person.currentIndexChanged.connect(lambda _place: self._on_person())
        self.day.currentIndexChanged.connect(lambda _place: self._show())
        self.main.selectionModel().selectionChanged.connect(lambda *_changed: self._show_notes())

    def _on_person(self) -> None:
        self._offer_days()
        self._show()
