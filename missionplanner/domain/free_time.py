"""Who is free at a time: which companies could have one more meeting then, as the rules of the timetable have it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from missionplanner.domain import people_rules, rules
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Table
from missionplanner.domain.moves import Grade, Moves, MoveVerdict
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, Owner, Slot

OF_ONE: tuple[rules.Rule, ...] = (
    rules.takes_part,
    people_rules.wants_meetings,
    rules.stop_attended,
    rules.lunch_kept,
    rules.company_available,
    rules.events_attended,
    rules.company_one_at_a_time,
    people_rules.delegate_one_at_a_time,
    rules.stops_in_parallel,
    rules.travel_time,
    rules.most_a_day,
)
"""The rules that say of one company alone whether it can meet anybody; the others are about two, or about a table."""

_ORDER = (Grade.FREE, Grade.WARY, Grade.REFUSED)


def why_busy(plan: Plan, company_id: int, slot: Slot) -> str:
    """Return why a company could have no meeting in a slot, in the sentence of the rule; empty where it is free."""
    tried = Meeting(id=-1, delegation_id=company_id, counterpart_id=0, slot_id=slot.id, table_id=0)
    near = {m.id: m for key in (company_id, *plan.sharing.get(company_id, ())) for m in plan.of_company.get(key, ())}
    trial = plan.over([*near.values(), tried])
    return next((issue.text for rule in OF_ONE for issue in rule(trial, tried)), "")


def is_free(plan: Plan, company_id: int, slots: Iterable[Slot]) -> bool:
    """Whether a company could have a meeting in one of the slots."""
    return any(not why_busy(plan, company_id, slot) for slot in slots)


def free_companies(plan: Plan, slots: Sequence[Slot], side: Side | None = None) -> list[Company]:
    """Return the companies of a side, or of both, that could have a meeting in one of the slots, by side and name."""
    sides = (side,) if side else tuple(Side)
    return [one for each in sides for one in plan.snapshot.participants(each) if is_free(plan, one.id, slots)]


def free_tables(plan: Plan, slots: Iterable[Slot]) -> tuple[list[Table], int]:
    """Return the tables nobody has in the slots and that can be used then, and how many there are at all."""
    found, number = [], 0
    for slot in {plan.snapshot.venue_of_slot[slot.id].id: slot for slot in slots}.values():
        tables = plan.snapshot.tables_of.get(plan.snapshot.venue_of_slot[slot.id].id, [])
        taken = {meeting.table_id for meeting in plan.during(slot)}
        number += len(tables)
        found += [t for t in tables if t.id not in taken and plan.absence(Owner.TABLE, t.id, slot) is None]
    return found, number


def slots_at(snapshot: Snapshot, moment: datetime, stop_id: int | None = None) -> list[Slot]:
    """Return the slots that go on at a time, of a stop or of all."""
    return [
        slot
        for slot in snapshot.slots
        if slot.starts <= moment < slot.ends and stop_id in (None, snapshot.stop_of_slot[slot.id].id)
    ]


def best_place(moves: Moves, slots: Sequence[Slot]) -> MoveVerdict:
    """Return what putting a meeting into the best of the slots means; slots: at least one."""
    best = min(slots, key=lambda slot: _ORDER.index(moves.grade(slot.id)))
    return moves.verdict(best.id)
