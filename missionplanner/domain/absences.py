"""Absences of companies, people and tables, and the meetings they would strand."""

from collections.abc import Iterable, Sequence

from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import Range
from missionplanner.domain.timetable import Meeting, Owner
from missionplanner.i18n import _


def owners(snapshot: Snapshot, owner: Owner) -> list[tuple[int, str]]:
    """Return key and name of everybody or everything of a kind that can be absent, by name."""
    if owner is Owner.COMPANY:
        return sorted(((c.id, c.name) for c in snapshot.companies), key=lambda row: row[1].casefold())
    if owner is Owner.DELEGATE:
        named = ((p.id, snapshot.with_organisation(p)) for p in snapshot.people)
        return sorted(named, key=lambda row: row[1].casefold())
    text = _("{venue}, table {number}")
    return [(t.id, text.format(venue=snapshot.venue[t.venue_id].name, number=t.number)) for t in snapshot.tables]


def engagements(snapshot: Snapshot, owner: Owner, key: int) -> list[Meeting]:
    """Return the meetings ahead that need the owner, in the order of time."""
    found = [m for m in snapshot.meetings if m.is_ahead and _needs(snapshot, m, owner, key)]
    return sorted(found, key=lambda m: (snapshot.slot[m.slot_id].starts, m.id))


def stranded(snapshot: Snapshot, owner: Owner, key: int, away: Iterable[Range]) -> list[Meeting]:
    """Return the meetings ahead that could not stay if the owner were away then, in the order of time."""
    ranges = list(away)
    mine = engagements(snapshot, owner, key) if ranges else []
    return [m for m in mine if any(snapshot.slot[m.slot_id].span.overlaps(r) for r in ranges)]


def joined(ranges: Iterable[Range]) -> list[Range]:
    """Return the ranges in the order of time, those that touch or overlap as one."""
    found: list[Range] = []
    for range_ in sorted(ranges, key=lambda one: (one.start, one.end)):
        if found and range_.start <= found[-1].end:
            found[-1] = Range(found[-1].start, max(found[-1].end, range_.end))
        else:
            found.append(range_)
    return found


def outside(span: Range, others: Sequence[Range]) -> list[Range]:
    """Return the parts of a range that lie in none of the others."""
    rest = [span]
    for range_ in others:
        cut: list[Range] = []
        for part in rest:
            if not part.overlaps(range_):
                cut.append(part)
                continue
            if part.start < range_.start:
                cut.append(Range(part.start, range_.start))
            if range_.end < part.end:
                cut.append(Range(range_.end, part.end))
        rest = cut
    return rest


def _needs(snapshot: Snapshot, meeting: Meeting, owner: Owner, key: int) -> bool:
    if owner is Owner.COMPANY:
        return key in meeting.pair
    if owner is Owner.TABLE:
        return meeting.table_id == key
    if meeting.interpreter_id == key:
        return True
    named = snapshot.attending.get(meeting.id, frozenset())
    return any(
        company in meeting.pair and _needs_person(snapshot, company, named, key)
        for company in snapshot.companies_of.get(key, ())
    )


def _needs_person(snapshot: Snapshot, company: int, named: frozenset[int], key: int) -> bool:
    """Whether somebody has to attend a meeting of their company: they are named, or there is nobody else."""
    mine = {person.id for person in snapshot.meeting_people_of.get(company, [])}
    return key in named or (not named & mine and mine == {key})
