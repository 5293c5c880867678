"""Timetables kept under names: compared, brought back, and published with their changes since the last one."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime

from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, MeetingDelegate, Version
from missionplanner.errors import UserError
from missionplanner.i18n import _, current
from missionplanner.messages import counted_message, message
from missionplanner.store.store import Store
from missionplanner.user import user_name

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class KeptMeeting:
    """A meeting as a version keeps it: by time and place, so that it outlives its slot."""

    delegation_id: int
    counterpart_id: int
    starts: str
    """ISO 8601, with its offset."""
    venue_id: int
    table: int | None
    """The number of the table; None at the office of the counterpart."""
    locked: bool = False
    interpreter_id: int | None = None
    delegates: tuple[int, ...] = ()
    """Keys of the people who are named for it."""

    @property
    def pair(self) -> Pair:
        """The two companies, delegation first."""
        return self.delegation_id, self.counterpart_id

    @property
    def place(self) -> tuple[str, int, int | None]:
        """Time, venue and table."""
        return self.starts, self.venue_id, self.table


@dataclass(frozen=True, slots=True)
class TimetableDifference:
    """A meeting that differs between two timetables."""

    kind: str
    """new, moved or dropped."""
    pair: Pair
    words: str
    """A sentence with its place before and after."""


@dataclass(frozen=True, slots=True)
class Restored:
    """The outcome of bringing a version back."""

    meetings: int
    """Meetings that are as the version has them."""
    refused: tuple[str, ...]
    """Those that could not be brought back, in words."""


def name_shown(version: Version) -> str:
    """Return the name of a version; of one that a merge kept, whose timetable it was, in the language of the screen."""
    # Everybody who merges makes the same version, so its name is stored in no language.
    if version.name != f"{version.made_by} {version.made_at.isoformat()[:16].replace('T', ' ')}":
        return version.name
    when = current().stamp(version.made_at.astimezone())
    return _("Timetable of {who}, {when}").format(who=version.made_by, when=when)


def entries_of(snapshot: Snapshot) -> list[KeptMeeting]:
    """Return the standing meetings of the timetable as it is now."""
    return [
        KeptMeeting(
            m.delegation_id,
            m.counterpart_id,
            snapshot.slot[m.slot_id].starts.isoformat(),
            snapshot.venue_of_slot[m.slot_id].id,
            None if m.table_id is None else snapshot.table[m.table_id].number,
            m.locked,
            m.interpreter_id,
            tuple(sorted(snapshot.attending.get(m.id, ()))),
        )
        for m in snapshot.meetings
        if m.stands
    ]


def content_of(snapshot: Snapshot) -> str:
    """Return the standing meetings as a version keeps them, in JSON."""
    return json.dumps([asdict(entry) for entry in entries_of(snapshot)], ensure_ascii=False)


def entries(version: Version) -> list[KeptMeeting]:
    """Return the meetings a version keeps."""
    rows = json.loads(version.content)
    # JSON has no tuples, and an entry need not name delegates.
    return [KeptMeeting(**{**row, "delegates": tuple(row.get("delegates", ()))}) for row in rows]


def keep(store: Store, name: str) -> int:
    """Keep the timetable as it is now under a name, as one step; return the key of the version.

    Raises UserError without a name, or when another version has it.
    """
    name = name.strip()
    if not name:
        raise UserError(_("The version needs a name."), _("Type what is special about it, such as “Before lunch”."))
    if any(version.name.casefold() == name.casefold() for version in store.all(Version)):
        raise UserError(_("There is a version called “{name}” already.").format(name=name), _("Choose another name."))
    found = _new_version(store.snapshot(), name)
    with store.change(message("Keep version {name}", name=name)) as change:
        return change.insert(found)


def publish(store: Store, name: str = "") -> Version:
    """Keep the timetable as the next published version, with its changes since the last one, as one step."""
    snapshot = store.snapshot()
    before = published(store)
    number = 1 + (before.number or 0 if before else 0)
    changes = compare(snapshot, entries(before), entries_of(snapshot)) if before else []
    found = replace(
        _new_version(snapshot, name.strip() or _("Version {number}").format(number=number)),
        number=number,
        published_at=datetime.now(UTC),
        changes="\n".join(change.words for change in changes),
    )
    with store.change(message("Publish version {number}", number=number)) as change:
        return replace(found, id=change.insert(found))


def published(store: Store) -> Version | None:
    """Return the version published last."""
    return max((v for v in store.all(Version) if v.number), key=lambda v: v.number or 0, default=None)


def remove(store: Store, keys: Iterable[int]) -> None:
    """Forget versions, as one step."""
    wanted = list(keys)
    with store.change(counted_message("Delete {n} version", "Delete {n} versions", len(wanted))) as change:
        change.delete(Version, wanted)


def compare(
    snapshot: Snapshot, before: Iterable[KeptMeeting], after: Iterable[KeptMeeting]
) -> list[TimetableDifference]:
    """Return the differences between two timetables, in the order of time."""
    old, new = {entry.pair: entry for entry in before}, {entry.pair: entry for entry in after}
    found = []
    for pair in {**old, **new}:
        one, other = old.get(pair), new.get(pair)
        if one and other and one.place == other.place:
            continue
        kind = "moved" if one and other else "new" if other else "dropped"
        entry = other or one
        assert entry is not None
        text = {
            "moved": _("{pair}: {before} → {after}"),
            "new": _("{pair}: new, {after}"),
            "dropped": _("{pair}: dropped, was {before}"),
        }[kind]
        words = text.format(
            pair=" – ".join(snapshot.company[key].name if key in snapshot.company else "?" for key in pair),
            before=_place_in_words(snapshot, one),
            after=_place_in_words(snapshot, other),
        )
        found.append((entry.starts, TimetableDifference(kind, pair, words)))
    return [difference for _starts, difference in sorted(found, key=lambda row: (row[0], row[1].words))]


def bring_back(store: Store, key: int) -> Restored:
    """Make the timetable the one of a version, as one step.

    Meetings that are over stay; those whose company, slot or table is gone are reported.
    """
    version, snapshot = store.get(Version, key), store.snapshot()
    present = {m.pair: m for m in snapshot.meetings if m.stands}
    cancelled = {m.pair: m.id for m in snapshot.meetings if not m.stands}
    people = {person.id for person in snapshot.people}
    wanted = {entry.pair: entry for entry in entries(version)}
    refused: list[str] = []
    with store.change(message("Bring back version {name}", name=version.name)) as change:
        change.delete(Meeting, [m.id for pair, m in present.items() if pair not in wanted and m.is_ahead])
        for pair, entry in wanted.items():
            held = present.get(pair)
            if held is not None and not held.is_ahead:
                continue
            made = _as_meeting(snapshot, entry, held)
            if made is None:
                names = (snapshot.company[k].name if k in snapshot.company else "?" for k in pair)
                refused.append(f"{' – '.join(names)}: {_place_in_words(snapshot, entry)}")
            elif held is not None:
                change.update(made)
            else:
                change.delete(Meeting, [cancelled[pair]] if pair in cancelled else [])
                key = change.insert(made)
                named = [person for person in entry.delegates if person in people]
                change.insert_all(MeetingDelegate(meeting_id=key, delegate_id=person) for person in named)
        change.plan([session.id for session in snapshot.sessions], content_of(store.snapshot()))
    return Restored(len(wanted) - len(refused), tuple(refused))


def standing(snapshot: Snapshot, kept: Iterable[KeptMeeting]) -> list[Meeting]:
    """Return the meetings of a kept timetable whose companies, slots and tables are there, with keys of their own."""
    found = (_as_meeting(snapshot, entry, None) for entry in kept)
    return [replace(meeting, id=-n) for n, meeting in enumerate(filter(None, found), start=10)]


def _as_meeting(snapshot: Snapshot, entry: KeptMeeting, held: Meeting | None) -> Meeting | None:
    """Return the meeting of an entry, None where something it needs is gone."""
    starts = datetime.fromisoformat(entry.starts)
    slot = next(
        (s for s in snapshot.slots if s.starts == starts and snapshot.venue_of_slot[s.id].id == entry.venue_id), None
    )
    table = next((t for t in snapshot.tables_of.get(entry.venue_id, []) if t.number == entry.table), None)
    if slot is None or (table is None and entry.table is not None) or not set(entry.pair) <= snapshot.company.keys():
        return None
    known = {person.id for person in snapshot.interpreters}
    interpreter = entry.interpreter_id if entry.interpreter_id in known else None
    place = table.id if table else None
    base = held or Meeting(
        delegation_id=entry.delegation_id, counterpart_id=entry.counterpart_id, slot_id=slot.id, table_id=place
    )
    return replace(base.moved_to(slot.id, place), locked=entry.locked, interpreter_id=interpreter)


def _new_version(snapshot: Snapshot, name: str) -> Version:
    return Version(name=name, content=content_of(snapshot), made_at=datetime.now(UTC), made_by=user_name())


def _place_in_words(snapshot: Snapshot, entry: KeptMeeting | None) -> str:
    if entry is None:
        return ""
    time = current().moment(datetime.fromisoformat(entry.starts))
    if entry.table is None:
        return _("{time}, at the host’s office").format(time=time)
    venue = snapshot.venue.get(entry.venue_id)
    return _("{time}, {venue}, table {number}").format(
        time=time,
        venue=venue.name if venue else "?",
        number=entry.table,
    )
