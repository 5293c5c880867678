"""Why a request has no meeting, in words."""

from collections import Counter

from missionplanner.domain import rules
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, Slot
from missionplanner.i18n import _, count, current
from missionplanner.scheduling.constraints import ALLOWED, free_tables


def why_unplaced(plan: Plan, request: Request) -> str:
    """A true sentence saying why the request cannot be met in the plan as it is."""
    snapshot = plan.snapshot
    slots = sorted(snapshot.slots, key=lambda slot: (slot.starts, slot.id))
    if not slots:
        return _("The mission has no sessions yet.")
    blanket = _always(plan, request, slots[0])
    if blanket:
        return blanket
    common = snapshot.stops_for(request.delegation_id) & snapshot.stops_for(request.counterpart_id)
    if not common:
        return _no_common_stop(snapshot, request)
    there = [slot for slot in slots if snapshot.stop_of_slot[slot.id].id in common]
    usable = [slot for slot in there if all(constraint(plan, request.pair, slot) for constraint in ALLOWED)]
    if not usable:
        return _never_both(plan, request, there)
    return _all_taken(plan, request, usable)


def _always(plan: Plan, request: Request, slot: Slot) -> str:
    """What forbids the meeting whatever the slot: not accepted, or a veto."""
    meeting = _imagined(request, slot)
    for cancelled in plan.snapshot.meetings:
        if cancelled.pair == request.pair and not cancelled.stands:
            return " ".join([_("Its meeting was cancelled."), cancelled.reason]).strip()
    for rule in (rules.takes_part, rules.no_veto):
        for issue in rule(plan, meeting):
            return issue.text
    return ""


def _no_common_stop(snapshot: Snapshot, request: Request) -> str:
    def cities(company: int) -> str:
        names = [snapshot.stop[key].name(current().language) for key in sorted(snapshot.stops_for(company))]
        return ", ".join(names)

    return _("{company} goes to {stops}, {other} to {others}: they share no stop.").format(
        company=snapshot.company[request.delegation_id].name, stops=cities(request.delegation_id),
        other=snapshot.company[request.counterpart_id].name, others=cities(request.counterpart_id),
    )  # fmt: skip


def _never_both(plan: Plan, request: Request, slots: list[Slot]) -> str:
    """The sentence that rules out most of the slots at the common stops."""
    sentences: Counter[str] = Counter()
    for slot in slots:
        meeting = _imagined(request, slot)
        for rule in (
            rules.lunch_kept,
            rules.company_available,
            rules.events_attended,
            rules.delegate_one_at_a_time,
        ):
            sentences.update(issue.text for issue in rule(plan, meeting))
    if not sentences:
        return _("There is no table at the stops both go to.")
    text = _("In none of the {n} slots at their common stops can both be there. For example: {reason}")
    return text.format(n=len(slots), reason=sentences.most_common(1)[0][0])


def _all_taken(plan: Plan, request: Request, slots: list[Slot]) -> str:
    """How the slots both could use are taken."""
    busy = dict.fromkeys(request.pair, 0)
    elsewhere = dict.fromkeys(request.pair, 0)
    full = 0
    for slot in slots:
        meeting = _imagined(request, slot)
        clashes = {c: list(plan.at_the_same_time(meeting, plan.of_company[c])) for c in request.pair}
        for company in request.pair:
            busy[company] += bool(clashes[company])
            elsewhere[company] += _is_elsewhere(plan, company, slot)
        full += not _has_table(plan, meeting, slot)
    name = {company: plan.snapshot.company[company].name for company in request.pair}
    parts = [
        _("{company} has other meetings in {n} of them").format(company=name[c], n=n) for c, n in busy.items() if n
    ]
    parts += [_("{company} has its meetings at the other stop in {n} of them").format(company=name[c], n=n)
              for c, n in elsewhere.items() if n]  # fmt: skip
    if full:
        parts.append(_("every table is taken in {n} of them").format(n=full))
    head = count("Both could use {n} slot", "Both could use {n} slots", len(slots))
    return (
        f"{head}: {'; '.join(parts)}."
        if parts
        else _("{head}; make the timetable again to place it.").format(head=head)
    )


def _is_elsewhere(plan: Plan, company: int, slot: Slot) -> bool:
    stop = plan.snapshot.stop_of_slot[slot.id]
    return any(stop.in_parallel(plan.snapshot.stop_of_slot[m.slot_id]) for m in plan.of_company[company])


def _has_table(plan: Plan, meeting: Meeting, slot: Slot) -> bool:
    venue = plan.snapshot.venue_of_slot[slot.id].id
    tables = [table.id for table in plan.snapshot.tables_of.get(venue, [])]
    taken = sum(len(list(plan.at_the_same_time(meeting, plan.of_table[table]))) > 0 for table in tables)
    return taken < free_tables(plan, venue, slot)


def _imagined(request: Request, slot: Slot) -> Meeting:
    return Meeting(
        id=-1,
        delegation_id=request.delegation_id,
        counterpart_id=request.counterpart_id,
        slot_id=slot.id,
        table_id=0,
    )
