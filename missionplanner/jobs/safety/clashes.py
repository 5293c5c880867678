"""Clashes in words: what two people wrote apart, who and when, and the choice between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from missionplanner.domain.record_labels import record_label
from missionplanner.domain.timetable import Version
from missionplanner.errors import UserError
from missionplanner.i18n import _, count, current
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.timetable import versions
from missionplanner.jobs.wording import Words
from missionplanner.messages import counted_message
from missionplanner.store.merging.clashes import Choice, Clash, ClashKind
from missionplanner.store.merging.layout import Layout
from missionplanner.store.merging.links import Names
from missionplanner.store.merging.state import MergeState
from missionplanner.store.rows import Value
from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining, settling
from missionplanner.user import shown_name


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """One of the things to choose from, in words."""

    words: str
    who: str
    when: datetime | None
    is_shown: bool
    is_mine: bool
    """Whether it was written in this file."""


@dataclass(frozen=True, slots=True)
class OpenClash:
    """A clash in words; the value that is shown comes first."""

    clash: Clash
    record: str
    """The kind of the record."""
    about: str
    """The name of the record, or of those it belongs to."""
    field: str
    """The names of the columns; what happened, where a whole record is meant."""
    values: tuple[WrittenValue, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Puts rows of two files in words: each knows the names of what it has."""

    words: tuple[Words, ...]
    names: tuple[Names, ...]
    layout: Layout

    def row(self, table: str, values: tuple[Value, ...]) -> tuple[Words, dict[str, Value]]:
        """Return a row with the keys of the first file that knows all it leads to, and that file's words."""
        layout = self.layout[table]
        for words, names in zip(self.words, self.names, strict=True):
            found = joining.row_of(layout, values, names)
            links = (link for link in layout.links if values[link.place] is not None)
            if all(found[link.column] is not None for link in links):
                return words, found
        return self.words[0], joining.row_of(layout, values, self.names[0])

    def about(self, table: str, values: tuple[Value, ...]) -> str:
        """Return the name of a record, or of those it belongs to."""
        words, row = self.row(table, values)
        return words.about(table, 0, row)

    def values(self, table: str, columns: Iterable[str], values: tuple[Value, ...]) -> str:
        """Return the values of columns, as one."""
        words, row = self.row(table, values)
        shown = (words.value(table, column, row) for column in columns)
        return ", ".join(part for part in shown if part) or _("(empty)")


def open_clashes(store: Store) -> list[OpenClash]:
    """Return what was written apart and nobody chose from yet, in the order of records."""
    found = joining.open_clashes(store)
    if not found:
        return []
    state, names = joining.read_named(store)
    speaker = Speaker((Words(store),), (names,), joining.layout_for(store))
    mine = local_steps(store)
    return ordered([in_words(clash, state, speaker, mine) for clash in found], speaker.layout)


def ordered(found: Iterable[OpenClash], layout: Layout) -> list[OpenClash]:
    """Return clashes in the order of records, their names and fields, as people look for them."""
    tables, key = list(layout), current().sort_key

    def order(one: OpenClash) -> tuple[int, tuple[str, str], list[int]]:
        columns = layout[one.clash.table].columns
        return tables.index(one.clash.table), key(one.about), [columns.index(name) for name in one.clash.columns]

    return sorted(found, key=order)


def local_steps(store: Store) -> frozenset[tuple[str, int]]:
    """Return the steps that were made in this file."""
    return frozenset(joining.own_steps(store))


def in_words(clash: Clash, state: MergeState, speaker: Speaker, mine: frozenset[tuple[str, int]]) -> OpenClash:
    """Return a clash in words."""
    row = state.rows[clash.uid]
    values = tuple(_written(clash, choice, state, speaker, mine) for choice in clash.choices)
    about = count("{n} session", "{n} sessions", len(clash.members)) if clash.kind is ClashKind.PLAN else ""
    about = about or speaker.about(clash.table, row.values)
    return OpenClash(clash, record_label(clash.table), about, _field(clash), values)


def _field(clash: Clash) -> str:
    words = {
        ClashKind.DELETED: _("deleted, and changed by somebody else"),
        ClashKind.PLAN: _("two timetables"),
    }
    return words.get(clash.kind) or ", ".join(map(label, clash.columns))


def _written(
    clash: Clash, choice: Choice, state: MergeState, speaker: Speaker, mine: frozenset[tuple[str, int]]
) -> WrittenValue:
    steps = sorted((step for step in choice.steps if step in state.steps), key=lambda step: state.steps[step].at)
    last = state.steps[steps[-1]] if steps else None
    who = ", ".join(dict.fromkeys(shown_name(state.steps[step].user) for step in steps))
    when = datetime.fromisoformat(last.at) if last else None
    return WrittenValue(
        _choice_in_words(clash, choice, state, speaker), who, when, choice.is_shown, bool(choice.steps & mine)
    )


def _choice_in_words(clash: Clash, choice: Choice, state: MergeState, speaker: Speaker) -> str:
    if clash.kind is ClashKind.DELETED:
        return _("keep it") if choice.is_shown else _("delete it")
    if clash.kind is ClashKind.PLAN:
        return _("stays in force") if choice.is_shown else _("comes in force instead")
    layout = speaker.layout[clash.table]
    values = list(state.rows[clash.uid].values)
    for column, value in zip(clash.columns, choice.values, strict=True):
        values[layout.columns.index(column)] = value
    return speaker.values(clash.table, clash.columns, tuple(values))


def settle(store: Store, chosen: Iterable[tuple[OpenClash, int]]) -> int:
    """Settle clashes, each by the number of its choice; returns how many. A timetable is a step of its own.

    Raises UserError where a timetable was chosen of which nothing is known any more.
    """
    found = list(chosen)
    plans = [(one, choice) for one, choice in found if one.clash.kind is ClashKind.PLAN and choice]
    rest = [(one.clash, choice) for one, choice in found if one.clash.kind is not ClashKind.PLAN or not choice]
    if rest:
        settling.settle(store, rest, counted_message("Settle {n} clash", "Settle {n} clashes", len(rest)))
    for one, choice in plans:
        (step,) = one.clash.choices[choice].steps
        versions.bring_back(store, _kept(store, step))
    return len(found)


def _kept(store: Store, step: tuple[str, int]) -> int:
    """Return the key of the version a timetable was kept as."""
    uid = settling.version_uid(step)
    kept = next((version.id for version in store.all(Version) if version.uid == uid), None)
    if kept is None:
        raise UserError(_("This timetable is no longer kept."), _("Its version was deleted."))
    return kept


def choose(found: Iterable[OpenClash], take: str) -> Iterator[tuple[OpenClash, int]]:
    """Yield clashes with the number of what is to be taken of each: "mine", "theirs" or "newest"."""
    for one in found:
        yield one, place_of(one, take)


def place_of(one: OpenClash, take: str) -> int:
    """Return the number of the value that is mine, theirs or the newest by the clocks of those who wrote."""
    if take == "newest":
        return max(range(len(one.values)), key=lambda place: _time(one.values[place]))
    wanted = take == "mine"
    places = [place for place, value in enumerate(one.values) if value.is_mine == wanted]
    # Between two others this file shows one of them, which counts as its own.
    return places[0] if places else (0 if wanted else len(one.values) - 1)


def _time(value: WrittenValue) -> float:
    return value.when.timestamp() if value.when else 0.0


def summary(found: list[OpenClash]) -> str:
    """Return how much is to be settled, in a sentence."""
    return count("{n} clash is to be settled.", "{n} clashes are to be settled.", len(found))
