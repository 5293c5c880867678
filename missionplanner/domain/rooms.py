"""Where people sleep: hotels with the rooms held there, and who stays when, in what kind of room, with whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from missionplanner.i18n import N_, _


class RoomKind(StrEnum):
    """The kinds of rooms."""

    SINGLE = "single"
    DOUBLE = "double"
    TWIN = "twin"

    @property
    def label(self) -> str:
        """The kind in the language of the screen."""
        return _(ROOM_KIND_LABELS[self])

    @property
    def sleeps(self) -> int:
        """How many people it is for."""
        return 1 if self is RoomKind.SINGLE else 2


ROOM_KIND_LABELS = {
    RoomKind.SINGLE: N_("Single"),
    RoomKind.DOUBLE: N_("Double (one bed)"),
    RoomKind.TWIN: N_("Twin (two beds)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotel:
    """A hotel of the mission, with the rooms held there."""

    id: int = 0
    uid: str = ""
    name: str
    stop_id: int | None = None
    address: str = ""
    singles: int | None = None
    """How many rooms of the kind are held; None where nobody counts them."""
    doubles: int | None = None
    twins: int | None = None
    note: str = ""

    def held(self, kind: RoomKind) -> int | None:
        """Return how many rooms of a kind are held; None where nobody counts them."""
        return {RoomKind.SINGLE: self.singles, RoomKind.DOUBLE: self.doubles, RoomKind.TWIN: self.twins}[kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """The nights of one person at one hotel."""

    id: int = 0
    uid: str = ""
    person_id: int
    hotel_id: int | None = None
    """None where they need a bed and have none yet."""
    stop_id: int | None = None
    """Where they need it; counts where they have no hotel yet."""
    kind: RoomKind = RoomKind.SINGLE
    mate_id: int | None = None
    """With whom they want to share."""
    check_in: date | None = None
    check_out: date | None = None
    room: str = ""
    """The number of the room, or another mark of it: those with the same one share."""
    note: str = ""

    def overlaps(self, other: "Stay") -> bool:
        """Whether both stay for one night at least; a stay without days lasts as long as the mission."""
        first = not (self.check_out and other.check_in) or other.check_in < self.check_out
        return first and (not (other.check_out and self.check_in) or self.check_in < other.check_out)


def in_figures(room: str) -> tuple[int, str]:
    """Return the number in the mark of a room and the mark, to sort by."""
    figures = "".join(filter(str.isdecimal, room))
    return (int(figures) if figures else 0, room)


def by_room(stays: Iterable[Stay]) -> Mapping[tuple[int, str], list[Stay]]:
    """Return the stays that have a room by hotel and room."""
    found: dict[tuple[int, str], list[Stay]] = {}
    for stay in stays:
        if stay.hotel_id and stay.room:
            found.setdefault((stay.hotel_id, stay.room), []).append(stay)
    return found
