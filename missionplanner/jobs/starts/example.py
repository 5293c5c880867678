"""The example mission, filled: registrations and requests imported, everybody accepted, a timetable made."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.i18n import _, current
from missionplanner.jobs.imports import companies, requests
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import Job, run_now
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.starts import example_people
from missionplanner.jobs.timetable import planning
from missionplanner.paths import data_folder, free_path
from missionplanner.progress import Progress
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store
from missionplanner.unfinished import temporary_folder

EXAMPLE = "canada-mexico-2026"
FILES = (
    ("registrations_en.xlsx", Side.DELEGATION),
    ("inscriptions_fr.csv", Side.DELEGATION),
    ("contrapartes_es.xlsx", Side.COUNTERPART),
)
"""The registration files of the example, with the side each is of."""
REQUESTS = "meeting_requests.csv"


@dataclass(frozen=True, slots=True)
class Imported:
    """Registrations of a file were brought in."""

    name: str
    plan: companies.ImportPlan


@dataclass(frozen=True, slots=True)
class RequestsImported:
    """The meeting requests were brought in."""

    plan: requests.RequestPlan


@dataclass(frozen=True, slots=True)
class Accepted:
    """Everybody was accepted."""

    report: decisions.BulkReport


@dataclass(frozen=True, slots=True)
class Planned:
    """The timetable was made."""

    proposal: planning.Proposal
    conflicts: int
    """How many there are in it."""


@dataclass(frozen=True, slots=True)
class PeopleEntered:
    """The people no form brought were entered."""

    people: int
    """How many there are now."""


@dataclass(frozen=True, slots=True)
class InterpretersBooked:
    """Interpreters were booked for meetings."""

    meetings: int


Step = Imported | RequestsImported | Accepted | PeopleEntered | Planned | InterpretersBooked


def fill(store: Store, progress: Progress) -> Iterator[Step]:
    """Do the whole job on the example but the packs; yields each step once it is done."""
    folder = new_mission.example_folder(EXAMPLE)
    source = folder / "registrations"
    for number, (name, side) in enumerate(FILES):
        part = _part(progress, number * 0.15, (number + 1) * 0.15, _("Importing the registrations"))
        found = run_now(companies.analyse(ImportOptions(source / name, side)), store, part)
        companies.accept(store, found)
        yield Imported(name, found)
    part = _part(progress, 0.45, 0.6, _("Importing the meeting requests"))
    wanted = run_now(requests.analyse(source / REQUESTS), store, part)
    requests.accept(store, wanted)
    yield RequestsImported(wanted)
    yield Accepted(decisions.set_status(store, store.companies.ids(CompanyFilter()), Status.ACCEPTED))
    yield PeopleEntered(example_people.add_people(store, folder))
    proposal = run_now(planning.plan(), store, _part(progress, 0.6, 1.0, _("Making the timetable")))
    planning.accept(store, proposal)
    booked = example_people.book(store, folder)
    yield Planned(proposal, len(planning.conflicts(store.snapshot())))
    yield InterpretersBooked(booked)


def making() -> Job[None, Path]:
    """Return the job that makes the filled example; its result is the file."""
    return Job(_("Making the example"), lambda _store: None, lambda _none, progress: make(progress))


def make(progress: Progress) -> Path:
    """Make the filled example in the user's data folder, where it may be spoiled; return its file.

    Nothing is left behind when it is cancelled.
    """
    folder = data_folder() / "examples"
    folder.mkdir(exist_ok=True)
    with temporary_folder(parent=folder) as private:
        made = private / f"{EXAMPLE}.mission"
        progress.report(0.0, _("Making the example"))
        with new_mission.from_example(made, EXAMPLE) as store:
            name = store.mission.called(current().language)
            for _step in fill(store, _part(progress, 0.0, 1.0, _("Making the example"))):
                pass
        path = free_path(folder, name, ".mission")
        made.rename(path)
    return path


def _part(progress: Progress, low: float, high: float, text: str) -> Progress:
    """Return the progress of a step, which is this part of the whole."""
    part = Progress(lambda fraction, _words: progress.report(low + fraction * (high - low), text))
    progress.on_cancel(part.cancel)
    return part
