"""The form of a person, all of it reachable by keyboard; what was typed survives a crash."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from missionplanner.domain.companies import Side
from missionplanner.domain.journals import FormDraft
from missionplanner.domain.own_fields import Subject
from missionplanner.domain.people import POST, Person
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.people import fields
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.completing import CompletingEdit
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.form import Form
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.own_fields import OwnFieldsPart
from missionplanner.gui.widgets.shortcuts import set_shortcut
from missionplanner.gui.widgets.wordings import offer_wordings
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.fields import values as own_values
from missionplanner.jobs.packs import unprintable
from missionplanner.jobs.people import duplicates, records
from missionplanner.jobs.people.cells import Editor
from missionplanner.jobs.people.records import PersonRecord
from missionplanner.store.store import Store

_DRAFT_AFTER = 700
"""Milliseconds after the last key until what is typed is kept as a draft."""


class PersonForm(QWidget):
    """Edits one person; nothing of it is written before it is saved, but it is kept as a draft."""

    saved = Signal(int)
    """The key of the person that was stored."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store, self._editor = store, Editor(store)
        self._opened = records.empty(Side.DELEGATION)
        self._shown: dict[str, Any] = {}
        self.form = Form(fields.fields(store, self._checker))
        offer_wordings(self.form, POST)
        self.own = OwnFieldsPart(self.form)
        """The fields of the mission's own."""
        set_shortcut(self.own.go_to_first, self, store)
        self.restored = quiet_label()
        self.discard = command_button(self.forget_draft, store)
        self._draft_timer = QTimer(self, singleShot=True, interval=_DRAFT_AFTER)
        self._build()

    def show_record(self, record: PersonRecord) -> None:
        """Fill the form with a person, or with the draft of them that was not saved; a new one has no key."""
        self._editor = Editor(self._store)
        self._opened = record
        self._offer()
        self.form.set_values(fields.values(self._store, record))
        own = own_values.fields(self._store).of(Subject.PERSON, self._side)
        self.own.show_values(own, record.person.own, self._editor.country(record))
        # Read back from the editors, as they may write a value in another way: that alone is no change.
        self._shown = self.form.values()
        self._restore_draft()
        self._warn_of_letters()
        for form in (self.form, self.own):
            form.set_read_only(self._store.read_only)
        self.form.editors["side"].setEnabled(record.person.company_id is None and not self._store.read_only)

    @property
    def key(self) -> int:
        """The key of the person shown; 0 for one that is not stored yet."""
        return self._opened.person.id

    @property
    def record(self) -> PersonRecord:
        """The person as they are typed, without what is wrong."""
        found = fields.typed_record(self._editor, self._opened, self.form.values(), self._shown)
        return replace(found, person=replace(found.person, own=self.own.values))

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.form.values() != self._shown or bool(self.own.draft())

    @command(N_("Save"), "Ctrl+Return", "check", needs=Needs.WRITING)
    def save(self) -> bool:
        """Store the person as one step; False when a mistake has to be corrected first."""
        typed = self.record
        if not (typed.person.given_name or typed.person.family_name or typed.person.email):
            self.form.note("family_name", _("The person needs a name."))
            self.form.focus("family_name")
            return False
        if wrong := fields.wrong_fields(self._editor, self._opened, self.form.values(), self._shown):
            self.form.show_problems()
            self.form.focus(wrong[0])
            return False
        if self.own.wrong:
            self.own.focus_wrong()
            return False
        # A draft kept after this would come back, although everything is stored.
        self._draft_timer.stop()
        self._drop_draft()
        if typed != self._opened:
            key = records.enter(self._store, typed, self._opened)
            self.show_record(records.records(self._store, [key])[key])
            self.saved.emit(key)
        return True

    @command(N_("Save and next"), "Ctrl+Shift+Return", "plus", needs=Needs.WRITING)
    def save_and_next(self) -> None:
        """Store the person and begin another of the same side."""
        side = self.record.person.side
        if self.save():
            self.show_record(records.empty(side))
            self.form.focus("given_name")

    @command(N_("Forget the draft"), icon="undo-2", needs=Needs.WRITING)
    def forget_draft(self) -> None:
        """Show the person as they are stored, without what was typed."""
        self._drop_draft()
        self.show_record(self._opened)

    def keep_draft(self) -> None:
        """Keep what was typed as a draft until it is saved; where nothing was, drop the draft."""
        self._draft_timer.stop()
        if self._store.read_only:
            return
        if not self.is_changed:
            self._drop_draft()
            return
        typed = {name: value for name, value in self.form.values().items() if value != self._shown[name]}
        typed |= self.own.draft()
        person = self._opened.person
        # With the names of the person: erasing finds by them what was typed about somebody.
        content = json.dumps({"of": [person.given_name, person.family_name], "form": typed}, ensure_ascii=False)
        draft = FormDraft(company_id=0, side=self._draft_name, content=content, saved_at=datetime.now(UTC))
        self._store.drafts.keep(draft)

    @property
    def _draft_name(self) -> str:
        """The name drafts of people are kept under, in place of the side those of new companies have."""
        return f"person {self._opened.person.uid}".strip()

    @property
    def _side(self) -> Side:
        """The side of the person: that of their main organisation, where they have one."""
        return records.side_without(self._store, self._opened.person)

    def _drop_draft(self) -> None:
        if not self._store.read_only:
            self._store.drafts.drop(0, self._draft_name)

    def _restore_draft(self) -> None:
        """Show what was typed of this person and not saved, if anything was left behind."""
        draft = self._store.drafts.find(0, self._draft_name)
        if draft:
            kept = json.loads(draft.content)["form"]
            self.form.set_values({**self.form.values(), **kept})
            self.own.restore(kept)
            moment = draft.saved_at.astimezone()
            text = _("What was typed on {day} at {time} and not saved was brought back.")
            self.restored.setText(text.format(day=current().date(moment.date()), time=current().time(moment)))
        self.restored.setVisible(draft is not None)
        self.discard.setVisible(draft is not None)

    def _offer(self) -> None:
        """Offer the organisations and roles the mission has now."""
        organisation, role = self.form.editors["organisation"], self.form.editors["role_id"]
        assert isinstance(organisation, CompletingEdit)
        assert isinstance(role, ChoiceEdit)
        organisation.offer(fields.organisations(self._store))
        blocked = role.blockSignals(True)
        role.offer(fields.roles(self._store))
        role.blockSignals(blocked)

    def _checker(self, name: str) -> Callable[[str], str]:
        return lambda text: fields.problem(self._editor, self._opened, name, text)

    def _build(self) -> None:
        scroll = QScrollArea(widgetResizable=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 12, 4)
        column.addWidget(self.form)
        column.addWidget(self.own)
        column.addStretch()
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.restored)
        layout.addWidget(self.discard)
        layout.addWidget(scroll, 1)
        row = QHBoxLayout()
        row.addWidget(command_button(self.save, self._store, primary=True))
        row.addWidget(command_button(self.save_and_next, self._store))
        row.addStretch()
        layout.addLayout(row)
        self.form.edited.connect(self._draft_timer.start)
        self.own.edited.connect(self._draft_timer.start)
        self.form.edited.connect(self._show_twin)
        self._draft_timer.timeout.connect(self.keep_draft)

    def _show_twin(self) -> None:
        """Say that somebody like this is there already."""
        self._warn_of_letters()
        if self.form.problems:
            return
        twin = duplicates.twin(self.record.person, self._store.all(Person))
        text = _("Looks like “{name}”, already here.").format(name=twin.full_name) if twin else ""
        self.form.note("email", text, bad=False)

    def _warn_of_letters(self) -> None:
        for name in unprintable.PRINTED["people"]:
            self.form.warn(name, unprintable.problem(self.form.text(name)))
