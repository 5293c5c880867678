"""Calendars (.ics) that follow the plan: written into a folder, with the numbers by which updates are known."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from missionplanner.domain.calendar_entries import CalendarEntry, CalendarNumbers
from missionplanner.domain.companies import Company
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.errors import UserError
from missionplanner.exchange import calendar
from missionplanner.exchange.calendar import Attendee, CalendarItem, CalendarKind
from missionplanner.i18n import Translator, _, count, current, translator
from missionplanner.jobs.calendars.facts import facts
from missionplanner.jobs.calendars.owners import CalendarOf, CalendarOwner, items, meeting_names, owners
from missionplanner.jobs.job import Job
from missionplanner.paths import free_path
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from missionplanner.writing import all_or_none, replace_file


@dataclass(frozen=True, slots=True)
class CalendarOptions:
    """Which calendars are made, and how."""

    companies: frozenset[int]
    """The companies whose calendars, and whose people's, are made."""
    kinds: tuple[CalendarOf, ...] = (CalendarOf.COMPANY, CalendarOf.PERSON)
    language: str = ""
    """Empty for that of the screen."""
    reminder: int | None = None
    """The minutes before an item at which it is reminded of; None for no reminder."""


@dataclass(frozen=True, slots=True)
class CalendarBasis:
    """The facts calendars are made from."""

    snapshot: Snapshot
    told: Sequence[CalendarEntry]
    """The entries calendars told before."""
    changed_at: datetime | None
    """The time of the last step; None for a mission without any."""
    read_only: bool = False
    """Whether nothing can be kept of what is told."""


@dataclass(frozen=True, slots=True)
class CalendarsMade:
    """The calendars that were written."""

    paths: tuple[Path, ...]
    told: tuple[CalendarEntry, ...]
    """The entries that were not told before."""

    @property
    def cancelled(self) -> int:
        """How many items that fell away are told as cancelled for the first time."""
        return sum(not entry.stands for entry in self.told)

    @property
    def changed(self) -> int:
        """How many items that were told before are told otherwise."""
        return sum(entry.stands and entry.sequence > 0 for entry in self.told)


def make(folder: Path, options: CalendarOptions) -> Job[CalendarBasis, CalendarsMade]:
    """Return the job that writes a calendar for each company, person, venue or the mission into a folder.

    The job raises UserError when the folder cannot be written, or when numbers would have to be kept in a mission
    that is open for reading only.
    """

    def work(basis: CalendarBasis, progress: Progress) -> CalendarsMade:
        found, paths = Calendars(basis, options), []
        try:
            with all_or_none(folder) as made:
                for number, owner in enumerate(found.owners):
                    progress.report(number / len(found.owners), owner.name)
                    made.append(free_path(folder, owner.file_name, ".ics"))
                    replace_file(made[-1], found.content(owner))
                paths = list(made)
        except OSError as error:
            text = _("{name} cannot be written ({reason}).").format(name=folder.name, reason=error.strerror)
            raise UserError(text, _("Check that the folder has room and can be written.")) from error
        return CalendarsMade(tuple(paths), found.new)

    return Job(_("Writing calendars"), basis_of, work, record)


def one(target: Path, company: Callable[[Snapshot], Company]) -> Job[CalendarBasis, CalendarsMade]:
    """Return the job that writes the calendar of one company into a file.

    company: finds it; what it raises the job raises, and UserError as that of `make` does.
    """

    def work(basis: CalendarBasis, _progress: Progress) -> CalendarsMade:
        wanted = frozenset({company(basis.snapshot).id})
        found = Calendars(basis, CalendarOptions(wanted, (CalendarOf.COMPANY,)))
        replace_file(target, found.content(found.owners[0]))
        return CalendarsMade((target,), found.new)

    return Job(_("Exporting {name}").format(name=target.name), basis_of, work, record)


def words(made: CalendarsMade) -> str:
    """Return what calendars tell otherwise than the ones before."""
    changed = count("{n} item is told otherwise than before", "{n} items are told otherwise than before", made.changed)
    cancelled = count("{n} is told as cancelled", "{n} are told as cancelled", made.cancelled)
    return f"{changed}; {cancelled}."


def basis_of(store: Store) -> CalendarBasis:
    """Return what calendars are made from."""
    steps = store.steps.history(1)
    return CalendarBasis(store.snapshot(), store.all(CalendarEntry), steps[0].at if steps else None, store.read_only)


def record(store: Store, made: CalendarsMade) -> None:
    """Keep what calendars told, outside undo: what left the office is not taken back."""
    if made.told:
        store.record(*made.told)


@dataclass(frozen=True, slots=True)
class ItemMail:
    """An item of a calendar as the part of a mail."""

    item: CalendarItem
    content: bytes


class Calendars:
    """The calendars that are wanted, each made when it is asked for."""

    def __init__(self, basis: CalendarBasis, options: CalendarOptions) -> None:
        self._snapshot, self._options = basis.snapshot, options
        self._t = translator(options.language or current().language)
        wanted = owners(basis.snapshot, options.companies, options.kinds)
        self._items = {owner.uid: items(basis.snapshot, owner, self._t) for owner in wanted}
        numbers = CalendarNumbers(basis.told, facts(basis.snapshot), basis.changed_at)
        self._entries = numbers.entries({uid: {item.uid for item in found} for uid, found in self._items.items()})
        self.owners = [owner for owner in wanted if self._entries[owner.uid] or self._takes_part(owner)]
        self._names = meeting_names(basis.snapshot)
        self._stamp = CalendarKind(basis.changed_at, options.reminder) if basis.changed_at else CalendarKind()
        if self.new and basis.read_only:
            text = _("The mission is open for reading only, and the numbers of its calendars cannot be kept.")
            raise UserError(text, _("Make them where it can be written: by these numbers an update is known."))

    def _takes_part(self, owner: CalendarOwner) -> bool:
        """Whether somebody has a calendar even where there is nothing in it yet."""
        return owner.company is not None and self._snapshot.takes_part(owner.company.id)

    @property
    def new(self) -> tuple[CalendarEntry, ...]:
        """The entries that are told for the first time."""
        return tuple(entry for entries in self._entries.values() for entry in entries if not entry.id)

    def invitations(self, owner: CalendarOwner, organiser: Attendee, attendee: Attendee) -> list[ItemMail]:
        """Return what a calendar tells for the first time, each as an invitation or a cancellation of its own."""
        found = {item.uid: item for item in self._items[owner.uid]}
        new = [entry for entry in self._entries[owner.uid] if not entry.id]
        made = [_numbered(entry, found, self._names, self._t) for entry in new]
        made.sort(key=lambda item: (item.starts, item.uid))
        return [ItemMail(one, calendar.invitation(one, organiser, [attendee], self._stamp.stamp)) for one in made]

    def content(self, owner: CalendarOwner) -> bytes:
        """Return a calendar as a file."""
        found = {item.uid: item for item in self._items[owner.uid]}
        made = [_numbered(entry, found, self._names, self._t) for entry in self._entries[owner.uid]]
        made.sort(key=lambda item: (item.starts, item.uid))
        mission = self._snapshot.mission.called(self._t.language)
        name = mission if owner.of is CalendarOf.MISSION else f"{mission} – {owner.name}"
        return calendar.calendar(name, made, self._stamp)


def _numbered(
    entry: CalendarEntry, found: Mapping[str, CalendarItem], names: Mapping[str, str], t: Translator
) -> CalendarItem:
    """Return an item of a calendar with the number of its entry, as cancelled where it is there no more."""
    if entry.stands:
        return replace(found[entry.item], sequence=entry.sequence, changed_at=entry.changed_at)
    starts, ends = in_zone(entry.starts, entry.time_zone), in_zone(entry.ends, entry.time_zone)
    title = t("Cancelled: {title}").format(title=names[entry.item]) if entry.item in names else t("Cancelled")
    return CalendarItem(entry.item, title, starts, ends, "", "", entry.sequence, entry.changed_at, is_cancelled=True)
