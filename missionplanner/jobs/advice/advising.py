"""Advice on the timetable of a mission, worked out, and carried out where the organiser wants it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from missionplanner.domain.advice import Advice, Findings
from missionplanner.domain.alterations import with_more_slots
from missionplanner.domain.companies import Company, CompanyStop
from missionplanner.domain.mission import Venue
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Slot
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.job import Job
from missionplanner.jobs.programme import programme
from missionplanner.messages import Message, counted_message, message
from missionplanner.progress import Progress
from missionplanner.scheduling.limits import Limits
from missionplanner.store.store import Store

SECONDS = 2.0
"""How long a trial timetable is looked for."""


@dataclass(frozen=True, slots=True)
class Advised:
    """Advice, and the mission it is for."""

    snapshot: Snapshot
    findings: Findings


def advise(seconds: float = SECONDS) -> Job[Snapshot, Advised]:
    """Return the job that finds what would let more requests be met, sorted by the meetings it brings.

    The job raises UserError when there are no sessions.
    """

    def work(snapshot: Snapshot, progress: Progress) -> Advised:
        if not snapshot.slots:
            raise UserError(
                _("There are no sessions to meet in."), _("Add sessions to the venues first."), "programme.Sessions"
            )
        from missionplanner.scheduling import advising  # slow import

        return Advised(snapshot, advising.advise(snapshot, Limits(seconds), progress))

    return Job(_("Looking for advice"), lambda store: store.snapshot(), work)


def add_stops(store: Store, asks: Iterable[tuple[int, int]]) -> int:
    """Have companies go to stops they agreed to, as one step; return how many companies that are.

    Who named no stop goes where its sectors have a programme: these are named as well. Raises UserError where a company
    or stop is gone meanwhile.
    """
    snapshot, wanted = store.snapshot(), list(asks)
    if any(company not in snapshot.company or stop not in snapshot.stop for company, stop in wanted):
        raise UserError(_("A company or a stop was deleted meanwhile."), _("Look for advice again."))
    companies = sorted({company for company, _stop in wanted})
    added = {key: {stop for company, stop in wanted if company == key} for key in companies}
    rows = [
        CompanyStop(company_id=key, stop_id=stop)
        for key in companies
        for stop in sorted((snapshot.stops_for(key) | added[key]) - snapshot.named_stops.get(key, set()))
    ]
    with store.change(_label(store, companies)) as change:
        change.insert_all(rows)
    return len({row.company_id for row in rows})


def add_tables(store: Store, advice: Advice) -> None:
    """Give the venue of an advice its tables more, as one step."""
    snapshot = store.snapshot()
    venue = _still_there(store, advice)
    tables = max(t.number for t in snapshot.tables_of[venue.id]) + advice.number
    label = counted_message("Add {n} table", "Add {n} tables", advice.number)
    programme.save_venue(store, venue, tables, label=label)


def add_half_day(store: Store, advice: Advice) -> None:
    """Add the session of an advice, with its slots, as one step."""
    assert advice.session is not None
    programme.save_session(store, replace(advice.session, id=0))


def add_slots(store: Store, advice: Advice) -> None:
    """Add a slot at the end of every day of meetings at the stop of an advice, as one step.

    The sessions they are of last as much longer. Raises UserError where the stop has no meetings any more.
    """
    snapshot = store.snapshot()
    more = [slot for slot in with_more_slots(snapshot, advice.place, advice.number).slots if slot.id < 0]
    if not more:
        raise UserError(_("The sessions of the stop were deleted meanwhile."), _("Look for advice again."))
    ends = {session: max(slot.ends for slot in more if slot.session_id == session) for session in _sessions_of(more)}
    with store.change(counted_message("Add {n} slot", "Add {n} slots", len(more))) as change:
        for key, end in ends.items():
            session = snapshot.session[key]
            change.update(replace(session, ends=max(session.ends, end)))
        change.insert_all(replace(slot, id=0) for slot in more)


def add_interpreters(store: Store, advice: Advice) -> None:
    """Add the interpreters of an advice, by numbers until their names are known, as one step.

    Raises UserError where no role of the mission interprets.
    """
    snapshot = store.snapshot()
    role = next((role for role in snapshot.roles if role.interprets), None)
    if role is None:
        raise UserError(_("No role of the mission interprets."), _("Set it in the programme, under Roles."))
    first = len(snapshot.interpreters) + 1
    people = [
        Person(given_name=_("Interpreter"), family_name=str(n), languages=advice.languages, role_id=role.id)
        for n in range(first, first + advice.number)
    ]
    with store.change(counted_message("Add {n} interpreter", "Add {n} interpreters", len(people))) as change:
        change.insert_all(people)


def _sessions_of(slots: Iterable[Slot]) -> list[int]:
    return list(dict.fromkeys(slot.session_id for slot in slots))


def _still_there(store: Store, advice: Advice) -> Venue:
    found = store.where(Venue, "id", [advice.place])
    if not found:
        raise UserError(_("The venue was deleted meanwhile."), _("Look for advice again."))
    return found[0]


def _label(store: Store, companies: Sequence[int]) -> Message:
    if len(companies) == 1:
        return message("Add stops to {company}", company=store.get(Company, companies[0]).named)
    return counted_message("Add stops to {n} company", "Add stops to {n} companies", len(companies))
