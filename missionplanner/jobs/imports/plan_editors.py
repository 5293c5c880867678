"""Figures, briefings, milestones and tasks as a workbook that comes back changes and adds to them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from missionplanner.domain.briefings import BRIEFING_LABELS, Briefing, BriefingKind
from missionplanner.domain.figures import BOUNDED_LABELS, Bounded, Figure
from missionplanner.domain.milestones import STATE_LABELS, Milestone, Task, TaskState
from missionplanner.errors import UserError
from missionplanner.exchange import answers
from missionplanner.i18n import _
from missionplanner.jobs.cell_edits import Edit, spelled
from missionplanner.jobs.imports.row_editor import RowEditor, one_of, sound
from missionplanner.jobs.market import entering, typed
from missionplanner.jobs.milestones import entering as plan
from missionplanner.jobs.milestones.templates import days_of
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.store.change import Change
from missionplanner.store.store import Store

_NAMES = ("name_en", "name_fr", "name_es")
_BODIES = ("body_en", "body_fr", "body_es")
P = TypeVar("P", Milestone, Task)


class FigureRows(RowEditor[Figure]):
    """Values of series; the series themselves are edited in the settings."""

    naming = ("series", "period")
    needed = ("series",)

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._bounded: dict[str, Bounded] = spelled(BOUNDED_LABELS)
        self._taken = {(one.series_id, one.period) for one in store.all(Figure)}

    def records(self, keys: Iterable[int]) -> dict[int, Figure]:
        """Return records by key."""
        return {one.id: one for one in self._store.where(Figure, "id", list(keys))}

    def changed(self, record: Figure, column: str, text: str) -> Figure:
        """Return a record with one cell changed; raises UserError when it cannot hold the text."""
        after = replace(record, **self._values(record, column, text))
        if after.period != record.period and (after.series_id, after.period) in self._taken:
            raise UserError(_("“{name}” is in the mission already.").format(name=after.period))
        return sound(after, after)

    def save(self, change: Change, before: Figure, after: Figure) -> None:
        """Store a changed record."""
        change.update(after)

    def new(self, edits: Sequence[Edit]) -> Figure:
        """Return the record of a row that was added; raises UserError when none can be made."""
        texts = {edit.column: edit.text for edit in edits}
        series = entering.called(self._store, texts.get("series", ""))
        if not texts.get("value"):
            raise UserError(_("A figure needs a value."), _("Type it as 56.2, or over 56."))
        record = Figure(series_id=series.id, period=entering.read_period(texts.get("period", "")), value=0.0)
        if (record.series_id, record.period) in self._taken:
            raise UserError(_("“{name}” is in the mission already.").format(name=f"{series.code}.{record.period}"))
        for column, text in texts.items():
            if column not in self.naming:
                record = self.changed(record, column, text)
        return record

    def note(self, record: Figure) -> None:
        """Remember the record of a row."""
        self._taken.add((record.series_id, record.period))

    def add(self, change: Change, edits: Sequence[Edit]) -> None:
        """Store the record of a row that was added."""
        change.insert(self.new(edits))

    def _values(self, record: Figure, column: str, text: str) -> dict[str, Any]:
        if column == "period":
            return {"period": entering.read_period(text)}
        if column == "value":
            value, bounded = entering.read_value(text)
            return {"value": value, "bounded": bounded if bounded is not Bounded.EXACT else record.bounded}
        if column == "bounded":
            return {"bounded": one_of(self._bounded, text) if text else Bounded.EXACT}
        if column == "as_of":
            return {"as_of": typed_day(text)}
        if column in ("source", "link", "note"):
            return {column: text.strip()}
        raise UserError(_("This column is worked out and cannot be typed into."))


class BriefingRows(RowEditor[Briefing]):
    """Texts of the market briefing."""

    naming = ("kind",)

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._kinds: dict[str, BriefingKind] = spelled(BRIEFING_LABELS)

    def records(self, keys: Iterable[int]) -> dict[int, Briefing]:
        """Return records by key."""
        return {one.id: one for one in self._store.where(Briefing, "id", list(keys))}

    def changed(self, record: Briefing, column: str, text: str) -> Briefing:
        """Return a record with one cell changed; raises UserError when it cannot hold the text."""
        if column == "kind":
            return replace(record, kind=one_of(self._kinds, text))
        if column == "sector":
            return replace(record, sector_id=typed.sector_called(self._store, text))
        if column == "stop":
            return replace(record, stop_id=typed.stop_called(self._store, text))
        if column not in _BODIES:
            raise UserError(_("This column is worked out and cannot be typed into."))
        values: dict[str, Any] = {column: text.strip()}
        after = replace(record, **values)
        return sound(_written(after) if record.id else after, after)

    def save(self, change: Change, before: Briefing, after: Briefing) -> None:
        """Store a changed record."""
        change.update(after)

    def new(self, edits: Sequence[Edit]) -> Briefing:
        """Return the record of a row that was added; raises UserError when none can be made."""
        record = Briefing(position=len(self._store.all(Briefing)))
        for edit in edits:
            record = self.changed(record, edit.column, edit.text)
        return _written(record)

    def add(self, change: Change, edits: Sequence[Edit]) -> None:
        """Store the record of a row that was added."""
        change.insert(self.new(edits))


class MilestoneRows(RowEditor[Milestone]):
    """Dates the mission turns on."""

    def records(self, keys: Iterable[int]) -> dict[int, Milestone]:
        """Return records by key."""
        return {one.id: one for one in self._store.where(Milestone, "id", list(keys))}

    def changed(self, record: Milestone, column: str, text: str) -> Milestone:
        """Return a record with one cell changed; raises UserError when it cannot hold the text."""
        values: dict[str, Any] = {column: text.strip()}
        if column == "day":
            values = self._day(record, text)
        elif column == "of_world":
            values = {column: bool(answers.plainly(text))}
        elif column not in (*_NAMES, "note"):
            raise UserError(_("This column is worked out and cannot be typed into."))
        after = replace(record, **values)
        return sound(_named(after), after)

    def _day(self, record: Milestone, text: str) -> dict[str, Any]:
        """Return the day; one that is counted from departure stays so."""
        day = typed_day(text)
        if record.day is None and day is not None and record.id:
            return {"days": (day - self._store.mission.starts).days}
        return {"day": day}

    def save(self, change: Change, before: Milestone, after: Milestone) -> None:
        """Store a changed record."""
        change.update(after)

    def new(self, edits: Sequence[Edit]) -> Milestone:
        """Return the record of a row that was added; raises UserError when none can be made."""
        texts = _with_name(edits)
        record = Milestone(name_en=texts.get("name_en", ""))
        for column, text in texts.items():
            record = self.changed(record, column, text)
        return _named(record)

    def add(self, change: Change, edits: Sequence[Edit]) -> None:
        """Store the record of a row that was added."""
        change.insert(self.new(edits))


class TaskRows(RowEditor[Task]):
    """Tasks counted from departure or from a milestone."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._states: dict[str, TaskState] = spelled(STATE_LABELS)

    def records(self, keys: Iterable[int]) -> dict[int, Task]:
        """Return records by key."""
        return {one.id: one for one in self._store.where(Task, "id", list(keys))}

    def changed(self, record: Task, column: str, text: str) -> Task:
        """Return a record with one cell changed; raises UserError when it cannot hold the text."""
        values: dict[str, Any] = {column: text.strip()}
        if column == "days":
            values = {column: days_of(text)}
        elif column == "state":
            values = {column: one_of(self._states, text)}
        elif column == "from":
            found = plan.called(self._store.all(Milestone), text) if text.strip() else None
            values = {"milestone_id": found.id if found else None}
        elif column not in (*_NAMES, "owner", "note"):
            raise UserError(_("This column is worked out and cannot be typed into."))
        after = replace(record, **values)
        return sound(_named(after), after)

    def save(self, change: Change, before: Task, after: Task) -> None:
        """Store a changed record."""
        change.update(after)

    def new(self, edits: Sequence[Edit]) -> Task:
        """Return the record of a row that was added; raises UserError when none can be made."""
        texts = _with_name(edits)
        record = Task(name_en=texts.get("name_en", ""))
        for column, text in texts.items():
            record = self.changed(record, column, text)
        return _named(record)

    def add(self, change: Change, edits: Sequence[Edit]) -> None:
        """Store the record of a row that was added."""
        change.insert(self.new(edits))


def _written(briefing: Briefing) -> Briefing:
    if not any(getattr(briefing, name) for name in _BODIES):
        raise UserError(_("The briefing needs a text."), _("One language is enough."))
    return briefing


def _with_name(edits: Sequence[Edit]) -> dict[str, str]:
    """Return the texts of a row, with what is called a name in English."""
    return {"name_en" if edit.column == "name" else edit.column: edit.text for edit in edits}


def _named(record: P) -> P:
    if not any(getattr(record, name) for name in _NAMES):
        raise UserError(_("It needs a name."), _("One language is enough."))
    return record
