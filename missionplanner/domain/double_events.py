"""People who are expected at two events at once, in words."""

from collections.abc import Iterator

from missionplanner.domain.attendance import coming_to
from missionplanner.domain.events import Event, together
from missionplanner.domain.issues import Issue
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.i18n import _, current


def one_event_at_a_time(snapshot: Snapshot) -> Iterator[Issue]:
    """Nobody is expected at two events at once, neither with an organisation nor alone."""
    pairs = list(together(snapshot.events))
    coming = {event.id: coming_to(snapshot, event) for event in dict.fromkeys(one for one, _other in pairs)}
    several = _in_several_ways(snapshot) if pairs else []
    for one, other in pairs:
        both = [key for key in coming[one.id] if snapshot.attends(key, other)]
        for company in both:
            people = snapshot.delegates_of.get(company, [])
            twice = [person for person in people if _is_at_both(snapshot, person, one, other)]
            if twice or not people:
                yield _issue(snapshot, _who(snapshot, company, people, twice), (one, other), ("companies", company))
        for person in several:
            alone = set(both).isdisjoint(snapshot.companies_of.get(person.id, ()))
            if alone and _is_at_both(snapshot, person, one, other):
                yield _issue(snapshot, snapshot.with_organisation(person), (one, other), ("people", person.id))


def _in_several_ways(snapshot: Snapshot) -> list[Person]:
    """Return the people who may be at an event without one organisation of theirs: others or nobody brings them."""
    by_hand = {row.person_id for row in snapshot.person_attendances}
    return [one for one in snapshot.people if one.id in by_hand or len(snapshot.companies_of.get(one.id, ())) != 1]


def _is_at_both(snapshot: Snapshot, person: Person, one: Event, other: Event) -> bool:
    return snapshot.person_attends(person, one) and snapshot.person_attends(person, other)


def _who(snapshot: Snapshot, company: int, people: list[Person], twice: list[Person]) -> str:
    """Return the name of a company, with those of its people where it is not all of them."""
    name = snapshot.company[company].name
    if len(twice) == len(people) or not twice:
        return name
    return f"{name} ({', '.join(person.full_name for person in twice)})"


def _issue(snapshot: Snapshot, who: str, events: tuple[Event, Event], subject: tuple[str, int]) -> Issue:
    t = current()
    one, other = events
    text = _("{who} is expected at “{event}” and at “{other}” at the same time, on {when}.").format(
        who=who,
        event=one.name(t.language),
        other=other.name(t.language),
        when=t.moment(in_zone(other.starts, snapshot.stop[other.stop_id].time_zone)),
    )
    return Issue("one_event_at_a_time", text, subjects=(subject, ("events", one.id), ("events", other.id)))
