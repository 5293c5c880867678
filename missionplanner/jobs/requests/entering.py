"""Meeting requests entered by hand: priorities, wished times, and the order of meetings."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from missionplanner.domain.companies import Side
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.requests import PRIORITY_LABELS, Precedence, Priority, Request
from missionplanner.errors import UserError
from missionplanner.exchange import priorities
from missionplanner.i18n import _
from missionplanner.jobs.fields import values as own_values
from missionplanner.messages import counted_message, message
from missionplanner.store.store import Store

Pair = tuple[int, int]


def set_priority(store: Store, keys: Iterable[int], priority: Priority) -> None:
    """Give requests (keys) a priority, as one step."""
    with store.change(message("Set priority to {priority}", priority=message(PRIORITY_LABELS[priority]))) as change:
        for request in store.where(Request, "id", keys):
            change.update(replace(request, priority=priority))


def set_place(store: Store, keys: Iterable[int], place: MeetsAt) -> None:
    """Have the meetings of requests (keys) be held at a place, or nothing said of it, as one step."""
    wanted = store.where(Request, "id", keys)
    label = counted_message("Set the place of {n} request", "Set the place of {n} requests", len(wanted))
    with store.change(label) as change:
        for request in wanted:
            change.update(replace(request, meets_at=place))


def remove(store: Store, keys: Iterable[int]) -> None:
    """Delete requests (keys), as one step."""
    wanted = list(keys)
    with store.change(counted_message("Delete {n} request", "Delete {n} requests", len(wanted))) as change:
        change.delete(Request, wanted)


def set_priorities(store: Store, wanted: Mapping[Pair, Priority | None], asked_by: Side) -> int:
    """Set the priority a side gives each pair (None: no request) as one step; return how many changed."""
    known = {r.pair: r for r in store.all(Request) if r.asked_by is asked_by}
    changed = {pair: p for pair, p in wanted.items() if (known[pair].priority if pair in known else None) is not p}
    with store.change(counted_message("Set {n} request", "Set {n} requests", len(changed))) as change:
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
"""The sign of a side without a request, beside that of one with a request."""
_TYPED = {**{sign: priority for priority, sign in SIGNS.items()}, NOTHING: None, "": None, "1": Priority.MUST_MEET,
         "2": Priority.MEET, "0": Priority.NO_THANKS}  # fmt: skip


def parse(text: str, side: Side) -> Priority | None:
    """Return the priority a typed cell gives for a side: by sign, digit or word of the three languages; None if empty.

    A cell of two signs gives both sides' priorities, the delegation's first. Raises UserError for any other text.
    """
    text = text.strip()
    if len(text) == 2 and set(text) <= _TYPED.keys():
        text = text[0 if side is Side.DELEGATION else 1]
    if text in _TYPED:
        return _TYPED[text]
    found = priorities.said_priority(text)
    if found is None:
        raise UserError(_("“{text}” says no priority.").format(text=text), _("Write must meet, meet or no thanks."))
    return found


def save(store: Store, request: Request, before: Mapping[int, Iterable[int]]) -> None:
    """Store a request, new or edited, with the companies either side meets after this one, as one step.

    before: for each of the two companies those it wants to meet later than the other. A new request adds them to the
    orders known of the pair, an edited one replaces those. Raises UserError when the side asked for the pair already,
    or when orders go in a circle.
    """
    if any(r.asked_by is request.asked_by and r.id != request.id for r in _requests_of(store, request.pair)):
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
    with store.change(message("Edit request") if request.id else message("Add a request")) as change:
        if request.id:
            change.update(request)
            own_values.save(store, change, request, own_values.stored(store, request))
        else:
            own_values.save(store, change, replace(request, id=change.insert(request)))
        kept = {(p.company_id, p.first_id, p.then_id): p.id for p in mine}
        wanted = {(p.company_id, p.first_id, p.then_id): p for p in orders}
        if request.id:
            change.delete(Precedence, [key for place, key in kept.items() if place not in wanted])
        change.insert_all(p for place, p in wanted.items() if place not in kept)


def later(store: Store, request: Request) -> dict[int, tuple[int, ...]]:
    """Return, for each company of a request, those it wants to meet later than the other."""
    rows = store.all(Precedence)
    return {
        company: tuple(p.then_id for p in rows if (p.company_id, p.first_id) == (company, other))
        for company, other in (request.pair, request.pair[::-1])
    }


def _requests_of(store: Store, pair: Pair) -> list[Request]:
    return [r for r in store.where(Request, "delegation_id", [pair[0]]) if r.counterpart_id == pair[1]]


def _refuse_circles(orders: list[Precedence]) -> None:
    """Raise UserError when a company is to be met before itself."""
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
