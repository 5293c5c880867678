"""Visits: who meets at the office of the host, as a request, a company or a stop says it."""

from collections.abc import Iterable
from dataclasses import replace

from missionplanner.domain import bounds
from missionplanner.domain.companies import Company
from missionplanner.domain.meets_at import MEETS_AT_LABELS, MeetsAt
from missionplanner.domain.mission import Stop
from missionplanner.domain.requests import Request
from missionplanner.errors import UserError
from missionplanner.messages import message
from missionplanner.store.store import Store


def say(
    store: Store,
    where: MeetsAt,
    stops: Iterable[int] = (),
    companies: Iterable[int] = (),
    requests: Iterable[int] = (),
) -> int:
    """Have stops, companies and requests (keys) say where they meet, as one step; return how many said otherwise."""
    found: list[Stop | Company | Request] = [
        *store.where(Stop, "id", stops),
        *store.where(Company, "id", companies),
        *store.where(Request, "id", requests),
    ]
    found = [one for one in found if one.meets_at is not where]
    with store.change(message("Where meetings are held: {where}", where=message(MEETS_AT_LABELS[where]))) as change:
        for one in found:
            change.update(replace(one, meets_at=where))
    return len(found)


def place(store: Store, companies: Iterable[int], zone: str | None, coordinates: str | None) -> int:
    """Enter the zone, the coordinates or both of offices (keys of companies), as one step; return how many changed.

    Raises UserError for what are no coordinates.
    """
    found = []
    for company in store.where(Company, "id", companies):
        placed = replace(
            company,
            zone=company.zone if zone is None else zone.strip(),
            coordinates=company.coordinates if coordinates is None else coordinates.strip(),
        )
        found += [placed] if placed != company else []
    if found and (problems := bounds.problems(found[0])):
        raise UserError(next(iter(problems.values())))
    with store.change(message("Enter where offices are")) as change:
        for company in found:
            change.update(company)
    return len(found)
