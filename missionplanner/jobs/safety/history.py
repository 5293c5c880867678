"""The readable history, value by value: who changed what, when, about whom; and values put back as they were."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from missionplanner.domain.companies import Company
from missionplanner.domain.own_fields import OwnField
from missionplanner.domain.people import Person
from missionplanner.domain.privacy import SENSITIVE
from missionplanner.domain.record_labels import record_label
from missionplanner.domain.relationships import Claim, Relationship
from missionplanner.exchange.spreadsheets import Cell, write_csv
from missionplanner.i18n import _, count
from missionplanner.jobs.column_labels import HIDDEN, label_in
from missionplanner.jobs.safety.history_span import Span
from missionplanner.jobs.wording import LONGEST, OWNING, Words
from missionplanner.store.history import Step
from missionplanner.store.store import Store
from missionplanner.store.upkeep import restoring
from missionplanner.store.upkeep.restoring import RowChange

MOST_NAMED = 3
"""The records a step is about that are named."""
_LOOKED_AT = 12
"""The rows of a step that are read to name them."""
EVERYTHING = Span()
_PAGES: dict[str, tuple[type[Any], str]] = {
    "relationships": (Relationship, "relationship_id"), "people": (Person, "person_id"),
    "companies": (Company, "company_id"),
}  # fmt: skip
"""The screens whose records have pages, with their kind, and the column by which other records belong to one."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a step changed, or a record that came or went with it, in words."""

    change: RowChange
    record: str
    """The kind of the record."""
    about: str
    """The name of the record, or of those it belongs to."""
    column: str
    """Empty where the whole record came or went."""
    field: str
    """The name of the column."""
    before: str
    after: str


def steps(store: Store, text: str = "", limit: int = 2000, span: Span = EVERYTHING) -> list[Step]:
    """Return the newest steps of a span of time.

    text: part of their label or user, or of the name of a company or person they are about.
    """
    found = [step for step in store.steps.history(limit) if span.holds(step)]
    text = text.strip().casefold()
    if not text:
        return found
    companies = [company.id for company in store.all(Company) if text in company.name.casefold()]
    people = [person.id for person in store.all(Person) if text in person.full_name.casefold()]
    about = restoring.steps_about(store, "companies", companies) | restoring.steps_about(store, "people", people)
    return [s for s in found if s.id in about or text in s.label.casefold() or text in s.user.casefold()]


def whom(store: Store, step: Step, words: Words) -> list[str]:
    """Return the names of the first records a step is about, at most MOST_NAMED, each once."""
    found: dict[str, None] = {}
    for change in restoring.first_changes(store, step.id, step.changes, _LOOKED_AT):
        if name := words.about(change.table, change.key, change.after or change.before):
            found.setdefault(name)
        if len(found) == MOST_NAMED:
            break
    return list(found)


def whom_in_words(store: Store, step: Step, words: Words) -> str:
    """Return whom a step is about in a line; "…" stands for those who are not named."""
    names = whom(store, step, words)
    is_whole = len(names) < MOST_NAMED and sum(step.changes.values()) <= _LOOKED_AT
    return "; ".join([*names, *([] if is_whole or not names else ["…"])])


def steps_of(store: Store, table: str, key: int, limit: int = 2000) -> list[Step]:
    """Return the newest steps that touched a company or person or anything of theirs; table: that of the record."""
    about = restoring.steps_about(store, table, [key])
    return [step for step in store.steps.history(limit) if step.id in about]


def wanted(found: list[Value], text: str) -> list[Value]:
    """Return the values about a text or that contain it; all of them where none does, for then their step was meant."""
    word = text.strip().casefold()
    return [v for v in found if any(word in part.casefold() for part in (v.about, v.before, v.after))] or found


def values(store: Store, step: int, words: Words | None = None, without: Collection[str] = ()) -> list[Value]:
    """Return every value a step changed, a record that came or went as one; without: columns left out."""
    words = words or Words(store)
    return [value for change in restoring.changes(store, step) for value in _values_of(change, words, without)]


def _values_of(change: RowChange, words: Words, without: Collection[str] = ()) -> Iterator[Value]:
    record = record_label(change.table)
    about = words.about(change.table, change.key, change.after or change.before)
    columns = [name for name in change.columns if name not in HIDDEN and name not in without]
    if change.before is None or change.after is None:
        before, after = (_whole_record(row, change.table, columns, words) for row in (change.before, change.after))
        yield Value(change, record, about, "", _("deleted") if change.before else _("new"), before, after)
        return
    for column in columns:
        before, after = (words.value(change.table, column, row) for row in (change.before, change.after))
        yield Value(change, record, about, column, label_in(change.table, column), before, after)


def page_of(store: Store, value: Value) -> tuple[str, int] | None:
    """Return the screen and key of the page a value stands on; None where there is none, or no longer."""
    change = value.change
    row = {**(change.before or {}), **(change.after or {}), "id": change.key}
    if change.table == "proofs":
        row["relationship_id"] = next((one.relationship_id for one in store.where(Claim, "id", [row["claim_id"]])), 0)
    for screen, (kind, column) in _PAGES.items():
        key = row.get("id" if change.table == screen else column)
        if isinstance(key, int) and store.where(kind, "id", [key]):
            return screen, key
    return None


def deletion_of(store: Store, table: str, key: int) -> Value | None:
    """Return the change that a record is gone by; None where there is none."""
    change = restoring.deletion_of(store, table, key)
    return next(_values_of(change, Words(store)), None) if change else None


def elsewhere(step: Step) -> str:
    """Return where the values of a step without any are; empty where it changed none."""
    if not sum(step.changes.values()):
        return ""
    return _("This change came with a merge; its values are in the file of {who}.").format(who=step.user)


def put_back(store: Store, value: Value, whole: bool) -> str:
    """Put a value, or with `whole` its record, back as it was before the step; return what was left out, in a sentence.

    Raises UserError when that cannot be.
    """
    left_out = restoring.restore(store, value.change, () if whole or not value.column else (value.column,))
    if not left_out:
        return ""
    return count("{n} person was left out, who was erased.", "{n} people were left out, who were erased.", left_out)


def save_csv(store: Store, found: Iterable[Step], target: Path, text: str = "") -> None:
    """Write steps with every value they changed about `text` as csv, without what is sensitive of people."""
    headings = [_("When"), _("Who"), _("What"), _("Record"), _("About"), _("Field"), _("Before"), _("After")]
    rows: list[list[Cell]] = []
    words, sensitive = Words(store), {field.id for field in store.all(OwnField) if field.sensitive}
    for step in found:
        start: list[Cell] = [step.at.astimezone().isoformat(timespec="seconds"), step.user, step.label]
        found_values = values(store, step.id, words, without=SENSITIVE)
        changed = wanted([one for one in found_values if not _is_sensitive(one, sensitive)], text)
        rows += [[*start, v.record, v.about, v.field, v.before, v.after] for v in changed] or [[*start, *[""] * 5]]
    write_csv(target, headings, rows)


def _is_sensitive(value: Value, fields: Collection[int]) -> bool:
    """Whether this is the value of one of these own fields."""
    return (value.change.after or value.change.before or {}).get("field_id") in fields


def _whole_record(row: dict[str, Any] | None, table: str, columns: list[str], words: Words) -> str:
    parts = (
        f"{label_in(table, name)}: {words.value(table, name, row)}"
        for name in columns
        if row and row.get(name) and name not in OWNING
    )
    return "; ".join(parts)[:LONGEST]
