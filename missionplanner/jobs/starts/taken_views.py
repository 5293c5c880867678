"""Views of lists taken into a new mission: only those whose conditions are all about what is taken."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, replace

from missionplanner.domain.own_fields import Subject
from missionplanner.domain.saved_filters import RELATIONSHIPS, SavedFilter
from missionplanner.jobs.companies.saved_filters import filter_of
from missionplanner.jobs.starts.take import Take

Keys = Mapping[str, Mapping[int, int]]
"""The keys of copies by those they had, by table."""
_OWN = f"{Subject.COMPANY.value}."


def is_about(view: SavedFilter, parts: Collection[Take]) -> bool:
    """Whether a view asks for nothing but what is taken: without one of its conditions it would show others."""
    if view.of_list == RELATIONSHIPS:
        return Take.SECTORS in parts or not view.said.get("sectors")
    asked = filter_of(view)
    needs = {
        Take.SECTORS: asked.sectors,
        Take.STRUCTURE: (*asked.stops, *asked.kinds),
        Take.FIELDS: asked.own,
        Take.PEOPLE: asked.reviewers,
    }
    return not asked.ids and all(part in parts for part, values in needs.items() if values)


def copied(view: SavedFilter, parts: Collection[Take], keys: Keys) -> SavedFilter | None:
    """Return a view that leads to the copies; None where one of them is missing."""
    if view.of_list == RELATIONSHIPS:
        return view
    asked = filter_of(view)
    stops, kinds = keys.get("stops", {}), {0: 0, **keys.get("organisation_kinds", {})}
    if not (stops.keys() >= set(asked.stops) and kinds.keys() >= set(asked.kinds)):
        return None
    wanted = replace(
        asked, stops=tuple(stops[key] for key in asked.stops), kinds=tuple(kinds[key] for key in asked.kinds)
    )
    sort = "name" if view.sort.startswith(_OWN) and Take.FIELDS not in parts else view.sort
    return replace(view, wanted=json.dumps(asdict(wanted), ensure_ascii=False), sort=sort)
