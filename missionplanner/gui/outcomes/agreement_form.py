"""The form of an agreement, with its parties and signatories in rows."""

from typing import Any

from PySide6.QtWidgets import QWidget

from missionplanner.domain.agreements import (
    Agreement,
    AgreementKind,
    AgreementParty,
    AgreementRecord,
    AgreementStatus,
    Signatory,
)
from missionplanner.domain.events import Event
from missionplanner.errors import UserError
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.i18n import _, current
from missionplanner.jobs.agreements import typed
from missionplanner.store.store import Store

_ROWS = ("parties", "signatories")
_WIDTH, _HEIGHT = 1000, 640
"""The size it opens with: rows of signatories are wide."""


def fields(store: Store) -> list[FormField]:
    """Return the fields of the form."""
    language = current().language
    events = [(None, "–"), *((one.id, one.name(language)) for one in store.all(Event))]
    own = [
        FormField("title_en", _("Title in English")),
        FormField("title_fr", _("Title in French")),
        FormField("title_es", _("Title in Spanish")),
        FormField("kind", _("Kind"), "choice", [(one, one.label) for one in AgreementKind]),
        FormField("status", _("Status"), "choice", [(one, one.label) for one in AgreementStatus]),
        FormField("event", _("Signed at"), "choice", events, hint=_("The event at which it is signed.")),
        FormField("position", _("Order"), hint=_("Its place in the order of that event.")),
        FormField("signed_on", _("Signed on"), "day"),
        FormField("announced_value", _("Announced value")),
        FormField("actual_value", _("Real value"), hint=_("No paper tells it.")),
        FormField("currency", _("Currency")),
        FormField(
            "embargo", _("Embargo until"), hint=_("Day and time on the clocks of the signing, as 2026-02-17 18:00.")
        ),
        FormField("notes", _("Notes"), "text", lines=2),
    ]
    return [
        *own[:3],
        FormField(
            "parties", _("Parties"), "rows", [(0, _("Name"))], lines=3,
            hint=_("Company, government, or anybody by name"),
            stored=((AgreementParty, "name"),),
        ),
        FormField(
            "signatories", _("Signatories and witnesses"), "rows",
            [(0, _("Name")), (0, _("Post")), (0, _("For")), (0, _("Role")), (0, _("Dropped out"))], lines=4,
            hint=_("In the order of signing. Part: signs or witness. Dropped out: the reason, where somebody did."),
            stored=tuple((Signatory, name) for name in ("name", "post", "name", "note", "note")),
        ),
        *(bounded(Agreement, [one])[0] if one.name == "notes" else one for one in own[3:]),
    ]  # fmt: skip


def values_of(store: Store, record: AgreementRecord | None) -> dict[str, Any]:
    """Return the values of the form for an agreement, or for a new one."""
    if record is None:
        return {"kind": AgreementKind.MEMORANDUM, "status": AgreementStatus.DRAFT, "event": None}
    snapshot = store.snapshot()
    return {
        **typed.shown(store, record.agreement),
        "parties": [(name,) for name in typed.parties_of(snapshot, record)],
        "signatories": typed.signatories_of(snapshot, record),
    }


def edit(parent: QWidget, store: Store, record: AgreementRecord | None) -> None:
    """Ask for an agreement until what is typed can be stored, or is given up."""
    title = _("Agreement") if record else _("New agreement")
    dialog = RecordDialog(title, fields(store), values_of(store, record), parent)
    open_with(dialog, _WIDTH, _HEIGHT)
    while dialog.exec():
        try:
            store_typed(store, record, dialog.form.values())
        except UserError as error:
            alerts.show_error(dialog, error)
        else:
            break
    dialog.deleteLater()


def store_typed(store: Store, record: AgreementRecord | None, values: dict[str, Any]) -> int:
    """Store the values of the form as one step; raises UserError for what cannot be."""
    events = {one.id: one.uid for one in store.all(Event)}
    texts = {name: str(value or "") for name, value in values.items() if name not in _ROWS}
    texts["event"] = events.get(values.get("event") or 0, "")
    parties = [row[0] for row in values.get("parties") or ()]
    return typed.enter_rows(store, record, texts, parties, list(values.get("signatories") or ()))
