"""The gallery: each of its missions goes the whole way, from its plain file to packs and calendars."""

import json
from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Stop, Table, Venue
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.jobs.calendars import making
from missionplanner.jobs.calendars.making import CalendarOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.starts import gallery, offered
from missionplanner.jobs.starts.earlier import Earlier
from missionplanner.jobs.timetable import planning
from missionplanner.paths import resources
from missionplanner.store.store import Store
from tests.unit.cli.running import document

TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every start of the gallery, filled."""
    folder, found = tmp_path_factory.mktemp("gallery"), {}
    for name in offered.NAMES:
        found[name] = folder / f"{name}.mission"
        store, _told = gallery.make(found[name], name, Earlier(), TODAY)
        with store:
            gallery.fill(store, name)
    return found


@pytest.mark.parametrize(
    ("name", "delegation", "counterparts", "requests", "people"),
    [
        ("small-chamber", 12, 14, 72, 26),
        ("inward-buyers", 8, 16, 48, 26),
        ("ministerial", 8, 10, 40, 22),
        ("virtual", 6, 7, 24, 13),
    ],
)
def test_a_start_goes_the_whole_way(
    capsys: pytest.CaptureFixture[str], made: dict[str, Path], tmp_path: Path, name: str, delegation: int,
    counterparts: int, requests: int, people: int,
) -> None:  # fmt: skip
    with Store.open(made[name], read_only=True) as store:
        sides = [one.side for one in store.all(Company)]
        assert (sides.count(Side.DELEGATION), sides.count(Side.COUNTERPART)) == (delegation, counterparts)
        assert (store.count(Request), store.count(Meeting), store.count(Person)) == (requests, requests, people)
        assert {one.status for one in store.all(Application)} == {Status.ACCEPTED}
        assert planning.conflicts(store.snapshot()) == []
        first = store.all(Company)[0].name
    found = document(capsys, "packs", made[name], "--out", tmp_path, "--company", first, "--language", "fr")
    assert [(one["company"], one["pages"] > 4, one["missing_glyphs"]) for one in found["files"]] == [(first, True, [])]


def test_buyers_keep_their_tables_and_hosts_move(made: dict[str, Path]) -> None:
    with Store.open(made["inward-buyers"], read_only=True) as store:
        snapshot = store.snapshot()
        seats = {(m.delegation_id, snapshot.slot[m.slot_id].day, m.table_id) for m in snapshot.meetings}
        assert len(seats) == len({(company, day) for company, day, _table in seats})
        hosts = {(m.counterpart_id, m.table_id) for m in snapshot.meetings}
        assert len(hosts) > len({company for company, _table in hosts})


def test_a_virtual_mission_prints_links_and_the_clocks_of_both_sides(
    capsys: pytest.CaptureFixture[str], made: dict[str, Path], tmp_path: Path
) -> None:
    meeting = next(one for one in document(capsys, "list", made["virtual"], "meetings") if one["table"] == 1)
    link, home = "https://video.export-hub.example/room-1", meeting["at_home"]
    assert (meeting["online"], meeting["address"], home.endswith(" Auckland")) == (True, link, True)
    with Store.open(made["virtual"]) as store:
        keys = frozenset(one.id for one in store.all(Company) if one.name == meeting["delegation"])
        calendars = run_now(making.make(tmp_path, CalendarOptions(keys, language="en")), store)
        text = calendars.paths[0].read_text(encoding="utf-8").replace("\n ", "")
        snapshot = store.snapshot()
    assert (link in text, home.replace(",", "\\,") in text) == (True, True)
    assert snapshot.mission.home_zone == "Pacific/Auckland"


def test_an_empty_start_has_everything_but_companies(tmp_path: Path) -> None:
    store, told = gallery.make(
        tmp_path / "m.mission", "virtual", Earlier(departure=date(2028, 2, 1), name="Ours"), TODAY
    )
    with store:
        assert (store.mission.name, store.mission.starts, told.starts) == ("Ours", date(2028, 2, 1), date(2028, 2, 1))
        assert (store.count(Company), store.count(Person)) == (0, 0)
        assert [venue.online for venue in store.all(Venue)] == [True]
        assert {table.link for table in store.all(Table)} == {""}
        assert [stop.starts for stop in store.all(Stop)] == [date(2028, 2, 1)]


def test_what_is_no_start_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        gallery.make(tmp_path / "m.mission", "moon", Earlier(), TODAY)
    assert refused.value.hint == (
        "The examples are: canada-mexico-2026, small-chamber, inward-buyers, ministerial, virtual."
    )


def test_every_start_is_a_plain_file_of_made_up_names() -> None:
    for path in sorted((resources() / "starts").glob("*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        rows = [row for side in raw["registrations"].values() for row in side]
        assert (path.stem in offered.NAMES, len({row["Company"] for row in rows})) == (True, len(rows))
        assert all(row["Website"].endswith(".example") and row["E-mail"].endswith(".example") for row in rows)
