"""A mission of the eighth format keeps its tables, and may hold meetings at offices from then on."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import Stop, ZoneWay
from missionplanner.domain.timetable import Meeting
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import ask, meet, small_mission
from tests.unit.scheduling.cases import MEET
from tests.unit.store.first_file import write_eighth_format


def test_an_older_mission_keeps_its_tables_and_meets_at_offices_from_then_on(tmp_path: Path) -> None:
    with small_mission(tmp_path / "today.mission") as store:
        ask(store, ("D1", "C1", MEET))
        meet(store, "D1", "C1", slot=0, table=1)
        table = store.all(Meeting)[0].table_id
    old = write_eighth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with Store.open(old) as store:
        stop, known = store.all(Stop)[0], store.all(Meeting)
        assert (store.format, [meeting.table_id for meeting in known]) == (schema.FORMAT, [table])
        assert (stop.meets_at, stop.visit_margin, store.all(ZoneWay)) == (MeetsAt.UNSAID, 10, [])
        with store.change(message("Visit")) as change:
            change.update(replace(stop, meets_at=MeetsAt.OFFICE, visit_margin=5))
            change.update(replace(known[0], table_id=None))
            change.update(
                replace(store.all(Company)[0], zone="Centro", coordinates="19.4, -99.1", directions="By lift")
            )
            change.insert(ZoneWay(stop_id=stop.id, zone="Centro", other="Polanco", minutes=25))
        after = store.snapshot()
        store.undo()
        assert (store.all(Meeting), store.all(Stop), store.all(ZoneWay)) == (known, [stop], [])
        store.redo()
        assert store.snapshot() == after


def test_a_meeting_of_before_is_undone_to_its_table(tmp_path: Path) -> None:
    with small_mission(tmp_path / "today.mission") as store:
        meet(store, "D1", "C1", slot=0, table=1)
        before = store.all(Meeting)
        with store.change(message("Move")) as change:
            change.update(replace(before[0], table_id=1))
    old = write_eighth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with Store.open(old) as store:
        store.undo()
        assert store.all(Meeting) == before
