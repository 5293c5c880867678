"""When companies, delegates, tables and interpreters cannot: noted as time ranges, and what that would strand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
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


@dataclass(slots=True)
class Edits:
    """What was painted for an owner.

    added: new quarters of an hour with their reason; wiped: quarters that are free again; reasons: other reasons for
    absences, by their key.
    """

    added: dict[Range, str] = field(default_factory=dict)
    wiped: set[Range] = field(default_factory=set)
    reasons: dict[int, str] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        """Whether anything was painted, wiped or said."""
        return bool(self.added or self.wiped or self.reasons)


def paint(store: Store, edits: Mapping[tuple[Owner, int], Edits]) -> bool:
    """Store what was painted for one or several owners, as one step; returns whether anything was.

    An absence that was not painted over stays exactly as it is; one that was loses the quarters that were wiped.
    """
    wanted = {whose: one for whose, one in edits.items() if one.any}
    if not wanted:
        return False
    with store.change(_("Paint availability")) as change:
        for (owner, key), one in wanted.items():
            known = [a for a in store.where(Availability, "owner_id", [key]) if a.owner is owner]
            for absence in known:
                rest = _outside(absence.span, sorted(one.wiped, key=lambda r: r.start))
                reason = one.reasons.get(absence.id, absence.reason)
                if rest == [absence.span]:
                    change.update(replace(absence, reason=reason))
                    continue
                change.delete(Availability, [absence.id])
                change.insert_all(_absence(owner, key, range_, reason) for range_ in rest)
            change.insert_all(_absence(owner, key, range_, reason) for range_, reason in _new(one.added))
    return True


def painted(known: Iterable[Availability], edits: Edits) -> list[Range]:
    """When the owner is away after the edits, in the order of time."""
    wiped = sorted(edits.wiped, key=lambda r: r.start)
    left = [rest for absence in known for rest in _outside(absence.span, wiped)]
    return joined([*left, *edits.added])


def _new(added: Mapping[Range, str]) -> list[tuple[Range, str]]:
    """New quarters that touch and have one reason as one absence."""
    found: list[tuple[Range, str]] = []
    for range_, reason in sorted(added.items(), key=lambda row: row[0].start):
        if found and found[-1][1] == reason and range_.start <= found[-1][0].end:
            found[-1] = Range(found[-1][0].start, max(found[-1][0].end, range_.end)), reason
        else:
            found.append((range_, reason))
    return found


def _absence(owner: Owner, key: int, span: Range, reason: str) -> Availability:
    return Availability(owner=owner, owner_id=key, starts=span.start, ends=span.end, reason=reason)


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
