"""The counts of a mission for its texts: "{count:people}" is how many people the delegation has."""

from missionplanner.domain.companies import Side
from missionplanner.domain.snapshot import Snapshot


def counts(snapshot: Snapshot) -> dict[str, int]:
    """Return the counts by the names texts call them by; those who do not take part are not counted."""
    delegation, hosts = (snapshot.participants(side) for side in (Side.DELEGATION, Side.COUNTERPART))
    people = [
        person
        for person in snapshot.people
        if snapshot.takes_part_person(person) and snapshot.side_of(person) is Side.DELEGATION
    ]
    return {
        "people": len(people),
        "organisations": len(delegation),
        "counterparts": len(hosts),
        "sectors": sum(sector.parent_id is None for sector in snapshot.sectors),
        "cities": len(snapshot.stops),
        "meetings": sum(meeting.stands for meeting in snapshot.meetings),
    }


NAMES = ("people", "organisations", "counterparts", "sectors", "cities", "meetings")
"""The names of the counts."""
