"""The journal of what calendars told of meetings and events, and the numbers that tell an update (SEQUENCE, RFC 5546).

A calendar program takes an item it knows by its UID for a newer one when its SEQUENCE is higher. So the number grows
exactly when the time, the place or the participants are others than those that were told last, and what falls away is
told as cancelled with a number that is higher than that of the time when it stood.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """A calendar told of a meeting or an event."""

    id: int = 0
    uid: str = ""
    owner: str = ""
    """The uid of the company, person or venue whose calendar it is; empty for the one of the whole mission."""
    item: str
    """The uid of the meeting or event."""
    sequence: int = 0
    digest: str = ""
    """Of its time, place and participants; empty for what was there no more for anybody."""
    starts: datetime
    ends: datetime
    time_zone: str = "UTC"
    """That of its start."""
    stands: bool = True
    """Whether it was there, or told as cancelled."""
    changed_at: datetime
    """The time of the last step before its number grew."""


@dataclass(frozen=True, slots=True)
class CalendarFacts:
    """The facts of a meeting or an event whose change makes its number grow."""

    starts: datetime
    ends: datetime
    time_zone: str
    place: str
    participants: frozenset[str]
    """The uids of companies and people."""

    @property
    def digest(self) -> str:
        """A fingerprint of them."""
        times = (moment.astimezone(UTC).isoformat() for moment in (self.starts, self.ends))
        parts = (*times, self.time_zone, self.place, *sorted(self.participants))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]


class CalendarNumbers:
    """The numbers of all items of a mission, as they follow from what was told and what is."""

    def __init__(
        self, told: Iterable[CalendarEntry], facts: Mapping[str, CalendarFacts], now: datetime | None = None
    ) -> None:
        """Take what was told, the facts of the items there are by uid, and the time of the last step."""
        self._facts, self._now = facts, now or datetime.min.replace(tzinfo=UTC)
        self._last: dict[str, dict[str, CalendarEntry]] = defaultdict(dict)
        newest: dict[str, list[CalendarEntry]] = defaultdict(list)
        for entry in sorted(told, key=lambda one: (one.sequence, one.changed_at, one.uid)):
            self._last[entry.owner][entry.item] = entry
            if newest[entry.item] and newest[entry.item][0].sequence < entry.sequence:
                newest[entry.item].clear()
            newest[entry.item].append(entry)
        self._newest = dict(newest)
        self._digests = {uid: fact.digest for uid, fact in facts.items()}

    def entries(self, wanted: Mapping[str, Set[str]]) -> dict[str, list[CalendarEntry]]:
        """Return the entries of calendars by owner; what was told as it still is comes as it was recorded.

        wanted: the uids of the items of each, by owner. What was told to an owner before and is not among them any
        more is there as cancelled.
        """
        # Where an owner lost an item that is as it was, the number grows too: a cancellation needs a higher one.
        lost = {
            (item, entry.sequence)
            for owner, items in wanted.items()
            for item, entry in self._last.get(owner, {}).items()
            if entry.stands and item not in items
        }
        return {owner: list(self._of(owner, items, lost)) for owner, items in wanted.items()}

    def _of(self, owner: str, items: Set[str], lost: Set[tuple[str, int]]) -> Iterator[CalendarEntry]:
        last = self._last.get(owner, {})
        for item in sorted(items):
            sequence, changed_at = self._number(item, lost)
            fact, known = self._facts[item], last.get(item)
            entry = CalendarEntry(
                owner=owner, item=item, sequence=sequence, digest=self._digests[item], changed_at=changed_at,
                starts=fact.starts.astimezone(UTC), ends=fact.ends.astimezone(UTC), time_zone=fact.time_zone,
            )  # fmt: skip
            yield known if known and _number_of(known) == _number_of(entry) else entry
        for item, known in sorted(last.items()):
            if item not in items and known.stands:
                sequence, changed_at = self._number(item, lost)
                digest = self._digests.get(item, "")
                told = replace(known, id=0, uid="", sequence=sequence, changed_at=changed_at)
                yield replace(told, digest=digest, stands=False)
            elif item not in items:
                yield known

    def _number(self, item: str, lost: Set[tuple[str, int]]) -> tuple[int, datetime]:
        """Return the number an item has now, and since when."""
        rows = self._newest.get(item)
        if not rows:
            return 0, self._now
        top, digest = rows[0].sequence, self._digests.get(item, "")
        if (item, top) in lost or any(row.digest != digest for row in rows):
            return top + 1, self._now
        return top, min(row.changed_at for row in rows)


def _number_of(entry: CalendarEntry) -> tuple[int, str, bool]:
    return entry.sequence, entry.digest, entry.stands
