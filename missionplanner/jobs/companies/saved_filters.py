"""Saved filters of the companies (views, to the user): a filter and an order under a name."""

import json
from dataclasses import asdict, replace
from typing import Any

from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.messages import message
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store


def save(store: Store, name: str, wanted: CompanyFilter, sort: str, descending: bool) -> None:
    """Keep a filter and order under a name, in place of one of the same name, as one step.

    Raises UserError without a name.
    """
    if not name.strip():
        raise UserError(_("The view needs a name."), _("Type what it shows, such as “Ready to decide”."))
    content = json.dumps(asdict(wanted), ensure_ascii=False)
    known = next((view for view in store.all(SavedFilter) if view.name.casefold() == name.strip().casefold()), None)
    with store.change(message("Save the view {name}", name=name.strip())) as change:
        if known:
            change.update(replace(known, wanted=content, sort=sort, descending=descending))
        else:
            change.insert(SavedFilter(name=name.strip(), wanted=content, sort=sort, descending=descending))


def remove(store: Store, key: int) -> None:
    """Delete a saved filter, as one step."""
    with store.change(message("Delete a view")) as change:
        change.delete(SavedFilter, [key])


def filter_of(view: SavedFilter) -> CompanyFilter:
    """Return the filter of a view, without the parts this version does not know."""
    found = json.loads(view.wanted)
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in found.items()
        if name in CompanyFilter.__dataclass_fields__
    }
    return CompanyFilter(**known)
