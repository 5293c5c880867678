"""Requests edited as cells of a table: priority, place, comment and own fields, each text checked."""

from collections.abc import Sequence

from missionplanner.domain.requests import Request
from missionplanner.jobs.cell_edits import Edit, EditReport, applied
from missionplanner.jobs.imports import row_editors
from missionplanner.messages import Message
from missionplanner.store.store import Store


def edit(store: Store, edits: Sequence[Edit], name: Message) -> EditReport:
    """Change cells as one step; each is checked as in the form, and one that cannot be changed stays."""
    editor = row_editors.of_kind(store, "requests")
    found: dict[int, Request] = editor.records({one.key for one in edits})
    snapshot = store.snapshot()
    after, report = applied(
        edits,
        found,
        lambda record, one: editor.changed(record, one.column, one.text),
        lambda record: row_editors.name_of(snapshot, record),
    )
    with store.change(name) as change:
        for key, record in after.items():
            editor.save(change, found[key], record)
    return report
