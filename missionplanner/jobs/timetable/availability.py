"""Absences of companies, people and tables: noted, or painted as quarters of an hour."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from missionplanner.domain.absences import joined, outside
from missionplanner.domain.time import Range, local
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.messages import message
from missionplanner.store.store import Store


def add_absence(
    store: Store, owner: Owner, key: int, times: tuple[datetime, datetime], zone: str, reason: str = ""
) -> None:
    """Note an absence as one step; `times` are on the clocks of the zone.

    Raises UserError when it ends before it starts.
    """
    starts, ends = (local(moment.date(), moment.time().replace(tzinfo=None), zone) for moment in times)
    if ends <= starts:
        raise UserError(_("The absence ends before it starts."), _("Correct one of the two times."))
    with store.change(message("Add absence")) as change:
        change.insert(Availability(owner=owner, owner_id=key, starts=starts, ends=ends, reason=reason))


@dataclass(slots=True)
class Edits:
    """The quarters of an hour painted for an owner."""

    added: dict[Range, str] = field(default_factory=dict)
    """New quarters of an hour with their reasons."""
    wiped: set[Range] = field(default_factory=set)
    """Quarters that are free again."""
    reasons: dict[int, str] = field(default_factory=dict)
    """New reasons of absences, by key."""

    @property
    def any(self) -> bool:
        """Whether anything was painted, wiped or given another reason."""
        return bool(self.added or self.wiped or self.reasons)


def paint(store: Store, edits: Mapping[tuple[Owner, int], Edits]) -> bool:
    """Store what was painted for one or several owners as one step; return whether anything was.

    An absence stays exactly as it is unless quarters of it were wiped; those it loses.
    """
    wanted = {whose: one for whose, one in edits.items() if one.any}
    if not wanted:
        return False
    with store.change(message("Paint availability")) as change:
        for (owner, key), one in wanted.items():
            known = [a for a in store.where(Availability, "owner_id", [key]) if a.owner is owner]
            for absence in known:
                rest = outside(absence.span, sorted(one.wiped, key=lambda r: r.start))
                reason = one.reasons.get(absence.id, absence.reason)
                if rest == [absence.span]:
                    change.update(replace(absence, reason=reason))
                    continue
                change.delete(Availability, [absence.id])
                change.insert_all(_absence(owner, key, range_, reason) for range_ in rest)
            change.insert_all(_absence(owner, key, range_, reason) for range_, reason in _new_absences(one.added))
    return True


def painted(known: Iterable[Availability], edits: Edits) -> list[Range]:
    """Return the times the owner is away after the edits, in order."""
    wiped = list(edits.wiped)
    left = [rest for absence in known for rest in outside(absence.span, wiped)]
    return joined([*left, *edits.added])


def _new_absences(added: Mapping[Range, str]) -> list[tuple[Range, str]]:
    """Return ranges with their reasons; quarters that touch and have the same reason are one."""
    found: list[tuple[Range, str]] = []
    for range_, reason in sorted(added.items(), key=lambda row: row[0].start):
        if found and found[-1][1] == reason and range_.start <= found[-1][0].end:
            found[-1] = Range(found[-1][0].start, max(found[-1][0].end, range_.end)), reason
        else:
            found.append((range_, reason))
    return found


def _absence(owner: Owner, key: int, span: Range, reason: str) -> Availability:
    return Availability(owner=owner, owner_id=key, starts=span.start, ends=span.end, reason=reason)
