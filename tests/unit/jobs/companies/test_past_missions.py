"""An organisation over missions: found under other spellings, told of what it did, kept nowhere."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Mission
from missionplanner.domain.timetable import Meeting, MeetingStatus, Outcome
from missionplanner.errors import UserError
from missionplanner.jobs.companies import past_missions
from missionplanner.jobs.job import run_now
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, ask_all, key_of, meet, small_mission


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a mission in which D1 met one, missed one and sold something, and one with a password."""
    found = tmp_path_factory.mktemp("past")
    (found / "2024").mkdir()
    with small_mission(found / "2024" / "old.mission") as store:
        ask_all(store)
        keys = [meet(store, "D1", "C1", 0, 0), meet(store, "D1", "C2", 1, 0), meet(store, "D1", "C3", 2, 0)]
        with store.change(message("Held")) as change:
            for key, status in zip(
                keys, (MeetingStatus.HELD, MeetingStatus.NO_SHOW, MeetingStatus.NO_SHOW), strict=True
            ):
                side = "delegation" if key == keys[1] else "counterpart"
                change.update(replace(store.get(Meeting, key), status=status, no_show_side=side))
            change.insert(Outcome(meeting_id=keys[0], kind="sale", value=5000.0, currency="CAD"))
            company = store.get(Company, key_of(store, "D1"))
            change.update(replace(company, name="Dee One Ltd", website="https://www.dee.example"))
    Store.create(found / "secret.mission", Mission(name="Secret", starts=DAY, ends=DAY), "sesame").close()
    (found / "broken.mission").write_text("nothing")
    return found


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "now.mission") as found:
        yield found


@pytest.mark.parametrize(
    "known",
    [{"name": "DEE ONE Limited"}, {"name": "Other", "website": "dee.example"}, {"name": "Dee One"}],
)
def test_an_organisation_is_found_under_other_spellings(folder: Path, known: dict[str, str]) -> None:
    company = Company(**{"side": "delegation", "uid": "u", **known})  # type: ignore[arg-type]
    found = past_missions.look_up(folder, company, "own")
    (part,) = found.parts
    assert (part.company, part.status, part.asked, part.planned) == ("Dee One Ltd", "Accepted", 3, 3)
    assert (part.held, part.no_shows, part.results) == (1, 1, ("1 × Contract or sale (5,000 CAD)",))
    assert found.summary == "1 mission, 1 meeting held, 1 no-show"
    assert [line.split(":")[0] for line in found.unread] == ["broken.mission", "secret.mission has a password"]


def test_a_stranger_and_copies_of_the_mission_itself_are_not_found(folder: Path, store: Store) -> None:
    found = past_missions.look_up(folder, Company(side="delegation", name="Nobody"), "own")  # type: ignore[arg-type]
    assert (found.parts, found.summary) == ((), "No mission of this folder knows it.")
    before = store.path.read_bytes()
    job = past_missions.looking_up(store.path.parent, key_of(store, "D1"))
    assert run_now(job, store).parts == ()
    assert store.path.read_bytes() == before


def test_a_folder_that_is_not_there_is_said(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        run_now(past_missions.looking_up(tmp_path / "nowhere", 1), store)
