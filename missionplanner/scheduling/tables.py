"""Which table each meeting gets: companies stay where they are as far as possible."""

from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, Owner
from missionplanner.scheduling.objective import Assignment
from missionplanner.scheduling.problem import Problem


def seat(snapshot: Snapshot, problem: Problem, assignment: Assignment) -> dict[int, int]:
    """Table keys by wish. A wish for which no table is left is missing (only where sessions of one venue overlap)."""
    plan = Plan(snapshot, [])
    found = {n: wish.kept.table_id for n, wish in enumerate(problem.wishes) if wish.kept and n in assignment}
    taken: dict[int, list[int]] = {}
    for number, table in found.items():
        taken.setdefault(table, []).append(assignment[number])
    home: dict[tuple[int, int], int] = {}
    held = {m.pair: m for m in snapshot.meetings if m.stands}
    for number in sorted(assignment, key=lambda n: (problem.slots[assignment[n]].starts, n)):
        if number in found:
            continue
        slot = problem.slots[assignment[number]]
        venue = snapshot.venue_of_slot[slot.id].id
        tables = [table.id for table in snapshot.tables_of.get(venue, [])]
        companies = problem.wishes[number].companies
        before = held.get(problem.wishes[number].request.pair)
        wanted = [before.table_id] if before and before.slot_id == slot.id else []
        wanted += [home[c, venue] for c in reversed(companies) if (c, venue) in home]
        seat_at = next((t for t in [*wanted, *tables] if _is_free(plan, problem, t, assignment[number], taken)), None)
        if seat_at is None:
            continue
        found[number] = seat_at
        taken.setdefault(seat_at, []).append(assignment[number])
        for company in companies:
            home[company, venue] = seat_at
    return found


def to_meetings(problem: Problem, assignment: Assignment, tables: dict[int, int]) -> list[Meeting]:
    """The meetings of an assignment: kept ones as they are, new ones without a key."""
    found = []
    for number, table in sorted(tables.items()):
        wish = problem.wishes[number]
        found.append(wish.kept or Meeting(
            delegation_id=wish.request.delegation_id, counterpart_id=wish.request.counterpart_id,
            slot_id=problem.slots[assignment[number]].id, table_id=table,
        ))  # fmt: skip
    return found


def _is_free(plan: Plan, problem: Problem, table: int, index: int, taken: dict[int, list[int]]) -> bool:
    slot = problem.slots[index]
    if plan.absence(Owner.TABLE, table, slot):
        return False
    return not any(problem.slots[other].span.overlaps(slot.span) for other in taken.get(table, []))
