"""Beds: who shares with whom, in which hotel and room, night by night; what is missing is said."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count as numbers

from missionplanner.domain.rooms import Hotel, RoomKind, Stay


@dataclass(frozen=True, slots=True)
class Sleeper:
    """A stay with what places it: whom it goes together with, and who goes first."""

    stay: Stay
    group: int = 0
    """Those they travel with, such as their company."""
    rank: int = 1
    """Their place in the order of protocol; the lowest goes first."""
    gender: str = ""
    """As they said; who said none is put together with nobody they do not name."""


@dataclass(frozen=True, slots=True)
class Bedding:
    """Where everybody sleeps."""

    stays: tuple[Stay, ...]
    """Those that change, with their hotels and rooms."""
    without: tuple[Stay, ...] = ()
    """Stays for which there is no bed."""
    one_sided: tuple[tuple[Stay, Stay], ...] = ()
    """Who names somebody who asks for a room alone, or names somebody else."""
    alone: tuple[Stay, ...] = ()
    """Who wants to share a room and has nobody to share it with."""


def pairs(stays: Sequence[Stay]) -> tuple[list[tuple[Stay, ...]], list[tuple[Stay, Stay]]]:
    """Return who shares a room (one or two stays), and the wishes the other did not say as well.

    Two who name one another share; so do two of whom one names the other, who names nobody else.
    """
    by_person: dict[int, list[Stay]] = defaultdict(list)
    for stay in stays:
        by_person[stay.person_id].append(stay)
    taken: set[int] = set()
    found: list[tuple[Stay, ...]] = []
    questions = []
    wishing = sorted(stays, key=lambda stay: not _is_mutual(stay, by_person))
    for stay in wishing:
        mate = next((one for one in by_person.get(stay.mate_id or 0, ()) if _same_place(stay, one)), None)
        if stay.id in taken or mate is None or mate.id == stay.id:
            continue
        if mate.mate_id != stay.person_id and (mate.mate_id or mate.kind is RoomKind.SINGLE):
            questions.append((stay, mate))
        if mate.id not in taken and mate.mate_id in (None, stay.person_id):
            taken |= {stay.id, mate.id}
            found.append((stay, mate))
    found += [(stay,) for stay in stays if stay.id not in taken]
    return found, questions


def _is_mutual(stay: Stay, by_person: Mapping[int, Sequence[Stay]]) -> bool:
    return any(one.mate_id == stay.person_id for one in by_person.get(stay.mate_id or 0, ()))


def _same_place(one: Stay, other: Stay) -> bool:
    return one.hotel_id == other.hotel_id and one.stop_id == other.stop_id and one.overlaps(other)


def bedded(sleepers: Sequence[Sleeper], hotels: Sequence[Hotel]) -> Bedding:
    """Return rooms for everybody: those that have one keep it, the leader chooses first, groups stay in one hotel."""
    of = {sleeper.stay.id: sleeper for sleeper in sleepers}
    shared, questions = pairs([sleeper.stay for sleeper in sleepers])
    shared = _together(shared, of)
    house = _House(hotels)
    for stay in (one.stay for one in sleepers if one.stay.hotel_id and one.stay.room):
        house.keep(stay)
    changed, without = [], []
    for party in sorted(shared, key=lambda party: _order(party, of)):
        placed = house.place(party, of[party[0].id].group)
        if placed is None:
            without += [stay for stay in party if not stay.room]
        changed += [stay for stay in placed or () if stay != of[stay.id].stay]
    alone = [party[0] for party in shared if len(party) == 1 and party[0].kind.sleeps > 1 and not party[0].room]
    return Bedding(tuple(changed), tuple(without), tuple(questions), tuple(alone))


def _together(parties: Sequence[tuple[Stay, ...]], of: Mapping[int, Sleeper]) -> list[tuple[Stay, ...]]:
    """Return the parties with those in pairs who ask for one of two beds and name nobody: colleagues first.

    Only people of one gender, as they said it, for the same nights.
    """
    found = []
    waiting: dict[tuple[object, ...], list[Stay]] = defaultdict(list)
    for party in parties:
        stay, gender = party[0], of[party[0].id].gender
        if len(party) == 1 and stay.kind is RoomKind.TWIN and not stay.mate_id and not stay.room and gender:
            waiting[stay.hotel_id, stay.stop_id, stay.check_in, stay.check_out, gender].append(stay)
        else:
            found.append(party)
    for stays in waiting.values():
        ordered = sorted(stays, key=lambda stay: (of[stay.id].group, stay.id))
        colleagues = list(_by_twos(ordered, of))
        left = [stay for stay in ordered if not any(stay in pair for pair in colleagues)]
        found += [*colleagues, *(tuple(left[n : n + 2]) for n in range(0, len(left), 2))]
    return found


def _by_twos(stays: Sequence[Stay], of: Mapping[int, Sleeper]) -> Iterator[tuple[Stay, Stay]]:
    """Yield pairs of colleagues."""
    waiting: dict[int, Stay] = {}
    for stay in stays:
        group = of[stay.id].group
        if group in waiting:
            yield waiting.pop(group), stay
        else:
            waiting[group] = stay


def _order(party: Sequence[Stay], of: Mapping[int, Sleeper]) -> tuple[object, ...]:
    rank = min(of[stay.id].rank for stay in party)
    has_room = any(stay.room for stay in party)
    first = party[0].check_in
    return not has_room, rank, party[0].hotel_id is None, of[party[0].id].group, str(first), party[0].id


@dataclass(slots=True)
class _Room:
    """A room with the nights it is taken."""

    mark: str
    kind: RoomKind
    nights: list[Stay] = field(default_factory=list)

    def is_free(self, party: Iterable[Stay]) -> bool:
        """Whether nobody sleeps in it then."""
        return not any(stay.overlaps(taken) for stay in party for taken in self.nights)


class _House:
    """The hotels with their rooms."""

    def __init__(self, hotels: Sequence[Hotel]) -> None:
        self._hotels = {hotel.id: hotel for hotel in hotels}
        self._rooms: dict[int, dict[str, _Room]] = {hotel.id: {} for hotel in hotels}
        self._groups: dict[int, Counter[int]] = defaultdict(Counter)

    def keep(self, stay: Stay) -> None:
        """Note a room that is given already."""
        rooms = self._rooms.get(stay.hotel_id or 0)
        if rooms is not None:
            rooms.setdefault(stay.room, _Room(stay.room, stay.kind)).nights.append(stay)

    def place(self, party: Sequence[Stay], group: int) -> list[Stay] | None:
        """Return the stays of those who share with hotel and room; None where there is none."""
        held = next((stay for stay in party if stay.hotel_id and stay.room), None)
        if held:
            return self._join(party, held)
        for hotel_id in self._wanted(party[0], group):
            room = self._free_room(hotel_id, party)
            if room:
                room.nights += party
                self._groups[hotel_id][group] += len(party)
                return [_in(stay, hotel_id, room.mark) for stay in party]
        return None

    def _join(self, party: Sequence[Stay], held: Stay) -> list[Stay]:
        room = self._rooms[held.hotel_id or 0].get(held.room)
        joining = [stay for stay in party if not stay.room]
        if room:
            room.nights += joining
        return [_in(stay, held.hotel_id or 0, held.room) for stay in joining]

    def _wanted(self, stay: Stay, group: int) -> list[int]:
        """Return the hotels that come into question: the one that is wished for, else those of the stop, by group."""
        own = self._hotels.get(stay.hotel_id or 0)
        stop = own.stop_id if own else stay.stop_id
        others = [one.id for one in self._hotels.values() if one.stop_id == stop and one is not own and stop]
        near = sorted(others, key=lambda key: (-self._groups[key][group], key))
        return [*([own.id] if own else []), *near]

    def _free_room(self, hotel_id: int, party: Sequence[Stay]) -> _Room | None:
        wanted = party[0].kind if len(party) == 1 or party[0].kind.sleeps > 1 else party[-1].kind
        kinds = [wanted, *(kind for kind in _INSTEAD[wanted] if kind.sleeps >= len(party))]
        for kind in kinds:
            room = self._room_of(hotel_id, kind, party)
            if room:
                return room
        return None

    def _room_of(self, hotel_id: int, kind: RoomKind, party: Sequence[Stay]) -> _Room | None:
        if kind.sleeps < len(party):
            return None
        rooms = self._rooms[hotel_id]
        mine = [room for room in rooms.values() if room.kind is kind]
        free = next((room for room in mine if room.is_free(party)), None)
        if free:
            return free
        held = self._hotels[hotel_id].held(kind)
        if held is not None and len(mine) >= held:
            return None
        mark = next(self._marks(rooms))
        rooms[mark] = _Room(mark, kind)
        return rooms[mark]

    def _marks(self, rooms: Mapping[str, _Room]) -> Iterator[str]:
        return (str(n) for n in numbers(1) if str(n) not in rooms)


_INSTEAD = {
    RoomKind.SINGLE: (RoomKind.DOUBLE, RoomKind.TWIN),
    RoomKind.TWIN: (),
    RoomKind.DOUBLE: (RoomKind.TWIN,),
}
"""The kinds of rooms that do where those of a kind are taken: nobody is put into one bed who asked for two."""


def _in(stay: Stay, hotel_id: int, room: str) -> Stay:
    return replace(stay, hotel_id=hotel_id, room=room)
