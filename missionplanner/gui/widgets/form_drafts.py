"""Drafts: text typed into a form and not stored yet is kept in the mission, and brought back after a crash."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missionplanner.domain.journals import FormDraft
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.i18n import _, current

if TYPE_CHECKING:
    from missionplanner.store.store import Store

DRAFT_AFTER = 700
"""Milliseconds after the last key until what is typed is kept."""


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Where what is typed into a form is kept."""

    store: "Store"
    name: str
    """The name of the form, such as "events" for that of a new event."""

    @classmethod
    def of(cls, store: "Store", kind: str, record: Any | None) -> "DraftPlace":
        """Return the place of the form of a record of a kind, of a new one without it."""
        return cls(store, f"{kind} {record.uid}" if record is not None else kind)

    def keep(self, typed: dict[str, Any]) -> None:
        """Keep what was typed, by the names of fields, in place of what was kept before; nothing drops it."""
        if self.store.read_only or not self.store.is_open:
            return
        if not typed:
            self.drop()
            return
        content = json.dumps({"form": typed}, ensure_ascii=False, default=str)
        draft = FormDraft(company_id=0, side=self.name, content=content, saved_at=datetime.now(UTC))
        self.store.drafts.keep(draft)

    def drop(self) -> None:
        """Forget what was kept: it is stored, or was thrown away."""
        if not self.store.read_only and self.store.is_open:
            self.store.drafts.drop(0, self.name)

    def found(self) -> tuple[dict[str, Any], str]:
        """Return what was kept, with a sentence that says so; nothing and no sentence where there is none."""
        draft = self.store.drafts.find(0, self.name)
        if draft is None:
            return {}, ""
        moment = draft.saved_at.astimezone()
        text = _("What was typed on {day} at {time} and not saved was brought back.")
        said = text.format(day=current().date(moment.date()), time=current().time(moment))
        return json.loads(draft.content).get("form", {}), said


class TypedForm(Protocol):
    """The part of a form that is needed to keep its text."""

    edited: SignalInstance
    """Something was typed."""

    def typed(self) -> dict[str, Any]:
        """Return what stands in all editors, also where it cannot be read."""

    def restore(self, typed: dict[str, Any]) -> None:
        """Put back what `typed` returned."""


class DraftLine(QWidget):
    """Keeps what is typed into a form, and says when it was brought back; hidden otherwise."""

    def __init__(self, place: DraftPlace, form: TypedForm) -> None:
        super().__init__()
        self._place, self._form = place, form
        self._shown = form.typed()
        self.said = quiet_label()
        self.forget_button = make_button(_("Forget the draft"), "undo-2")
        self.forget_button.clicked.connect(self.forget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.said, 1)
        row.addWidget(self.forget_button)
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_AFTER)
        self._timer.timeout.connect(self.keep)
        form.edited.connect(self._timer.start)
        self.hide()

    def restore(self) -> None:
        """Show what was typed into this form and not stored, if anything was left behind."""
        typed, said = self._place.found()
        if said:
            self._form.restore(typed)
        self.said.setText(said)
        self.setVisible(bool(said))

    def keep(self) -> None:
        """Keep what was typed until it is stored; where nothing was, drop what was kept."""
        self._timer.stop()
        typed = self._form.typed()
        self._place.keep({name: value for name, value in typed.items() if value != self._shown[name]})

    def drop(self) -> None:
        """Forget what was kept: it is stored, or was thrown away."""
        self._timer.stop()
        self._place.drop()

    def forget(self) -> None:
        """Show the form as it was opened, without what was typed."""
        self._form.restore(self._shown)
        self.drop()
        self.hide()

    def stored(self) -> None:
        """Take what the form says as stored."""
        self.drop()
        self._shown = self._form.typed()
        self.hide()
