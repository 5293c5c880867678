"""States by hand, over tables with few columns."""

import json

from missionplanner.domain.people import Person
from missionplanner.store.merging.layout import Layout, Link, TableLayout
from missionplanner.store.merging.state import Dot, KnownRow, KnownStep, MergeState, StepId, Vector, Write
from missionplanner.store.rows import Value, names

A, B, C = ("a", 1), ("b", 1), ("c", 1)
"""The first steps of three files; `a` made what they have in common."""


def table(
    name: str, columns: str, links: tuple[Link, ...] = (), natural: str = "", is_single: bool = False
) -> TableLayout:
    """Return the layout of a table; columns that are one register are joined by `+`."""
    groups = [group.split("+") for group in columns.split()]
    named = ("id", "uid", *(column for group in groups for column in group))
    registers = {group[0]: tuple(named.index(column) for column in group) for group in groups}
    at = {place: register for register, places in registers.items() for place in places}
    register_at = tuple(at.get(place, "") for place in range(len(named)))
    keys = tuple(named.index(column) for column in natural.split())
    return TableLayout(name, named, registers, links, {}, keys, is_single, None, register_at)


LAYOUT: Layout = {
    one.name: one
    for one in (
        table("companies", "name city"),
        table("applications", "company_id status", (Link("company_id", 2, "companies", True),), "company_id", True),
        table("offerings", "company_id text", (Link("company_id", 2, "companies", True),), "company_id text"),
        table(
            "aliases",
            "company_id merged_id",
            (Link("company_id", 2, "companies", True), Link("merged_id", 3, "companies", False)),
        ),
        table("source_drafts", "company_id content", (Link("company_id", 2, "companies", True),)),
        table("sectors", "parent_id", (Link("parent_id", 2, "sectors", False),)),
        table("sessions", "name"),
        table("slots", "session_id", (Link("session_id", 2, "sessions", True),)),
        table(
            "meetings",
            "company_id slot_id+table_id notes",
            (Link("company_id", 2, "companies", True), Link("slot_id", 3, "slots", True)),
        ),
        TableLayout("people", names(Person), {}, (), {}, (), False, None, ()),
        table("meeting_delegates", "meeting_id", (Link("meeting_id", 2, "meetings", True),)),
        table("outcomes", "meeting_id", (Link("meeting_id", 2, "meetings", True),)),
    )
}


def row(table: str, uid: str, *values: Value, birth: StepId = A, **registers: dict[Dot, Write]) -> KnownRow:
    """Return a row with the registers that were written since it was made."""
    return KnownRow(table, (None, uid, *values), birth, registers)


def written(found: KnownRow, registers: dict[str, dict[Dot, Write]]) -> KnownRow:
    """Return a row with registers that were written since."""
    found.registers.update(registers)
    return found


def step(at: str = "", **past: int) -> KnownStep:
    """Return a step made at a time by a file that had seen these steps of others."""
    return KnownStep("", "", at, "change", "", json.dumps(past) if past else "", "")


def erasure() -> KnownStep:
    """Return a step that erased somebody."""
    return KnownStep("", "", "", "erase", "", "", "")


def state(*rows: KnownRow, **parts: object) -> MergeState:
    """Return a state of these rows, all of them seen."""
    steps = [found for one in rows for found in (one.birth, *(dot[:2] for w in one.registers.values() for dot in w))]
    seen: Vector = {}
    for replica, n in steps:
        seen[replica] = max(seen.get(replica, 0), n)
    return MergeState(**{"seen": seen, "rows": {str(one.values[1]): one for one in rows}, **parts})  # type: ignore[arg-type]
