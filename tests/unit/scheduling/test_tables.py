"""Tables for companies that stay where they are within a day."""

from pathlib import Path

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Availability, Meeting, Owner
from missionplanner.messages import message
from missionplanner.scheduling.tables import Sitting, Tables
from missionplanner.store.store import Store
from tests.builders import key_of, moment, small_mission

SIDE = Side.COUNTERPART


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hall") / "m.mission"
    small_mission(path, 4, 4, slots=4, tables=3).close()
    return path


def numbers(
    path: Path, *meetings: tuple[str, str, int], side: Side = SIDE, kept: dict[int, int] | None = None
) -> list[int | None]:
    """The numbers of the tables of meetings (delegation, counterpart, slot); `kept`: tables of some, by place."""
    with Store.open(path) as store:
        snapshot = store.snapshot()
        tables = Tables(Plan(snapshot, []), side)
        keys = [(key_of(store, one), key_of(store, two)) for one, two, _slot in meetings]
        sittings = [Sitting(n, keys[n], snapshot.slots[row[2]]) for n, row in enumerate(meetings)]
        for n, table in (kept or {}).items():
            tables.take(snapshot.tables[table - 1].id, sittings[n])
        tables.seat(one for one in sittings if one.number not in (kept or {}))
        return [snapshot.table[tables.found[n]].number if n in tables.found else None for n in range(len(meetings))]


def test_a_counterpart_keeps_its_table_over_a_day(hall: Path) -> None:
    assert numbers(hall, ("D1", "C1", 0), ("D2", "C2", 0), ("D2", "C1", 1), ("D1", "C2", 1)) == [1, 2, 1, 2]


def test_so_does_the_delegation_where_its_days_count_more(hall: Path) -> None:
    asked = (("D1", "C1", 0), ("D2", "C2", 0), ("D2", "C1", 1), ("D1", "C2", 1))
    assert numbers(hall, *asked, side=Side.DELEGATION) == [1, 2, 2, 1]


def test_as_many_tables_do_as_stretches_overlap(hall: Path) -> None:
    # C4 comes when C1 goes: three tables suffice for four.
    rows = [("D1", "C1", 0), ("D2", "C2", 0), ("D3", "C3", 0), ("D1", "C2", 1), ("D2", "C3", 1), ("D4", "C4", 1)]
    found = numbers(hall, *rows, ("D1", "C4", 2), ("D2", "C2", 2))
    assert found[0] == found[5] == found[6] == 1
    assert found[1] == found[3] == found[7]
    assert found[2] == found[4]


def test_a_kept_meeting_draws_the_others_of_its_company(hall: Path) -> None:
    assert numbers(hall, ("D1", "C1", 0), ("D2", "C1", 1), ("D2", "C2", 0), kept={1: 3}) == [3, 3, 2]


def test_the_other_side_goes_to_the_nearest_table(hall: Path) -> None:
    # D1 was at table 3; C4 could sit at 1, 2 or 3.
    rows = [("D1", "C3", 0), ("D1", "C4", 1)]
    assert numbers(hall, *rows, kept={0: 3}) == [3, 3]
    assert numbers(hall, *rows, ("D2", "C2", 1), kept={0: 3, 2: 3}) == [3, 2, 3]


def test_a_stretch_is_divided_where_its_table_is_away(hall: Path, tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    path.write_bytes(hall.read_bytes())
    with Store.open(path) as store, store.change(message("Away")) as change:
        for table in (1, 2):
            change.insert(Availability(owner=Owner.TABLE, owner_id=table, starts=moment(9), ends=moment(9, 45)))
        change.insert(Availability(owner=Owner.TABLE, owner_id=3, starts=moment(9, 50), ends=moment(11)))
    assert numbers(path, ("D1", "C1", 0), ("D2", "C1", 1), ("D3", "C1", 2), ("D4", "C1", 3)) == [3, 3, 1, 1]


def test_without_a_free_table_there_is_none(hall: Path) -> None:
    rows = [("D1", "C1", 0), ("D2", "C2", 0), ("D3", "C3", 0), ("D4", "C4", 0)]
    assert numbers(hall, *rows) == [1, 2, 3, None]


def test_a_meeting_that_stays_in_its_slot_stays_at_its_table(hall: Path) -> None:
    with Store.open(hall) as store:
        snapshot = store.snapshot()
        tables = Tables(Plan(snapshot, []), SIDE)
        pair = key_of(store, "D1"), key_of(store, "C1")
        before = Meeting(
            id=1,
            delegation_id=pair[0],
            counterpart_id=pair[1],
            slot_id=snapshot.slots[0].id,
            table_id=snapshot.tables[1].id,
        )
        tables.seat([Sitting(0, pair, snapshot.slots[0], before), Sitting(1, pair, snapshot.slots[1])])
        assert tables.found == {0: before.table_id, 1: before.table_id}
