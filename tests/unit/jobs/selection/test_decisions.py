"""Decisions, the reserve list, reviewers and their marks."""

from dataclasses import replace

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import CompanySector
from missionplanner.domain.mission import Sector
from missionplanner.domain.reviews import Criterion, Review
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.jobs.cell_edits import Edit
from missionplanner.jobs.companies import cells
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
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
    cells.edit(store, [Edit(key, "city", "Lévis")], message("Edit"))
    assert of(store, "D1").edited == ""
    cells.edit(store, [Edit(key, "name", "D1 Robotics")], message("Edit"))
    assert of(store, "D1 Robotics").edited == "name"
    assert store.companies.ids(CompanyFilter(has=("edited",))) == [key]
    report = decisions.approve_again(store, [key, key_of(store, "D2")])
    assert report.changed == (key,)
    assert [refusal.company for refusal in report.refused] == ["D2"]
    assert of(store, "D1 Robotics").edited == ""
    assert whole(store) != before


def test_reviewers_come_from_the_owner_of_the_sector(store: Store) -> None:
    sector = store.all(Sector)[0]
    with store.change(message("Own")) as change:
        change.update(replace(sector, owner="Department A"))
    key = key_of(store, "D1")
    cells.edit(store, [Edit(key, "sectors", "fabrication de pointe")], message("Edit"))
    before = whole(store)
    report = decisions.assign_reviewer(store, [key, key_of(store, "D2")], "")
    assert report.changed == (key,)
    assert "no owner" in report.refused[0].reason
    assert of(store, "D1").reviewer == "Department A"
    undone_and_redone(store, before)


def test_the_owner_of_the_first_of_several_sectors_reviews(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Own")) as change:
        change.update(replace(store.all(Sector)[0], owner="Ana"))
        other = change.insert(Sector(code="AG", name_en="Food", owner="Max"))
        change.insert(CompanySector(company_id=key, sector_id=other, position=0))
        change.insert(CompanySector(company_id=key, sector_id=store.all(Sector)[0].id, position=1))
    decisions.assign_reviewer(store, [key], "")
    assert of(store, "D1").reviewer == "Max"


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


def test_who_withdraws_loses_the_meetings_ahead_and_keeps_those_held(store: Store) -> None:
    held = meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    meet(store, "D1", "C2", 1, 0)
    other = meet(store, "D2", "C1", 2, 0)
    before = whole(store)
    report = decisions.set_status(store, [key_of(store, "D1")], Status.WITHDRAWN, "Ill")
    assert (report.changed, report.refused, report.meetings_removed) == ((key_of(store, "D1"),), (), 1)
    assert [meeting.id for meeting in store.all(Meeting)] == [held, other]
    assert (of(store, "D1").status, of(store, "D1").reason) == (Status.WITHDRAWN, "Ill")
    undone_and_redone(store, before)


def test_a_status_that_cannot_be_taken_is_refused_with_the_reason(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    report = decisions.set_status(store, [key_of(store, "D1"), key_of(store, "D2")], Status.DECLINED)
    assert report.changed == (key_of(store, "D2"),)
    assert [(one.company, bool(one.reason)) for one in report.refused] == [("D1", True)]
    assert (of(store, "D1").status, report.meetings_removed) == (Status.ACCEPTED, 0)
    assert store.steps.undo_label == "Set status to Declined"


def test_the_reserve_list_goes_on_where_it_ended(store: Store) -> None:
    decisions.set_status(store, [key_of(store, "D2")], Status.RESERVE)
    decisions.set_status(store, [key_of(store, "D3"), key_of(store, "D1")], Status.RESERVE)
    assert [of(store, name).rank for name in ("D2", "D3", "D1")] == [1, 2, 3]
    decisions.move_in_reserve(store, key_of(store, "D2"), 1)
    assert [of(store, name).rank for name in ("D3", "D2", "D1")] == [1, 2, 3]


def test_who_is_not_in_reserve_is_not_moved(store: Store) -> None:
    before = store.steps.undo_label
    decisions.move_in_reserve(store, key_of(store, "D1"), -1)
    assert store.steps.undo_label == before


def test_a_reviewer_is_assigned_by_name_once(store: Store) -> None:
    keys = [key_of(store, "D1"), key_of(store, "D2")]
    assert decisions.assign_reviewer(store, keys[:1], "Ana").changed == (keys[0],)
    report = decisions.assign_reviewer(store, keys, "Ana")
    assert report.changed == (keys[1],)
    assert [(one.company, one.reason) for one in report.refused] == [("D1", "Ana reviews it already.")]
    assert store.steps.undo_label == "Assign a reviewer to 2 companies"


def test_nothing_edited_needs_no_new_approval(store: Store) -> None:
    report = decisions.approve_again(store, [key_of(store, "D1")])
    assert report.changed == ()
    assert [one.reason for one in report.refused] == ["Nothing was edited since it was accepted."]
    assert store.steps.undo_label != "Approve again"


def test_criteria_are_added_edited_and_removed_with_their_marks(store: Store) -> None:
    first, second, *_others = store.all(Criterion)
    decisions.give_marks(store, key_of(store, "D1"), "ana", {first.id: 5, second.id: 4})
    added = replace(first, id=0, uid="", name_en="New")
    before = whole(store)
    decisions.save_criteria(store, [replace(second, weight=9), added])
    assert [(one.name_en, one.weight) for one in store.all(Criterion)] == [(second.name_en, 9), ("New", first.weight)]
    assert [one.criterion_id for one in store.all(Review)] == [second.id]
    undone_and_redone(store, before)


def test_marks_of_another_reviewer_stay(store: Store) -> None:
    key, criterion = key_of(store, "D1"), store.all(Criterion)[0].id
    decisions.give_marks(store, key, "ana", {criterion: 5})
    decisions.give_marks(store, key, "max", {criterion: 1})
    decisions.give_marks(store, key, "ana", {criterion: 3})
    assert {(one.reviewer, one.mark) for one in store.all(Review)} == {("ana", 3), ("max", 1)}
    assert store.steps.undo_label == "Review D1"


def test_everybody_who_reviews_or_owns_a_sector_is_listed(store: Store) -> None:
    with store.change(message("Own")) as change:
        change.update(replace(store.all(Sector)[0], owner="zoe"))
    decisions.assign_reviewer(store, [key_of(store, "D1")], "Max")
    decisions.give_marks(store, key_of(store, "D2"), "ana", {store.all(Criterion)[0].id: 5})
    assert decisions.reviewers(store) == ["ana", "Max", "zoe"]


def test_each_side_has_a_reserve_list_of_its_own(store: Store) -> None:
    decisions.set_status(store, [key_of(store, name) for name in ("D1", "C2", "C1", "D3")], Status.RESERVE)
    assert {name: of(store, name).rank for name in ("C1", "C2", "D1", "D3")} == {"C1": 2, "C2": 1, "D1": 1, "D3": 2}


def test_the_history_says_a_decision_in_the_words_of_the_sides_it_is_about(store: Store) -> None:
    for names, status in (("D1 C1", Status.UNDER_REVIEW), ("C1", Status.ACCEPTED), ("D1", Status.ACCEPTED)):
        decisions.set_status(store, [key_of(store, name) for name in names.split()], status)
    assert [step.label for step in store.steps.history(3)] == [
        "Set status to Accepted",
        "Set status to Comes",
        "Set status to Under review / Interested",
    ]
