"""Requests from what registrations say: the companies of the other side that a company wishes to meet."""

from dataclasses import dataclass

from missionplanner.domain.companies import Alias, Company, Side
from missionplanner.domain.requests import Request
from missionplanner.domain.spelling import listed
from missionplanner.matching.names import NameIndex
from missionplanner.messages import counted_message
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class Wishes:
    """The wishes of registrations, as requests."""

    requests: tuple[Request, ...]
    """Those that are not there yet."""
    unknown: tuple[tuple[str, str], ...]
    """Companies with the names they wish for that mean no company of the other side, or several."""


def found(store: Store) -> Wishes:
    """Return the requests that the registrations ask for and the mission has not."""
    companies = store.all(Company)
    wishing = [company for company in companies if company.wishes.strip()]
    if not wishing:
        return Wishes((), ())
    indexes = {side: _index(store, side, companies) for side in Side}
    known = {(request.pair, request.asked_by) for request in store.all(Request)}
    requests: dict[tuple[tuple[int, int], Side], Request] = {}
    unknown = []
    for company in wishing:
        index, names = indexes[company.side.other]
        for name in listed(company.wishes, names):
            keys = index.same(name)
            if len(keys) != 1:
                unknown.append((company.name, name))
                continue
            request = _request(company, keys[0])
            if (request.pair, request.asked_by) not in known:
                requests.setdefault((request.pair, request.asked_by), request)
    return Wishes(tuple(requests.values()), tuple(unknown))


def take(store: Store, wishes: Wishes) -> None:
    """Store the requests as one step."""
    label = counted_message(
        "Take {n} request from the registrations", "Take {n} requests from the registrations", len(wishes.requests)
    )
    with store.change(label) as change:
        change.insert_all(wishes.requests)


def _index(store: Store, side: Side, companies: list[Company]) -> tuple[NameIndex, list[str]]:
    """The companies of a side by their names and other spellings, and these."""
    names = {one.id: [one.name, one.operating_name] for one in companies if one.side is side}
    for alias in store.all(Alias):
        if alias.company_id in names:
            names[alias.company_id].append(alias.name)
    spelled = {key: tuple(filter(None, of)) for key, of in names.items()}
    return NameIndex(spelled), [name for of in spelled.values() for name in of]


def _request(company: Company, other: int) -> Request:
    pair = (company.id, other) if company.side is Side.DELEGATION else (other, company.id)
    return Request(delegation_id=pair[0], counterpart_id=pair[1], asked_by=company.side)
