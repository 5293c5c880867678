"""Days of companies and loads of slots as rows."""

from missionplanner.domain.timetable import Availability, Owner
from missionplanner.jobs.lists.timetable_rows import company_days, table_loads
from tests.builders import meeting, moment, snapshot_of

MEETINGS = [meeting(1, 1, 3, 1), meeting(2, 1, 4, 3), meeting(3, 2, 3, 5, 4)]


def test_days_with_meetings_are_listed_with_their_gaps() -> None:
    rows = company_days(snapshot_of(meetings=MEETINGS), {1, 3})
    assert [tuple(row.values()) for row in rows] == [
        (
            "D1",
            "delegation",
            "Mexico City",
            "2026-02-16",
            2,
            1,
            "2026-02-16T09:00:00-06:00",
            "2026-02-16T10:10:00-06:00",
        ),
        (
            "C1",
            "counterpart",
            "Mexico City",
            "2026-02-16",
            1,
            0,
            "2026-02-16T09:00:00-06:00",
            "2026-02-16T09:20:00-06:00",
        ),
        (
            "C1",
            "counterpart",
            "Monterrey",
            "2026-02-17",
            1,
            0,
            "2026-02-17T09:00:00-06:00",
            "2026-02-17T09:20:00-06:00",
        ),
    ]
    assert list(rows[0]) == ["company", "side", "stop", "day", "meetings", "idle_slots", "start", "end"]


def test_every_slot_has_its_load() -> None:
    away = Availability(id=1, owner=Owner.TABLE, owner_id=2, starts=moment(9, 25), ends=moment(9, 45))
    rows = table_loads(snapshot_of(meetings=MEETINGS, availabilities=[away]), set())
    assert [(row["stop"], row["venue"], row["start"][11:16], row["tables_used"], row["tables"]) for row in rows] == [
        ("Mexico City", "Hall", "09:00", 1, 2),
        ("Mexico City", "Hall", "09:25", 0, 1),
        ("Mexico City", "Hall", "09:50", 1, 2),
        ("Mexico City", "Plant", "09:25", 0, 1),
        ("Monterrey", "Tower", "09:00", 1, 1),
    ]
