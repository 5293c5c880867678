"""Filters of the companies kept under a name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter:
    """A filter of the list of companies, with the order of the list."""

    id: int = 0
    uid: str = ""
    name: str
    wanted: str
    """The filter as JSON."""
    sort: str = "name"
    """The key of a column."""
    descending: bool = False
