"""Travel agencies' tables brought in: everybody matched or asked about, nobody wrong; one step."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.rooms import Hotel, RoomKind, Stay
from missionplanner.errors import UserError
from missionplanner.jobs.arrivals import importing
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.unit.cli.running import ROOT
from tests.unit.jobs.arrivals.missions import key, travelling

SHARED = ROOT.parent / "shared" / "data" / "logistics"
FLIGHTS = "Passenger,Company,Arrival date,Arr. flight,Arr. time,Airport,Departure date,Dep. flight,Dep. time,Airport,Hotel,Room\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with travelling(tmp_path / "m.mission") as store:
        yield store


def write(tmp_path: Path, text: str) -> Path:
    """Write a csv."""
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_one_step_that_is_undone(store: Store, tmp_path: Path) -> None:
    rows = "Ana Roy,Alba,2026-02-15,AC991,13:10,MEX,2026-02-21,AC992,14:35,MEX,Azul,twin\nGregor Stone,,2026-02-15,AC991,13:10,MEX,,,,,,\n"
    path = write(tmp_path, FLIGHTS + rows)
    plan = importing.analyse(store, path)
    assert [one.verdict for one in plan.results] == [RowOutcome.NEW, RowOutcome.REJECTED]
    assert plan.sentence == "2 people read, 1 new, 1 not registered"
    assert [(one.code, one.row) for one in plan.issues] == [("not_registered", 3)]
    assert importing.take(store, plan) == 1
    first, last = store.all(JourneyLeg)
    assert (first.kind, first.flight, first.arrives and first.arrives.isoformat()) == (
        LegKind.ARRIVAL,
        "AC991",
        "2026-02-15T13:10:00-06:00",
    )
    assert (last.kind, last.origin) == (LegKind.DEPARTURE, "MEX")
    assert (store.all(Hotel)[0].name, store.all(Stay)[0].kind, store.all(Stay)[0].check_in) == (
        "Azul",
        RoomKind.TWIN,
        date(2026, 2, 15),
    )
    assert importing.analyse(store, path).count(RowOutcome.SAME) == 1
    store.undo()
    assert (store.all(JourneyLeg), store.all(Hotel), store.all(Stay)) == ([], [], [])


def test_nobody_is_taken_before_it_is_said_who_is_meant(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, FLIGHTS + "David Penner,,2026-02-15,AC991,13:10,MEX,,,,,,\n")
    plan = importing.analyse(store, path)
    assert (plan.count(None), importing.take(store, plan)) == (1, 0)
    assert plan.issues[0].text == "Who is “David Penner”? Perhaps David Penner – Brisa or David Penner – Cima."
    people = [person.id for person in store.snapshot().people if person.given_name == "David"]
    for name in ("David Penner", "2"):
        answers = importing.answered(plan, [(name, people[1])])
        assert importing.analyse(store, path, answers=answers).results[0].found.key == people[1]
    nobody = importing.analyse(store, path, answers=importing.answered(plan, [("2", importing.NOBODY)]))
    assert nobody.results[0].verdict is RowOutcome.REJECTED


def test_two_whole_journeys_of_one_name_are_asked_about(store: Store, tmp_path: Path) -> None:
    row = "Ana Roy,Alba,2026-02-15,{flight},13:10,MEX,2026-02-21,AC992,14:35,MEX,,\n"
    path = write(tmp_path, FLIGHTS + row.format(flight="AC991") + row.format(flight="AC995"))
    assert importing.analyse(store, path).count(None) == 2
    path = write(tmp_path, FLIGHTS + row.format(flight="AC991") * 2)
    assert [one.verdict for one in importing.analyse(store, path).results] == [RowOutcome.NEW, RowOutcome.SAME]


def test_rooms_are_shared_and_what_is_not_understood_is_said(store: Store, tmp_path: Path) -> None:
    text = (
        "Hotel,Guest,Room,Shares with,Check-in,Check-out\nAzul,Ana Roy,twin,Bo Chen,2026-02-15,2026-02-18\n"
        "Azul,Bo Chen,suite,Zoe West,2026-02-18,soon\n"
    )
    plan = importing.analyse(store, write(tmp_path, text))
    importing.take(store, plan)
    one, two = store.all(Stay)
    assert (one.mate_id, one.check_out, two.mate_id, two.kind) == (
        key(store, "Bo"),
        date(2026, 2, 18),
        None,
        RoomKind.SINGLE,
    )
    assert {issue.code for issue in plan.issues} == {"no_room_kind", "mate_not_registered", "no_time"}
    assert [hotel.name for hotel in store.all(Hotel)] == ["Azul"]


def test_who_names_somebody_that_wants_a_room_alone_is_told(store: Store, tmp_path: Path) -> None:
    head = "Hotel,Guest,Room,Shares with,Check-in,Check-out\n"
    stays = "Azul,Ana Roy,twin,Bo Chen,2026-02-15,2026-02-18\nAzul,Bo Chen,{room},{mate},2026-02-15,2026-02-18\n"

    def told(room: str, mate: str = "") -> list[tuple[str, int, str]]:
        plan = importing.analyse(store, write(tmp_path, head + stays.format(room=room, mate=mate)))
        return [(issue.code, issue.row, issue.text) for issue in plan.issues]

    text = "Ana Roy wants to share with Bo Chen, who asks for a room alone."
    assert told("single") == [("one_sided_room", 2, text)]
    assert told("twin", "Ana Roy") == []


def test_what_was_not_taken_is_written_with_the_reason(store: Store, tmp_path: Path) -> None:
    plan = importing.analyse(store, write(tmp_path, FLIGHTS + "Zoe West,,2026-02-15,AC991,13:10,MEX,,,,,,\n"))
    importing.save_rejects(plan, tmp_path / "left.csv")
    rows = list(csv.reader((tmp_path / "left.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1:] == [["2", "Zoe West", "“Zoe West” is not registered; nothing of it was taken."]]


@pytest.mark.parametrize(("text", "sheet"), [("Company,Sector\nAlba,Mining\n", ""), (FLIGHTS, ""), (FLIGHTS, "Other")])
def test_a_file_without_journeys_is_refused(store: Store, tmp_path: Path, text: str, sheet: str) -> None:
    with pytest.raises(UserError):
        importing.analyse(store, write(tmp_path, text), sheet)


@pytest.fixture(scope="module")
def registered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The people of the shared data."""
    if not SHARED.exists():
        pytest.skip("the shared data are not beside this checkout")
    rows = list(csv.DictReader((SHARED / "people.csv").read_text(encoding="utf-8").splitlines()))
    names = [(row["given_name"], f"{row['family_name']}|{row['second_family_name']}", row["company"]) for row in rows]
    with travelling(tmp_path_factory.mktemp("people") / "m.mission", tuple(names)) as store:
        with store.change(message("Part")) as change:
            for person, row in zip(store.snapshot().people, rows, strict=True):
                change.update(
                    replace(person, family_name=row["family_name"], second_family_name=row["second_family_name"])
                )
        yield store


def _pair(uid_of: dict[int, str], store: Store, text: str) -> frozenset[str]:
    """The uids of the two people a sentence names."""
    return frozenset(uid_of[one.id] for one in store.snapshot().people if one.full_name in text)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("one_row_a_person.xlsx", 1), ("one_row_a_booking.xlsx", 8), ("legs_in_a_row.csv", 10),
        ("fechas_y_horas_aparte.xlsx", 0), ("vols_fr.csv", 10), ("rooms.csv", 12),
    ],
)  # fmt: skip
def test_the_files_of_an_agency_import_as_their_truth_says(registered: Store, name: str, asked: int) -> None:
    truth = json.loads((SHARED / "truth.json").read_text(encoding="utf-8"))
    uids = [row["uid"] for row in csv.DictReader((SHARED / "people.csv").read_text(encoding="utf-8").splitlines())]
    uid_of = dict(zip((person.id for person in registered.snapshot().people), uids, strict=True))
    plan = importing.analyse(registered, SHARED / name)
    written = truth["names"][name.removesuffix(".csv") if name == "rooms.csv" else name]
    for result, (text, uid, *_more) in zip(plan.results, written, strict=True):
        candidates = {uid_of[key] for key in result.found.candidates}
        if result.found.key is not None:
            assert uid_of[result.found.key] == uid, text
        else:
            assert uid in candidates or (not uid and not candidates), text
    assert plan.count(None) == asked
    alone = {frozenset(pair) for pair in truth["ask about sharing"]} if name == "rooms.csv" else set()
    assert {_pair(uid_of, registered, issue.text) for issue in plan.issues if issue.code == "one_sided_room"} == alone
    importing.take(registered, plan)
    snapshot = registered.snapshot()
    for person in {result.found.key for result in plan.results if result.legs}:
        assert person is not None
        for part, kind in (("arrival", LegKind.ARRIVAL), ("departure", LegKind.DEPARTURE)):
            leg, said = snapshot.leg_of(person, kind), truth["people"][uid_of[person]][part]
            assert leg is not None
            assert leg.at is not None
            assert (leg.flight, leg.place, leg.at.isoformat()[:16]) == (said["flight"], said["airport"], said["at"])
    if snapshot.legs:
        registered.undo()
