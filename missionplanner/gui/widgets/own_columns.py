"""The columns of a mission's own fields in the tables of records: shown, sorted and typed into like the others."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from missionplanner.domain.own_fields import OwnField
from missionplanner.domain.own_kinds import LISTS, FieldKind
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import _

_RIGHT = (FieldKind.NUMBER, FieldKind.MONEY)
_WIDTHS = {FieldKind.NUMBER: 90, FieldKind.MONEY: 120, FieldKind.DATE: 110, FieldKind.YES_NO: 90, FieldKind.LONG: 200}
_USUAL = 140


def of_own_fields(own: Iterable[OwnField], values: Callable[[Any], Mapping[str, str]]) -> list[Column]:
    """Return the columns of fields. values: returns the values of the record of a row."""
    return [_column(field, values) for field in own]


def _column(field: OwnField, values: Callable[[Any], Mapping[str, str]]) -> Column:
    heading = _("{field} (sensitive)").format(field=field.label) if field.sensitive else field.label
    return Column(
        heading,
        lambda record: field.shown(values(record).get(field.name, "")),
        field.name,
        _WIDTHS.get(field.kind, _USUAL),
        right=field.kind in _RIGHT,
        edits=field.name,
        choices=_choices(field),
    )


def _choices(field: OwnField) -> Callable[[], Sequence[str]] | None:
    if field.kind in LISTS:
        return lambda: list(field.options.values())
    return (lambda: [_("yes"), _("no")]) if field.kind is FieldKind.YES_NO else None
