"""A new mission from an earlier file: its name, its days, and what is told."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain.mission import Venue
from missionplanner.errors import PasswordNeeded, UserError
from missionplanner.jobs.starts import earlier
from missionplanner.jobs.starts.earlier import Earlier
from missionplanner.jobs.starts.take import Take
from missionplanner.store.store import Store
from tests.builders import small_mission
from tests.unit.jobs.starts.earlier_mission import earlier_mission

TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(earlier_mission(tmp_path_factory.mktemp("old") / "old.mission"), read_only=True) as found:
        yield found


@pytest.mark.parametrize(
    ("wanted", "name", "starts"),
    [
        (Earlier(), "Mission 2027", date(2027, 2, 15)),
        (Earlier(departure=date(2028, 5, 1)), "Mission 2028", date(2028, 5, 1)),
        (Earlier(name=" Return "), "Return", date(2027, 2, 15)),
    ],
)
def test_name_and_days_move(old: Store, tmp_path: Path, wanted: Earlier, name: str, starts: date) -> None:
    store, made = earlier.make(tmp_path / "new.mission", old, wanted, TODAY)
    with store:
        mission = store.mission
        assert (made.name, made.starts, mission.name, mission.starts, mission.ends) == (
            name,
            starts,
            name,
            starts,
            starts,
        )
        assert (mission.keep_until, mission.uid != old.mission.uid) == (starts, True)
        assert (mission.home_country, mission.host_country) == ("Canada", "Mexico")


def test_what_is_left_out_is_told_before_and_after(old: Store, tmp_path: Path) -> None:
    wanted = Earlier(departure=date(2027, 2, 17))
    before = earlier.preview(old, wanted, TODAY)
    store, made = earlier.make(tmp_path / "new.mission", old, wanted, TODAY)
    store.close()
    assert list(made.sentences) == before
    assert before[1:] == [
        "1 company is left out: it did not agree that its data are shared.",
        "1 date of the world around stays on its day: check it.",
        "3 views are left out: they ask for what is not taken.",
        "What names people is left out of: Delegation – Accepted, Emergency contacts, Welcome.",
    ]
    assert earlier.words(made) == "Taken: 1 venue, 1 session, 1 event, 5 companies, 0 people."
    all_of_it = earlier.preview(old, Earlier(frozenset(Take)), TODAY)
    assert all_of_it[-1].startswith("People are taken without passports")


def test_an_earlier_mission_is_not_written_over(old: Store) -> None:
    before = old.path.read_bytes()
    with pytest.raises(UserError):
        earlier.make(old.path, old, Earlier(), TODAY)
    assert old.path.read_bytes() == before


def test_what_had_a_password_has_it_again(tmp_path: Path) -> None:
    small_mission(tmp_path / "plain.mission").close()
    with Store.open(tmp_path / "plain.mission") as plain:
        protected = Store.create(tmp_path / "old.mission", plain.mission, "sesame")
    with protected:
        earlier.make(tmp_path / "new.mission", protected, Earlier(), TODAY)[0].close()
    with pytest.raises(PasswordNeeded):
        Store.open(tmp_path / "new.mission")
    with Store.open(tmp_path / "new.mission", password="sesame") as store:
        assert store.count(Venue) == 0
