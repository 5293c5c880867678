"""Who wants to meet whom, entered by hand: priorities, wished times, orders, and how much each company asks for."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.requests import Precedence, Priority, Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.exchange import requests
from missionplanner.i18n import N_, _, count
from missionplanner.store.store import Store

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Balance:
    """What a company asks for and gets. asks, asked: wishes of its own and of others for it; open: without a meeting.

    wanted: companies it or they want, but for vetoes; state: a key of STATES.
    """

    company: Company
    asks: int
    asked: int
    wanted: int
    vetoes: int
    meetings: int
    open: int
    state: str


STATES = {
    "few": N_("Too few requests"), "unmet": N_("Too few meetings"), "many": N_("Too many requests"),
    "good": N_("In order"),
}  # fmt: skip
LEAST, MOST = 6, 17
"""How many requests a company should have where the mission says nothing."""


def limits(snapshot: Snapshot) -> tuple[int, int]:
    """The least and the most requests a company should have."""
    mission = snapshot.mission
    return mission.meetings_least or LEAST, mission.meetings_most or MOST


def set_priority(store: Store, keys: Iterable[int], priority: Priority) -> None:
    """Give requests (keys) a priority, as one step."""
    with store.change(_("Set priority to {priority}").format(priority=priority.label)) as change:
        for request in store.where(Request, "id", keys):
            change.update(replace(request, priority=priority))


def remove(store: Store, keys: Iterable[int]) -> None:
    """Delete requests (keys), as one step."""
    wanted = list(keys)
    with store.change(count("Delete {n} request", "Delete {n} requests", len(wanted))) as change:
        change.delete(Request, wanted)


def set_priorities(store: Store, wanted: Mapping[Pair, Priority | None], asked_by: Side) -> int:
    """Say of each pair how much a side wants to meet, None to say nothing, as one step; returns how many changed."""
    known = {r.pair: r for r in store.all(Request) if r.asked_by is asked_by}
    changed = {pair: p for pair, p in wanted.items() if (known[pair].priority if pair in known else None) is not p}
    with store.change(count("Set {n} request", "Set {n} requests", len(changed))) as change:
        change.delete(Request, [known[pair].id for pair, priority in changed.items() if priority is None])
        for pair, priority in changed.items():
            if priority is None:
                continue
            if pair in known:
                change.update(replace(known[pair], priority=priority))
            else:
                change.insert(
                    Request(delegation_id=pair[0], counterpart_id=pair[1], asked_by=asked_by, priority=priority)
                )
    return len(changed)


SIGNS = {Priority.MUST_MEET: "★", Priority.MEET: "●", Priority.NO_THANKS: "✕"}
NOTHING = "·"
"""What stands for a side that says nothing beside one that does."""
_SAID = {**{sign: priority for priority, sign in SIGNS.items()}, NOTHING: None, "": None, "1": Priority.MUST_MEET,
         "2": Priority.MEET, "0": Priority.NO_THANKS}  # fmt: skip


def parse(text: str, side: Side) -> Priority | None:
    """The priority a cell says for a side, by sign, digit or word of the three languages; None for an empty one.

    A cell of two signs speaks for both sides, the delegation first. Raises UserError for what is not known.
    """
    text = text.strip()
    if len(text) == 2 and set(text) <= _SAID.keys():
        text = text[0 if side is Side.DELEGATION else 1]
    if text in _SAID:
        return _SAID[text]
    found = requests.said_priority(text)
    if found is None:
        raise UserError(_("“{text}” says no priority.").format(text=text), _("Write must meet, meet or no thanks."))
    return found


def save(store: Store, request: Request, before: Mapping[int, Iterable[int]]) -> None:
    """Store a request, new or edited, with the companies either side meets after this one, as one step.

    before: for each of the two companies those it wants to meet later than the other; a new request adds them to those
    that are known of the pair. Raises UserError where the side asked already, or where orders go in a circle.
    """
    if any(r.asked_by is request.asked_by and r.id != request.id for r in _of_pair(store, request.pair)):
        raise UserError(_("This request is already in the list."), _("Change its priority there."))
    known = store.all(Precedence)
    mine = [p for p in known if (p.company_id, p.first_id) in (request.pair, request.pair[::-1])]
    orders = [
        Precedence(company_id=company, first_id=other, then_id=later)
        for company, other in (request.pair, request.pair[::-1])
        for later in before.get(company, ())
        if later != other
    ]
    _refuse_circles([*(p for p in known if p not in mine), *orders])
    with store.change(_("Edit request") if request.id else _("Add a request")) as change:
        if request.id:
            change.update(request)
        else:
            change.insert(request)
        kept = {(p.company_id, p.first_id, p.then_id): p.id for p in mine}
        wanted = {(p.company_id, p.first_id, p.then_id): p for p in orders}
        if request.id:
            change.delete(Precedence, [key for place, key in kept.items() if place not in wanted])
        change.insert_all(p for place, p in wanted.items() if place not in kept)


def later(store: Store, request: Request) -> dict[int, tuple[int, ...]]:
    """For each company of a request those it wants to meet later than the other."""
    rows = store.all(Precedence)
    return {
        company: tuple(p.then_id for p in rows if (p.company_id, p.first_id) == (company, other))
        for company, other in (request.pair, request.pair[::-1])
    }


def balances(snapshot: Snapshot) -> list[Balance]:
    """What every company that takes part asks for and gets, by side and name."""
    asks: Counter[int] = Counter()
    asked: Counter[int] = Counter()
    vetoes: Counter[int] = Counter()
    for request in snapshot.requests:
        asker, other = request.pair if request.asked_by is Side.DELEGATION else request.pair[::-1]
        if request.priority is Priority.NO_THANKS:
            vetoes[asker] += 1
        else:
            asks[asker] += 1
            asked[other] += 1
    wanted: Counter[int] = Counter()
    unmet: Counter[int] = Counter()
    met = {m.pair for m in snapshot.meetings if m.stands}
    for pair, wish in snapshot.wishes.items():
        if wish.priority is not Priority.NO_THANKS:
            wanted.update(pair)
            if pair not in met:
                unmet.update(pair)
    has_plan = bool(met)
    found = []
    for company in (c for side in Side for c in snapshot.participants(side)):
        key = company.id
        meetings = len(snapshot.meetings_of.get(key, []))
        state = _state(limits(snapshot), wanted[key], meetings if has_plan else None)
        found.append(Balance(company, asks[key], asked[key], wanted[key], vetoes[key], meetings, unmet[key], state))
    return found


def _state(least_most: tuple[int, int], wanted: int, meetings: int | None) -> str:
    least, most = least_most
    if wanted < least:
        return "few"
    if meetings is not None and meetings < least:
        return "unmet"
    return "many" if wanted > most else "good"


def _of_pair(store: Store, pair: Pair) -> list[Request]:
    return [r for r in store.where(Request, "delegation_id", [pair[0]]) if r.counterpart_id == pair[1]]


def _refuse_circles(orders: list[Precedence]) -> None:
    after: dict[int, dict[int, set[int]]] = {}
    for order in orders:
        after.setdefault(order.company_id, {}).setdefault(order.first_id, set()).add(order.then_id)
    for company in after.values():
        for start in company:
            seen: set[int] = set()
            rest = list(company[start])
            while rest:
                key = rest.pop()
                if key == start:
                    raise UserError(
                        _("These orders go in a circle."), _("Leave out one of the companies to be met later.")
                    )
                if key not in seen:
                    seen.add(key)
                    rest += company.get(key, ())
