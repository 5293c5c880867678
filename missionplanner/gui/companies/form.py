"""The form of a registration and its delegates, all of it reachable by keyboard; what was typed survives a crash."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime
from textwrap import shorten
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from missionplanner.domain import completeness
from missionplanner.domain.applications import Status
from missionplanner.domain.changes import Registration
from missionplanner.domain.companies import Side
from missionplanner.domain.journals import FormDraft
from missionplanner.domain.mission import Sector
from missionplanner.domain.own_fields import NO_FIELDS, OwnFields, Subject
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.companies import fields
from missionplanner.gui.companies.delegates_part import DelegatesPart
from missionplanner.gui.companies.own_parts import CompanyOwnFields
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.form import Form
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.listed_screen import RecordPane
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.shortcuts import set_shortcut
from missionplanner.gui.widgets.wordings import offer_wordings
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.column_labels import label_in
from missionplanner.jobs.companies import entry, registrations
from missionplanner.jobs.fields import values as own_values
from missionplanner.jobs.packs import unprintable
from missionplanner.jobs.relationships import objectives
from missionplanner.jobs.relationships.report import objectives_of
from missionplanner.jobs.selection import decisions
from missionplanner.store.store import Store

_DRAFT_AFTER = 700
"""Milliseconds after the last key until what is typed is kept as a draft."""

_NEW = {Side.DELEGATION: N_("New company of the delegation"), Side.COUNTERPART: N_("New counterpart")}


def _without_wrong_days(typed: dict[str, Any]) -> dict[str, Any]:
    """Return what is typed without texts that are no day: the form shows them, and `save` refuses them."""
    days = {name: "" for name in ("signed_on", "consent_on") if fields.day_problem(str(typed[name] or ""))}
    return {**typed, **days}


def _may_overwrite(parent: QWidget, store: Store, typed: Registration, opened: Registration) -> bool:
    """Ask where somebody else wrote into a field while one typed into it; True where nobody did."""
    theirs = registrations.overwritten(store, typed, opened)
    if not theirs:
        return True
    lines = [f"{label_in('companies', name)}: {shorten(str(value), 300) or '–'}" for name, value in theirs.items()]
    text = _("While you were typing, somebody else wrote this:")
    return alerts.confirm(parent, text, "\n".join(lines), _("Store mine instead"), _("Look again"))


class CompanyForm(RecordPane):
    """Edits one registration."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._record = self._opened = registrations.empty(Side.DELEGATION)
        self._shown: tuple[dict[str, Any], tuple[tuple[str, ...], ...]] = ({}, ())  # fields and delegates before typing
        self._names: dict[int, str] = {}
        self._sectors = {sector.id: sector for sector in store.all(Sector)}
        names = decisions.reviewers(store)
        self.form = Form(fields.fields(store, self._checker, self._check_sectors, names))
        for names_of_text in (("offers", *fields.OFFERS), ("seeks", *fields.SEEKS)):
            offer_wordings(self.form, names_of_text)
        self.own, self._own_fields = CompanyOwnFields(self.form), NO_FIELDS
        """The fields of the mission's own."""
        self.delegates = DelegatesPart(store)
        self.people = self.delegates.table
        self.title = Label()
        self.title.setObjectName("heading")
        self.title.setWordWrap(True)
        self.standing = quiet_label()
        self.restored = quiet_label()
        self._save = command_button(self.save, store, primary=True)
        self._next = command_button(self.save_and_next, store)
        self.discard = command_button(self.forget_draft, store)
        self.buttons = QWidget()
        """The buttons that store it; the page has them below all its parts."""
        self._timer = QTimer(self, singleShot=True, interval=250)
        self._draft_timer = QTimer(self, singleShot=True, interval=_DRAFT_AFTER)
        self._build()

    def show_record(self, record: Registration) -> None:
        """Fill the form with a registration, or with the draft of it that was not saved; a new one has no key."""
        company = record.company
        self._names = entry.names_of(self._store, company.side)
        self.title.setText(company.name or _(_NEW[company.side]))
        self.form.set_values(fields.values(record, self._sectors))
        self.people.show_registration(record, registrations.names(self._store))
        self._record = record
        self._own_fields = own_values.fields(self._store)
        own = self._own_fields.of(Subject.COMPANY, company.side)
        self.own.show_values(own, company.own, company.country or "Canada")
        # Read back from the editors, as they may write a value in another way: that alone is no change.
        self._opened, self._shown = self.record, (self.form.values(), self.people.rows())
        self.form.note("name", "")
        self._warn_of_letters()
        self.form.note("objectives", _agreed(self._store, company.id), explains=True)
        self._next.setVisible(not company.id)
        self._restore_draft()
        self._show_standing()
        for form in (self.form, self.own):
            form.set_read_only(self._store.read_only)
        self.people.setEnabled(not self._store.read_only)

    @property
    def key(self) -> int:
        """The key of the company shown; 0 for one that is not stored yet."""
        return self._record.company.id

    @property
    def record(self) -> Registration:
        """The registration as it is typed, over what the form was opened with."""
        typed = self.form.values()
        found = fields.record(
            self._record, _without_wrong_days(typed), tuple(entry.sector_keys(self._store, typed["sectors"])[0])
        )
        mine = found.company, found.company.country
        own = replace(found.company, own=self.own.values)
        return replace(
            found, company=own, delegates=self.people.people(*mine), representatives=self.people.representatives(*mine)
        )

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.record != self._opened or bool(self._wrong_fields() or self.own.wrong)  # wrong text is in no record

    @property
    def is_nameless(self) -> bool:
        """Whether the company has no name yet."""
        return not self.form.value("name")

    @command(N_("Save"), "Ctrl+Return", "check", needs=Needs.WRITING)
    def save(self) -> bool:
        """Store the registration as one step; False when a mistake has to be corrected first."""
        if not self.form.value("name"):
            self.form.note("name", _("The company needs a name."))
            self.form.focus("name")
            return False
        if wrong := self._wrong_fields():
            self.form.show_problems()
            self.form.focus(wrong[0])
            return False
        if self.own.wrong:
            self.own.focus_wrong()
            return False
        if self.people.beyond:
            self._show_standing()
            self.people.setFocus()
            return False
        if not _may_overwrite(self, self._store, self.record, self._opened):
            return False
        # A draft kept after this would come back, although everything is stored.
        self._draft_timer.stop()
        before = self._record.company
        if self.is_changed:
            key = registrations.enter(self._store, self.record, self._opened)
            self._store.drafts.drop(before.id, before.side)
            self.show_record(registrations.records(self._store, [key])[key])
            self.saved.emit(key)
        elif not self._store.read_only:
            self._store.drafts.drop(before.id, before.side)
        return True

    @command(N_("Save and next"), "Ctrl+Shift+Return", "plus", needs=Needs.WRITING)
    def save_and_next(self) -> None:
        """Store the registration and begin another of the same side and country."""
        company = self._record.company
        if self.save():
            self.show_record(registrations.empty(company.side, company.country))
            self.form.focus()

    @command(N_("Close"), "Esc", "x")
    def leave(self) -> None:
        """Ask to leave the form."""
        self.closed.emit()

    @command(N_("Forget the draft"), icon="undo-2", needs=Needs.WRITING)
    def forget_draft(self) -> None:
        """Show the registration as it is stored, without what was typed into it."""
        company = self._record.company
        self._store.drafts.drop(company.id, company.side)
        self.show_record(self._record)

    @command(N_("Go on to what the company does"), "Alt+O")
    def go_to_profile(self) -> None:
        """Go to the first field below the delegates, whose table takes Tab for itself."""
        self.form.focus("description")

    def keep_draft(self) -> None:
        """Keep what was typed as a draft until it is saved; where nothing was, drop the draft."""
        self._draft_timer.stop()
        company = self._record.company
        if self._store.read_only:
            return
        if not self.is_changed:
            self._store.drafts.drop(company.id, company.side)
            return
        values, people = self._shown
        # Only what was typed: the other fields come back as they are stored by then.
        typed = {
            "form": {
                **{name: value for name, value in self.form.values().items() if value != values[name]},
                **self.own.draft(),
            },
            "people": self.people.rows() if self.people.rows() != people else None,
        }
        content = json.dumps(typed, ensure_ascii=False)
        self._store.drafts.keep(
            FormDraft(company_id=company.id, side=company.side, content=content, saved_at=datetime.now(UTC))
        )

    def _restore_draft(self) -> None:
        """Show the draft of this registration, if one was left behind."""
        company = self._record.company
        draft = self._store.drafts.find(company.id, company.side)
        if draft:
            kept = json.loads(draft.content)
            self.form.set_values({**self.form.values(), **fields.of_draft(self.form.fields, kept.get("form", {}))})
            self.own.restore(kept.get("form", {}))
            if kept.get("people") is not None:
                self.delegates.restore(kept["people"])
            moment = draft.saved_at.astimezone()
            text = _("What was typed on {day} at {time} and not saved was brought back.")
            self.restored.setText(text.format(day=current().date(moment.date()), time=current().time(moment)))
        self.restored.setVisible(draft is not None)
        self.discard.setVisible(draft is not None)

    def _wrong_fields(self) -> list[str]:
        """The names of the fields whose text would be lost if it were stored."""
        checks = {field.name: field.check for field in self.form.fields if field.name in fields.MUST_BE_RIGHT}
        wrong = [name for name, check in checks.items() if check and check(str(self.form.value(name) or ""))]
        return [*wrong, *(name for name in self.form.beyond if name not in wrong)]

    def _checker(self, kind: str) -> Callable[[str], str]:
        return lambda text: entry.checked(kind, text, self._record.company.country or "Canada")[1]

    def _check_sectors(self, text: str) -> str:
        unknown = entry.sector_keys(self._store, text.strip().rstrip(";"))[1]
        return _("No sector is called “{name}”.").format(name=unknown[0]) if unknown else ""

    def _show_standing(self) -> None:
        """Show how complete the registration is, what it lacks, and where it stands."""
        problem = self.people.beyond or self.people.problem
        self.standing.setText("  ·  ".join([*_standing(self.record, self._own_fields), *filter(None, [problem])]))

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 12, 4)
        column.addWidget(self.form)
        column.addWidget(self.own)
        self.form.after_heading["people"].addWidget(self.delegates)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(inside)
        self._scroll = scroll
        self.buttons.setLayout(_row(self._save, self._next))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        for widget in (self.title, self.standing, self.restored):
            layout.addWidget(widget)
        layout.addLayout(_row(self.discard))
        layout.addWidget(scroll)
        layout.addWidget(self.buttons)
        # The table of delegates stands amid the fields, but was made apart from them.
        for one, two in (("language", self.people), (self.delegates.pick, "description")):
            QWidget.setTabOrder(*(self.form.editors[w] if isinstance(w, str) else w for w in (one, two)))
        self._connect()

    def _connect(self) -> None:
        for go_to in (self.go_to_profile, self.own.go_to_first):
            set_shortcut(go_to, self, self._store)
        self._timer.timeout.connect(self._on_paused)
        self._draft_timer.timeout.connect(self.keep_draft)
        for signal in (self.form.edited, self.own.edited, self.people.typed):
            signal.connect(self._timer.start)
            signal.connect(self._draft_timer.start)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keep what is typed into in sight."""
        inside = self._scroll.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, 60)

    def _on_paused(self) -> None:
        twin = entry.lookalike(self._names, self.form.value("name"), self._record.company.id)
        self._warn_of_letters()
        if twin:
            self.form.note("name", _("Looks like “{name}”, already here.").format(name=twin), bad=False)
        self._show_standing()

    def _warn_of_letters(self) -> None:
        for name in unprintable.PRINTED["companies"]:
            self.form.warn(name, unprintable.problem(self.form.text(name)))


def _agreed(store: Store, company: int) -> str:
    """Return what is reached of the objectives a company agreed on."""
    today = datetime.now(UTC).date()
    return " · ".join(map(objectives.in_words, objectives_of(store, company, today) if company else ()))


def _standing(record: Registration, own: OwnFields) -> list[str]:
    """Return how complete a registration is, what it lacks, and where it stands. own: the mission's own fields."""
    application = record.application
    is_accepted = application.status in (Status.ACCEPTED, Status.CONFIRMED)
    needed = completeness.required(own, record.company.side, is_accepted)
    answered = {name for name, text in record.company.own.items() if text}
    answered |= {one.name for one in needed if all(person.own.get(one.name) for person in record.people)}
    lacking = (*completeness.missing(_facts(record)), *completeness.unanswered(needed, answered))
    parts = [_("{percent} % complete").format(percent=completeness.percent(lacking, len(needed)))]
    if lacking:
        parts[0] += ": " + _("{things} missing").format(things=completeness.words(lacking, own))
    if record.company.id:
        status = application.status.label(record.company.side)
        parts.append(f"{status} – {application.reason}" if application.reason else status)
    if application.edited:
        parts.append(_("edited since it was accepted; to be approved again"))
    return parts


def _facts(record: Registration) -> completeness.Facts:
    answered = [answer for answer in record.application.declarations if answer is not None]
    return completeness.Facts(
        asdict(record.company),
        len(record.sectors),
        len(record.offers),
        len(record.seeks),
        len(record.people),
        sum(1 for person in record.people if person.email),
        len(answered),
    )


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row
