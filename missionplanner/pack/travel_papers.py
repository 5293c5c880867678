"""The papers of arrivals, rooms and transfers: arrival board, rooming list, manifests, day sheets."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from missionplanner.domain.events import EventKind
from missionplanner.domain.journeys import JourneyLeg, LegKind, in_order
from missionplanner.domain.people import Person
from missionplanner.domain.person_days import days, looked_after
from missionplanner.domain.rooms import ROOM_KIND_LABELS, Hotel, Stay, in_figures
from missionplanner.domain.sign_ins import sheet_number
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import Translator
from missionplanner.pack.day_content import as_list, day_sheet
from missionplanner.pack.editions import PaperSheet
from missionplanner.pack.wording import listed, on_one_line, organisations
from missionplanner.typography import capital

_WIDTHS = (0.08, 0.12, 0.13, 0.24, 0.245, 0.185)


def arrival_board(snapshot: Snapshot, t: Translator) -> Iterator[PaperSheet]:
    """A list of every day of who lands and who leaves, by the hour, with whom to pick up together."""
    days_: dict[tuple[date, LegKind], list[JourneyLeg]] = defaultdict(list)
    for leg in in_order(snapshot.legs):
        if leg.at and leg.kind is not LegKind.BETWEEN:
            days_[leg.at.date(), leg.kind].append(leg)
    heads = (t("Time"), t("Flight or train"), t("Place"), t("Name"), t("Company"), t("Phone"))
    titles = {LegKind.ARRIVAL: t("Arrivals of {day}"), LegKind.DEPARTURE: t("Departures of {day}")}
    for (day, kind), legs in sorted(days_.items(), key=lambda one: (one[0][0], one[0][1] is not LegKind.ARRIVAL)):
        rows = tuple(_board_row(snapshot, leg, t) for leg in legs)
        note = t.count("{n} person", "{n} people", len({leg.person_id for leg in legs}))
        heading = titles[kind].format(day=t.date(day, "full"))
        yield PaperSheet(heading, heads, rows, _WIDTHS, f"{note} · {_by_hour(legs, t)}", is_close=True)


def _board_row(snapshot: Snapshot, leg: JourneyLeg, t: Translator) -> tuple[str, ...]:
    person = snapshot.person[leg.person_id]
    when = t.time(leg.at) if leg.at else ""
    return (
        when,
        leg.flight,
        leg.place,
        listed(person),
        organisations(snapshot, person, t),
        on_one_line(person.mobile or person.phone),
    )


def _by_hour(legs: list[JourneyLeg], t: Translator) -> str:
    """Return how many people there are in each hour."""
    hours: dict[int, set[int]] = defaultdict(set)
    for leg in legs:
        if leg.at:
            hours[leg.at.hour].add(leg.person_id)
    return ", ".join(f"{hour:02}:00 – {t.number(len(people))}" for hour, people in sorted(hours.items()))


def rooming_list(snapshot: Snapshot, t: Translator) -> Iterator[PaperSheet]:
    """A list of every hotel of who sleeps in which room from when to when; at the end who has no hotel yet."""
    heads = (t("Rm."), t("Kind"), t("Name"), t("Company"), t("Check-in"), t("Check-out"), t("Notes"))
    hotels: dict[int, list[Stay]] = defaultdict(list)
    for stay in snapshot.stays:
        hotels[stay.hotel_id or 0].append(stay)
    known = sorted(snapshot.hotels, key=lambda one: t.sort_key(one.name))
    for hotel in (*(one for one in known if one.id in hotels), *([None] if 0 in hotels else [])):
        stays = sorted(hotels[hotel.id if hotel else 0], key=lambda one: _room_key(snapshot, one, t))
        rows = tuple(_room_row(snapshot, stay, t) for stay in stays)
        heading = hotel.name if hotel else t("Without a hotel")
        # Kinds and days are as wide as they need, so that names have what is left.
        widths = (0.06, 0.1, 0.2, 0.27, 0.1, 0.1, 0.19)
        yield PaperSheet(heading, heads, rows, widths, _of_hotel(hotel, stays, t), new_page=True, is_close=True)


def _room_key(snapshot: Snapshot, stay: Stay, t: Translator) -> tuple[object, ...]:
    name = listed(snapshot.person[stay.person_id])
    return not stay.room, in_figures(stay.room), str(stay.check_in), t.sort_key(name), stay.id


def _room_row(snapshot: Snapshot, stay: Stay, t: Translator) -> tuple[str, ...]:
    person = snapshot.person[stay.person_id]
    nights = (_whole(t.short_day(day)) if day else "" for day in (stay.check_in, stay.check_out))
    kind = _whole(t(ROOM_KIND_LABELS[stay.kind]))
    return stay.room, kind, listed(person), organisations(snapshot, person, t), *nights, stay.note


def _whole(text: str) -> str:
    """A text that stays on one line."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def _of_hotel(hotel: Hotel | None, stays: list[Stay], t: Translator) -> str:
    people = t.count("{n} person", "{n} people", len({stay.person_id for stay in stays}))
    rooms = len({stay.room for stay in stays if stay.room})
    used = t.count("{n} room", "{n} rooms", rooms) if rooms else ""
    address = " ".join(hotel.address.split()) if hotel else ""
    return " · ".join(filter(None, (address, people, used)))


def manifests(snapshot: Snapshot, t: Translator) -> Iterator[PaperSheet]:
    """A page for every vehicle of a transfer in which somebody sits: who, with a box to tick."""
    heads = (t("On board"), t("No."), t("Name"), t("Company"), t("Phone"))
    for event in sorted(snapshot.events, key=lambda one: (one.starts, one.id)):
        if event.kind is not EventKind.TRANSFER or event.id not in snapshot.vehicles_of:
            continue
        ends = snapshot.ends_of(event)
        when = f"{capital(t.date(ends.starts.date(), 'full'))}, {ends.times(t)}"
        seats = [seat for seat in snapshot.seats if seat.event_id == event.id]
        for vehicle in snapshot.vehicles_of[event.id]:
            people = [snapshot.person[one.person_id] for one in seats if one.vehicle_id == vehicle.id]
            if not people:
                continue
            people.sort(key=lambda one: (t.sort_key(listed(one)), one.id))
            rows = tuple(_seat_row(snapshot, one, t) for one in people)
            room = t("{n} of {room} seats").format(n=t.number(len(people)), room=t.number(vehicle.room))
            point = event.said("meeting_point", t.language)[0]
            note = " · ".join(filter(None, (when, point, vehicle.model, on_one_line(vehicle.driver), room)))
            heading = f"{event.name(t.language)} – {vehicle.name}"
            yield PaperSheet(heading, heads, rows, (0.1, 0.09, 0.29, 0.32, 0.2), note, new_page=True)


def _seat_row(snapshot: Snapshot, person: Person, t: Translator) -> tuple[str, ...]:
    number, phone = sheet_number(person.id, person.uid), on_one_line(person.mobile or person.phone)
    return "☐", number, listed(person), organisations(snapshot, person, t), phone


def day_sheets(snapshot: Snapshot, t: Translator) -> Iterator[PaperSheet]:
    """A page for every day of those whose days are looked after."""
    for person in looked_after(snapshot):
        for day in days(snapshot, person):
            yield as_list(day_sheet(snapshot, person, day, t), t)
