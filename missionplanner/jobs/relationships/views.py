"""Views of the relationships kept under a name: filter, order, columns, and whether board, list or charts are seen.

Sectors and intents are kept by their codes: they are called otherwise in another language, and may be renamed.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from missionplanner.domain.mission import Sector
from missionplanner.domain.saved_filters import RELATIONSHIPS, SavedFilter
from missionplanner.i18n import current
from missionplanner.jobs import list_views
from missionplanner.jobs.list_views import BY_NAME, ListOrder
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.jobs.relationships.lines import SORTED, RelationshipFilter
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class RelationshipView:
    """A way of seeing the relationships."""

    wanted: RelationshipFilter
    order: ListOrder = BY_NAME
    columns: tuple[str, ...] = ()
    """Those of the list, by the names they are remembered by; empty for those there are."""
    tab: str = ""
    """The name of the tab that is seen."""


def save(store: Store, name: str, view: RelationshipView) -> None:
    """Keep a view under a name, in place of one of the same name, as one step.

    Raises UserError without a name.
    """
    coded = _called(view.wanted, _codes(store))
    said = {**asdict(coded), "columns": view.columns, "tab": view.tab}
    list_views.keep(store, name, RELATIONSHIPS, said, view.order)


def view_of(store: Store, kept: SavedFilter) -> RelationshipView:
    """Return a kept view, its sectors and intents as they are called now, without what this version does not know."""
    said = kept.said
    known: dict[str, Any] = {name: _texts(said.get(name)) for name in RelationshipFilter.__dataclass_fields__}
    known["text"] = str(said.get("text", ""))
    names = {what: {code: name for name, code in codes.items()} for what, codes in _codes(store).items()}
    order = ListOrder(kept.sort if kept.sort in SORTED else "name", kept.descending)
    wanted = _called(RelationshipFilter(**known), names)
    return RelationshipView(wanted, order, _texts(said.get("columns")), str(said.get("tab", "")))


def _called(wanted: RelationshipFilter, other: Mapping[str, Mapping[str, str]]) -> RelationshipFilter:
    """Return a filter with sectors and intents called otherwise; what is not there stays as it is."""
    changed: dict[str, Any] = {
        what: tuple(names.get(value, value) for value in getattr(wanted, what)) for what, names in other.items()
    }
    return replace(wanted, **changed)


def _codes(store: Store) -> dict[str, dict[str, str]]:
    """Return the codes of sectors and intents by their names in the language of the screen."""
    language, intents = current().language, intents_of(store)
    return {
        "sectors": {one.name(language): one.code for one in store.all(Sector)},
        "intents": {intents.name(code, language): code for code in intents.codes},
    }


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()
