"""Relationships and agreements as a workbook that comes back changes them; new ones are entered in the program."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from missionplanner.domain.agreements import (
    AGREEMENT_KIND_LABELS,
    AGREEMENT_STATUS_LABELS,
    Agreement,
    AgreementKind,
    AgreementStatus,
)
from missionplanner.domain.relationships import Relationship
from missionplanner.errors import UserError
from missionplanner.i18n import LANGUAGES, _
from missionplanner.jobs.cell_edits import spelled
from missionplanner.jobs.imports.row_editor import RowEditor, one_of, sound
from missionplanner.jobs.lists import result_columns
from missionplanner.jobs.typed_amounts import typed_currency, typed_value
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.store.change import Change
from missionplanner.store.store import Store

_TITLES = tuple(f"title_{language}" for language in LANGUAGES)
_OF_RELATIONSHIPS = frozenset(one.key for one in result_columns.RELATIONSHIPS if one.is_edited)
_OF_AGREEMENTS = frozenset(one.key for one in result_columns.agreement_columns(sensitive=True) if one.is_edited)


class RelationshipRows(RowEditor[Relationship]):
    """Relationships: owners, what comes next, intents, notes; stages and values are said, not typed over."""

    naming = ("company", "other")

    def records(self, keys: Iterable[int]) -> dict[int, Relationship]:
        """Return records by key."""
        return {one.id: one for one in self._store.where(Relationship, "id", list(keys))}

    def changed(self, record: Relationship, column: str, text: str) -> Relationship:
        """Return a record with one cell changed; raises UserError when it cannot hold the text."""
        if column not in _OF_RELATIONSHIPS:
            raise UserError(_("This column is worked out and cannot be typed into."))
        values: dict[str, Any] = {column: typed_day(text) if column == "due" else text.strip()}
        after = replace(record, **values)
        return sound(after, after)

    def save(self, change: Change, before: Relationship, after: Relationship) -> None:
        """Store a changed record."""
        change.update(after)


class AgreementRows(RowEditor[Agreement]):
    """Agreements; parties and who signs are entered in their form."""

    naming = _TITLES

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._kinds: dict[str, AgreementKind] = spelled(AGREEMENT_KIND_LABELS)
        self._statuses: dict[str, AgreementStatus] = spelled(AGREEMENT_STATUS_LABELS)

    def records(self, keys: Iterable[int]) -> dict[int, Agreement]:
        """Return records by key."""
        return {one.id: one for one in self._store.where(Agreement, "id", list(keys))}

    def changed(self, record: Agreement, column: str, text: str) -> Agreement:
        """Return a record with one cell changed; raises UserError when it cannot hold the text."""
        if column not in _OF_AGREEMENTS:
            raise UserError(_("This column is worked out and cannot be typed into."))
        values: dict[str, Any] = {column: self._typed(column, text.strip())}
        after = replace(record, **values)
        if not any(getattr(after, title) for title in _TITLES):
            raise UserError(_("An agreement needs a title."), _("Type it in one of the three languages."))
        return sound(after, after)

    def _typed(self, column: str, text: str) -> Any:
        if column in ("kind", "status"):
            return one_of(self._kinds if column == "kind" else self._statuses, text)
        if column == "signed_on":
            return typed_day(text)
        if column in ("announced_value", "actual_value"):
            return typed_value(text)
        return typed_currency(text) if column == "currency" else text

    def save(self, change: Change, before: Agreement, after: Agreement) -> None:
        """Store a changed record."""
        change.update(after)
