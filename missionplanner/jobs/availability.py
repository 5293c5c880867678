"""When companies, delegates, tables and interpreters cannot: noted as time ranges, and what that would strand."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import Range, local
from missionplanner.domain.timetable import Availability, Meeting, Owner
from missionplanner.errors import UserError
from missionplanner.i18n import N_, _
from missionplanner.store.store import Store

OWNER_LABELS = {
    Owner.COMPANY: N_("Company"), Owner.DELEGATE: N_("Delegate"), Owner.TABLE: N_("Table"),
    Owner.INTERPRETER: N_("Interpreter"),
}  # fmt: skip


def owners(snapshot: Snapshot, owner: Owner) -> list[tuple[int, str]]:
    """Key and name of everybody or everything of a kind that can be absent, by name."""
    if owner is Owner.COMPANY:
        return sorted(((c.id, c.name) for c in snapshot.companies), key=lambda row: row[1].casefold())
    if owner is Owner.DELEGATE:
        named = ((p.id, f"{p.full_name} – {snapshot.company[p.company_id].name}") for p in snapshot.delegates)
        return sorted(named, key=lambda row: row[1].casefold())
    if owner is Owner.INTERPRETER:
        return [(person.id, person.name) for person in snapshot.interpreters]
    text = _("{venue}, table {number}")
    return [(t.id, text.format(venue=snapshot.venue[t.venue_id].name, number=t.number)) for t in snapshot.tables]


def name_of(snapshot: Snapshot, owner: Owner, key: int) -> str:
    """What the owner of an absence is called; empty when it is gone."""
    return dict(owners(snapshot, owner)).get(key, "")


def add_absence(
    store: Store, owner: Owner, key: int, times: tuple[datetime, datetime], zone: str, reason: str = ""
) -> None:
    """Note an absence as one step; `times` are on the clocks of the zone.

    Raises UserError when it ends before it starts.
    """
    starts, ends = (local(moment.date(), moment.time().replace(tzinfo=None), zone) for moment in times)
    if ends <= starts:
        raise UserError(_("The absence ends before it starts."), _("Correct one of the two times."))
    with store.change(_("Add absence")) as change:
        change.insert(Availability(owner=owner, owner_id=key, starts=starts, ends=ends, reason=reason))


def paint(store: Store, owner: Owner, key: int, within: Sequence[Range], away: Iterable[Range], reason: str) -> bool:
    """Have the owner be away exactly at these times of the ranges `within`, as one step; what lies outside stays.

    An absence that stays as it was keeps its reason. Returns whether anything changed.
    """
    known = [a for a in store.where(Availability, "owner_id", [key]) if a.owner is owner]
    wanted = {(r.start, r.end): reason for r in joined(away)}
    outside = [a for a in known if not any(a.span.overlaps(range_) for range_ in within)]
    inside = [a for a in known if a not in outside]
    for absence in inside:
        for rest in _outside(absence.span, within):
            wanted[rest.start, rest.end] = absence.reason
    same = [a for a in inside if (a.starts, a.ends) in wanted]
    if len(same) == len(inside) == len(wanted):
        return False
    for absence in same:
        del wanted[absence.starts, absence.ends]
    with store.change(_("Paint availability")) as change:
        change.delete(Availability, [a.id for a in inside if a not in same])
        change.insert_all(
            Availability(owner=owner, owner_id=key, starts=start, ends=end, reason=_reason(inside, start, end, text))
            for (start, end), text in sorted(wanted.items())
        )
    return True


def joined(ranges: Iterable[Range]) -> list[Range]:
    """Ranges that touch or overlap as one."""
    found: list[Range] = []
    for range_ in sorted(ranges, key=lambda one: (one.start, one.end)):
        if found and range_.start <= found[-1].end:
            found[-1] = Range(found[-1].start, max(found[-1].end, range_.end))
        else:
            found.append(range_)
    return found


def engagements(snapshot: Snapshot, owner: Owner, key: int) -> list[Meeting]:
    """The meetings ahead that need the owner, in the order of time."""
    found = [m for m in snapshot.meetings if m.is_ahead and _concerns(snapshot, m, owner, key)]
    return sorted(found, key=lambda m: (snapshot.slot[m.slot_id].starts, m.id))


def stranded(snapshot: Snapshot, owner: Owner, key: int, away: Iterable[Range]) -> list[Meeting]:
    """The meetings ahead that could not stay if the owner were away then, in the order of time."""
    ranges = list(away)
    mine = engagements(snapshot, owner, key) if ranges else []
    return [m for m in mine if any(snapshot.slot[m.slot_id].span.overlaps(r) for r in ranges)]


def _concerns(snapshot: Snapshot, meeting: Meeting, owner: Owner, key: int) -> bool:
    if owner is Owner.COMPANY:
        return key in meeting.pair
    if owner is Owner.TABLE:
        return meeting.table_id == key
    if owner is Owner.INTERPRETER:
        return meeting.interpreter_id == key
    company = next((p.company_id for p in snapshot.delegates if p.id == key), 0)
    named = snapshot.attending.get(meeting.id, frozenset())
    mine = {person.id for person in snapshot.delegates_of.get(company, [])}
    return company in meeting.pair and (key in named or (not named & mine and mine == {key}))


def _outside(span: Range, within: Sequence[Range]) -> list[Range]:
    """The parts of a range that lie in none of the others."""
    rest = [span]
    for range_ in within:
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


def _reason(known: list[Availability], start: datetime, end: datetime, text: str) -> str:
    """The reason of an absence that was there before and now is longer or shorter; else the new one."""
    span = Range(start, end)
    return next((a.reason for a in known if a.reason and a.span.overlaps(span)), text)
