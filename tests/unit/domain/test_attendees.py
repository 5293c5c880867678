"""Who attends which meeting."""

from dataclasses import replace

import pytest

from missionplanner.domain.companies import AttendeesBy, CompanySector
from missionplanner.domain.events import Audience, Event, Part, PersonAttendance
from missionplanner.domain.mission import Mission, Sector, Travel
from missionplanner.domain.people import Membership, Person, PersonSector
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Availability, Meeting, MeetingDelegate, Owner
from tests.builders import DAY, INTERPRETER, meeting, moment, snapshot_of

NAMED = snapshot_of().companies
ANA, BEN, CLEO = (
    Person(id=n, company_id=1, given_name=name, languages=spoken)
    for n, name, spoken in ((1, "Ana", "en"), (2, "Ben", "fr"), (3, "Cleo", "es,en"))
)
THEIRS = [
    Person(id=n, company_id=key, given_name=f"C{n}", languages=text) for n, key, text in ((8, 3, "en"), (9, 4, "fr"))
]
MORNING = [
    meeting(1, 1, 3, slot=1),
    meeting(2, 1, 4, slot=2),
    meeting(3, 1, 3, slot=3),
    meeting(4, 1, 4, slot=5, table=4),
]


def mission_of(rule: AttendeesBy = AttendeesBy.ALL, most: int | None = None, **parts: object) -> Snapshot:
    """Three people of D1, one each of C1 (English) and C2 (French); D1 shares its meetings out in this way."""
    companies = [replace(NAMED[0], attendees_by=rule, attendees_most=most), *NAMED[1:]]
    usual: dict[str, object] = {"people": [ANA, BEN, CLEO, *THEIRS], "meetings": MORNING}
    return snapshot_of(companies=companies, **{**usual, **parts})


def names(snapshot: Snapshot, company: int = 1) -> list[str]:
    """Who attends each of the meetings for a company."""
    return [
        ", ".join(person.given_name for person in snapshot.attendees(one, company))
        for one in snapshot.meetings
        if company in one.pair
    ]


@pytest.mark.parametrize(
    ("rule", "most", "wanted"),
    [
        (AttendeesBy.ALL, None, ["Ana, Ben, Cleo"] * 4),
        (AttendeesBy.ALL, 2, ["Ana, Cleo", "Ana, Ben", "Ana, Cleo", "Ben, Cleo"]),
        (AttendeesBy.TURN, None, ["Ana", "Ben", "Cleo", "Ben"]),
        (AttendeesBy.LANGUAGE, None, ["Ana, Cleo", "Ben", "Ana, Cleo", "Ben"]),
        (AttendeesBy.LANGUAGE, 1, ["Ana", "Ben", "Cleo", "Ben"]),
    ],
)
def test_people_attend_as_their_company_wants_it(rule: AttendeesBy, most: int | None, wanted: list[str]) -> None:
    assert names(mission_of(rule, most)) == wanted


def test_people_attend_for_the_sectors_they_look_after() -> None:
    sectors = [Sector(id=1, code="A", name_en="A"), Sector(id=2, code="A1", name_en="A1", parent_id=1)]
    parts: dict[str, object] = {
        "sectors": [*sectors, Sector(id=3, code="B", name_en="B")],
        "company_sectors": [CompanySector(company_id=3, sector_id=2), CompanySector(company_id=4, sector_id=3)],
    }
    looks_after = [PersonSector(person_id=1, sector_id=1)]
    found = mission_of(AttendeesBy.SECTOR, person_sectors=looks_after, **parts)
    assert names(found) == ["Ana", "Ben, Cleo", "Ana", "Ben, Cleo"]
    all_look_after_others = [PersonSector(person_id=n, sector_id=1) for n in (1, 2, 3)]
    assert names(mission_of(AttendeesBy.SECTOR, person_sectors=all_look_after_others, **parts))[1] == "Ana, Ben, Cleo"


def test_all_attend_where_nobody_fits() -> None:
    silent = [replace(person, languages="") for person in (ANA, BEN, CLEO)]
    assert names(mission_of(AttendeesBy.LANGUAGE, people=[*silent, *THEIRS])) == ["Ana, Ben, Cleo"] * 4


def test_who_was_chosen_attends_and_the_other_side_as_it_wants() -> None:
    found = mission_of(AttendeesBy.TURN, meeting_delegates=[MeetingDelegate(meeting_id=1, delegate_id=2)])
    assert (names(found), names(found, 3)) == (["Ben", "Ben", "Ana", "Ben"], ["C8", "C8"])


def test_a_choice_of_nobody_who_still_attends_is_none() -> None:
    rows = [MeetingDelegate(meeting_id=1, delegate_id=n) for n in (2, 8)]
    people = [ANA, replace(BEN, meets=False), CLEO, *THEIRS]
    found = mission_of(people=people, meeting_delegates=rows)
    assert (found.chosen(1, 1), found.chosen(1, 3)) == (frozenset(), frozenset({8}))
    assert names(found)[0] == "Ana, Cleo"


def test_who_is_away_or_at_an_event_or_interprets_does_not_attend() -> None:
    absent = Availability(owner=Owner.DELEGATE, owner_id=1, starts=moment(9), ends=moment(9, 5))
    tour = Event(id=1, stop_id=1, name_en="T", starts=moment(9, 10), ends=moment(9, 20), audience=Audience.LISTED)
    parts = [PersonAttendance(event_id=1, person_id=n, part=part) for n, part in ((2, Part.IN), (3, Part.OUT))]
    found = mission_of(availabilities=[absent], events=[tour], person_attendances=parts)
    assert names(found) == ["Cleo", *["Ana, Ben, Cleo"] * 3]
    cleo = replace(CLEO, role_id=INTERPRETER.id, meets=True)
    helped = [*MORNING, meeting(5, 2, 4, slot=1, table=2, interpreter_id=3)]
    found = mission_of(people=[ANA, BEN, cleo, *THEIRS], roles=[INTERPRETER], meetings=helped)
    assert names(found)[0] == "Ana, Ben"


def test_where_all_are_away_they_are_shown_as_if_they_were_not() -> None:
    absent = [Availability(owner=Owner.DELEGATE, owner_id=n, starts=moment(9), ends=moment(9, 5)) for n in (1, 2, 3)]
    assert names(mission_of(availabilities=absent))[0] == "Ana, Ben, Cleo"


def test_nobody_is_in_two_meetings_at_once_whatever_the_rule() -> None:
    meetings = [meeting(1, 1, 3, slot=1), meeting(2, 1, 4, slot=1, table=2), meeting(3, 1, 2, slot=1, table=2)]
    mission = Mission(starts=DAY, ends=DAY, several_at_once=True)
    for rule in AttendeesBy:
        for most in (None, 1, 2):
            found = mission_of(rule, most, meetings=meetings, mission=mission)
            shared = [person.id for one in meetings for person in found.attendees(one, 1)]
            assert len(shared) == len(set(shared)), (rule, most)


def test_who_represents_two_companies_is_where_nobody_else_can_be() -> None:
    meetings = [meeting(1, 1, 3, slot=1), meeting(2, 2, 4, slot=1, table=2)]
    rows = [Membership(person_id=1, company_id=2)]
    found = mission_of(people=[ANA, BEN, *THEIRS], memberships=rows, meetings=meetings)
    assert (names(found), names(found, 2)) == (["Ben"], ["Ana"])


def test_nobody_is_where_they_cannot_get_in_time() -> None:
    meetings = [meeting(1, 1, 3, slot=1), meeting(2, 1, 4, slot=4, table=3)]
    ways = [Travel(venue_id=1, other_id=2, minutes=6)]
    mission = Mission(starts=DAY, ends=DAY, several_at_once=True)
    found = mission_of(most=1, meetings=meetings, travels=ways, mission=mission, people=[ANA, CLEO, *THEIRS])
    assert names(found) == ["Ana", "Cleo"]


@pytest.mark.parametrize(
    ("rule", "most", "wanted"), [(AttendeesBy.ALL, 2, 3), (AttendeesBy.TURN, None, 3), (AttendeesBy.TURN, 2, 1)]
)
def test_people_who_attend_together_in_turn_are_in_one_meeting(
    rule: AttendeesBy, most: int | None, wanted: int
) -> None:
    found = mission_of(rule, most, mission=Mission(starts=DAY, ends=DAY, several_at_once=True))
    assert found.at_once(1) == wanted
    assert mission_of(rule, most).at_once(1) == 1


def test_the_meetings_of_a_person_are_those_they_attend() -> None:
    found = mission_of(AttendeesBy.TURN)
    assert [one.id for _company, one in found.meetings_of_person(BEN)] == [2, 4]
    assert [found.is_at(BEN, 1, one) for one in MORNING] == [False, True, False, True]


def test_a_meeting_that_was_cancelled_takes_nobody() -> None:
    cancelled: Meeting = replace(MORNING[0], status=MORNING[0].status.CANCELLED)
    assert names(mission_of(AttendeesBy.TURN, meetings=[cancelled, *MORNING[1:]]))[1:] == ["Ben", "Ana", "Ben"]
