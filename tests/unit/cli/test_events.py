"""The command events: the programme listed, and each act one step."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.events import Event
from missionplanner.domain.mission import Stop
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY
from tests.unit.cli.running import document, run

FLIGHT = ("name_en=Flight", "kind=transfer", "to_stop=Tijuana", "starts=2026-02-16 18:00", "ends=19:30")


@pytest.fixture
def two_cities(mission: Path) -> Path:
    with Store.open(mission) as store, store.change(message("West")) as change:
        change.insert(Stop(name_en="Tijuana", time_zone="America/Tijuana", starts=DAY, ends=DAY))
    return mission


def names(path: Path) -> list[str]:
    with Store.open(path, read_only=True) as store:
        return [event.name_en for event in store.all(Event)]


def test_a_transfer_is_added_changed_confirmed_and_deleted(
    capsys: pytest.CaptureFixture[str], two_cities: Path
) -> None:
    _code, out, _error = run(capsys, "events", two_cities, "add", *FLIGHT)
    assert out == "Flight (February 16, 18:00 Mexico City → 19:30 Tijuana (−2 h)) was added.\n"
    row = document(capsys, "events", two_cities, "set", "flight", "ends=20:00", "to_place=Airport")
    assert (row["stop"], row["start"]) == ("Mexico City", "2026-02-16T18:00:00-06:00")
    assert (row["to_stop"], row["end"], row["to_venue"]) == ("Tijuana", "2026-02-16T20:00:00-08:00", "Airport")
    with Store.open(two_cities) as store, store.change(message("Old")) as change:
        (event,) = store.all(Event)
        change.update(replace(event, unconfirmed=True))
    assert document(capsys, "events", two_cities)[0]["unconfirmed"] is True
    assert run(capsys, "check", two_cities)[1].startswith("Please confirm “Flight”: it leaves Mexico City")
    _code, out, _error = run(capsys, "events", two_cities, "confirm", row["uid"])
    assert out.endswith("was confirmed.\n")
    assert document(capsys, "events", two_cities)[0]["unconfirmed"] is False
    assert document(capsys, "events", two_cities, "remove", "Flight")["name"] == "Flight"
    assert names(two_cities) == []


def test_events_are_listed_in_words_and_as_csv(capsys: pytest.CaptureFixture[str], two_cities: Path) -> None:
    run(capsys, "events", two_cities, "add", *FLIGHT)
    _code, out, _error = run(capsys, "events", two_cities)
    assert out.splitlines()[-1] == "1 event"
    assert "Arrives at" in out.splitlines()[0]
    _code, out, _error = run(capsys, "events", two_cities, "--csv")
    assert out.splitlines()[0].startswith("name,kind,stop,venue,start,end,audience,companies,to_stop,to_venue")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (("add", "flight"), "“flight” names no field with a value."),
        (("add", *FLIGHT[:-1], "ends=15:00"), "The event ends before it starts."),
        (("set", "Bus", "ends=15:00"), "There is no event “Bus”."),
    ],
)
def test_what_cannot_be_is_refused(
    capsys: pytest.CaptureFixture[str], two_cities: Path, typed: tuple[str, ...], problem: str
) -> None:
    code, _out, error = run(capsys, "events", two_cities, *typed)
    assert (code, error[: len(problem)], names(two_cities)) == (3, problem, [])
