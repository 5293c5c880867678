"""Journeys, rooms and vehicles typed as texts by the names of their fields, as on the command line."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from missionplanner.domain import dates
from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.rooms import Hotel, Stay
from missionplanner.domain.vehicles import Vehicle
from missionplanner.errors import UserError
from missionplanner.exchange import answers, travel_cells
from missionplanner.i18n import _
from missionplanner.jobs.arrivals import entering
from missionplanner.jobs.market.typed import stop_called
from missionplanner.jobs.people.records import find_person
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.store.store import Store

LEG = ("kind", "flight", "from", "to", "departs", "arrives", "booking", "note")
STAY = ("hotel", "stop", "kind", "with", "check_in", "check_out", "room", "note")
HOTEL = ("name", "stop", "address", "singles", "doubles", "twins", "note")
VEHICLE = ("name", "model", "seats", "kept_free", "accessible", "driver", "note")
"""The fields that can be typed."""
_COLUMNS = {"from": "origin", "to": "destination", "hotel": "hotel_id", "stop": "stop_id", "with": "mate_id",
            "accessible": "is_accessible"}  # fmt: skip


def values(store: Store, kind: type[JourneyLeg | Stay | Hotel | Vehicle], texts: Mapping[str, str]) -> dict[str, Any]:
    """Return the values of texts by the columns they are stored in. Raises UserError for what is none."""
    readers = _readers(store)
    found: dict[str, Any] = {}
    for name, text in texts.items():
        reader = readers.get((kind, name)) or readers.get((None, name)) or str.strip
        found[_COLUMNS.get(name, name)] = reader(text)
    return found


def _readers(store: Store) -> dict[tuple[type | None, str], Callable[[str], Any]]:
    near = store.mission.starts, store.mission.ends
    day: Callable[[str], Any] = lambda text: typed_day(text, near)  # noqa: E731
    clock: Callable[[str], Any] = lambda text: moment(text, near)  # noqa: E731
    return {
        (JourneyLeg, "kind"): _leg_kind, (JourneyLeg, "departs"): clock, (JourneyLeg, "arrives"): clock,
        (Stay, "kind"): _room_kind, (Stay, "check_in"): day, (Stay, "check_out"): day,
        (Stay, "hotel"): lambda text: entering.called(store.all(Hotel), text).id if text.strip() else None,
        (Stay, "with"): lambda text: find_person(store.snapshot(), text).id if text.strip() else None,
        (None, "stop"): lambda text: stop_called(store, text),
        (None, "singles"): number, (None, "doubles"): number, (None, "twins"): number,
        (None, "seats"): lambda text: number(text) or 0, (None, "kept_free"): lambda text: number(text) or 0,
        (None, "accessible"): lambda text: bool(answers.plainly(text)),
    }  # fmt: skip


def _leg_kind(text: str) -> LegKind:
    return _one_of(LegKind, text)


def _room_kind(text: str) -> Any:
    found = travel_cells.room_kind(text)
    if found is None:
        raise UserError(_("“{text}” is not one of the choices.").format(text=text), "single, double, twin")
    return found


def _one_of(kind: type[LegKind], text: str) -> LegKind:
    try:
        return kind(text.strip().lower())
    except ValueError as error:
        hint = ", ".join(one.value for one in kind)
        raise UserError(_("“{text}” is not one of the choices.").format(text=text), hint) from error


def number(text: str) -> int | None:
    """Return the number that is typed, None for no text. Raises UserError for what is none."""
    if text.strip() and not text.strip().isdecimal():
        raise UserError(_("“{text}” is no number.").format(text=text), _("Type a whole number from 0 on."))
    return int(text) if text.strip() else None


def moment(text: str, near: tuple[date, date]) -> datetime | None:
    """Return the day and time that are typed, None for no text. Raises UserError for what is none, or several."""
    if not text.strip():
        return None
    found = dates.moments(text, dates.around(near))
    if len(found) != 1:
        raise UserError(
            _("“{text}” is no day with a time.").format(text=text),
            _("Write it as 2026-02-16T10:00."),
        )
    return found[0]
