"""A damaged row becomes the record that is nearest to it; where none is, nothing."""

from datetime import date, timedelta
from typing import Any

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.events import Event
from missionplanner.domain.limits import LINE
from missionplanner.domain.mission import Mission, Stop
from missionplanner.domain.timetable import Meeting, Slot, Version
from missionplanner.store.rows import names, values
from missionplanner.store.tables import TABLE_OF
from missionplanner.store.upkeep.mending import mended
from tests.builders import DAY, moment

COMPANY = Company(id=5, uid="u", side=Side.COUNTERPART, name="N")


def damaged(record: Any, **wrong: Any) -> Any:
    """The record made of the row of one with wrong values."""
    kind = type(record)
    row: list[Any] = values(kind, [record])[0]
    for name, value in wrong.items():
        row[names(kind).index(name)] = value
    return mended(TABLE_OF[kind], row, DAY)


@pytest.mark.parametrize(
    ("column", "value", "found"),
    [
        ("employees", "many", None), ("name", "x" * 5000, "x" * LINE), ("name", b"A\xff", "A�"), ("name", None, ""),
        ("name", 5, "5"), ("side", "x", Side.DELEGATION), ("consent", 7, None), ("consent_on", "2026-02-31", None),
    ],
)  # fmt: skip
def test_a_value_is_corrected(column: str, value: Any, found: Any) -> None:
    made = damaged(COMPANY, **{column: value})
    assert getattr(made.record, column) == found
    assert [(fault.table, fault.key, fault.column, fault.value) for fault in made.faults] == [
        ("companies", 5, column, value)
    ]


def test_a_whole_row_stays() -> None:
    assert (damaged(COMPANY).record, damaged(COMPANY).faults) == (COMPANY, ())


def test_an_enum_gets_its_usual_value() -> None:
    assert damaged(Application(id=1, company_id=1, status=Status.ACCEPTED), status="x").record.status is Status.APPLIED


@pytest.mark.parametrize(
    ("record", "wrong"),
    [
        (COMPANY, {"id": 2**63 - 1}), (Slot(id=1, session_id=1, starts=moment(9), ends=moment(10)), {"starts": "now", "session_id": -1}),
        (Meeting(id=1, delegation_id=1, counterpart_id=2, slot_id=1, table_id=1), {"slot_id": -1}),
        (Version(id=1, name="V", content="[]", made_at=moment(9)), {"content": "{}"}),
    ],
)  # fmt: skip
def test_a_row_without_what_it_needs_is_none(record: Any, wrong: dict[str, Any]) -> None:
    made = damaged(record, **wrong)
    assert made.record is None
    assert len(made.faults) == len(wrong)


@pytest.mark.parametrize(
    ("starts", "ends", "first", "last"),
    [
        ("now", DAY.isoformat(), DAY, DAY), ("2026-02-20", "x", date(2026, 2, 20), date(2026, 2, 20)), ("x", "y", DAY, DAY),
        ("2026-02-20", "2026-02-18", date(2026, 2, 18), date(2026, 2, 20)),
        ("2026-02-16", "2030-02-16", DAY, DAY + timedelta(59)),
    ],
)  # fmt: skip
def test_the_days_of_a_stop_stand_in_for_one_another(starts: str, ends: str, first: date, last: date) -> None:
    made = damaged(Stop(id=1, name_en="A", starts=DAY, ends=DAY), starts=starts, ends=ends)
    assert (made.record.starts, made.record.ends) == (first, last)


def test_what_ends_before_it_starts_gets_a_usual_length() -> None:
    slot = damaged(Slot(id=1, session_id=1, starts=moment(9), ends=moment(10)), ends=moment(1).isoformat()).record
    assert slot.ends == moment(9, 20)
    event = damaged(
        Event(id=1, stop_id=1, name_en="E", starts=moment(9), ends=moment(10)), ends=moment(1).isoformat()
    ).record
    assert event.ends == moment(10)
    assert damaged(Mission(id=1, starts=DAY, ends=DAY), ends="2026-01-01").record.starts == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("wrong", "starts", "ends"),
    [({"ends": "2026-02-16T24:00:00-06:00"}, moment(9), moment(9, 20)), ({"starts": "now"}, moment(9, 40), moment(10))],
)
def test_the_times_of_a_slot_stand_in_for_one_another(wrong: dict[str, Any], starts: Any, ends: Any) -> None:
    made = damaged(Slot(id=1, session_id=1, starts=moment(9), ends=moment(10)), **wrong)
    assert (made.record.starts, made.record.ends) == (starts, ends)
    assert damaged(made.record, starts="x", ends="y").record is None
