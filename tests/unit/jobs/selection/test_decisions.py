"""Decisions, the reserve list, reviewers and their marks."""

from dataclasses import replace

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.mission import Sector
from missionplanner.domain.reviews import Criterion, Review
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.jobs.companies import cells
from missionplanner.jobs.companies.cells import Edit
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import planning
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import key_of, meet, undone_and_redone, whole


def of(store: Store, name: str) -> Application:
    return store.where(Application, "company_id", [key_of(store, name)])[0]


def test_reserve_list_keeps_the_order_and_is_moved_in(store: Store) -> None:
    keys = [key_of(store, name) for name in ("D3", "D1", "D2")]
    decisions.set_status(store, keys, Status.RESERVE, "No room")
    assert [of(store, n).rank for n in ("D1", "D2", "D3")] == [2, 3, 1]
    assert of(store, "D1").reason == "No room"
    before = whole(store)
    decisions.move_in_reserve(store, keys[2], -5)
    assert [of(store, n).rank for n in ("D1", "D2", "D3")] == [3, 1, 2]
    undone_and_redone(store, before)


def test_edits_after_acceptance_ask_for_approval_again(store: Store) -> None:
    key = key_of(store, "D1")
    before = whole(store)
    cells.edit(store, [Edit(key, "city", "Lévis")], "Edit")
    assert of(store, "D1").edited == ""
    cells.edit(store, [Edit(key, "name", "D1 Robotics")], "Edit")
    assert of(store, "D1 Robotics").edited == "name"
    assert store.companies.ids(CompanyFilter(has=("edited",))) == [key]
    report = decisions.approve_again(store, [key, key_of(store, "D2")])
    assert report.changed == (key,)
    assert [refusal.company for refusal in report.refused] == ["D2"]
    assert of(store, "D1 Robotics").edited == ""
    assert whole(store) != before


def test_reviewers_come_from_the_owner_of_the_sector(store: Store) -> None:
    sector = store.all(Sector)[0]
    with store.change("Own") as change:
        change.update(replace(sector, owner="Department A"))
    key = key_of(store, "D1")
    cells.edit(store, [Edit(key, "sectors", "fabrication de pointe")], "Edit")
    before = whole(store)
    report = decisions.assign_reviewer(store, [key, key_of(store, "D2")], "")
    assert report.changed == (key,)
    assert "no owner" in report.refused[0].reason
    assert of(store, "D1").reviewer == "Department A"
    undone_and_redone(store, before)


def test_marks_replace_earlier_ones_of_the_same_reviewer(store: Store) -> None:
    key, criteria = key_of(store, "D1"), store.all(Criterion)
    assert [criterion.weight for criterion in criteria] == [2, 1, 1, 1]
    decisions.give_marks(store, key, "ana", {criteria[0].id: 5})
    before = whole(store)
    decisions.give_marks(store, key, "ana", {criteria[0].id: 2, criteria[1].id: None})
    assert [(r.criterion_id, r.mark) for r in store.all(Review)] == [(criteria[0].id, 2), (criteria[1].id, None)]
    assert decisions.all_scores(store)[key].mean == 40
    undone_and_redone(store, before)


def test_withdrawing_and_clearing_keep_what_was_held(store: Store) -> None:
    held = meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    meet(store, "D1", "C2", 1, 0)
    meet(store, "D2", "C2", 0, 1)
    report = decisions.set_status(store, [key_of(store, "D1")], Status.WITHDRAWN)
    assert report.meetings_removed == 1
    assert planning.clear(store) == 1
    assert [meeting.id for meeting in store.all(Meeting)] == [held]
