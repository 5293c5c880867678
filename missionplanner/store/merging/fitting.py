"""The rows to be shown, made to fit together: no row without its owner, none twice, no tree that bites its tail."""

from collections import defaultdict
from collections.abc import Mapping

from missionplanner.store.merging.layout import Layout
from missionplanner.store.merging.state import MergeState, Values
from missionplanner.store.rows import Value

REMEMBERED = ("aliases", "merged_id")
"""The link to what became part of another: that is hidden, and still named."""
_LONGEST = 1000
"""Steps of a path that are followed."""


def fitted(values: dict[str, Values], state: MergeState, layout: Layout) -> dict[str, Values]:
    """Return the rows to be shown by uid, of those a state does not hide."""
    found = dict(values)
    _drop_without_owner(found, state, layout)
    for uid in _twins(found, state, layout):
        del found[uid]
    _drop_without_owner(found, state, layout)
    _cut_loops(found, state, layout)
    return {uid: _without_lost_links(uid, row, found, state, layout) for uid, row in found.items()}


def _drop_without_owner(values: dict[str, Values], state: MergeState, layout: Layout) -> None:
    """Leave out what belongs to a hidden row, until nothing does."""
    lost = list(values)
    while lost:
        lost = [uid for uid, row in values.items() if not _has_owners(uid, row, values, state, layout)]
        for uid in lost:
            del values[uid]


def _has_owners(uid: str, row: Values, values: dict[str, Values], state: MergeState, layout: Layout) -> bool:
    links = layout[state.rows[uid].table].links
    return all(row[link.place] is None or row[link.place] in values for link in links if link.is_needed)


def _twins(values: dict[str, Values], state: MergeState, layout: Layout) -> list[str]:
    """Return the rows that are the same record as another: the one with the smallest uid is shown."""
    same: dict[tuple[Value, ...], list[str]] = defaultdict(list)
    for uid, row in values.items():
        table = layout[state.rows[uid].table]
        if table.is_single:
            same[table.name, *(row[place] for place in table.natural)].append(uid)
    return [uid for uids in same.values() for uid in sorted(uids)[1:]]


def _cut_loops(values: dict[str, Values], state: MergeState, layout: Layout) -> None:
    """Have what is its own ancestor begin a tree of its own: the smallest uid of a ring."""
    for table in layout.values():
        loop = next((link for link in table.links if link.table == table.name), None)
        if loop is None:
            continue
        rows = {uid: row for uid, row in values.items() if state.rows[uid].table == table.name}
        above = {uid: str(row[loop.place]) for uid, row in rows.items() if row[loop.place]}
        for uid in above:
            if end_of_path(uid, above) == uid:
                row = list(values[uid])
                row[loop.place] = None
                values[uid] = tuple(row)


def _without_lost_links(uid: str, row: Values, values: dict[str, Values], state: MergeState, layout: Layout) -> Values:
    """Return a row with the links emptied that may lead nowhere and lead to what is hidden."""
    table = state.rows[uid].table
    found = list(row)
    for link in layout[table].links:
        is_lost = not link.is_needed and found[link.place] is not None and found[link.place] not in values
        if is_lost and (table, link.column) != REMEMBERED:
            found[link.place] = None
    return tuple(found)


def end_of_path(uid: str, into: Mapping[str, str]) -> str:
    """Return where links end that lead from one to the next: in a ring, the smallest uid of it."""
    path = [uid]
    while path[-1] in into and len(path) < _LONGEST:
        after = into[path[-1]]
        if after in path:
            return min(path[path.index(after) :])
        path.append(after)
    return path[-1]
