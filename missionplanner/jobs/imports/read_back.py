"""Workbooks that come back: what colleagues changed in them, cell by cell, written as one step."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from missionplanner.domain.fingerprints import Salt
from missionplanner.domain.journals import FileImport
from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.exchange import files
from missionplanner.exchange.books import read_again
from missionplanner.i18n import _, count, current, translator
from missionplanner.jobs.cell_edits import Edit
from missionplanner.jobs.imports import own_workbook, row_editor, row_editors
from missionplanner.jobs.imports.erased_people import KnownErased
from missionplanner.jobs.imports.own_workbook import OwnRow, OwnSheet
from missionplanner.jobs.imports.row_editor import RowEditor
from missionplanner.jobs.job import Job
from missionplanner.jobs.lists import record_sheets, row_marks
from missionplanner.jobs.lists.record_columns import RecordColumn, SheetFacts
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.store.change import Change
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups, erasing
from missionplanner.user import user_name


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that somebody changed in the workbook."""

    kind: str
    """Of its record: a key of record_sheets.NAMES."""
    sheet: str
    row: int
    record: str
    """The name of its record."""
    column: str
    """Its heading in the language of the screen."""
    old: str
    """The value in the mission now, as the workbook would say it."""
    edit: Edit
    refusal: str = ""
    """Why it cannot be taken; empty where it can."""
    is_clash: bool = False
    """Whether the mission says something else since the workbook was exported."""


@dataclass(frozen=True, slots=True)
class AddedRow:
    """A row that somebody added to the workbook."""

    kind: str
    sheet: str
    row: int
    name: str
    edits: tuple[Edit, ...]
    refusal: str = ""
    """Why no record can be made of it; empty where one can."""


@dataclass(frozen=True, slots=True)
class ReadBack:
    """The changes a workbook that comes back would make; nothing is written yet."""

    file_name: str
    digest: str
    read: int
    """Rows of records."""
    changes: tuple[CellChange, ...]
    added: tuple[AddedRow, ...]
    gone: int
    """Rows whose records are no longer in the mission."""
    unknown: tuple[str, ...]
    """Headings of columns that are not read back."""

    def taken(self, over: bool) -> list[CellChange]:
        """Return the cells that would be changed; over: also those that were changed here since."""
        return [one for one in self.changes if not one.refusal and (over or not one.is_clash)]

    @property
    def new(self) -> list[AddedRow]:
        """The rows that would become records."""
        return [one for one in self.added if not one.refusal]

    def count(self, over: bool = False) -> dict[str, int]:
        """Return how many rows were read and what becomes of them."""
        changed = {(one.sheet, one.row) for one in self.taken(over)}
        refused = {(one.sheet, one.row) for one in self.changes} - changed
        new, rejected = len(self.new), len(self.added) - len(self.new) + self.gone + len(refused)
        same = self.read - new - len(changed) - rejected
        return {"read": self.read, "new": new, "changed": len(changed), "same": same, "duplicates": 0,
                "rejected": rejected}  # fmt: skip


def analyse(path: Path) -> Job[ReadBack, ReadBack]:
    """Return the job that works out what a workbook that comes back would change.

    It raises UserError when the file cannot be read or is of another mission.
    """

    def work(found: ReadBack, progress: Progress) -> ReadBack:
        progress.report(0.9)
        return found

    return Job(_("Reading {name}").format(name=path.name), lambda store: compared(store, path), work)


def compared(store: Store, path: Path) -> ReadBack:
    """Return what a workbook that comes back would change.

    Raises UserError when the file cannot be read or is of another mission.
    """
    source = files.load(path)
    snapshot, mission = store.snapshot(), store.mission
    found = own_workbook.read(source, snapshot)
    if any(sheet.mark != row_marks.sheet_mark(sheet.mark.kind, sheet.mark.language, mission.uid) for sheet in found):
        raise UserError(
            _("{name} was exported from another mission.").format(name=path.name),
            _("Open that mission, or a copy of it."),
        )
    comparison = _Comparison(store, snapshot)
    for sheet in found:
        comparison.look_at(sheet)
    erased = KnownErased(Salt.of(mission.uid), erasing.remembered(store))
    return ReadBack(
        erased.without(path.name),
        hashlib.sha256(source.content).hexdigest(),
        sum(len(sheet.rows) for sheet in found),
        tuple(comparison.changes),
        tuple(comparison.added),
        comparison.gone,
        tuple(dict.fromkeys(text for sheet in found for text in sheet.unknown)),
    )


def accept(store: Store, found: ReadBack, over: bool = False) -> None:
    """Write what was changed as one step, after a backup, and note it in the journal of imports.

    over: also over what was changed in the mission since the export.
    """
    backups.keep(store)
    counted = found.count(over)
    with store.change(message("Import {name}", name=found.file_name)) as change:
        for kind in record_sheets.NAMES:
            editor = row_editors.of_kind(store, kind)
            _save(change, editor, [one.edit for one in found.taken(over) if one.kind == kind])
            for row in found.new:
                if row.kind == kind:
                    editor.add(change, row.edits)
        change.record(
            FileImport(
                file_name=found.file_name, kind="workbook", digest=found.digest, read=counted["read"],
                new=counted["new"], changed=counted["changed"], same=counted["same"], rejected=counted["rejected"],
                imported_at=datetime.now(UTC), imported_by=user_name(),
            )
        )  # fmt: skip


def in_words(found: ReadBack, over: bool) -> str:
    """Return how many cells are changed and how many records are new."""
    cells = count("{n} cell changed", "{n} cells changed", len(found.taken(over)))
    new = count("{n} record added", "{n} records added", len(found.new))
    return f"{cells}, {new}" if found.new else cells


def _save(change: Change, editor: RowEditor[Any], edits: Iterable[Edit]) -> None:
    by_record: dict[int, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_record[edit.key].append(edit)
    before = editor.records(by_record)
    for key, record in before.items():
        after, refused = row_editor.changed(editor, record, by_record[key])
        if refused:
            raise UserError(next(iter(refused.values())), _("Look at the workbook again."))
        editor.save(change, record, after)


class _Comparison:
    """Compares rows with the mission as it is."""

    def __init__(self, store: Store, snapshot: Snapshot) -> None:
        self._store, self._snapshot = store, snapshot
        self.changes: list[CellChange] = []
        self.added: list[AddedRow] = []
        self.gone = 0

    def look_at(self, sheet: OwnSheet) -> None:
        """Note what is other in a sheet."""
        kind, facts = sheet.mark.kind, SheetFacts(self._snapshot, translator(sheet.mark.language))
        known = {record.uid: record for record in record_sheets.records(facts, kind)}
        editor = row_editors.of_kind(self._store, kind)
        twice = Counter(row.mark.uid for row in sheet.rows)
        seen: set[str] = set()
        for row in sheet.rows:
            uid = row.mark.uid
            if not uid or (uid in seen and twice[uid] > 1):
                # A row that was copied carries the mark of the other.
                self._add(sheet, row, editor)
            elif uid in known:
                self.changes += self._changes(sheet, row, facts, (known[uid], editor))
            else:
                self.gone += 1
            seen.add(uid)

    def _changes(
        self, sheet: OwnSheet, row: OwnRow, facts: SheetFacts, of: tuple[Any, RowEditor[Any]]
    ) -> Iterator[CellChange]:
        """Yield the cells of a row that somebody changed, each tried on what the others made."""
        record, editor = of
        columns = record_sheets.columns_of(self._snapshot, sheet.mark.kind, sensitive=True)
        other = [found for column in columns if (found := self._change(sheet, row, facts, (record, column)))]
        if not other:
            return
        typed = editor.records([record.id])[record.id]
        _after, refused = row_editor.changed(editor, typed, [change.edit for change in other])
        yield from (replace(change, refusal=refused.get(change.edit, "")) for change in other)

    def _change(
        self, sheet: OwnSheet, row: OwnRow, facts: SheetFacts, of: tuple[Any, RecordColumn]
    ) -> CellChange | None:
        """Return the change of a cell; None where nobody changed it, or the mission says the same by now."""
        record, column = of
        if column.key not in row.cells:
            return None
        text, now = row.cells[column.key].strip(), read_again(column.value(facts, record))
        exported = row.mark.digests.get(column.key)
        if _same(text, now) or self._digest(record.uid, column.key, text) == exported:
            return None
        field = row_editors.field(sheet.mark.kind, column.key, sheet.mark.language) if column.is_edited else ""
        edit = Edit(record.id, field, text)
        clash = exported is not None and self._digest(record.uid, column.key, now) != exported
        name = row_editors.name_of(self._snapshot, record)
        return CellChange(
            sheet.mark.kind, sheet.name, row.number, name, column.title(current()), now, edit, is_clash=clash
        )  # fmt: skip

    def _digest(self, uid: str, key: str, text: str) -> str:
        return row_marks.digest(self._snapshot.mission.uid, uid, key, text)

    def _add(self, sheet: OwnSheet, row: OwnRow, editor: RowEditor[Any]) -> None:
        columns: Sequence[RecordColumn] = record_sheets.columns_of(self._snapshot, sheet.mark.kind, sensitive=True)
        edited = {column.key for column in columns if column.is_edited or column.key in editor.needed}
        texts = {key: text.strip() for key, text in row.cells.items() if text.strip() and key in edited}
        if not texts:
            return
        edits = tuple(Edit(0, key, text) for key, text in texts.items())
        try:
            editor.note(editor.new(edits))
            refusal = ""
        except UserError as error:
            refusal = error.text
        name = " ".join(texts[key] for key in editor.naming if key in texts)
        self.added.append(AddedRow(sheet.mark.kind, sheet.name, row.number, name, edits, refusal))


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())
