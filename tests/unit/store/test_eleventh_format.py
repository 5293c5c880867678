"""A mission of the tenth format told nothing by calendars, and keeps what they tell from then on."""

from pathlib import Path

from missionplanner.domain.calendar_entries import CalendarEntry
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import moment, small_mission
from tests.unit.store.first_file import write_tenth_format


def test_an_older_mission_keeps_what_calendars_tell_from_then_on(tmp_path: Path) -> None:
    small_mission(tmp_path / "today.mission").close()
    old = write_tenth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with Store.open(old) as store:
        assert (store.format, store.all(CalendarEntry)) == (schema.FORMAT, [])
        store.record(CalendarEntry(item="m", starts=moment(9), ends=moment(10), changed_at=moment(8)))
        assert [(one.item, one.sequence) for one in store.all(CalendarEntry)] == [("m", 0)]
