"""Parcels as bytes: JSON, packed. What is read was written by another computer and is believed in nothing."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any

from missionplanner.store.merging.layout import Layout
from missionplanner.store.merging.lineages import Heads
from missionplanner.store.merging.parcels import Parcel
from missionplanner.store.merging.reading import JOURNALS
from missionplanner.store.merging.state import Dot, KnownPlan, KnownRow, KnownStep, MergeState, StepId, Values, Write
from missionplanner.store.rows import Value, names

_MOST = 256_000_000
"""Bytes a parcel may hold when it is unpacked."""
_BYTES = "base64"
"""The key that stands for bytes, which JSON does not have."""
_FAULTS = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)
"""Raised by reading a parcel that this program did not write."""


class NewerFormat(Exception):
    """A parcel of a program that is newer than this one."""


def packed(parcel: Parcel, layout: Layout) -> bytes:
    """Return a parcel as bytes; the same parcel always gives the same ones."""
    state = parcel.state
    document = {
        "format": parcel.format,
        "after": parcel.after,
        "heads": parcel.heads,
        "seen": state.seen,
        "columns": {name: layout[name].columns for name in sorted({row.table for row in state.rows.values()})},
        "rows": [_row(uid, row) for uid, row in sorted(state.rows.items())],
        "deletions": [[dot, sorted(members)] for dot, members in sorted(state.deletions.items())],
        "revocations": [[dot, sorted(by)] for dot, by in sorted(state.revocations.items())],
        "steps": [
            [*step, one.label, one.user, one.at, one.kind, one.digest, one.past, one.counts]
            for step, one in sorted(state.steps.items())
        ],
        "plans": [[*step, sorted(plan.sessions), plan.content] for step, plan in sorted(state.plans.items())],
        "erased": sorted(state.erased),
        "marks": sorted(state.marks),
        "journals": {
            table.name: {
                "columns": names(table.kind),
                "entries": [_values(entry) for _uid, entry in sorted(state.journals[table.name].items())],
            }
            for table in JOURNALS
            if state.journals.get(table.name)
        },
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def unpacked(content: bytes, layout: Layout, defaults: Mapping[str, Values], number: int) -> Parcel:
    """Return a parcel that was packed.

    defaults: the values a new row of each table has, for columns that an older program does not know. number: the
    format of this program. Raises NewerFormat where a newer program wrote it, and ValueError where it is damaged.
    """
    try:
        document = json.loads(_text(content))
        if int(document["format"]) > number:
            raise NewerFormat
        return _Reader(layout, defaults).parcel(document)
    except _FAULTS as error:
        raise ValueError("damaged parcel") from error


def _text(content: bytes) -> str:
    reader = zlib.decompressobj()
    try:
        text = reader.decompress(content, _MOST)
    except zlib.error as error:
        raise ValueError("damaged parcel") from error
    if reader.unconsumed_tail or not reader.eof:
        raise ValueError("a parcel cut short, or absurdly long")
    return text.decode("utf-8", "surrogatepass")


def _row(uid: str, row: KnownRow) -> list[Any]:
    registers = {
        name: [[*dot, _values(write.values), write.stands_for] for dot, write in sorted(written.items())]
        for name, written in row.registers.items()
    }
    return [uid, row.table, row.birth, _values(row.values), registers]


def _values(values: Values) -> list[Any]:
    return [{_BYTES: b64encode(one).decode("ascii")} if isinstance(one, bytes) else one for one in values]


class _Reader:
    """Reads the parts of a parcel, each only as what it has to be."""

    def __init__(self, layout: Layout, defaults: Mapping[str, Values]) -> None:
        self._layout = layout
        self._defaults = defaults

    def parcel(self, document: Any) -> Parcel:
        """Return the parcel of a document."""
        columns = document["columns"]
        state = MergeState(
            seen=_vector(document["seen"]),
            rows=dict(self._row(line, columns) for line in document["rows"]),
            deletions={_dot(dot): frozenset(map(_string, members)) for dot, members in document["deletions"]},
            revocations={_dot(dot): frozenset(map(_step, by)) for dot, by in document["revocations"]},
            steps=dict(map(_known_step, document["steps"])),
            plans={
                _step(line[:2]): KnownPlan(frozenset(map(_string, line[2])), _string(line[3]))
                for line in document["plans"]
            },
            erased=frozenset(map(_string, document["erased"])),
            marks=frozenset((_string(kind), _string(mark)) for kind, mark in document["marks"]),
            journals={table.name: {} for table in JOURNALS},
        )
        for table in JOURNALS:
            found = document["journals"].get(table.name)
            if found:
                state.journals[table.name] = dict(_entries(found, names(table.kind)))
        return Parcel(_heads(document["after"]), _heads(document["heads"]), state, int(document["format"]))

    def _row(self, line: Any, columns: Mapping[str, Any]) -> tuple[str, KnownRow]:
        uid, table, birth, values, registers = line
        layout = self._layout[table]
        known = [_string(name) for name in columns[table]]
        found = dict(zip(known, map(_value, values), strict=True))
        full = tuple(
            found.get(name, default) for name, default in zip(layout.columns, self._defaults[table], strict=True)
        )
        row = KnownRow(layout.name, full, _step(birth))
        for name, written in registers.items():
            size = len(layout.registers.get(name, ()))
            row.registers[_string(name)] = dict(_write(one, size) for one in written)
        if full[layout.columns.index("uid")] != uid:
            raise ValueError("a row with two uids")
        return _string(uid), row


def _write(line: Any, size: int) -> tuple[Dot, Write]:
    replica, n, place, values, stands_for = line
    found = tuple(map(_value, values))
    if len(found) != size:
        raise ValueError("a register of other columns")
    return _dot((replica, n, place)), Write(found, _step(stands_for) if stands_for else None)


def _entries(found: Any, columns: tuple[str, ...]) -> Any:
    if tuple(found["columns"]) != columns:
        raise ValueError("a journal of other columns")
    place = columns.index("uid")
    for line in found["entries"]:
        entry = tuple(map(_value, line))
        if len(entry) != len(columns):
            raise ValueError("an entry of other columns")
        yield _string(entry[place]), entry


def _known_step(line: Any) -> tuple[StepId, KnownStep]:
    replica, n, *words = line
    return _step((replica, n)), KnownStep(*map(_string, words))


def _vector(found: Any) -> dict[str, int]:
    return {_string(replica): _number(n) for replica, n in found.items()}


def _heads(found: Any) -> Heads:
    return {_string(replica): (_number(n), _string(digest)) for replica, (n, digest) in found.items()}


def _dot(found: Any) -> Dot:
    replica, n, place = found
    return _string(replica), _number(n), _number(place)


def _step(found: Any) -> StepId:
    replica, n = found
    return _string(replica), _number(n)


def _string(found: Any) -> str:
    if not isinstance(found, str):
        raise ValueError("no text")
    return found


def _number(found: Any) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found < 2**53:
        raise ValueError("no number of a step")
    return found


def _value(found: Any) -> Value:
    if isinstance(found, dict):
        return b64decode(found[_BYTES], validate=True)
    if found is not None and not isinstance(found, str | int | float):
        raise ValueError("no value")
    return found
