"""A copy edited apart, merged back: a change of one side is taken, the user decides where both changed the same.

Rows are compared with their state at the last step both files have in common, which the history knows.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from missionplanner.domain.companies import Delegate
from missionplanner.domain.journals import Letter, PackPrint
from missionplanner.domain.privacy import is_anonymous
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.column_labels import label, record_label
from missionplanner.jobs.timetable import planning
from missionplanner.jobs.wording import Words
from missionplanner.messages import message
from missionplanner.store.change import Change
from missionplanner.store.rows import names
from missionplanner.store.store import Store
from missionplanner.store.tables import KIND_OF, UNDOABLE, StoredTable, record_of
from missionplanner.store.upkeep import comparing
from missionplanner.store.upkeep.comparing import Row, Since


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value both sides changed, or a record one side changed and the other deleted."""

    table: str
    key: int
    column: str
    """Empty where a side deleted the record."""
    record: str
    """The kind of the record, in words."""
    about: str
    """The name of the record, or of those it belongs to."""
    field: str
    """The name of the column."""
    mine: str
    """The value in this file, in words."""
    theirs: str
    """The value in the copy, in words."""


@dataclass(frozen=True)
class CopyComparison:
    """The changes of a copy, as far as they are not in this file."""

    path: Path
    new: list[Since]
    """Rows the copy made."""
    taken: dict[tuple[str, int], Row]
    """Values only the copy changed, by table and key."""
    gone: list[tuple[str, int]]
    """Rows the copy deleted."""
    conflicts: list[Conflict]
    their_rows: dict[tuple[str, int], Row | None]
    """Rows the copy touched, as they are there."""
    contents: dict[str, bytes]
    """Files of new attachments, by digest."""
    mine_gone: dict[tuple[str, int], Row]
    """Rows this file deleted, as they were."""
    journals: list[Any] = field(default_factory=list)
    """Prints and letters only the copy knows."""

    @property
    def number(self) -> int:
        """The number of records it changes without a question."""
        return len(self.new) + len(self.taken) + len(self.gone)


def compare(store: Store, path: Path, password: str = "") -> CopyComparison:
    """Compare this mission with a copy of it.

    Raises UserError when the file is no copy of this one or their histories have no step in common any more.
    """
    with Store.open(path, read_only=True, password=password) as other:
        if other.mission.uid != store.mission.uid:
            text = _("{name} is another mission, no copy of this one.").format(name=path.name)
            raise UserError(text, _("Choose a copy that was made of this file."))
        step = comparing.common_step(store, other)
        if not step:
            text = _("The history of {name} has nothing in common with this file any more.").format(name=path.name)
            raise UserError(text, _("Open it beside this one and enter what is missing."))
        mine, theirs = comparing.changed_since(store, step), comparing.changed_since(other, step)
        found = _compare_files(_Sides(store, Words(store), Words(other)), path, mine, theirs)
        for one in found.new:
            digest = (one.now or {}).get("digest")
            if one.table == "attachments" and isinstance(digest, str) and digest in other.contents:
                found.contents[digest] = other.contents.read(digest)
        found.journals.extend(_journals(store, other))
    return found


def merge(store: Store, found: CopyComparison, theirs: Iterable[Conflict]) -> int:
    """Take the changes of a copy over as one step; theirs: the conflicts in which the copy's value is wanted.

    Return how many conflicts the timetable has afterwards, since both may have planned.
    """
    # Before the attachments that refer to them.
    for content in found.contents.values():
        store.contents.keep(content)
    taken, gone, back = _with_decisions(store, found, theirs)
    keys: dict[tuple[str, int], int] = {}
    with store.change(message("Merge {name}", name=found.path.name)) as change:
        # Owners first: what belongs to new ones refers to the keys they get here.
        for table in UNDOABLE:
            for (name, _key), row in back.items():
                if name == table.name and not comparing.missing(row, name, store):
                    change.insert(record_of(name, row))
            _insert_new(store, change, table, [one for one in found.new if one.table == table.name], keys)
        _update(store, change, taken, keys)
        # The other way round: what belongs to a record goes before it.
        for table in reversed(UNDOABLE):
            change.delete(table.kind, [key for name, key in gone if name == table.name])
    if found.journals:
        store.record(*found.journals)
    return len(planning.conflicts(store.snapshot()))


def _with_decisions(
    store: Store, found: CopyComparison, theirs: Iterable[Conflict]
) -> tuple[dict[tuple[str, int], Row], list[tuple[str, int]], dict[tuple[str, int], Row]]:
    """Return the values to be written, the rows to be deleted, and the rows that come back."""
    taken = {key: dict(row) for key, row in found.taken.items()}
    gone = list(found.gone)
    back: dict[tuple[str, int], Row] = {}
    for one in theirs:
        place = one.table, one.key
        row = found.their_rows[place]
        if one.column and row is not None:
            taken.setdefault(place, {})[one.column] = row[one.column]
        elif row is None:
            gone.append(place)
        else:
            back |= _brought_back(store, found, place, row)
    return taken, gone, back


def _brought_back(store: Store, found: CopyComparison, place: tuple[str, int], row: Row) -> dict[tuple[str, int], Row]:
    """Return a record this file deleted and the copy has, with the rows that went with it and are still there."""
    roots = comparing.owners(place, found.mine_gone, store) | {place}
    wanted = (comparing.hanging(found.mine_gone, roots, store) | roots) - {place}
    rows = {one: found.their_rows.get(one, found.mine_gone[one]) for one in sorted(wanted)}
    return {place: row} | {one: known for one, known in rows.items() if known is not None}


@dataclass(frozen=True, slots=True)
class _Sides:
    """This file, and the words for the rows of either file: a slot the copy made is known there alone."""

    store: Store
    mine: Words
    theirs: Words


def _compare_files(
    sides: _Sides, path: Path, mine: dict[tuple[str, int], Since], theirs: dict[tuple[str, int], Since]
) -> CopyComparison:
    mine_gone = {place: one.then for place, one in mine.items() if one.now is None and one.then is not None}
    found = CopyComparison(path, [], {}, [], [], {place: one.now for place, one in theirs.items()}, {}, mine_gone)
    for place, their in theirs.items():
        if their.then is None:
            found.new.append(their)
            continue
        my = mine.get(place)
        if my is None or (my.then is None):
            if their.now is None:
                found.gone.append(place)
            elif not _was_erased(sides.store, place):
                found.taken[place] = _changed(their.then, their.now)
        elif my.now != their.now:
            _compare_row(sides, found, my, their)
    _decide_with_owners(sides, found, theirs)
    return found


def _was_erased(store: Store, place: tuple[str, int]) -> bool:
    """Whether it is a person whose data this file erased, which no copy may bring back."""
    table, key = place
    return table == "delegates" and any(is_anonymous(person) for person in store.where(Delegate, "id", [key]))


def _decide_with_owners(sides: _Sides, found: CopyComparison, theirs: dict[tuple[str, int], Since]) -> None:
    """Have rows that belong to a disputed record be decided with that record."""
    disputed = {(one.table, one.key) for one in found.conflicts if not one.column}
    went = {place: theirs[place].then or {} for place in found.gone}
    kept = comparing.hanging(went, disputed, sides.store)
    found.gone[:] = [place for place in found.gone if place not in kept]
    fresh = {(one.table, one.key): one.now or {} for one in found.new}
    for place, then in found.mine_gone.items():
        if place not in disputed and place not in theirs and comparing.hanging(fresh, [place], sides.store):
            found.their_rows[place] = then
            about = sides.mine.about(*place, then)
            found.conflicts.append(Conflict(*place, "", record_label(place[0]), about, "", _("deleted"), _("changed")))


def _compare_row(sides: _Sides, found: CopyComparison, my: Since, their: Since) -> None:
    """Compare a row both sides touched: column by column where it is still there on both."""
    place = my.table, my.key
    then = their.then or {}
    about = sides.theirs.about(*place, their.now or their.then)
    record = record_label(my.table)
    if my.now is None or their.now is None:
        words = (_("deleted") if row is None else _("changed") for row in (my.now, their.now))
        found.conflicts.append(Conflict(*place, "", record, about, "", *words))
        return
    mine_changed, theirs_changed = _changed(then, my.now), _changed(then, their.now)
    taken = {name: value for name, value in theirs_changed.items() if name not in mine_changed}
    if taken:
        found.taken[place] = taken
    for name, value in theirs_changed.items():
        if name in mine_changed and mine_changed[name] != value:
            ours = sides.mine.value(my.table, name, my.now)
            found.conflicts.append(
                Conflict(*place, name, record, about, label(name), ours, sides.theirs.value(my.table, name, their.now))
            )


def _changed(then: Row, now: Row) -> Row:
    return {name: value for name, value in now.items() if then.get(name) != value}


def _insert_new(
    store: Store, change: Change, table: StoredTable, new: list[Since], keys: dict[tuple[str, int], int]
) -> None:
    """Insert rows the copy made and note their new keys; rows of a record that was deleted here are left out."""
    rows = [one for one in new if one.now is not None]
    known = _keys_here(store, table) if rows else {}
    for one in rows:
        row = _with_new_keys(dict(one.now or {}), table.name, store, keys)
        key = known.get(_identity(row))
        if key is None:
            if comparing.missing(row, table.name, store):
                continue
            key = change.insert(record_of(table.name, {**row, "id": 0}))
        keys[table.name, one.key] = key


def _update(store: Store, change: Change, taken: dict[tuple[str, int], Row], keys: dict[tuple[str, int], int]) -> None:
    """Write values of the copy into rows that are still here."""
    for (name, key), values in taken.items():
        kind = KIND_OF[name]
        found: list[Any] = store.where(kind, "id", [key])
        if not found:
            continue
        fresh = _with_new_keys(dict(values), name, store, keys)
        now = dict(zip(names(kind), store.row(kind, key), strict=True)) | fresh
        if not comparing.missing(now, name, store):
            change.update(record_of(name, now))


def _keys_here(store: Store, table: StoredTable) -> dict[Any, int]:
    """Return the keys of rows by their identity, to find those that came with an earlier merge of the same copy."""
    return {_identity(row): int(row["id"] or 0) for row in comparing.rows(store, table)}


def _identity(row: Row) -> Any:
    """Return the uid of a row, or all its values where it has none."""
    return row.get("uid") or tuple((name, value) for name, value in row.items() if name != "id")


def _with_new_keys(row: Row, table: str, store: Store, keys: dict[tuple[str, int], int]) -> Row:
    """Return a row of the copy with the keys that rows it refers to got here."""
    for column, value in row.items():
        target = comparing.linked_table(store, table, column, row)
        if target and isinstance(value, int):
            row[column] = keys.get((target, value), value)
    return row


def _journals(store: Store, other: Store) -> list[Any]:
    """Return the prints and letters only the copy knows."""
    found: list[Any] = []
    for kind in (PackPrint, Letter):
        known = {_values_but_key(one) for one in store.all(kind)}
        found += [_without_its_key(one) for one in other.all(kind) if _values_but_key(one) not in known]
    return found


def _values_but_key(one: Any) -> tuple[Any, ...]:
    return tuple(getattr(one, name) for name in names(type(one)) if name != "id")


def _without_its_key(one: Any) -> Any:
    return type(one)(**{name: getattr(one, name) for name in names(type(one)) if name != "id"})
