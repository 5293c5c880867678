"""A mission of the twenty-second format opens with everything it had, and takes agreements and targets."""

from datetime import date
from pathlib import Path

from missionplanner.domain.agreements import Agreement, AgreementParty, AgreementText, Signatory
from missionplanner.domain.follow_ups import CompanyFollowUp
from missionplanner.domain.targets import MilestoneTarget
from missionplanner.domain.timetable import FollowUp, MeetingStatus
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import meet, small_mission
from tests.unit.store.first_file import write_twenty_second_format


def test_what_was_noted_of_meetings_stays_and_the_new_tables_are_empty(tmp_path: Path) -> None:
    with small_mission(tmp_path / "today.mission") as store:
        meeting = meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
        with store.change(message("Asked")) as change:
            change.insert(FollowUp(meeting_id=meeting, days=30, done_on=date(2026, 3, 20), note="asked"))
        noted = store.all(FollowUp)
    with Store.open(write_twenty_second_format(tmp_path / "today.mission", tmp_path / "old.mission")) as store:
        assert (store.format, store.all(FollowUp)) == (schema.FORMAT, noted)
        for kind in (CompanyFollowUp, Agreement, AgreementParty, Signatory, AgreementText, MilestoneTarget):
            assert store.all(kind) == []
