"""A server put back from its dump, and an organiser who was away for a week: everything is there again, and soon."""

import shutil
import time
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.jobs.sharing import sharing
from missionplanner.jobs.sharing.synchronising import synchronise
from missionplanner.store.store import Store
from tests.builders import Figures, key_of
from tests.merging.world import check_same, picture
from tests.postgres import programs, server
from tests.unit.store.merging.two_copies import edit

needs_server = pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")
WEEK = 500
"""The steps of an organiser in a week."""


@needs_server
def test_a_server_restored_from_its_dump_gets_again_what_it_lacks(mission: Path, tmp_path: Path) -> None:
    shutil.copy(mission, tmp_path / "a.mission")
    with server() as running, Store.open(tmp_path / "a.mission") as one:
        address = running.address("ana")
        (invitation,) = sharing.share_by_database(one, address, {"luc": "write"}, tmp_path)
        sharing.join(invitation, tmp_path / "b.mission")
        with Store.open(tmp_path / "b.mission") as other:
            edit(one, "D1", city="Laval")
            synchronise(one)
            running.dump()
            edit(one, "D2", city="Gatineau")
            edit(other, "D3", city="Trois-Rivières")
            for store in (one, other, one):
                synchronise(store)
            edit(other, "D2", notes="written while it was away")
            running.restore()
            edit(one, "D3", notes="also")
            for store in (other, one, other, one):
                done = synchronise(store)
            assert (done.changed, done.sent, done.waiting) == (0, 0, 0)
            check_same(picture(one), picture(other))
            known = {found.name: (found.city, found.notes) for found in other.all(Company)}
            assert [known[name] for name in ("D1", "D2", "D3")] == [
                ("Laval", ""), ("Gatineau", "written while it was away"), ("Trois-Rivières", "also")
            ]  # fmt: skip
        sharing.join(invitation, tmp_path / "c.mission")
        with Store.open(tmp_path / "c.mission") as third:
            assert third.get(Company, key_of(third, "D3")).notes == "also"


@needs_server
@pytest.mark.soak
@pytest.mark.parametrize("by_database", [False, True], ids=["folder", "database"])
def test_a_week_of_one_organiser_offline_is_synchronised_in_ten_seconds(
    example: Store, tmp_path: Path, by_database: bool, figures: Figures
) -> None:
    with server() as running:
        if by_database:
            (invitation,) = sharing.share_by_database(example, running.address("ana"), {"luc": "write"}, tmp_path)
        else:
            invitation = sharing.share(example, tmp_path / "shared")
        sharing.join(invitation, tmp_path / "b.mission")
        with Store.open(tmp_path / "b.mission") as other:
            names = [one.name for one in example.all(Company)]
            for number in range(WEEK):
                edit(example, names[number % len(names)], notes=f"note {number}")
            times = []
            for store in (example, other):
                begun, used = time.perf_counter(), time.process_time()
                done = synchronise(store)
                times.append((time.perf_counter() - begun, time.process_time() - used, done))
            assert (times[0][2].sent, times[1][2].changed) == (WEEK, min(WEEK, len(names)))
    said = "; ".join(f"{wall:.1f} s ({used:.1f} s of processor)" for wall, used, _done in times)
    figures(f"{WEEK} steps of a week, {'database' if by_database else 'folder'}: sent, and taken in by another: {said}")
    assert sum(used for _wall, used, _done in times) < 10
