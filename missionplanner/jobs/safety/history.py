"""The readable history: who changed what when, of which company or person, value by value; and putting values back."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from missionplanner.domain.companies import Company, Delegate
from missionplanner.domain.privacy import SENSITIVE
from missionplanner.exchange import spreadsheets as tables
from missionplanner.i18n import N_, _
from missionplanner.jobs.wording import HIDDEN, LONGEST, NAMED, Words, label
from missionplanner.store.history import Step
from missionplanner.store.store import Store
from missionplanner.store.upkeep import restoring as recall
from missionplanner.store.upkeep.restoring import RowChange

RECORDS = {
    "missions": N_("Mission"), "stops": N_("Stop"), "venues": N_("Venue"), "tables": N_("Table"),
    "sectors": N_("Sector"), "texts": N_("Text"), "companies": N_("Company"), "delegates": N_("Delegate"),
    "applications": N_("Application"), "requests": N_("Request"), "sessions": N_("Session"), "slots": N_("Slot"),
    "meetings": N_("Meeting"), "events": N_("Event"), "attendances": N_("Attendance"), "outcomes": N_("Outcome"),
    "availabilities": N_("Availability"), "interpreters": N_("Interpreter"), "offerings": N_("Offers and seeks"),
    "company_sectors": N_("Sector of a company"), "company_stops": N_("Stop of a company"), "reviews": N_("Review"),
    "meeting_delegates": N_("Who attends a meeting"), "attachments": N_("Attachment"), "versions": N_("Version"),
    "markets": N_("Market"), "partners": N_("Partner"), "follow_ups": N_("Follow-up"), "figures": N_("Figure"),
    "letter_templates": N_("Letter"), "travels": N_("Travel time"), "precedences": N_("Order of meetings"),
    "synonyms": N_("Synonyms"), "aliases": N_("Other name"), "views": N_("View"), "criteria": N_("Criterion"),
    "source_drafts": N_("What a source said"), "distinctions": N_("Not the same company"),
    "sector_stops": N_("Stop of a sector"), "match_weights": N_("Weight of suggestions"),
}  # fmt: skip
"""What a record of a table is called."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value a step changed. about: whose it is; column: empty where the record came or went."""

    change: RowChange
    record: str
    about: str
    column: str
    field: str
    before: str
    after: str


def steps(store: Store, text: str = "", limit: int = 2000) -> list[Step]:
    """The newest steps; text: part of the name of a company or person they are about, or of their own name."""
    found = store.history(limit)
    text = text.strip().casefold()
    if not text:
        return found
    companies = [company.id for company in store.all(Company) if text in company.name.casefold()]
    people = [person.id for person in store.all(Delegate) if text in person.full_name.casefold()]
    about = recall.steps_about(store, "companies", companies) | recall.steps_about(store, "delegates", people)
    return [s for s in found if s.id in about or text in s.label.casefold() or text in s.user.casefold()]


def wanted(found: list[Value], text: str) -> list[Value]:
    """The values about somebody or something, or that say it; all of them where none is (its step is meant)."""
    word = text.strip().casefold()
    return [v for v in found if any(word in part.casefold() for part in (v.about, v.before, v.after))] or found


def values(store: Store, step: int, words: Words | None = None, without: Collection[str] = ()) -> list[Value]:
    """Every value a step changed, in words; a record that came or went is one line. without: columns left out."""
    words = words or Words(store)
    found: list[Value] = []
    for change in recall.changes(store, step):
        record, about = _(RECORDS.get(change.table, change.table)), _about(change, words)
        columns = [name for name in change.columns if name not in HIDDEN and name not in without]
        if change.before is None or change.after is None:
            before, after = (_whole(row, change.table, columns, words) for row in (change.before, change.after))
            found.append(Value(change, record, about, "", _("deleted") if change.before else _("new"), before, after))
            continue
        for column in columns:
            before, after = (words.value(change.table, column, row) for row in (change.before, change.after))
            found.append(Value(change, record, about, column, label(column), before, after))
    return found


def put_back(store: Store, value: Value, whole: bool) -> None:
    """Put one value, or with `whole` its record, back as before the step; raises UserError where it cannot be."""
    recall.restore(store, value.change, () if whole or not value.column else (value.column,))


def save_csv(store: Store, found: Iterable[Step], target: Path, text: str = "") -> None:
    """Write steps with every value they changed about `text` as csv, without what is sensitive of people."""
    headings = [_("When"), _("Who"), _("What"), _("Record"), _("About"), _("Field"), _("Before"), _("After")]
    rows: list[list[tables.Cell]] = []
    words = Words(store)
    for step in found:
        start: list[tables.Cell] = [step.at.astimezone().isoformat(timespec="seconds"), step.user, step.label]
        changed = wanted(values(store, step.id, words, without=SENSITIVE), text)
        rows += [[*start, v.record, v.about, v.field, v.before, v.after] for v in changed] or [[*start, *[""] * 5]]
    tables.write_csv(target, headings, rows)


_OF = ("company_id", "delegation_id", "counterpart_id", "meeting_id", "delegate_id", "event_id", "owner_id")
"""Columns that say whose a record is."""


def _about(change: RowChange, words: Words) -> str:
    row = change.after or change.before
    if change.table in NAMED:
        return words.name_in(change.table, row) if row else words.name(change.table, change.key)
    row = row or {}
    found = [words.value(change.table, column, row) for column in _OF if row.get(column)]
    found += [str(row.get(column) or "") for column in ("name", "title", "text") if row.get(column)]
    return " – ".join(dict.fromkeys(part for part in found if part))[:LONGEST]


def _whole(row: dict[str, Any] | None, table: str, columns: list[str], words: Words) -> str:
    parts = (
        f"{label(name)}: {words.value(table, name, row)}"
        for name in columns
        if row and row.get(name) and name not in _OF
    )
    return "; ".join(parts)[:LONGEST]
