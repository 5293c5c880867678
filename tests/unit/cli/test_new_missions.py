"""The command new: what a mission begins with."""

from pathlib import Path

import pytest

from missionplanner.domain.mission import Sector, Stop
from missionplanner.store.store import Store
from tests.unit.cli.running import document, run
from tests.unit.jobs.starts.earlier_mission import earlier_mission


def test_new_finds_country_and_zone_of_the_cities(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    options = ["--name", "Nordic", "--starts", "2027-10-12", "--ends", "2027-10-15", "--city", "Lyon, Paris"]
    options += ["--sector", "Mining, Hockey", "--organiser", "Chamber", "--home", "Finlande"]
    assert document(capsys, "new", path, *options) == {"path": str(path), "name": "Nordic"}
    with Store.open(path) as store:
        mission = store.mission
        assert (mission.home_country, mission.host_country, mission.organiser) == ("Finland", "France", "Chamber")
        assert [(s.name_en, s.time_zone, s.starts.day, s.ends.day) for s in store.all(Stop)] == [
            ("Lyon", "Europe/Paris", 12, 13), ("Paris", "Europe/Paris", 14, 15),
        ]  # fmt: skip
        assert [sector.name_en for sector in store.all(Sector)] == ["Mining", "Hockey"]


def test_new_takes_days_and_zones_of_cities(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    cities = ["--city", "Lima:12 oct 2027", "--city", "Davos=Europe/Zurich:2027-10-13..2027-10-14"]
    assert run(capsys, "new", path, "--starts", "2027-10-12", "--ends", "2027-10-14", *cities)[0] == 0
    with Store.open(path) as store:
        assert [(s.name_en, s.time_zone, s.starts.day, s.ends.day) for s in store.all(Stop)] == [
            ("Lima", "America/Lima", 12, 12), ("Davos", "Europe/Zurich", 13, 14),
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (
            ["--city", "London"],
            "“London” may be several cities. London, England, United Kingdom; London, Ontario, Canada",
        ),
        (["--city", "Xyzzy"], "“Xyzzy” is not in the list of cities."),
        (["--city", "Davos=Alps"], "“Alps” is no time zone."),
        (["--starts", "2027-10-12", "--ends", "2027-10-11"], "The mission ends before it starts."),
        (["--starts", "soon"], "“soon” is no date."),
    ],
)
def test_new_refuses_what_is_not_sure(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, options: list[str], error: str
) -> None:
    code, out, said = run(capsys, "new", tmp_path / "m.mission", *options)
    assert (code, out) == (3, "")
    assert said.startswith(error)
    assert list(tmp_path.iterdir()) == []


def test_new_without_options_is_as_before(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert document(capsys, "new", tmp_path / "m.mission")["name"] == "m"
    with Store.open(tmp_path / "m.mission") as store:
        assert (store.mission.ends - store.mission.starts).days == 4
        assert store.all(Stop) == []


def test_new_begins_from_an_earlier_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    old, path = earlier_mission(tmp_path / "old.mission"), tmp_path / "new.mission"
    before = old.read_bytes()
    options = ["--from", old, "--departure", "2028-02-14", "--take", "usual,people"]
    found = document(capsys, "new", path, *options)
    assert (found["name"], found["starts"]) == ("Mission 2028", "2028-02-14")
    assert (found["taken"]["venues"], found["taken"]["people"], len(found["remarks"])) == (1, 8, 4)
    assert old.read_bytes() == before
    code, out, _error = run(
        capsys, "new", tmp_path / "b.mission", "--from", old, "--take", "venues", "--name", "Return"
    )
    assert (code, out.splitlines()[0]) == (0, f"{tmp_path / 'b.mission'}: Return")
    assert out.splitlines()[1] == "Taken: 1 venue, 0 sessions, 0 events, 0 companies, 0 people."


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (["--from", "{old}", "--city", "Lyon"], "--city and --from do not go together."),
        (["--from", "{old}", "--take", "zz"], "There is no part “zz” of a mission."),
        (["--departure", "2027-01-01"], "An earlier mission is missing."),
        (["--from", "{old}", "--departure", "zz"], "“zz” is no date."),
    ],
)
def test_new_refuses_what_an_earlier_file_cannot_be_combined_with(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path, options: list[str], error: str
) -> None:
    path = tmp_path / "new.mission"
    code, _out, said = run(capsys, "new", path, *(option.format(old=mission) for option in options))
    assert (code, said.startswith(f"{error} "), path.exists()) == (3, True, False)
