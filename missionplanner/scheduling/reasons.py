"""Why a request has no meeting, in words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from missionplanner.domain import people_rules, rules
from missionplanner.domain.advice import Cause
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, MeetingStatus, Owner, Slot
from missionplanner.i18n import _, count, current
from missionplanner.progress import Progress
from missionplanner.scheduling.formulation import Formulation
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.slot_constraints import ALLOWED, allows, imagined, is_at_office

NEAREST = 6
"""In so many slots at most a meeting is looked for that could move away."""


class Explainer:
    """Says why requests cannot be met in a plan as it is."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._slots = sorted(plan.snapshot.slots, key=lambda slot: (slot.starts, slot.id))

    def why_unplaced(self, request: Request) -> str:
        """A true sentence saying why, and where there is one, which single meeting would have to move."""
        return self.explained(request)[1]

    def explained(self, request: Request) -> tuple[Cause, str]:
        """The kind of the reason, and the sentence."""
        plan, snapshot = self.plan, self.plan.snapshot
        if not self._slots:
            return Cause.AWAY, _("The mission has no sessions yet.")
        blanket = _always(plan, request, self._slots[0])
        if blanket:
            return Cause.EXCLUDED, blanket
        common = snapshot.stops_for(request.delegation_id) & snapshot.stops_for(request.counterpart_id)
        if not common:
            return Cause.APART, _no_common_stop(snapshot, request)
        there = [slot for slot in self._slots if snapshot.stop_of_slot[slot.id].id in common]
        usable = [slot for slot in there if all(constraint(plan, request.pair, slot) for constraint in ALLOWED)]
        if not usable:
            return Cause.AWAY, _never_both(plan, request, there)
        parts = (_all_taken(plan, request, usable), self._nearest(request, usable))
        return Cause.TAKEN, " ".join(part for part in parts if part)

    def _nearest(self, request: Request, usable: list[Slot]) -> str:
        """The first slot that is free but for one meeting which can go elsewhere."""
        tried = 0
        for slot in usable:
            wanted = imagined(request.pair, slot)
            clashes = {
                m.id: m for c in request.pair for m in self.plan.at_the_same_time(wanted, self.plan.of_company[c])
            }
            if len(clashes) != 1 or tried == NEAREST:
                continue
            other = next(iter(clashes.values()))
            if other.locked or other.status is not MeetingStatus.PLANNED:
                continue
            tried += 1
            target = self._elsewhere(request, slot, other)
            if target:
                text = _("It could be on {when} if {company} and {other} met on {then} instead.")
                name = self.plan.snapshot.company
                return text.format(
                    when=current().moment(slot.starts),
                    then=current().moment(target.starts),
                    company=name[other.delegation_id].name,
                    other=name[other.counterpart_id].name,
                )
        return ""

    def _elsewhere(self, request: Request, slot: Slot, other: Meeting) -> Slot | None:
        """A slot to which the other meeting could go so that the request fits into its slot without any conflict."""
        here = _fits(self.plan, request.pair, slot, other)
        if here is None:
            return None
        for target in self._slots:
            there = None if target.span.overlaps(slot.span) else _fits(self.plan, other.pair, target, other)
            if there and self._is_lawful(here, replace(there, id=-2), other):
                return target
        return None

    def _is_lawful(self, here: Meeting, there: Meeting, other: Meeting) -> bool:
        """Whether both meetings break no rule among those they touch, once the other is gone."""
        plan = self.plan
        near = [
            *(plan.of_company[key] for key in (*here.pair, *there.pair)),
            plan.during(plan.slot(here)),
            plan.during(plan.slot(there)),
        ]
        touched = {meeting.id: meeting for meetings in near for meeting in meetings if meeting.id != other.id}
        trial = plan.over([*touched.values(), here, there])
        return not any(True for meeting in (here, there) for _issue in rules.conflicts(trial, meeting))


def _fits(plan: Plan, pair: tuple[int, int], slot: Slot, gone: Meeting) -> Meeting | None:
    """A meeting of the pair in the slot, at a free table and with a free interpreter, once the other is gone."""
    meeting, at_office = imagined(pair, slot), is_at_office(plan, pair, slot)

    def is_free(meetings: Iterable[Meeting], most: int = 1) -> bool:
        return sum(1 for m in plan.at_the_same_time(meeting, meetings) if m.id != gone.id) < most

    if not all(is_free(plan.of_company[company], plan.at_once(company)) for company in pair):
        return None
    if not allows(plan, pair, slot):
        return None
    tables = plan.snapshot.tables_of.get(plan.snapshot.venue_of_slot[slot.id].id, [])
    taken = {other.table_id for other in plan.during(slot) if other.id != gone.id}
    usable = (t.id for t in tables if t.id not in taken and not plan.absence(Owner.TABLE, t.id, slot))
    table = next(usable, None)
    person, needed = None, plan.interpreted(meeting)
    if needed:
        there = (key for key in plan.able_interpreters(needed) if not plan.absence(Owner.DELEGATE, key, slot))
        person = next((key for key in there if is_free(plan.of_interpreter[key])), None)
    if (table is None and not at_office) or (needed and person is None):
        return None
    return replace(meeting, table_id=None if at_office else table, interpreter_id=person)


def contradiction_in_words(snapshot: Snapshot, stated: Formulation, limits: Limits, progress: Progress) -> str:
    """Which locked meetings and must-meets cannot all be kept, and by which rules; nothing where that was not found."""
    from missionplanner.scheduling.contradictions import contradiction  # slow import

    found = contradiction(stated, limits, progress)
    if found is None:
        return ""

    def pairs(numbers: tuple[int, ...]) -> list[str]:
        requests = [stated.requests[number] for number in numbers]
        return [
            f"{snapshot.company[r.delegation_id].name} – {snapshot.company[r.counterpart_id].name}" for r in requests
        ]

    parts = [_("{pair} (stays where it is)").format(pair=pair) for pair in pairs(found.locked)]
    parts += [_("{pair} (must meet)").format(pair=pair) for pair in pairs(found.wanted)]
    labels = "; ".join(_(rules.LABELS[name]) for name in found.rules)
    text = _("These cannot all be kept: {meetings}. The rules in the way: {rules}.")
    return text.format(meetings="; ".join(parts), rules=labels)


def _always(plan: Plan, request: Request, slot: Slot) -> str:
    """The reason that forbids the meeting whatever the slot: not accepted, or a veto."""
    meeting = imagined(request.pair, slot)
    for cancelled in plan.snapshot.meetings:
        if cancelled.pair == request.pair and not cancelled.stands:
            return " ".join([_("Its meeting was cancelled."), cancelled.reason]).strip()
    for rule in (rules.takes_part, people_rules.wants_meetings, people_rules.chosen_speak, rules.no_veto):
        for issue in rule(plan, meeting):
            return issue.text
    return ""


def _no_common_stop(snapshot: Snapshot, request: Request) -> str:
    def cities(company: int) -> str:
        names = [snapshot.stop[key].name(current().language) for key in sorted(snapshot.stops_for(company))]
        return ", ".join(names)

    return _("{company} goes to {stops}, {other} to {others}: they share no stop.").format(
        company=snapshot.company[request.delegation_id].name,
        stops=cities(request.delegation_id),
        other=snapshot.company[request.counterpart_id].name,
        others=cities(request.counterpart_id),
    )


def _never_both(plan: Plan, request: Request, slots: list[Slot]) -> str:
    """The sentence that rules out most of the slots at the common stops."""
    sentences: Counter[str] = Counter()
    for slot in slots:
        meeting = imagined(request.pair, slot)
        if is_at_office(plan, request.pair, slot):
            meeting = replace(meeting, table_id=None)
        for rule in (
            rules.lunch_kept,
            rules.company_available,
            rules.events_attended,
            people_rules.delegate_one_at_a_time,
            rules.time_wished,
            rules.travel_time,
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
        meeting = imagined(request.pair, slot)
        clashes = {c: list(plan.at_the_same_time(meeting, plan.of_company[c])) for c in request.pair}
        for company in request.pair:
            busy[company] += bool(clashes[company])
            elsewhere[company] += _is_elsewhere(plan, company, slot)
        full += not (is_at_office(plan, request.pair, slot) or _has_table(plan, slot))
    name = {company: plan.snapshot.company[company].name for company in request.pair}
    parts = [
        _("{company} has other meetings in {n} of them").format(company=name[c], n=n) for c, n in busy.items() if n
    ]
    parts += [
        _("{company} has its meetings at the other stop in {n} of them").format(company=name[c], n=n)
        for c, n in elsewhere.items()
        if n
    ]
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


def _has_table(plan: Plan, slot: Slot) -> bool:
    venue = plan.snapshot.venue_of_slot[slot.id].id
    tables = {table.id for table in plan.snapshot.tables_of.get(venue, [])}
    taken = tables & {meeting.table_id for meeting in plan.during(slot)}
    return len(taken) < plan.free_tables(venue, slot)
