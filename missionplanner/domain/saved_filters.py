"""Filters of lists kept under a name (views, to the user)."""

import json
from dataclasses import dataclass
from typing import Any

COMPANIES, RELATIONSHIPS = "companies", "relationships"
"""The lists that filters are of."""
LIST = "list"
"""The name of the list within the filter; one of the companies has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter:
    """A filter of a list, with the order of the list."""

    id: int = 0
    uid: str = ""
    name: str
    wanted: str
    """The filter as JSON."""
    sort: str = "name"
    """The key of a column."""
    descending: bool = False

    @property
    def said(self) -> dict[str, Any]:
        """The conditions by their names."""
        found: dict[str, Any] = json.loads(self.wanted)
        return found

    @property
    def of_list(self) -> str:
        """The name of the list it is of."""
        return str(self.said.get(LIST, COMPANIES))
