"""The command new: what a mission begins with."""

from pathlib import Path

import pytest

from missionplanner.domain.mission import Sector, Stop
from missionplanner.store.store import Store
from tests.unit.cli.running import document, run


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
