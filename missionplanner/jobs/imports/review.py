"""The decisions about an imported row: values side by side, as people read them."""

from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.people import OrganisationKind
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.companies.duplicates import FieldDifference
from missionplanner.jobs.imports.comparison import ImportComparison, RowResult
from missionplanner.jobs.wording import field_shown, person_field
from missionplanner.store.store import Store


def differences(store: Store, row: RowResult, comparison: ImportComparison) -> list[FieldDifference]:
    """Return the fields that both a row and the company (or earlier row) it looks like fill, and differently.

    For a row of a known company: the values that stay because they were typed since.
    """
    named = store.all(Sector), store.all(Stop), store.all(OrganisationKind)
    if row.kept:
        return [
            FieldDifference(
                kept.key,
                person_field(kept.person, kept.field),
                field_shown(kept.field, kept.ours, *named),
                field_shown(kept.field, kept.theirs, *named),
            )
            for kept in row.kept
        ]
    if row.like is None or row.draft is None:
        return []
    theirs = _values(row)
    ours = _record_values(row) if row.other else _values(_row(comparison, -row.like.other))
    return [
        FieldDifference(
            name,
            label(name),
            field_shown(name, ours.get(name), *named),
            field_shown(name, value, *named),
        )
        for name, value in theirs.items()
        if ours.get(name) not in (None, "", ()) and ours[name] != value
    ]


def other_name(row: RowResult, comparison: ImportComparison) -> str:
    """Return the name of the company a row looks like."""
    if row.other:
        return row.other.company.name
    return _row(comparison, -row.like.other).name if row.like else ""


def _row(comparison: ImportComparison, number: int) -> RowResult:
    return next(row for row in comparison.rows if row.number == number)


def _values(row: RowResult) -> dict[str, object]:
    assert row.draft is not None
    found: dict[str, object] = dict(row.draft.company)
    for part in ("sectors", "stops", "offers", "seeks", "markets", "partners"):
        if value := getattr(row.draft, part):
            found[part] = value
    found["delegates"] = "; ".join(
        " ".join(str(person.get(name, "")) for name in ("given_name", "family_name", "email")).strip()
        for person in row.draft.delegates
    )
    return found


def _record_values(row: RowResult) -> dict[str, object]:
    assert row.other is not None
    record = row.other
    found: dict[str, object] = {name: getattr(record.company, name) for name in record.company.__dataclass_fields__}
    for part in ("sectors", "stops", "offers", "seeks", "markets", "partners"):
        found[part] = getattr(record, part)
    people = (f"{p.given_name} {p.family_name} {p.email}".strip() for p in record.delegates)
    found["delegates"] = "; ".join(people)
    return found
