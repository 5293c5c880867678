"""The values of own fields: read beside the records they are of, typed, stored as part of a step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from missionplanner.domain.companies import Company
from missionplanner.domain.own_fields import VALUES, OwnField, OwnFields, Subject
from missionplanner.domain.own_kinds import LISTS, FieldKind
from missionplanner.domain.own_values import Values, none
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Request
from missionplanner.errors import UserError
from missionplanner.exchange import own_cells, places
from missionplanner.i18n import _
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.store.change import Change
from missionplanner.store.store import Store

R = TypeVar("R", Company, Person, Request)
OWNERS = {Subject.COMPANY: "company_id", Subject.PERSON: "person_id", Subject.REQUEST: "request_id"}
"""The columns that say whose a value is."""
_SUBJECTS: dict[type, Subject] = {Company: Subject.COMPANY, Person: Subject.PERSON, Request: Subject.REQUEST}


def fields(store: Store) -> OwnFields:
    """Return the own fields of a mission."""
    return OwnFields(store.all(OwnField))


def with_own(store: Store, records: Iterable[R]) -> list[R]:
    """Return records of one kind with the values of their own fields."""
    found = list(records)
    if not found:
        return found
    known = by_record(store, _SUBJECTS[type(found[0])], [one.id for one in found])
    return [replace(one, own=known[one.id]) if one.id in known else one for one in found]


def by_record(store: Store, subject: Subject, keys: Sequence[int] | None = None) -> dict[int, Values]:
    """Return the values of records of a subject that have any, by key: of all of them without `keys`."""
    known = fields(store)
    if not known.of(subject):
        return {}
    kind, owner = VALUES[subject], OWNERS[subject]
    rows: list[Any] = store.all(kind) if keys is None or len(keys) > _AT_ONCE else store.where(kind, owner, keys)
    return dict(known.grouped((getattr(row, owner), row) for row in rows))


_AT_ONCE = 5_000
"""Keys from which reading everything is quicker."""


def save(store: Store, change: Change, record: Company | Person | Request, before: Values = none()) -> None:  # noqa: B008 (it is never changed)
    """Store the values of a record that differ from those before; names of fields that are gone are left out."""
    wanted = {name: text for name, text in record.own.items() if text != before.get(name, "")}
    if not wanted:
        return
    subject = _SUBJECTS[type(record)]
    kind, owner, known = VALUES[subject], OWNERS[subject], fields(store)
    stored_rows: list[Any] = store.where(kind, owner, [record.id])
    rows = {row.field_id: row for row in stored_rows}
    for name, text in wanted.items():
        field = known.get(name)
        if field is None:
            continue
        if row := rows.get(field.id):
            change.update(replace(row, text=text))
        elif text:
            change.insert(kind(**{owner: record.id}, field_id=field.id, text=text))


def stored(store: Store, record: Company | Person | Request) -> Values:
    """Return the values of a record as they are stored now."""
    return by_record(store, _SUBJECTS[type(record)], [record.id]).get(record.id, {})


def add(store: Store, change: Change, subject: Subject, new: Iterable[tuple[int, Values]]) -> None:
    """Store the values of new records, by their keys: thousands at once."""
    known = {name: field.id for name, field in fields(store).by_name.items()}
    rows = [(key, known[name], text) for key, own in new for name, text in own.items() if text and name in known]
    if rows:
        columns = dict(zip((OWNERS[subject], "field_id", "text"), zip(*rows, strict=True), strict=True))
        change.insert_columns(VALUES[subject], **columns)


def typed(field: OwnField, text: str, country: str = "", side: str = "") -> str:
    """Return what somebody typed as the field stores it.

    country: that of telephone numbers without a code. side: that of the record. Raises UserError when it is no value of
    the kind, or no record of the side has the field.
    """
    if not text.strip():
        return ""
    if not field.is_of(side):
        raise UserError(_("“{field}” is a field of the other side.").format(field=field.label))
    if field.kind is FieldKind.DATE:
        day = typed_day(text)
        return day.isoformat() if day else ""
    found = own_cells.read(field, text, places.country_code(country))
    if found is None:
        options = ", ".join(field.options.values()) if field.kind in LISTS else ""
        raise UserError(
            f"{_COMPLAINTS[field.kind]()}", _("The list is: {names}.").format(names=options) if options else ""
        )
    return found


def problem(field: OwnField, text: str, country: str = "") -> str:
    """Return why what somebody typed is no value of the field; empty where it is."""
    try:
        typed(field, text, country)
    except UserError as error:
        return f"{error.text} {error.hint}".strip()
    return ""


def merged(first: Values, other: Mapping[str, str], take: Iterable[str]) -> dict[str, str]:
    """Return values with those of another record in the fields that are taken from it."""
    return {**first, **{name: other.get(name, "") for name in take if name in other or name in first}}


_COMPLAINTS = {
    FieldKind.NUMBER: lambda: _("This is no number."),
    FieldKind.MONEY: lambda: _("This is no sum of money, such as 1,500 CAD."),
    FieldKind.YES_NO: lambda: _("This is neither yes nor no."),
    FieldKind.ONE: lambda: _("This is not in the list of the field."),
    FieldKind.SEVERAL: lambda: _("This is not in the list of the field."),
    FieldKind.EMAIL: lambda: _("This is no e-mail address."),
    FieldKind.PHONE: lambda: _("This is no telephone number."),
    FieldKind.WEB: lambda: _("This is no web address."),
}
