"""A colleague's copy and this mission brought together: what comes in, what was written apart, and then one mission."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from missionplanner.domain.record_labels import record_label
from missionplanner.domain.timetable import Version
from missionplanner.i18n import _, count
from missionplanner.jobs.column_labels import HIDDEN, label
from missionplanner.jobs.safety import clashes
from missionplanner.jobs.safety.clashes import OpenClash, Speaker
from missionplanner.jobs.timetable import planning
from missionplanner.jobs.wording import Words
from missionplanner.messages import message
from missionplanner.store.merging.clashes import Clash, ClashKind
from missionplanner.store.merging.clashes import clashes as clashes_of
from missionplanner.store.merging.state import StepId
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups, erasing, joining, settling, tombstones
from missionplanner.store.upkeep.homecoming import LeftOut
from missionplanner.store.upkeep.joining import Incoming, Joined
from missionplanner.store.upkeep.tombstones import Tombstones
from missionplanner.user import shown_name

ASK_ABOVE = 3
"""Deletions that come in without a yes of their own."""


class IncomingKind(StrEnum):
    """The ways a record comes in."""

    DELETED = "deleted"
    CHANGED = "changed"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class IncomingRecord:
    """A record that the copy adds, changes or takes away, in words."""

    kind: IncomingKind
    record: str
    """The kind of the record."""
    about: str
    """The name of the record, or of those it belongs to."""
    fields: str
    """The names of what changes; empty where the whole record comes or goes."""
    who: str
    """The names of those who did it."""


@dataclass(frozen=True, slots=True)
class CopyComparison:
    """A copy beside this mission, nothing of it taken in yet."""

    path: Path
    password: str
    joined: Joined
    records: tuple[IncomingRecord, ...]
    """Deletions first, then changes, then what is new."""
    clashes: tuple[OpenClash, ...]
    """The clashes that would be open afterwards and are not yet."""
    steps: int
    """How many steps of others come in."""
    outgoing: int
    """How many steps of this file the copy has not seen."""
    erased: int
    """How many people of this file were erased in the copy, and are erased here with the merge."""

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The people of the copy who are left out, for they were erased here or have the name of one who was."""
        return self.joined.left_out

    @property
    def deletions(self) -> int:
        """The number of records the copy takes away."""
        return sum(one.kind is IncomingKind.DELETED for one in self.records)

    @property
    def needs_yes(self) -> bool:
        """Whether so many records would go that somebody has to say yes to that alone."""
        return self.deletions > ASK_ABOVE

    @property
    def counts(self) -> dict[tuple[str, str], int]:
        """How many records come in, by kind of record and person."""
        return dict(Counter((one.record, one.who) for one in self.records))


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome of a merge."""

    changed: int
    """How many records came in."""
    settled: int
    open_clashes: int
    conflicts: int
    """How many conflicts the timetable has, since both may have planned."""


def compare(store: Store, path: Path, password: str = "", others: Collection[str] = ()) -> CopyComparison:
    """Compare this mission with a copy of it.

    others: the uids of people with the name of one who was erased, who are others. Raises UserError when the file is no
    copy of this one or does not open.
    """
    with Store.open(path, read_only=True, password=password) as other:
        joined = joining.join(store, other, others)
        speaker = Speaker((Words(other), Words(store)), joined.names[::-1], joined.layout)
        records = [_in_words(joined, one, speaker) for one in joined.incoming if not one.is_planned]
        records = sorted([*records, *_timetables(joined)], key=_order)
        before = set(_keys(joining.open_clashes(store)))
        mine = clashes.local_steps(store)
        found = [one for one in clashes_of(joined.together, joined.view, joined.layout) if _key(one) not in before]
        words = [clashes.in_words(one, joined.together, speaker, mine) for one in found]
        opened = tuple(clashes.ordered(words, joined.layout))
    outgoing = sum(not joined.theirs.has_seen(step) for step in joined.mine.steps)
    erased = len(tombstones.returned(store, _tombstones(joined)).people)
    return CopyComparison(path, password, joined, tuple(records), opened, len(joined.new_steps), outgoing, erased)


def _tombstones(joined: Joined) -> Tombstones:
    return Tombstones(joined.theirs.erased, joined.theirs.marks)


def _key(clash: Clash) -> tuple[str, str, tuple[str, ...], frozenset[StepId]]:
    return clash.kind, clash.uid, clash.columns, frozenset(step for choice in clash.choices for step in choice.steps)


def _keys(found: Iterable[Clash]) -> list[tuple[str, str, tuple[str, ...], frozenset[StepId]]]:
    return [_key(clash) for clash in found]


def _order(record: IncomingRecord) -> tuple[int, str, str]:
    return list(IncomingKind).index(record.kind), record.record, record.about


def _in_words(joined: Joined, one: Incoming, speaker: Speaker) -> IncomingRecord:
    kind = IncomingKind.DELETED if one.after is None else IncomingKind.NEW if one.before is None else None
    names = [shown_name(joined.theirs.steps[step].user) for step in sorted(one.steps) if step in joined.theirs.steps]
    fields = ""
    if one.before is not None and one.after is not None:
        columns = joined.layout[one.table].columns
        changed = [name for name, a, b in zip(columns, one.before, one.after, strict=True) if a != b]
        fields = ", ".join(dict.fromkeys(label(name) for name in changed if name not in HIDDEN))
    about = speaker.about(one.table, one.after or one.before or ())
    return IncomingRecord(
        kind or IncomingKind.CHANGED, record_label(one.table), about, fields, ", ".join(dict.fromkeys(names))
    )


def _timetables(joined: Joined) -> list[IncomingRecord]:
    """Return a timetable that comes in force as one record: its meetings are not single ones."""
    planned = [one for one in joined.incoming if one.is_planned]
    if not planned:
        return []
    steps = sorted(step for step in joined.together.plans if not joined.mine.has_seen(step))
    who = dict.fromkeys(shown_name(joined.together.steps[step].user) for step in steps if step in joined.together.steps)
    about = count("{n} meeting is placed, moved or dropped", "{n} meetings are placed, moved or dropped", len(planned))
    return [IncomingRecord(IncomingKind.CHANGED, _("Timetable"), about, "", ", ".join(who))]


def left_out_words(one: LeftOut) -> str:
    """Return who of a copy is left out, in a sentence."""
    text = _("{name} ({company}) was erased from this mission, and is left out.")
    if not one.is_sure:
        text = _("{name} ({company}) is called as somebody who was erased: the same, who goes, or another person?")
    return text.format(name=one.name, company=one.company)


def merge(
    store: Store,
    found: CopyComparison,
    chosen: Iterable[tuple[OpenClash, int]] = (),
    both: bool = False,
    others: Collection[str] = (),
) -> Merged:
    """Take a copy in, settle what was chosen, and with `both` bring the copy to the same.

    A copy of how this mission was is kept first. What was not chosen stays open. others: the uids of those of
    `found.left_out` who are other people; all others stay out for good. Raises UserError where the mission was
    changed since the comparison, or one of the files cannot be written.
    """
    settled = list(chosen)
    if others:
        joining.need_unchanged(store, found.joined)
        found = compare(store, found.path, found.password, others)
    if here := [one.key_here for one in found.left_out if one.key_here]:
        joining.need_unchanged(store, found.joined)
        erasing.erase(store, here)
        found = compare(store, found.path, found.password, others)
    if found.erased:
        joining.need_unchanged(store, found.joined)
        # Before anything of them is put together: in this file they are to be found in many places.
        erasing.obey(store, _tombstones(found.joined))
        found = compare(store, found.path, found.password, others)
    backups.keep(store)
    changed = joining.write(
        store, found.joined, message("Merge {name}", name=erasing.without_names(store, found.path.name))
    )
    erasing.forget_names(store, found.joined.called)
    _keep_plans(store, found.clashes)
    if settled:
        clashes.settle(store, settled)
    if both:
        give(store, found.path, found.password)
    left = len(joining.open_clashes(store))
    return Merged(sum(changed.values()), len(settled), left, len(planning.conflicts(store.snapshot())))


def give(store: Store, path: Path, password: str = "") -> None:
    """Bring a copy to what this mission knows. Raises UserError where it cannot be written."""
    with Store.open(path, password=password) as other:
        erasing.obey(other, erasing.tombstones_of(store))
        joining.write(
            other,
            joining.join(other, store),
            message("Merge {name}", name=erasing.without_names(other, store.path.name)),
        )


def _keep_plans(store: Store, found: Iterable[OpenClash]) -> None:
    """Keep the timetables that are not in force as versions; whoever merges makes the same ones."""
    plans = [one.clash.choices[1:] for one in found if one.clash.kind is ClashKind.PLAN]
    steps = [step for choices in plans for choice in choices for step in choice.steps]
    known = {version.uid for version in store.all(Version)}
    new = [version for step in steps if (version := settling.version_of(store, step)) and version.uid not in known]
    if new:
        with store.change(message("Keep the other timetable as a version")) as change:
            for version in new:
                change.insert(version)
