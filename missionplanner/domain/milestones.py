"""The dates a mission and its world turn on, and the tasks that are counted from them: the plan before and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from missionplanner.domain.mission import Mission
from missionplanner.domain.translated_names import TranslatedName, text_in
from missionplanner.i18n import N_, _, current


class TaskState(StrEnum):
    """Where a task stands."""

    OPEN = "open"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        """The state in the language of the screen."""
        return _(STATE_LABELS[self])

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self in (TaskState.OPEN, TaskState.STARTED)


STATE_LABELS = {
    TaskState.OPEN: N_("To do"), TaskState.STARTED: N_("Under way"), TaskState.DONE: N_("Done"),
    TaskState.DROPPED: N_("Given up"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(TranslatedName):
    """A date the mission turns on, or the world around it."""

    id: int = 0
    uid: str = ""
    name_en: str = ""
    name_fr: str = ""
    name_es: str = ""
    day: date | None = None
    """Its day, where it has one of its own."""
    days: int = 0
    """So many days after departure, before it where negative; counts where it has no day of its own."""
    of_world: bool = False
    """Whether it is of the world around the mission, such as an election, and nobody here sets it."""
    note: str = ""

    def title(self, language: str) -> str:
        """Return its name in a language, else in the first it has one in."""
        return text_in(language, self.name_en, self.name_fr, self.name_es)[0]

    def falls_on(self, mission: Mission) -> date:
        """Return its day."""
        return self.day or after(mission.starts, self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(TranslatedName):
    """Something to be done by a day that is counted from departure, or from a milestone."""

    id: int = 0
    uid: str = ""
    name_en: str = ""
    name_fr: str = ""
    name_es: str = ""
    milestone_id: int | None = None
    """The milestone it depends on; None for departure."""
    days: int = 0
    """So many days after that, before it where negative."""
    owner: str = ""
    """The member of staff who sees to it."""
    state: TaskState = TaskState.OPEN
    note: str = ""

    def title(self, language: str) -> str:
        """Return its name in a language, else in the first it has one in."""
        return text_in(language, self.name_en, self.name_fr, self.name_es)[0]


@dataclass(frozen=True, slots=True)
class DueTask:
    """A task with the day it is due."""

    task: Task
    day: date
    depends_on: Milestone | None

    def is_late(self, today: date) -> bool:
        """Whether its day is over, and it is not done."""
        return self.task.state.is_open and self.day < today


@dataclass(frozen=True, slots=True)
class Turn:
    """A milestone with its day: one that was entered, or one the mission has by itself."""

    name: str
    day: date
    milestone: Milestone | None = None
    tasks: int = 0
    """How many open tasks depend on it."""


def after(day: date, days: int) -> date:
    """Return the day so many days after another; the first or last there is where it lies beyond."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


def due_tasks(mission: Mission, milestones: Iterable[Milestone], tasks: Iterable[Task]) -> list[DueTask]:
    """Return all tasks by the day they are due."""
    known: Mapping[int | None, Milestone] = {one.id: one for one in milestones}
    found = []
    for task in tasks:
        milestone = known.get(task.milestone_id)
        start = milestone.falls_on(mission) if milestone else mission.starts
        found.append(DueTask(task, after(start, task.days), milestone))
    return sorted(found, key=lambda one: (one.day, one.task.id))


def turns(mission: Mission, milestones: Iterable[Milestone], tasks: Iterable[Task]) -> list[Turn]:
    """Return all milestones by their days, with those the mission has: registration closes, departure, return."""
    open_of: dict[int | None, int] = {}
    for task in tasks:
        open_of[task.milestone_id] = open_of.get(task.milestone_id, 0) + task.state.is_open
    found = [Turn(_("Departure"), mission.starts, tasks=open_of.get(None, 0)), Turn(_("Return"), mission.ends)]
    if mission.registration_closes:
        found.append(Turn(_("Registration closes"), mission.registration_closes.date()))
    language = current().language
    found += [Turn(one.title(language), one.falls_on(mission), one, open_of.get(one.id, 0)) for one in milestones]
    return sorted(found, key=lambda one: (one.day, one.name))


def counted(days: int) -> str:
    """Return how many days before or after departure, as plans write it: T-180, T, T+365."""
    return f"T{days:+d}" if days else "T"
