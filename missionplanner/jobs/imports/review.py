"""The decisions about an imported row: what is asked, and values side by side, as people read them."""

from collections.abc import Iterable
from dataclasses import dataclass

from missionplanner.domain.changes import Kept, alike
from missionplanner.domain.identities import full_name
from missionplanner.domain.issues import Issue
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.people import OrganisationKind, Role
from missionplanner.i18n import _
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.companies.duplicates import FieldDifference
from missionplanner.jobs.imports.companies import ImportPlan
from missionplanner.jobs.imports.comparison import ImportComparison, RowResult
from missionplanner.jobs.imports.people import PeoplePlan
from missionplanner.jobs.imports.people_comparison import PersonResult
from missionplanner.jobs.wording import field_shown, person_field, person_shown
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class RowDecision:
    """The open question about a row."""

    text: str
    asks: bool
    """Whether it is asked if the row is whom it looks like; else which values are taken."""
    differences: tuple[FieldDifference, ...]


def decision(store: Store, plan: ImportPlan | PeoplePlan, row: RowResult | PersonResult) -> RowDecision | None:
    """Return what can be decided about a row of a plan; None where nothing can."""
    if not (row.like or row.kept):
        return None
    asks = row.like is not None and not row.kept
    if not asks:
        text = _kept_text(row.number, row.kept, row.issues)
    elif isinstance(row, PersonResult):
        text = _with_answer(_like_somebody(row), plan, row.number)
    else:
        assert isinstance(plan, ImportPlan)
        text = _with_answer(_like_company(row, plan.comparison), plan, row.number)
    if isinstance(row, PersonResult):
        return RowDecision(text, asks, tuple(_differences_of_person(store, row)))
    assert isinstance(plan, ImportPlan)
    return RowDecision(text, asks, tuple(differences(store, row, plan.comparison, plan.new_sectors)))


def differences(
    store: Store, row: RowResult, comparison: ImportComparison, added: Iterable[Sector] = ()
) -> list[FieldDifference]:
    """Return the fields that both a row and the company (or earlier row) it looks like fill, and differently.

    For a row of a known company: the values that stay because they were typed since. added: sectors that come with
    the file.
    """
    named = [*store.all(Sector), *added], store.all(Stop), store.all(OrganisationKind)
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


def _differences_of_person(store: Store, row: PersonResult) -> list[FieldDifference]:
    """Return the fields that a row and somebody known both fill, and differently."""
    roles = store.all(Role)
    found = row.kept
    if row.like and not found:
        name, other = full_name(row.person), row.like.person
        pairs = [Kept(field, getattr(other, field), theirs, name) for field, theirs in row.person.items()]
        found = tuple(one for one in pairs if one.ours not in (None, "") and not alike(one.ours, one.theirs))
    return [
        FieldDifference(
            one.key,
            label(one.field),
            person_shown(one.field, one.ours, roles),
            one.theirs if one.field == "delegates" else person_shown(one.field, one.theirs, roles),
        )
        for one in found
    ]


def other_name(row: RowResult, comparison: ImportComparison) -> str:
    """Return the name of the company a row looks like."""
    if row.other:
        return row.other.company.name
    return _row(comparison, -row.like.other).name if row.like else ""


def _kept_text(number: int, kept: tuple[Kept, ...], issues: tuple[Issue, ...]) -> str:
    """Return why values of a row are not taken: somebody typed others since, or a person was erased."""
    erased = [issue.text for issue in issues if issue.code == "erased"]
    if len(erased) == len(kept):
        return " ".join(erased)
    text = _("Row {row}: these values were typed since. They stay unless you choose those of the file.")
    return " ".join((text.format(row=number), *erased))


def _like_company(row: RowResult, comparison: ImportComparison) -> str:
    assert row.like is not None
    text = _("Row {row}, {name}, looks like {other} ({score} %): {reason}.")
    other = other_name(row, comparison)
    return text.format(row=row.number, name=row.name, other=other, score=row.like.score, reason=row.like.reason)


def _like_somebody(row: PersonResult) -> str:
    assert row.like is not None
    text = _("Row {row}, {name}, looks like {other}: {reason}.")
    where = ", ".join(row.like.organisations) or _("no organisation")
    other = f"{row.like.person.full_name} ({where})"
    return text.format(row=row.number, name=row.name, other=other, reason=row.like.reason)


def _with_answer(text: str, plan: ImportPlan | PeoplePlan, number: int) -> str:
    """Return what a row looks like, and how that was answered."""
    answer = plan.options.answers.get(number)
    if answer is None:
        return text
    if isinstance(plan, PeoplePlan):
        return f"{text} " + (_("It is taken as the same person.") if answer else _("It is taken as another person."))
    return f"{text} " + (_("It is taken as the same company.") if answer else _("It is taken as another company."))


def _row(comparison: ImportComparison, number: int) -> RowResult:
    return next(row for row in comparison.rows if row.number == number)


def _values(row: RowResult) -> dict[str, object]:
    assert row.draft is not None
    found: dict[str, object] = dict(row.draft.company)
    for part in ("sectors", "stops", "offers", "seeks", "markets", "inputs", "partners"):
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
    for part in ("sectors", "stops", "offers", "seeks", "markets", "inputs", "partners"):
        found[part] = getattr(record, part)
    people = (f"{p.given_name} {p.family_name} {p.email}".strip() for p in record.delegates)
    found["delegates"] = "; ".join(people)
    return found
