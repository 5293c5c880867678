"""The versions of packs, by which two prints in a bag can be told apart."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import drafts, printing, versions
from missionplanner.pack.stamp import Stamp
from missionplanner.store.store import Store
from tests.builders import meet, small_mission
from tests.unit.pack.making import draft, laid_out_text

NOW = datetime(2026, 2, 12, 15, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A mission of which nothing is printed."""
    return small_mission(tmp_path / "m.mission")


def stamp(store: Store, whose: str = "D1") -> Stamp | None:
    """The stamp of a pack printed at that time."""
    return versions.Printing(drafts.read(store), NOW).stamped(draft(store, whose)).stamp


def test_a_pack_that_was_never_printed_is_the_first_version(store: Store) -> None:
    with store:
        assert stamp(store) == Stamp(NOW, 1)


def test_the_same_content_keeps_its_version_and_date(store: Store, tmp_path: Path) -> None:
    with store:
        run_now(printing.make(printing.PackOptions(tmp_path)), store)
        first = stamp(store)
        run_now(printing.make(printing.PackOptions(tmp_path)), store)
        assert stamp(store) == first
        assert first is not None
        assert first.version == 1
        assert first.printed_at > NOW


def test_another_content_is_the_next_version_of_that_pack_alone(store: Store, tmp_path: Path) -> None:
    with store:
        run_now(printing.make(printing.PackOptions(tmp_path)), store)
        meet(store, "D1", "C1", slot=0, table=0)
        assert [found.version for name in ("D1", "D2") if (found := stamp(store, name))] == [2, 1]


def test_cover_and_feet_say_when_and_which_version(store: Store, tmp_path: Path) -> None:
    with store:
        made = printing.preview(versions.Printing(drafts.read(store), NOW).stamped(draft(store, "D1")))[0]
    pages = laid_out_text(made, tmp_path).rstrip("\f").split("\f")
    assert [page.count("Printed Feb 12, 2026 09:00 · version 1") for page in pages] == [1] * len(pages)
