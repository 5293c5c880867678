"""A shared mission is kept the same by a job: what is away is an outcome, not an error."""

import shutil
from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.sharing import sharing, sharing_jobs
from missionplanner.jobs.sharing.sharing_jobs import Outcome, SharedLook
from missionplanner.store.store import Store
from tests.unit.jobs.sharing.sharers import city, two_sharers
from tests.unit.store.merging.two_copies import edit


def outcome(store: Store, has_changed: bool = True) -> Outcome:
    look = SharedLook(has_changed)
    run_now(sharing_jobs.synchronising_job(look), store)
    return look.outcome


def test_the_job_sends_and_takes_in(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        edit(one, "D1", city="Laval")
        sent, taken = outcome(one), outcome(other, has_changed=False)
        assert [getattr(done, "sent", None) for done in (sent, taken)] == [1, 0]
        assert (getattr(taken, "changed", None), city(other, "D1")) == (1, "Laval")


def test_with_nothing_there_and_nothing_changed_nothing_is_done(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, _other):
        assert outcome(one, has_changed=False) is None


def test_a_folder_that_is_away_is_an_outcome(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, _other):
        shutil.rmtree(tmp_path / "shared")
        assert isinstance(outcome(one), UserError)


def test_a_mission_that_is_not_shared_has_none(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, _other):
        sharing.leave(one)
        assert outcome(one) is None


def test_what_one_looks_at_is_seen_by_the_next_look_of_a_colleague(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        run_now(sharing_jobs.synchronising_job(SharedLook(has_changed=False, about="c1", is_news=True)), one)
        look = SharedLook(has_changed=False)
        run_now(sharing_jobs.synchronising_job(look), other)
        assert ([colleague.about for colleague in look.colleagues], look.outcome) == (["c1"], None)


def test_what_is_sent_says_what_one_looks_at_too(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        edit(one, "D1", city="Laval")
        run_now(sharing_jobs.synchronising_job(SharedLook(has_changed=True, about="c1")), one)
        assert [colleague.about for colleague in sharing.colleagues(other)] == ["c1"]


def test_what_changes_while_it_is_taken_in_is_known_to_be_of_others(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        edit(one, "D1", city="Laval")
        assert outcome(one)
        look, said = SharedLook(has_changed=False), []
        other.on_change(lambda _tables: said.append(look.is_taking_in))
        run_now(sharing_jobs.synchronising_job(look), other)
        edit(other, "D2", city="Lévis")
        assert (said[-1], set(said[:-1])) == (False, {True})
