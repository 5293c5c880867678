"""Outcomes as they are typed."""

from collections.abc import Callable
from datetime import date

import pytest

from missionplanner.domain.timetable import (
    OUTCOME_LABELS,
    Meeting,
    MeetingStatus,
    Outcome,
)
from missionplanner.errors import UserError
from missionplanner.jobs.outcomes import entering
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, meet


def test_one_filled_cell_of_several_is_an_outcome(store: Store) -> None:
    keys = meet(store, "D1", "C1", 0, 0), meet(store, "D2", "C2", 0, 1)
    cells = [
        (keys[0], "kind", "serious"),
        (keys[0], "next_step", ""),
        (keys[1], "kind", ""),
        (keys[1], "next_step", ""),
    ]
    assert entering.save_cells(store, cells, message("Type")) == []
    assert [(one.meeting_id, one.kind, one.next_step) for one in store.all(Outcome)] == [(keys[0], "lead", "")]
    assert [one.status for one in store.all(Meeting)] == [MeetingStatus.HELD, MeetingStatus.PLANNED]


def test_a_value_out_of_bounds_is_refused_and_the_others_are_stored(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    cells = [(key, "next_step", "x" * 100_001), (key, "due", "1950-01-01"), (key, "kind", "serious")]
    assert [(one.text[:5], one.reason) for one in entering.save_cells(store, cells, message("Type"))] == [
        ("xxxxx", "This is longer than 100,000 characters."),
        ("1950-", "This is no day from 1990 to 2100."),
    ]
    assert store.all(Outcome)[0].kind == "lead"


def first(store: Store) -> Meeting:
    return store.all(Meeting)[0]


ACTS: dict[str, Callable[[Store], object]] = {
    "Edit a cell": lambda s: entering.save_cells(
        s, [(first(s).id, "kind", "lead"), (first(s).id, "value", "5000")], message("Edit a cell")
    ),
}


@pytest.mark.parametrize("label", ACTS)
def test_every_act_is_undone_and_redone_exactly(store: Store, label: str) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    check_undo(store, ACTS[label], label.partition(" after ")[0])


def test_outcomes_are_typed_fast_and_wrong_ones_refused(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    assert entering.typed("kind", "3") == entering.typed("kind", "serious") == "lead"
    assert entering.typed("kind", "Piste sérieuse") == entering.typed("kind", "PROSPECTO SERIO") == "lead"
    assert entering.typed("kind", "") == ""
    assert entering.typed("value", "25,000.50") == 25000.5
    assert entering.typed("second_meeting", "x") is True
    assert entering.typed("second_meeting", "no") is False
    assert entering.typed("currency", "cad") == "CAD"
    for name, text in (("kind", "nonsense"), ("value", "much"), ("value", "-5"), ("due", "soon"), ("currency", "XYZ")):
        with pytest.raises(UserError):
            entering.typed(name, text)
    typed = [(key, "kind", "6"), (key, "value", "1000"), (key, "currency", "mxn"), (key, "second_meeting", "yes")]
    assert entering.save_cells(store, typed, message("Type")) == []
    assert store.get(Meeting, key).status is MeetingStatus.HELD
    refused = entering.save_cells(store, [(key, "due", "2026-03-31"), (key, "value", "much")], message("Type"))
    assert [(one.text, one.reason) for one in refused] == [("much", "“much” is no amount.")]
    assert [(o.kind, o.value, o.due) for o in store.all(Outcome)] == [("sale", 1000.0, date(2026, 3, 31))]
    assert meeting_edits.cancel(store, [key], "Ill") == 0
    meeting_edits.reset(store, [key])
    assert meeting_edits.cancel(store, [key], "Ill") == 1
    refused = entering.save_cells(store, [(key, "kind", "lead")], message("Type"))
    assert [one.reason for one in refused] == ["This meeting was cancelled."]


def test_an_empty_cell_makes_no_outcome(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    assert entering.save_cells(store, [(key, "kind", ""), (key, "due", "")], message("Type")) == []
    assert store.all(Outcome) == []
    assert store.get(Meeting, key).status is MeetingStatus.PLANNED


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("kind", "6", "sale"),
        ("kind", "0", ""),
        ("kind", "  ", ""),
        ("kind", "CONTRACT", "sale"),
        ("value", "", None),
        ("value", "0", 0.0),
        ("value", "1,000.5", 1000.5),
        ("value", "999999999999999", 999999999999999.0),
        ("due", "2026-03-31", date(2026, 3, 31)),
        ("due", " ", None),
        ("currency", "", ""),
        ("currency", " cad ", "CAD"),
        ("next_step", " call them ", "call them"),
        *((("second_meeting", word, True)) for word in ("yes", "Y", "oui", "O", "Sí", "si.", "s", "X", "1", "✓")),
        *((("second_meeting", word, False)) for word in ("", "no", "N", "Non", "0", "no.")),
    ],
)
def test_a_field_is_typed_as_people_write_it(name: str, text: str, value: object) -> None:
    assert entering.typed(name, text) == value


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("kind", "7000", "There is no outcome “7000”."),
        ("kind", "in", "There is no outcome “in”."),
        ("value", "1e15", "“1e15” is no amount."),
        ("value", "-1", "“-1” is no amount."),
        ("due", "31/02/2026", "“31/02/2026” is no date."),
        ("due", "03/04/2099", "“03/04/2099” can be March 4, 2099 or April 3, 2099."),
        ("currency", "CA", "“CA” is no currency."),
        ("second_meeting", "perhaps", "“perhaps” is neither yes nor no."),
    ],
)
def test_what_is_no_value_is_refused(name: str, text: str, message: str) -> None:
    with pytest.raises(UserError) as refused:
        entering.typed(name, text)
    assert refused.value.text == message
    assert refused.value.hint


def test_a_kind_is_refused_with_the_list_of_kinds() -> None:
    with pytest.raises(UserError) as refused:
        entering.typed("kind", "nonsense")
    assert refused.value.hint.split(", ")[0].startswith("1 ")
    assert len(refused.value.hint.split(", ")) == len([kind for kind in OUTCOME_LABELS if kind])


def test_columns_that_are_not_typed_and_meetings_that_are_gone_are_refused(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    refused = entering.save_cells(store, [(key, "time", "9:00"), (999, "kind", "sale")], message("Type"))
    assert [(one.key, one.text, one.reason) for one in refused] == [
        (key, "9:00", "This column is not typed."),
        (999, "sale", "This meeting was cancelled."),
    ]
    assert store.all(Outcome) == []


def test_an_outcome_is_edited_in_place_and_no_show_stays_one(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    missed = meet(store, "D2", "C2", 0, 1, status=MeetingStatus.NO_SHOW)
    entering.save_cells(store, [(key, "kind", "6"), (missed, "next_step", "call")], message("Type"))
    entering.save_cells(store, [(key, "kind", ""), (key, "value", "5")], message("Type again"))
    assert [(one.meeting_id, one.kind, one.value) for one in store.all(Outcome)] == [(key, "", 5.0), (missed, "", None)]
    assert store.get(Meeting, missed).status is MeetingStatus.NO_SHOW
    assert store.steps.undo_label == "Type again"
