"""A copy compared, taken in and brought to the same by jobs, which open the file once more beside the window."""

import threading
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.errors import Cancelled, PasswordNeeded, UserError
from missionplanner.jobs.job import Job, run_now
from missionplanner.jobs.safety import clashes, merge_jobs
from missionplanner.jobs.safety.merging import CopyComparison, Merged
from missionplanner.progress import Progress
from missionplanner.store.file import locks
from missionplanner.store.store import Store
from missionplanner.store.upkeep import passwords
from tests.builders import key_of
from tests.unit.jobs.safety.conftest import Editor


def city(store: Store, name: str) -> str:
    return store.get(Company, key_of(store, name)).city


def in_a_thread(job: Job[object, object], store: Store) -> object:
    """Run the middle of a job in another thread, as the window does."""
    data, found = job.read(store), []
    thread = threading.Thread(target=lambda: found.append(job.work(data, Progress())))
    thread.start()
    thread.join()
    job.write(store, found[0])
    return found[0]


def test_a_copy_is_compared_and_taken_in_beside_the_window(both: tuple[Store, Store], edit: Editor) -> None:
    mine, theirs = both
    edit(mine, "ana", "D1", city="Lévis")
    edit(theirs, "luc", "D1", city="Laval")
    edit(theirs, "luc", "C2", city="Puebla")
    compare = merge_jobs.compare(theirs.path)
    assert compare.title == "Comparing with theirs.mission"
    found = in_a_thread(compare, mine)
    assert isinstance(found, CopyComparison)
    take_in = merge_jobs.take_in(found, [(found.clashes[0], 1)])
    assert take_in.title == "Taking in theirs.mission"
    assert in_a_thread(take_in, mine) == [Merged(changed=2, settled=1, open_clashes=0, conflicts=0)]
    assert (city(mine, "D1"), city(mine, "C2"), clashes.open_clashes(mine)) == ("Lévis", "Puebla", [])


def test_the_copy_is_brought_to_the_same(both: tuple[Store, Store], edit: Editor) -> None:
    mine, theirs = both
    edit(mine, "ana", "D1", city="Lévis")
    theirs.close()
    job = merge_jobs.give(theirs.path)
    assert job.title == "Bringing theirs.mission up to date"
    in_a_thread(job, mine)
    with Store.open(theirs.path) as after:
        assert city(after, "D1") == "Lévis"


def test_another_password_is_the_result_and_no_error(both: tuple[Store, Store], edit: Editor) -> None:
    mine, theirs = both
    edit(theirs, "luc", "C2", city="Puebla")
    theirs.close()
    passwords.set_password(theirs.path, "", "five words for a test")
    assert [
        type(run_now(merge_jobs.compare(theirs.path, typed), mine))
        for typed in ("", "not the password", "five words for a test")
    ] == [PasswordNeeded, PasswordNeeded, CopyComparison]


def test_a_cancelled_comparison_ends(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        run_now(merge_jobs.compare(theirs.path), mine, progress)
    with pytest.raises(Cancelled):
        run_now(merge_jobs.give(theirs.path), mine, progress)


def test_a_copy_that_can_be_written_has_no_obstacle(both: tuple[Store, Store]) -> None:
    _mine, theirs = both
    theirs.close()
    assert merge_jobs.obstacle(theirs.path) == ""
    assert list(theirs.path.parent.glob("theirs.mission.lock")) == []


def test_a_copy_somebody_has_open_says_who(both: tuple[Store, Store]) -> None:
    _mine, theirs = both
    found = merge_jobs.obstacle(theirs.path)
    assert found == f"{locks.holder(theirs.path)} has the copy open, so it stays as it is."
    assert found.startswith("ana on ")


def test_a_copy_that_can_only_be_read_says_so(both: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch) -> None:
    _mine, theirs = both
    theirs.close()
    monkeypatch.setattr(merge_jobs.os, "access", lambda *_what: False)  # root may write what nobody may
    assert merge_jobs.obstacle(theirs.path) == "The copy can only be read here, so it stays as it is."


def test_what_is_no_copy_is_refused(both: tuple[Store, Store], tmp_path: Path) -> None:
    mine, _theirs = both
    (tmp_path / "notes.mission").write_text("no mission", encoding="utf-8")
    with pytest.raises(UserError, match="not a mission file"):
        run_now(merge_jobs.compare(tmp_path / "notes.mission"), mine)
