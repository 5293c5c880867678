"""Saved filters of the companies (views, to the user): a filter and an order under a name."""

from dataclasses import asdict
from typing import Any

from missionplanner.domain.saved_filters import COMPANIES, SavedFilter
from missionplanner.jobs import list_views
from missionplanner.jobs.list_views import ListOrder
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store


def save(store: Store, name: str, wanted: CompanyFilter, sort: str, descending: bool) -> None:
    """Keep a filter and order under a name, in place of one of the same name, as one step.

    Raises UserError without a name.
    """
    list_views.keep(store, name, COMPANIES, asdict(wanted), ListOrder(sort, descending))


def filter_of(view: SavedFilter) -> CompanyFilter:
    """Return the filter of a view, without the parts this version does not know."""
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in view.said.items()
        if name in CompanyFilter.__dataclass_fields__
    }
    return CompanyFilter(**known)
