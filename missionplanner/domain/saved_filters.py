"""Lists somebody wants to see again: a name, its filter, its order."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter:
    """A saved view of the companies. `wanted` is its filter as JSON; `sort` a column's key."""

    id: int = 0
    uid: str = ""
    name: str
    wanted: str
    sort: str = "name"
    descending: bool = False
