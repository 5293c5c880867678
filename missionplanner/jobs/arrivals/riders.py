"""Who rides with a transfer, and what their seats have to be like."""

import re
from datetime import date, timedelta

from missionplanner.domain.companies import Side
from missionplanner.domain.events import Event, Part
from missionplanner.domain.journeys import LegKind
from missionplanner.domain.people import Person
from missionplanner.domain.rooms import Stay
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.scheduling.riding import Rider

_WHEELCHAIR = re.compile(
    r"\b(wheel ?chair|roulant\w*|silla de ruedas|mobility|mobilite reduite|movilidad reducida|rollstuhl|"
    r"cadeira de rodas|scooter)\b"
)
_LAST = 1_000_000
"""The place in the order of protocol of those who have none."""


def travellers(snapshot: Snapshot) -> list[Person]:
    """Return who comes from elsewhere: the people of the delegation who take part; hosts are at home."""
    return [
        one for one in snapshot.people if snapshot.takes_part_person(one) and snapshot.side_of(one) is Side.DELEGATION
    ]


def riders(snapshot: Snapshot, event: Event) -> list[Person]:
    """Return who needs a seat: as was entered by hand, else as their nights say, else who attends and is there."""
    return [person for person in snapshot.people if _rides(snapshot, person, event)]


def unknown(snapshot: Snapshot, event: Event) -> list[Person]:
    """Return who attends a transfer between stops, and of whom no word says whether they ride.

    Neither a night nor a flight is known of them, or none at an end of it, though they are there before and after.
    """
    found = [person for person in snapshot.people if snapshot.takes_part_person(person)]
    return [
        person
        for person in found
        if event.to_stop_id
        and (
            not (person.id in snapshot.stays_of or person.id in snapshot.legs_of)
            or _lacks_an_end(snapshot, person, event)
        )
        and snapshot.part_of_person(person.id, event) is None
        and snapshot.person_attends(person, event)
        and not _rides(snapshot, person, event)
    ]


def rider(snapshot: Snapshot, person: Person) -> Rider:
    """Return a person as one who needs a seat."""
    return Rider(
        person.id, group_of(snapshot, person), rank_of(person), bool(_WHEELCHAIR.search(fold(person.access_needs)))
    )


def group_of(snapshot: Snapshot, person: Person) -> int:
    """Return with whom somebody goes: the company; a number of their own below 0 where they have none."""
    return snapshot.home_of(person) or -person.id


def rank_of(person: Person) -> int:
    """Return the place of somebody in the order of protocol; the leader of the mission has the lowest."""
    return _LAST if person.precedence is None else person.precedence


def _rides(snapshot: Snapshot, person: Person, event: Event) -> bool:
    part = snapshot.part_of_person(person.id, event)
    if part:
        return part is Part.IN
    if not snapshot.takes_part_person(person):
        return False
    stays = [stay for stay in snapshot.stays_of.get(person.id, ()) if _stop(snapshot, stay)]
    if event.to_stop_id and any(_stop(snapshot, stay) == event.to_stop_id for stay in snapshot.stays):
        return _goes_on(snapshot, stays, event)
    return snapshot.person_attends(person, event) and _is_there(snapshot, person, event)


def _goes_on(snapshot: Snapshot, stays: list[Stay], event: Event) -> bool:
    """Whether the nights of somebody say that they go from one end of a transfer to the other on its day."""
    return all(_nights_at_ends(snapshot, stays, event))


def _nights_at_ends(snapshot: Snapshot, stays: list[Stay], event: Event) -> tuple[bool, bool]:
    """Return whether somebody sleeps where a transfer leaves until its day, and where it goes from then on."""
    day = snapshot.ends_of(event).starts.date()
    left = any(
        _stop(snapshot, stay) == event.stop_id
        and (stay.check_in is None or stay.check_in < day)
        and (stay.check_out is None or abs(stay.check_out - day) <= timedelta(1))
        for stay in stays
    )
    goes = any(
        _stop(snapshot, stay) == event.to_stop_id
        and (stay.check_in is None or abs(stay.check_in - day) <= timedelta(1))
        for stay in stays
    )
    return left, goes


def _lacks_an_end(snapshot: Snapshot, person: Person, event: Event) -> bool:
    """Whether no nights are known at an end of a transfer, while somebody is in the country before and after."""
    stays, day = snapshot.stays_of.get(person.id, []), snapshot.ends_of(event).starts.date()
    left, goes = _nights_at_ends(snapshot, stays, event)
    came, gone = (snapshot.leg_of(person.id, kind) for kind in (LegKind.ARRIVAL, LegKind.DEPARTURE))
    if not stays:
        return _is_there(snapshot, person, event)
    if left and not goes and gone and gone.at and gone.at.date() > day:
        return not any(_sleeps(stay, day) for stay in stays)
    if goes and not left and came and came.at and came.at.date() < day:
        return not any(_sleeps(stay, day - timedelta(1)) for stay in stays)
    return False


def _sleeps(stay: Stay, night: date) -> bool:
    """Whether a stay is sure to have the night that follows a day."""
    return bool(stay.check_in and stay.check_out and stay.check_in <= night < stay.check_out)


def _stop(snapshot: Snapshot, stay: Stay) -> int | None:
    hotel = snapshot.hotel.get(stay.hotel_id or 0)
    return hotel.stop_id if hotel else stay.stop_id


def _is_there(snapshot: Snapshot, person: Person, event: Event) -> bool:
    """Whether somebody has arrived before it leaves, and has not left yet."""
    came, left = (snapshot.leg_of(person.id, kind) for kind in (LegKind.ARRIVAL, LegKind.DEPARTURE))
    is_late = came and came.at and came.at > event.starts
    return not is_late and not (left and left.at and left.at < event.starts)
