"""Hard rules about one pair in one slot, which narrow the slots a wish may use: as in domain/rules.py, by name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from missionplanner.domain import people_rules, representing
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Meeting, Owner, Slot

Pair = tuple[int, int]


def takes_part(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Both companies are accepted or confirmed."""
    return all(plan.snapshot.takes_part(company) for company in pair)


def wants_meetings(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Both companies want meetings, and have somebody who attends them."""
    snapshot = plan.snapshot
    return all(
        snapshot.wants_meetings(company)
        and (not snapshot.delegates_of.get(company) or bool(snapshot.meeting_people_of[company]))
        for company in pair
    )


def no_veto(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Neither company said no thanks to the other."""
    wish = plan.snapshot.wishes.get(pair)
    return wish is None or wish.priority is not Priority.NO_THANKS


def company_available(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Both companies are available during the slot."""
    return not any(plan.absence(Owner.COMPANY, company, slot) for company in pair)


def delegate_one_at_a_time(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Those chosen are available, and each company without a choice has somebody of its own who is.

    Being in one meeting at a time follows from the company's rule, for people of several companies from theirs.
    """
    meeting = imagined(pair, slot)
    for company in pair:
        chosen = plan.chosen(meeting, company)
        if any(plan.away(key, slot) for key in chosen):
            return False
        if not chosen and not plan.somebody_available(pair, company, slot):
            return False
    linked = [company for company in pair if company in plan.sharing]
    return not linked or representing.all_have_somebody(plan.seats([meeting], linked))


def chosen_speak(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Those chosen for the meeting of the pair speak a language of the other side, where their companies could."""
    return next(people_rules.chosen_speak(plan, imagined(pair, slot)), None) is None


def table_available(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """The venue has a table that can be used during the slot; at an office none is needed."""
    return is_at_office(plan, pair, slot) or plan.free_tables(plan.snapshot.venue_of_slot[slot.id].id, slot) > 0


def events_attended(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Neither company attends an event during the slot, or one from which it could not travel in time."""
    meeting = imagined(pair, slot)
    if is_at_office(plan, pair, slot):
        meeting = replace(meeting, table_id=None)
    return not any(plan.event_during(company, slot) or plan.event_too_far(company, meeting) for company in pair)


def stop_attended(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Both companies are at the stop."""
    stop = plan.snapshot.stop_of_slot[slot.id].id
    return all(stop in plan.snapshot.stops_for(company) for company in pair)


def lunch_kept(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """The slot is not over lunch."""
    lunch = plan.lunch(slot)
    return lunch is None or not lunch.overlaps(slot.span)


def time_wished(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """The slot is in the session or the half of the day the request wants."""
    wish = plan.snapshot.wishes.get(pair)
    return wish is None or plan.suits(wish, slot)


_Constraint = Callable[[Plan, Pair, Slot], bool]
OF_PAIR: tuple[_Constraint, ...] = (takes_part, wants_meetings, no_veto, chosen_speak)
"""Those that say the same of a pair in every slot."""
OF_SLOT: tuple[_Constraint, ...] = (lunch_kept,)
"""Those that say the same of a slot for every pair."""
OF_BOTH: tuple[_Constraint, ...] = (
    stop_attended,
    company_available,
    events_attended,
    delegate_one_at_a_time,
    table_available,
    time_wished,
)
ALLOWED = (*OF_PAIR, *OF_SLOT, *OF_BOTH)
"""The rules of domain/rules.py that concern one pair and one slot."""


def imagined(pair: Pair, slot: Slot) -> Meeting:
    """Return a meeting of the pair in the slot, which has no key and no table yet."""
    return Meeting(id=-1, delegation_id=pair[0], counterpart_id=pair[1], slot_id=slot.id, table_id=0)


def is_at_office(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Whether a meeting of the pair in the slot is one at the office of the host."""
    return plan.snapshot.at_office(pair, plan.snapshot.stop_of_slot[slot.id].id)


def allows(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Whether the rules about one pair and one slot allow a meeting there."""
    return all(constraint(plan, pair, slot) for constraint in ALLOWED)


def open_slots(plan: Plan, slots: Iterable[Slot]) -> list[Slot]:
    """Return the slots that the rules about a slot alone allow."""
    nobody = (0, 0)
    return [slot for slot in slots if all(constraint(plan, nobody, slot) for constraint in OF_SLOT)]


def allowed(plan: Plan, pair: Pair, slots: Sequence[Slot]) -> Iterator[Slot]:
    """Yield those of some open slots in which the rules allow a meeting of a pair."""
    if slots and all(constraint(plan, pair, slots[0]) for constraint in OF_PAIR):
        yield from (slot for slot in slots if all(constraint(plan, pair, slot) for constraint in OF_BOTH))
