"""Jobs read, work and write in this order."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from missionplanner.domain.journals import Edition
from missionplanner.domain.requests import Priority
from missionplanner.errors import UserError
from missionplanner.jobs.calendars import contacts, making
from missionplanner.jobs.calendars.contacts import ContactOptions
from missionplanner.jobs.companies import duplicates
from missionplanner.jobs.job import Job, keep, opened, run_now, without_collection
from missionplanner.jobs.lists import export
from missionplanner.jobs.lists import printing as list_printing
from missionplanner.jobs.outcomes import report
from missionplanner.jobs.packs import printing as pack_printing
from missionplanner.jobs.packs.printing import PackOptions
from missionplanner.jobs.requests import suggestions
from missionplanner.jobs.selection import letters
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from tests.builders import ask, key_of


def test_a_job_opens_the_mission_once_more_by_its_file_and_password(store: Store) -> None:
    assert opened(store) == (store.path, "")


def test_a_job_reads_works_and_writes(store: Store) -> None:
    done: list[object] = []

    def work(name: str, progress: Progress) -> str:
        progress.report(0.5, "half")
        done.append(name)
        return f"{name}!"

    job = Job("Greet", lambda found: found.mission.name, work, lambda _store, result: done.append(result))
    told: list[float] = []
    assert run_now(job, store, Progress(lambda fraction, _text: told.append(fraction))) == "Test mission!"
    assert done == ["Test mission", "Test mission!"]
    assert told == [0.5]


def test_a_job_that_fails_writes_nothing(store: Store) -> None:
    written: list[object] = []

    def work(_name: str, _progress: Progress) -> str:
        raise UserError("No.", "Yes.")

    job = Job("Fail", lambda found: found.mission.name, work, lambda _store, result: written.append(result))
    with pytest.raises(UserError, match="No"):
        run_now(job, store)
    assert written == []


def test_a_job_that_only_reads_leaves_the_file(store: Store) -> None:
    steps = len(store.steps.history())
    job = Job("Look", lambda found: found.mission.name, lambda name, _progress: name)
    assert job.write is keep
    assert run_now(job, store) == "Test mission"
    assert len(store.steps.history()) == steps


def test_the_search_for_garbage_is_paused_and_goes_on() -> None:
    gc.enable()
    with without_collection():
        assert not gc.isenabled()
        with without_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="stop"), without_collection():
        raise ValueError("stop")
    assert gc.isenabled()


SHOWN = list_printing.ShownList("Companies", "", ["Company"], [["D1"]], [1])
Make = Callable[[Store, Path], Job[Any, Any]]
LONG_JOBS: dict[str, tuple[Make, str, float]] = {
    "suggestions": (lambda s, p: suggestions.suggest(), "Comparing offers and what is sought", 0.5),
    "duplicates": (lambda s, p: duplicates.suspected(), "Looking for companies entered twice", 0.6),
    "export": (lambda s, p: export.export(p / "all.xlsx"), "Exporting", 0.9),
    "list": (lambda s, p: list_printing.save(SHOWN, p / "list.csv"), "Writing list.csv", 0.9),
    "report": (lambda s, p: report.report(p / "report.xlsx"), "Writing report.xlsx", 0.9),
    "packs": (lambda s, p: pack_printing.make(PackOptions(p / "packs")), "Gathering what goes into the packs", 0.9),
    "leader": (lambda s, p: pack_printing.make(PackOptions(p, edition=Edition.LEADER)), "Gathering what goes into the packs", 0.9),
    "print shop": (lambda s, p: pack_printing.make(PackOptions(p, single="a.pdf")), "Gathering what goes into the packs", 0.99),
    "calendars": (lambda s, p: making.make(p, making.CalendarOptions(frozenset({key_of(s, "D1"), key_of(s, "C1")}))), "D1", 0.5),
    "contacts": (lambda s, p: contacts.make(p, ContactOptions(frozenset({key_of(s, "D1"), key_of(s, "C1")}))), "D1", 0.5),
    "letters": (lambda s, p: letters.announce(letters.compose(s), p), "D1", 0.5),
}  # fmt: skip
"""Jobs, what is shown first, and how far they are at least when the last part begins."""


@pytest.mark.parametrize(("make", "text", "least"), LONG_JOBS.values(), ids=LONG_JOBS)
def test_a_long_job_says_how_far_it_is(store: Store, tmp_path: Path, make: Make, text: str, least: float) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    seen: list[tuple[float, str]] = []
    run_now(make(store, tmp_path), store, Progress(lambda fraction, shown: seen.append((fraction, shown))))
    fractions = [fraction for fraction, _shown in seen]
    assert text in [shown for _fraction, shown in seen]
    assert fractions[0] <= least <= fractions[-1] < 1
