"""The zones of cities: the minutes between them, and which names they have."""

from missionplanner.domain import bounds
from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Venue, ZoneWay
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.messages import message
from missionplanner.store.store import Store


def save(store: Store, way: ZoneWay) -> None:
    """Store the minutes between two zones of a stop in place of earlier ones, in either direction, as one step.

    Raises UserError where a zone has no name, or for minutes that cannot be.
    """
    if not way.zone.strip() or not way.other.strip():
        raise UserError(
            _("A zone has no name."), _("Type the same names as in the addresses, such as Polanco or Centro.")
        )
    if problems := bounds.problems(way):
        raise UserError(next(iter(problems.values())))
    pair = _pair(way)
    known = store.where(ZoneWay, "stop_id", [way.stop_id])
    old = [one.id for one in known if _pair(one) == pair and one.id != way.id]
    with store.change(message("Edit minutes between zones") if way.id else message("Add minutes between zones")) as c:
        c.delete(ZoneWay, old)
        if way.id:
            c.update(way)
        else:
            c.insert(way)


def names(store: Store) -> list[str]:
    """Return the names of zones in use, each once, to complete from."""
    ways = store.all(ZoneWay)
    used = [one.zone for rows in (store.all(Venue), store.all(Company)) for one in rows]
    every = [*(way.zone for way in ways), *(way.other for way in ways), *used]
    return sorted({fold(name): name for name in every if name}.values(), key=fold)


def _pair(way: ZoneWay) -> frozenset[str]:
    return frozenset((fold(way.zone), fold(way.other)))
