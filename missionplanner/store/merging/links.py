"""Links between rows: keys of one file to uids, which every file understands, and back."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Self

from missionplanner.store.merging.layout import Layout, TableLayout
from missionplanner.store.rows import Value

Values = tuple[Value, ...]
_DEEPEST = 12
"""Levels of a text in JSON that are followed."""


class Names:
    """The uids of the rows of a file by table and key, and their keys by uid; hidden rows included."""

    def __init__(self) -> None:
        self._uids: dict[str, dict[int, str]] = {}
        self._keys: dict[str, dict[str, int]] = {}

    @classmethod
    def of_rows(cls, layout: Layout, stored: Mapping[str, Mapping[int, Values]]) -> Self:
        """Return the names of rows by table and key; of two rows of one uid the last one counts."""
        found = cls()
        for name, rows in stored.items():
            place = layout[name].columns.index("uid")
            found._uids[name] = {key: str(row[place]) for key, row in rows.items()}
            found._keys[name] = {str(row[place]): key for key, row in rows.items()}
        return found

    def uid(self, table: str, key: int) -> str | None:
        """Return the uid of a row."""
        return self._uids.get(table, {}).get(key)

    def key(self, table: str, uid: str) -> int | None:
        """Return the key of a row."""
        return self._keys.get(table, {}).get(uid)

    def add(self, table: str, uid: str, key: int) -> None:
        """Add a row."""
        self._uids.setdefault(table, {})[key] = uid
        self._keys.setdefault(table, {})[uid] = key


def with_uids(layout: TableLayout, row: Values, names: Names) -> Values:
    """Return a row with uids in place of the keys of others; its own key is left out."""
    return _translated(layout, row, lambda table, key: names.uid(table, key) if isinstance(key, int) else None)


def with_keys(layout: TableLayout, row: Values, names: Names) -> Values:
    """Return a row with the keys that others have in this file; what is not known here is left empty."""
    return _translated(layout, row, lambda table, uid: names.key(table, uid) if isinstance(uid, str) else None)


def _translated(layout: TableLayout, row: Values, change: Callable[[str, Any], Value]) -> Values:
    values = list(row)
    values[0] = None
    for link in layout.links:
        if values[link.place] is not None:
            values[link.place] = change(layout.target(link, row), values[link.place])
    for place, inside in layout.inside.items():
        values[place] = translated_text(str(values[place]), inside, change)
    return tuple(values)


def translated_text(text: str, inside: Mapping[str, str], change: Callable[[str, Any], Any]) -> str:
    """Return a text in JSON with the links in it changed; one that is not what it should be stays as it is."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return json.dumps(_walked(found, inside, change, 0), ensure_ascii=False)


def _walked(found: Any, inside: Mapping[str, str], change: Callable[[str, Any], Any], depth: int) -> Any:
    if depth > _DEEPEST:
        return found
    if isinstance(found, list):
        return [_walked(one, inside, change, depth + 1) for one in found]
    if not isinstance(found, dict):
        return found
    return {
        name: _changed(value, inside[name], change) if name in inside else _walked(value, inside, change, depth + 1)
        for name, value in found.items()
    }


def _changed(value: Any, table: str, change: Callable[[str, Any], Any]) -> Any:
    """Return a link or a list of links changed; of a list those that lead nowhere are left out."""
    if isinstance(value, list):
        return [new for one in value if (new := change(table, one)) is not None]
    return None if value is None else change(table, value)
