"""Small windows that ask for a line, a few values, or a reason."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import needed
from missionplanner.gui.widgets.form import Form, RecordDialog
from missionplanner.i18n import N_, _, count

REASONS = (
    N_("Illness"), N_("Travel trouble"), N_("No longer interested"), N_("Represented by somebody else"),
    N_("Met elsewhere"),
)  # fmt: skip
"""The reasons offered for cancellations and no-shows."""


def ask(
    title: str,
    fields: Sequence[FormField],
    values: dict[str, Any],
    parent: QWidget,
    prepare: Callable[[Form], None] | None = None,
) -> dict[str, Any] | None:
    """Ask for the values of a few fields; return None when cancelled. prepare: what is done with the form before."""
    dialog = RecordDialog(title, fields, values, parent)
    if prepare:
        prepare(dialog.form)
    found = dialog.form.values() if dialog.exec() else None
    dialog.deleteLater()
    return found


def ask_text(title: str, label: str, parent: QWidget | None, known: Sequence[str] = (), hint: str = "") -> str | None:
    """Ask for one line of text; return None when cancelled."""
    dialog = RecordDialog(title, [FormField("text", label, choices=[(0, one) for one in known], hint=hint)], {}, parent)
    text = str(dialog.form.value("text")) if dialog.exec() else None
    dialog.deleteLater()
    return text


def reason_field(is_needed: bool = True) -> FormField:
    """Return the field for a reason."""
    known = [(0, _(reason)) for reason in REASONS]
    return FormField(
        "reason", _("Reason"), choices=known, check=needed if is_needed else None, stored=((Meeting, "reason"),)
    )


def ask_reason(snapshot: Snapshot, meetings: Sequence[Meeting], parent: QWidget) -> str | None:
    """Ask why meetings are cancelled; return None when they are not."""
    title = count("Cancel {n} meeting", "Cancel {n} meetings", len(meetings))
    if len(meetings) == 1:
        title = _("Cancel {pair}").format(pair=" – ".join(snapshot.company[key].name for key in meetings[0].pair))
    found = ask(title, [reason_field()], {}, parent)
    return str(found["reason"]) if found else None
