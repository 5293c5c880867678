"""Templates of plans: tables of milestones and tasks counted from departure, which any spreadsheet edits."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from missionplanner import writing
from missionplanner.domain.milestones import Milestone, Task
from missionplanner.domain.spelling import fold, tidy
from missionplanner.errors import UserError
from missionplanner.exchange import answers, files, spreadsheets
from missionplanner.i18n import _, count
from missionplanner.messages import message
from missionplanner.paths import resources
from missionplanner.store.store import Store

COLUMNS = ("kind", "name_en", "name_fr", "name_es", "days", "from", "owner", "of_world", "note")
USUAL = "usual"
"""The name of the template that comes with the program."""
_MOST_DAYS = 3660


@dataclass(slots=True)
class PlanTemplate:
    """The milestones and tasks of a template that a mission does not have yet."""

    milestones: list[Milestone] = field(default_factory=list)
    tasks: list[tuple[Task, str]] = field(default_factory=list)
    """Each with the name of the milestone it is counted from; empty for departure."""
    known: int = 0
    """How many the mission has already."""

    @property
    def sentence(self) -> str:
        """Says what was taken."""
        text = _("{milestones} and {tasks} were added; {known} were there.")
        return text.format(
            milestones=count("{n} milestone", "{n} milestones", len(self.milestones)),
            tasks=count("{n} task", "{n} tasks", len(self.tasks)),
            known=self.known,
        )


def take(store: Store, source: str | Path) -> PlanTemplate:
    """Add what a template has and the mission has not, as one step; return it. source: a file, or USUAL."""
    found = read(store, resources() / "plans" / "usual.csv" if source == USUAL else Path(source))
    if found.milestones or found.tasks:
        with store.change(message("Take a plan from a template")) as change:
            keys = {fold(one.title("en")): one.id for one in store.all(Milestone)}
            keys |= {fold(one.name_en): change.insert(one) for one in found.milestones}
            change.insert_all(_counted_from(task, keys.get(fold(name))) for task, name in found.tasks)
    return found


def read(store: Store, path: Path) -> PlanTemplate:
    """Return what a template has and the mission has not; raises UserError where it is none."""
    rows = files.read(files.load(path))[0].rows
    headings = [fold(cell).replace(" ", "_") for cell in rows[0].cells] if rows else []
    if not {"kind", "name_en", "days"} <= set(headings):
        hint = _("Its columns are: {names}.").format(names=", ".join(COLUMNS))
        raise UserError(_("{name} is no template of a plan.").format(name=path.name), hint)
    milestones = {fold(one.title("en")) for one in store.all(Milestone)}
    names = {True: milestones, False: {fold(one.title("en")) for one in store.all(Task)}}
    found = PlanTemplate()
    for row in rows[1:]:
        cells = {name: tidy(cell) for name, cell in zip(headings, row.cells, strict=False)}
        if not cells.get("name_en"):
            continue
        days = days_of(cells.get("days", ""))
        texts: dict[str, Any] = {name: cells.get(name, "") for name in ("name_en", "name_fr", "name_es", "note")}
        is_milestone = fold(cells["kind"]).startswith("m")
        if fold(texts["name_en"]) in names[is_milestone]:
            found.known += 1
        elif is_milestone:
            of_world = bool(answers.plainly(cells.get("of_world", "")))
            found.milestones.append(Milestone(**texts, days=days, of_world=of_world))
        else:
            found.tasks.append((Task(**texts, days=days, owner=cells.get("owner", "")), cells.get("from", "")))
    return found


def content(store: Store) -> bytes:
    """Return the plan of a mission as a template: its days counted from departure, nothing done yet."""
    return spreadsheets.csv_bytes(COLUMNS, rows(store))


def write(store: Store, target: Path) -> None:
    """Write the plan of a mission as a template. Raises UserError when it cannot be written."""
    writing.replace_file(target, content(store))


def rows(store: Store) -> list[Sequence[str]]:
    """Return the rows of a template."""
    known = {one.id: one for one in store.all(Milestone)}
    found: list[Sequence[str]] = []
    for one in known.values():
        days = str((one.falls_on(store.mission) - store.mission.starts).days)
        answer = "yes" if one.of_world else "no"
        found.append(("milestone", one.title("en"), one.name_fr, one.name_es, days, "", "", answer, one.note))
    for task in store.all(Task):
        whose = known[task.milestone_id].title("en") if task.milestone_id in known else ""
        texts = (task.title("en"), task.name_fr, task.name_es, str(task.days), whose)
        found.append(("task", *texts, task.owner, "no", task.note))
    return found


def _counted_from(task: Task, milestone: int | None) -> Task:
    return replace(task, milestone_id=milestone)


def days_of(text: str) -> int:
    """Return how many days a text is, such as -180 or T+30; raises UserError where it is none."""
    plain = text.replace("−", "-").strip().upper().removeprefix("T").removesuffix(".0").strip() or "0"
    try:
        days = int(plain)
    except ValueError as error:
        raise UserError(_("“{text}” is no number of days.").format(text=text), _("Type it as -180 or T+30.")) from error
    return max(-_MOST_DAYS, min(days, _MOST_DAYS))
