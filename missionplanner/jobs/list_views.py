"""Filters of lists kept under a name in the mission (views, to the user): each list has its own."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from missionplanner.domain.saved_filters import COMPANIES, LIST, SavedFilter
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.messages import message
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class ListOrder:
    """The order of a list."""

    sort: str = "name"
    """The key of a column."""
    descending: bool = False


BY_NAME = ListOrder()


def views_of(store: Store, of_list: str) -> list[SavedFilter]:
    """Return the views of a list, by name."""
    found = (view for view in store.all(SavedFilter) if view.of_list == of_list)
    return sorted(found, key=lambda view: view.name.casefold())


def keep(store: Store, name: str, of_list: str, said: Mapping[str, Any], order: ListOrder) -> None:
    """Keep conditions and order under a name, in place of a view of the same list and name, as one step.

    Raises UserError without a name.
    """
    name = name.strip()
    if not name:
        raise UserError(_("The view needs a name."), _("Type what it shows, such as “Ready to decide”."))
    marked = dict(said) if of_list == COMPANIES else {LIST: of_list, **said}
    content = json.dumps(marked, ensure_ascii=False)
    known = next((view for view in views_of(store, of_list) if view.name.casefold() == name.casefold()), None)
    with store.change(message("Save the view {name}", name=name)) as change:
        if known:
            change.update(replace(known, wanted=content, sort=order.sort, descending=order.descending))
        else:
            change.insert(SavedFilter(name=name, wanted=content, sort=order.sort, descending=order.descending))


def remove(store: Store, key: int) -> None:
    """Delete a view, as one step."""
    with store.change(message("Delete a view")) as change:
        change.delete(SavedFilter, [key])
