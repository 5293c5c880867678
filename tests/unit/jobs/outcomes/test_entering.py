"""Outcomes and follow-ups as they are typed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from missionplanner.domain import outcomes
from missionplanner.domain.timetable import (
    FollowUp,
    Meeting,
    MeetingStatus,
    Outcome,
)
from missionplanner.errors import UserError
from missionplanner.jobs.outcomes import entering
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.store.store import Store
from tests.builders import DAY, check_undo, meet


def first(store: Store) -> Meeting:
    return store.all(Meeting)[0]


ACTS: dict[str, Callable[[Store], object]] = {
    "Edit a cell": lambda s: entering.save_cells(
        s, [(first(s).id, "kind", "lead"), (first(s).id, "value", "5000")], "Edit a cell"
    ),
    "Note follow-ups": lambda s: entering.note_follow_ups(s, [(first(s).id, 30)], DAY + timedelta(31), "asked"),
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
    assert entering.save_cells(store, typed, "Type") == []
    assert store.get(Meeting, key).status is MeetingStatus.HELD
    refused = entering.save_cells(store, [(key, "due", "2026-03-31"), (key, "value", "much")], "Type")
    assert [(one.text, one.reason) for one in refused] == [("much", "“much” is no amount.")]
    assert [(o.kind, o.value, o.due) for o in store.all(Outcome)] == [("sale", 1000.0, date(2026, 3, 31))]
    assert meeting_edits.cancel(store, [key], "Ill") == 0
    meeting_edits.reset(store, [key])
    assert meeting_edits.cancel(store, [key], "Ill") == 1
    refused = entering.save_cells(store, [(key, "kind", "lead")], "Type")
    assert [one.reason for one in refused] == ["This meeting was cancelled."]


def test_an_empty_cell_makes_no_outcome(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    assert entering.save_cells(store, [(key, "kind", ""), (key, "due", "")], "Type") == []
    assert store.all(Outcome) == []
    assert store.get(Meeting, key).status is MeetingStatus.PLANNED


def test_follow_ups_come_due_one_after_the_other(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    snapshot = store.snapshot()
    assert outcomes.follow_ups(snapshot, [], DAY + timedelta(29)) == []
    due = outcomes.follow_ups(snapshot, [], DAY + timedelta(200))
    assert [(d.days, d.on) for d in due] == [(n, DAY + timedelta(n)) for n in (30, 90, 180)]
    entering.note_follow_ups(store, [(key, 30)], DAY + timedelta(40), "sent")
    due = outcomes.follow_ups(snapshot, store.all(FollowUp), DAY + timedelta(100))
    assert [(d.days, d.done is None) for d in due] == [(90, True), (30, False)]
