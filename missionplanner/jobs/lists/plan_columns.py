"""The columns of the sheets of figures, briefings, milestones and tasks, as workbooks show and read them back."""

from missionplanner.domain.briefings import BRIEFING_LABELS, Briefing
from missionplanner.domain.figures import BOUNDED_LABELS, Bounded, Figure
from missionplanner.domain.milestones import STATE_LABELS, Milestone, Task, counted, due_tasks
from missionplanner.exchange.books import Cell
from missionplanner.i18n import N_
from missionplanner.jobs.column_labels import heading
from missionplanner.jobs.lists.record_columns import RecordColumn, SheetFacts


def _series(facts: SheetFacts, figure: Figure) -> Cell:
    return next(one.title(facts.t.language) for one in facts.snapshot.series if one.id == figure.series_id)


def _counted_in(facts: SheetFacts, figure: Figure) -> Cell:
    return next(one.counted_in(facts.t) for one in facts.snapshot.series if one.id == figure.series_id)


def _bounded(facts: SheetFacts, figure: Figure) -> Cell:
    return facts.t(BOUNDED_LABELS[figure.bounded]) if figure.bounded is not Bounded.EXACT else ""


def _value(_facts: SheetFacts, figure: Figure) -> Cell:
    return int(figure.value) if figure.value.is_integer() else figure.value


def _plain(key: str, kind: str = "text") -> RecordColumn:
    return RecordColumn(key, heading(key), lambda _facts, record: getattr(record, key), kind)


FIGURES: tuple[RecordColumn, ...] = (
    RecordColumn("series", heading("series_id"), _series, is_edited=False),
    _plain("period"),
    RecordColumn("value", heading("value"), _value),
    RecordColumn("bounded", heading("bounded"), _bounded),
    RecordColumn("unit", heading("unit"), _counted_in, is_edited=False),
    _plain("source"), _plain("link", "web"), _plain("as_of"), _plain("note"),
)  # fmt: skip
"""Those of figures; the source says where each is from."""


def _sector(facts: SheetFacts, briefing: Briefing) -> Cell:
    return facts.sectors([briefing.sector_id]) if briefing.sector_id else ""


def _stop(facts: SheetFacts, briefing: Briefing) -> Cell:
    stop = facts.snapshot.stop.get(briefing.stop_id or 0)
    return stop.name(facts.t.language) if stop else ""


BRIEFINGS: tuple[RecordColumn, ...] = (
    RecordColumn("kind", heading("kind"), lambda facts, one: facts.t(BRIEFING_LABELS[one.kind])),
    RecordColumn("sector", heading("sector_id"), _sector),
    RecordColumn("stop", heading("stop_id"), _stop),
    _plain("body_en"), _plain("body_fr"), _plain("body_es"),
)  # fmt: skip
"""Those of the texts of the market briefing."""


def _title(facts: SheetFacts, record: Milestone | Task) -> Cell:
    return record.title(facts.t.language)


def _counted(facts: SheetFacts, milestone: Milestone) -> Cell:
    mission = facts.snapshot.mission
    return counted((milestone.falls_on(mission) - mission.starts).days)


MILESTONES: tuple[RecordColumn, ...] = (
    RecordColumn("name", N_("Name"), _title),
    RecordColumn("day", heading("day"), lambda facts, one: one.falls_on(facts.snapshot.mission)),
    RecordColumn("counted", N_("Counted"), _counted, is_edited=False),
    RecordColumn("of_world", heading("of_world"), lambda facts, one: facts.yes_or_no(one.of_world or None)),
    _plain("note"),
)
"""Those of milestones."""


def _due(facts: SheetFacts, task: Task) -> Cell:
    found = due_tasks(facts.snapshot.mission, facts.snapshot.milestones, [task])
    return found[0].day if found else None


def _from(facts: SheetFacts, task: Task) -> Cell:
    milestone = next((one for one in facts.snapshot.milestones if one.id == task.milestone_id), None)
    return milestone.title(facts.t.language) if milestone else ""


TASKS: tuple[RecordColumn, ...] = (
    RecordColumn("name", N_("Name"), _title),
    RecordColumn("due", heading("due"), _due, is_edited=False),
    _plain("days"),
    RecordColumn("from", heading("milestone_id"), _from),
    RecordColumn("owner", N_("Owner"), lambda _facts, one: one.owner),
    RecordColumn("state", heading("state"), lambda facts, one: facts.t(STATE_LABELS[one.state])),
    _plain("note"),
)
"""Those of tasks, which are counted from departure or from a milestone."""
