"""Jobs read, work and write in this order."""

import gc

import pytest

from missionplanner.errors import UserError
from missionplanner.jobs.job import Job, keep, run_now, without_collection
from missionplanner.progress import Progress
from missionplanner.store.store import Store


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
    assert gc.isenabled()
    with without_collection():
        assert not gc.isenabled()
        with without_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="stop"), without_collection():
        raise ValueError("stop")
    assert gc.isenabled()
