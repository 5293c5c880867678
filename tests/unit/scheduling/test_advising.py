"""Advice for small missions: whom to ask, what to add, what is not needed, each tried."""

from dataclasses import replace

import pytest

from missionplanner.domain.advice import AdviceKind, Findings
from missionplanner.domain.companies import CompanyStop
from missionplanner.domain.mission import Table
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.progress import Progress
from missionplanner.scheduling.advising import advise
from missionplanner.scheduling.limits import Limits
from tests.builders import interpreter, meeting, moment, snapshot_of

EVERYTHING = [(1, 3), (1, 4), (2, 3), (2, 4)]


def wishes(pairs: list[tuple[int, int]], must: tuple[tuple[int, int], ...] = ()) -> list[Request]:
    return [
        Request(id=n, delegation_id=one, counterpart_id=two, priority=Priority.MUST_MEET if (one, two) in must else Priority.MEET)
        for n, (one, two) in enumerate(pairs, start=1)
    ]  # fmt: skip


def advised(snapshot: Snapshot) -> Findings:
    return advise(snapshot, Limits(1.0, repeatable=True), Progress())


def kinds(found: Findings) -> dict[AdviceKind, tuple[int, int, int]]:
    """Gain, number and bound of advice by kind; of several of a kind the first."""
    return {one.kind: (one.gain, one.number, one.bound) for one in reversed(found.advice)}


def apart() -> Snapshot:
    """Both of the delegation go to the first stop only, both counterparts to the second, where one slot has room."""
    stops = [CompanyStop(id=n, company_id=key, stop_id=1 + (key > 2)) for n, key in enumerate((1, 2, 3, 4))]
    return snapshot_of(company_stops=stops, requests=wishes([(1, 3), (1, 4), (2, 4)], must=((1, 3),)))


def test_the_fewest_companies_are_asked_for_must_meets_and_for_all() -> None:
    found = advised(apart())
    assert {k: v for k, v in kinds(found).items() if k is not AdviceKind.SPARE} == {
        AdviceKind.ASK: (3, 2, 2), AdviceKind.ASK_MUST: (1, 1, 1), AdviceKind.INVITE: (3, 2, 2),
    }  # fmt: skip
    assert (found.requested, found.met, found.placeable, found.helpless) == (3, 0, 0, frozenset())


@pytest.mark.parametrize("guest", [1, 2])
def test_who_is_asked_may_leave_its_place_to_another_request(guest: int) -> None:
    # One meeting at a time at the first stop; whoever also meets the second counterpart leaves it to the other guest.
    stops = [CompanyStop(id=n, company_id=key, stop_id=1 + (key == 4)) for n, key in enumerate((1, 2, 3, 4))]
    usual = snapshot_of()
    snapshot = snapshot_of(
        slots=[usual.slots[0], usual.slots[4]],
        tables=[usual.tables[0], usual.tables[3]],
        company_stops=stops,
        requests=wishes([(1, 3), (2, 3), (guest, 4)]),
    )
    assert kinds(advised(snapshot))[AdviceKind.ASK] == (1, 1, 1)


def test_must_meets_are_not_asked_for_twice_where_they_are_all_there_is() -> None:
    snapshot = replace(apart(), requests=wishes([(1, 3)], must=((1, 3),)))
    assert AdviceKind.ASK_MUST not in kinds(advised(snapshot))


def test_what_can_be_placed_asks_for_a_new_timetable() -> None:
    found = advised(snapshot_of(requests=wishes([(1, 3), (2, 4)]), meetings=[meeting(1, 1, 3, 1)]))
    assert kinds(found)[AdviceKind.REPLAN] == (1, 0, 0)
    assert (found.met, found.placeable) == (1, 2)


def test_meetings_that_somebody_declined_are_no_requests_met() -> None:
    asked, declined = wishes([(1, 3), (2, 4)])
    requests = [asked, replace(declined, priority=Priority.NO_THANKS)]
    found = advised(snapshot_of(requests=requests, meetings=[meeting(1, 1, 3, 1), meeting(2, 2, 4, 2)]))
    assert (found.requested, found.met, found.placeable) == (1, 1, 1)


def test_a_table_more_is_advised_with_the_meetings_it_brings() -> None:
    """At the first stop alone, at the only time left, two meetings want one table."""
    stops = [CompanyStop(id=key, company_id=key, stop_id=2) for key in (1, 2, 3, 4)]
    found = advised(snapshot_of(requests=wishes([(1, 3), (2, 4)]), company_stops=stops))
    assert kinds(found)[AdviceKind.TABLES] == (1, 1, 0)
    assert next(one.place for one in found.advice if one.kind is AdviceKind.TABLES) == 3


def test_slots_and_half_a_day_are_advised_where_times_are_short() -> None:
    stops = [CompanyStop(id=key, company_id=key, stop_id=2) for key in (1, 2, 3, 4)]
    tables = [*snapshot_of().tables, Table(id=5, venue_id=3, number=2)]
    found = kinds(advised(snapshot_of(requests=wishes(EVERYTHING), company_stops=stops, tables=tables)))
    assert (found[AdviceKind.SLOTS], found[AdviceKind.HALF_DAY]) == ((2, 1, 0), (2, 1, 0))
    assert AdviceKind.TABLES not in found


def test_an_interpreter_more_is_advised_for_the_languages_that_lack() -> None:
    """Only one slot is left to both pairs, and one interpreter."""
    people = [replace(p, languages="en" if p.id < 3 else "es") for p in snapshot_of().people]
    stops = [CompanyStop(id=key, company_id=key, stop_id=2) for key in (1, 2, 3, 4)]
    tables = [*snapshot_of().tables, Table(id=5, venue_id=3, number=2)]
    snapshot = snapshot_of(
        people=people, interpreters=[interpreter("Ana Ito", id=21)], requests=wishes([(1, 3), (2, 4)]),
        company_stops=stops, tables=tables,
    )  # fmt: skip
    found = next(one for one in advised(snapshot).advice if one.kind is AdviceKind.INTERPRETERS)
    assert (found.gain, found.number, found.languages) == (1, 1, "en,es")


def test_tables_to_spare_are_counted_with_a_bound() -> None:
    """Two meetings in three slots of the first venue need one of its two tables."""
    stops = [CompanyStop(id=key, company_id=key, stop_id=1) for key in (1, 2, 3, 4)]
    away = [
        Availability(id=1, owner=Owner.COMPANY, owner_id=key, starts=moment(9, 25), ends=moment(9, 45))
        for key in (1, 2)
    ]
    found = advised(snapshot_of(requests=wishes([(1, 3), (2, 4)]), company_stops=stops, availabilities=away))
    spare = {one.place: (one.number, one.bound) for one in found.advice if one.kind is AdviceKind.SPARE}
    assert spare == {1: (1, 1)}


def test_tables_of_meetings_that_stay_are_not_spare() -> None:
    stops = [CompanyStop(id=key, company_id=key, stop_id=1) for key in (1, 2, 3, 4)]
    held = meeting(1, 1, 3, 1, table=2, locked=True)
    found = advised(snapshot_of(requests=wishes([(1, 3)]), company_stops=stops, meetings=[held]))
    assert AdviceKind.SPARE not in kinds(found)


def test_what_nothing_helps_is_said() -> None:
    vetoed = [replace(wishes([(1, 3)])[0], priority=Priority.NO_THANKS), *wishes([(1, 3)])]
    found = advised(snapshot_of(requests=vetoed))
    assert (found.helpless, [one for one in found.advice if one.gain]) == (frozenset({(1, 3)}), [])
