"""Requests edited as cells: each text checked, all as one step."""

from missionplanner.domain.own_fields import OwnField, RequestValue, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.requests import Priority, Request
from missionplanner.jobs.cell_edits import Edit
from missionplanner.jobs.requests import cells
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, check_undo


def test_cells_are_checked_stored_and_undone(store: Store) -> None:
    ask(store, ("D2", "C2", Priority.MEET))
    with store.change(message("Field")) as change:
        change.insert(OwnField(code="value", name_en="Value", subject=Subject.REQUEST, kind=FieldKind.MONEY))
    key = store.where(Request, "priority", [Priority.MEET])[-1].id
    edits = [
        Edit(key, "request.value", "1,500 CAD"), Edit(key, "priority", "Must meet"), Edit(key, "comment", "Soon"),
        Edit(key, "request.value", "much"), Edit(key, "outcome", "x"), Edit(999, "comment", "nobody"),
    ]  # fmt: skip
    check_undo(store, lambda s: cells.edit(s, edits, message("Paste")), "Paste")
    request = store.get(Request, key)
    assert (request.priority, request.comment) == (Priority.MUST_MEET, "Soon")
    assert [row.text for row in store.all(RequestValue)] == ["1500 CAD"]
    report = cells.edit(store, edits, message("Paste"))
    assert (report.changed, [(one.name, one.column, one.reason) for one in report.refused]) == (0, [
        ("D2 – C2", "request.value", "This is no sum of money, such as 1,500 CAD."),
        ("D2 – C2", "outcome", "This column is worked out and cannot be typed into."),
    ])  # fmt: skip
