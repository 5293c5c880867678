"""Conflicts on the days that are looked after, in words: double bookings, and too little time."""

from collections.abc import Iterator

from missionplanner.domain.attendees import other_of
from missionplanner.domain.issues import Issue
from missionplanner.domain.people import Person
from missionplanner.domain.person_days import Commitment, DayClash, DayStep, looked_after, occasions, with_ways
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import Translator, current


def days_go_together(snapshot: Snapshot) -> Iterator[Issue]:
    """Nobody whose days are looked after is at two places at once, or has too little time from one to the next.

    What the rules of meetings and of events find themselves is left to them.
    """
    for person in looked_after(snapshot):
        for item in with_ways(snapshot, occasions(snapshot, person)):
            if item.clash and not _is_found(snapshot, item):
                subjects = (("people", person.id), *_subjects(item.occasion), *_subjects(item.before))
                yield Issue(f"day_{item.clash}", clash_words(snapshot, person, item, current()), subjects=subjects)


def clash_words(snapshot: Snapshot, person: Person, item: DayStep, t: Translator) -> str:
    """Return why somebody cannot be at an occasion as planned, in a sentence; empty where they can."""
    texts = {
        DayClash.NONE: "",
        DayClash.AT_ONCE: t("{person} is expected at “{before}” and at “{what}” at the same time, on {when}."),
        DayClash.TOO_FAR: t("{person} has {free} min from “{before}” to “{what}” on {when}, and needs {needed} min."),
        DayClash.OTHER_CITY: t("{person} cannot get from “{before}” in {city} to “{what}” in {to_city} by {when}."),
        DayClash.NOT_YET: t("{person} is expected at “{what}” on {when}, and lands later."),
        DayClash.GONE: t("{person} is expected at “{what}” on {when}, and has left by then."),
    }  # fmt: skip
    one, before = item.occasion, item.before
    return texts[item.clash].format(
        person=person.full_name,
        what=title(snapshot, one, t),
        before=title(snapshot, before, t) if before else "",
        when=t.moment(one.starts),
        free=t.number((item.spare or 0) + (item.minutes or 0)),
        needed=t.number(item.minutes or 0),
        city=_city(snapshot, before.to_stop_id if before else None, t),
        to_city=_city(snapshot, one.stop_id, t),
    )


def title(snapshot: Snapshot, one: Commitment, t: Translator) -> str:
    """Return the name of an occasion: the event, whom a meeting is with, or the flight."""
    if one.event:
        return one.event.name(t.language)
    if one.leg:
        return one.leg.flight or one.leg.way
    assert one.meeting
    if one.interprets:
        return " – ".join(snapshot.company[key].name for key in one.meeting.pair)
    return snapshot.company[other_of(one.meeting, one.company_id)].name


def _city(snapshot: Snapshot, key: int | None, t: Translator) -> str:
    return snapshot.stop[key].name(t.language) if key else ""


def _subjects(one: Commitment | None) -> list[tuple[str, int]]:
    if one is None:
        return []
    records = (("events", one.event), ("meetings", one.meeting), ("legs", one.leg))
    return [(table, record.id) for table, record in records if record]


def _is_found(snapshot: Snapshot, item: DayStep) -> bool:
    """Whether a rule of meetings or of events finds it."""
    both = [one for one in (item.occasion, item.before) if one]
    if any(one.leg or one.interprets for one in both):
        return False
    meetings = [one for one in both if one.meeting]
    if len(meetings) == 2 or item.clash is DayClash.AT_ONCE:
        return True
    others = [one for one in both if one.event]
    return bool(meetings) and any(snapshot.attends(meetings[0].company_id, one.event) for one in others if one.event)
