"""Travel agencies' tables compared with the mission (who is meant, how they come and sleep), then written as a step."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.people import Person
from missionplanner.domain.rooms import Hotel, RoomKind, Stay
from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.exchange import files, spreadsheets, travel_tables
from missionplanner.exchange.travel_cells import WrittenName
from missionplanner.exchange.travel_tables import TravelRow
from missionplanner.i18n import _, count
from missionplanner.jobs.arrivals import journeys
from missionplanner.jobs.arrivals.airports import airports
from missionplanner.jobs.arrivals.assigning import one_sided
from missionplanner.jobs.arrivals.journeys import Map
from missionplanner.matching import names
from missionplanner.matching.people import AskedName, FoundPerson, PeopleIndex, Registered
from missionplanner.messages import counted_message
from missionplanner.scheduling.sleeping import pairs
from missionplanner.store.store import Store

NOBODY = 0
"""The answer that a name means nobody who is registered."""
Answers = Mapping[tuple[int, str], int]
"""Who a name of a row means, by number of the row and the name as written: the key of a person, or NOBODY."""


@dataclass(slots=True)
class TravelResult:
    """The outcome of one name of a row."""

    row: TravelRow
    name: str
    """As written."""
    found: FoundPerson
    verdict: RowOutcome | None = None
    """None while somebody has to be asked who is meant."""
    legs: list[tuple[JourneyLeg | None, JourneyLeg]] = field(default_factory=list)
    """The journey as it is told, each leg with the one it changes."""
    stay: tuple[Stay | None, Stay] | None = None
    issues: list[Issue] = field(default_factory=list)

    @property
    def number(self) -> int:
        """The number of the row."""
        return self.row.number

    @property
    def is_asked(self) -> bool:
        """Whether somebody has to say who is meant before anything of it is taken."""
        return self.verdict is None


@dataclass(slots=True)
class TravelPlan:
    """The changes a file would make; nothing is written yet."""

    name: str
    results: list[TravelResult] = field(default_factory=list)
    hotels: list[Hotel] = field(default_factory=list)
    """Hotels the mission has not, with made-up keys below 0."""

    @property
    def issues(self) -> list[Issue]:
        """The findings of its rows."""
        return [issue for result in self.results for issue in result.issues]

    def count(self, verdict: RowOutcome | None) -> int:
        """Return how many names have an outcome; None: are asked about."""
        return sum(result.verdict is verdict for result in self.results)

    @property
    def sentence(self) -> str:
        """Says what it comes to."""
        numbers = (
            (count("{n} new", "{n} new", self.count(RowOutcome.NEW)), self.count(RowOutcome.NEW)),
            (count("{n} changed", "{n} changed", self.count(RowOutcome.CHANGED)), self.count(RowOutcome.CHANGED)),
            (count("{n} the same", "{n} the same", self.count(RowOutcome.SAME)), self.count(RowOutcome.SAME)),
            (count("{n} to be asked about", "{n} to be asked about", self.count(None)), self.count(None)),
            (count("{n} not registered", "{n} not registered", self._rejected), self._rejected),
        )
        read = count("{n} person read", "{n} people read", len(self.results))
        return ", ".join((read, *(text for text, n in numbers if n)))

    @property
    def _rejected(self) -> int:
        return self.count(RowOutcome.REJECTED)


def analyse(store: Store, path: Path, sheet: str = "", answers: Answers | None = None) -> TravelPlan:
    """Return what a file would change; raises UserError when it is no table of travel."""
    source = files.load(path)
    sheets = files.read(source)
    if sheet and sheet not in (one.name for one in sheets):
        hint = _("Its sheets are: {names}.").format(names=", ".join(one.name for one in sheets))
        raise UserError(_("There is no sheet “{name}”.").format(name=sheet), hint)
    snapshot = store.snapshot()
    first, last = snapshot.mission.starts, snapshot.mission.ends
    wanted = [one for one in sheets if (one.name == sheet if sheet else not one.hidden)]
    tables = [found for one in wanted if (found := travel_tables.read(one, first, last))]
    rows = [row for table in tables for row in table.rows]
    if not rows:
        text = _("{name} holds no journeys or rooms.").format(name=source.name)
        raise UserError(text, _("A table of them has the names of people, and flights, times or hotels beside them."))
    return _Comparison(snapshot, answers or {}).plan(source.name, rows)


def index_of(snapshot: Snapshot) -> PeopleIndex:
    """Return what finds the people of a mission by names others wrote."""
    return PeopleIndex(_registered(snapshot, person) for person in snapshot.people)


def _registered(snapshot: Snapshot, person: Person) -> Registered:
    companies = tuple(
        name
        for key in snapshot.companies_of.get(person.id, ())
        for name in (snapshot.company[key].name, snapshot.company[key].operating_name)
        if name
    )
    return Registered(person.id, person.given_name, person.family_name, person.second_family_name, companies)


class _Comparison:
    """Compares the rows of a file with the mission."""

    def __init__(self, snapshot: Snapshot, answers: Answers) -> None:
        self._snapshot, self._answers = snapshot, answers
        self._index = index_of(snapshot)
        self._map = Map.of(snapshot.mission, snapshot.stops)
        self._hotels = list(snapshot.hotels)

    def plan(self, name: str, rows: Sequence[TravelRow]) -> TravelPlan:
        """Return what the rows would change."""
        results = [self._found(row, written) for row in rows for written in row.names]
        self._ask_about_twins(results)
        for person, mine in _by_person(results).items():
            self._compare_legs(person, mine)
            for result in mine:
                self._compare_stay(person, result)
                _judge(result)
        self._tell_of_one_sided(results)
        hotels = [self._located(hotel, results) for hotel in self._hotels if hotel.id < 0]
        return TravelPlan(name, results, hotels)

    def _located(self, hotel: Hotel, results: Sequence[TravelResult]) -> Hotel:
        """Return a new hotel with its stop: where most of its guests land on the day they check in."""
        if hotel.stop_id:
            return hotel
        stops: Counter[int] = Counter()
        for one in results:
            if one.stay and one.stay[1].hotel_id == hotel.id:
                told = [leg for _before, leg in one.legs] or self._snapshot.legs_of.get(one.found.key or 0, [])
                stops.update(stop for leg in told if (stop := self._landed(leg, one.stay[1].check_in)))
        return replace(hotel, stop_id=next((stop for stop, _number in stops.most_common(1)), None))

    def _landed(self, leg: JourneyLeg, day: date | None) -> int | None:
        """Return the stop a leg leads to that lands on a day or the night before."""
        if day is None or leg.arrives is None or not 0 <= (day - leg.arrives.date()).days <= 1:
            return None
        airport = airports().get(leg.destination)
        return self._stop_called(airport.city if airport else leg.destination)

    def _stop_called(self, city: str) -> int | None:
        found = [stop.id for stop in self._snapshot.stops if names.key(city).core in _names(stop)]
        return found[0] if len(found) == 1 else None

    def _found(self, row: TravelRow, written: WrittenName) -> TravelResult:
        answer = self._answers.get((row.number, written.text))
        found = self._index.find(AskedName(written.text, written.given, written.family, row.company))
        if answer is not None:
            found = FoundPerson(answer or None, (answer,) if answer else ())
        result = TravelResult(row, written.text, found)
        result.issues += _unread(row) if written == row.names[0] else ()
        if found.key is None and not found.candidates:
            result.verdict = RowOutcome.REJECTED
            text = _("“{name}” is not registered; nothing of it was taken.").format(name=written.text)
            result.issues.append(Issue("not_registered", text, Severity.ERROR, row.number, value=written.text))
        elif found.key is None:
            result.issues.append(self._question(row, written.text, found.candidates))
        return result

    def _question(self, row: TravelRow, name: str, candidates: Sequence[int]) -> Issue:
        people = [self._snapshot.with_organisation(self._snapshot.person[key]) for key in candidates[:5]]
        text = _("Who is “{name}”? Perhaps {people}.").format(name=name, people=_(" or ").join(people))
        return Issue("who_is_meant", text, Severity.WARNING, row.number, value=name)

    def _ask_about_twins(self, results: Sequence[TravelResult]) -> None:
        """Ask about people of two rows that tell whole journeys which are not the same: one of them may be another."""
        for key, mine in _by_person(results).items():
            whole = [one for one in mine if len(one.row.legs) > 1 and (one.number, one.name) not in self._answers]
            if len({_journey(one.row) for one in whole}) < 2:
                continue
            for one in whole:
                one.found = FoundPerson(None, (key,))
                one.issues.append(self._question(one.row, one.name, (key,)))

    def _compare_legs(self, person: int, results: Sequence[TravelResult]) -> None:
        told = [leg for one in results for leg in one.row.legs]
        if not told:
            return
        booking = next((one.row.booking for one in results if one.row.booking), "")
        made = journeys.legs(person, dict.fromkeys(told), self._map, booking)
        results[0].legs = journeys.merged(self._snapshot.legs_of.get(person, []), made)

    def _compare_stay(self, person: int, result: TravelResult) -> None:
        row = result.row
        if not (row.hotel or row.kind or row.room or row.check_in):
            return
        hotel = self._hotel(row) if row.hotel else None
        there = [one for one in self._snapshot.stays_of.get(person, ()) if hotel is None or one.hotel_id == hotel.id]
        arrival = next((leg.at for _before, leg in result.legs if leg.at and leg.kind == "arrival"), None)
        first = row.check_in or (arrival.date() if arrival else None)
        before = next((one for one in there if row.check_in in (None, one.check_in) or one.check_in is None), None)
        stay = before or Stay(person_id=person, hotel_id=hotel.id if hotel else None, check_in=first)
        stay = replace(
            stay,
            kind=row.kind or stay.kind,
            room=row.room or stay.room,
            check_in=row.check_in or stay.check_in,
            check_out=row.check_out or stay.check_out,
        )
        if row.kind_told and row.kind is None:
            text = _("“{value}” is no kind of room.").format(value=row.kind_told)
            result.issues.append(Issue("no_room_kind", text, Severity.WARNING, row.number, value=row.kind_told))
        result.stay = before, self._with_mate(stay, result)

    def _with_mate(self, stay: Stay, result: TravelResult) -> Stay:
        for written in result.row.mates:
            found = self._index.find(AskedName(written.text, written.given, written.family))
            key = self._answers.get((result.number, written.text), found.key)
            if key and key != stay.person_id:
                kind = RoomKind.TWIN if stay.kind is RoomKind.SINGLE and not result.row.kind else stay.kind
                return replace(stay, mate_id=key, kind=kind)
            if key is None:
                result.issues.append(self._who_shares(result, written, found))
        return stay

    def _tell_of_one_sided(self, results: Sequence[TravelResult]) -> None:
        """Say of rows that name somebody who, by another row, asks for a room alone or names somebody else."""
        staying = {number: one for number, one in enumerate(results, 1) if one.stay}
        stays = [replace(one.stay[1], id=number) for number, one in staying.items() if one.stay]
        for stay, other in pairs(stays)[1]:
            result, person = staying[stay.id], self._snapshot.person
            text = one_sided(person[stay.person_id].full_name, person[other.person_id].full_name, other)
            result.issues.append(Issue("one_sided_room", text, Severity.WARNING, result.number, value=result.name))

    def _who_shares(self, result: TravelResult, written: WrittenName, found: FoundPerson) -> Issue:
        if found.candidates:
            return self._question(result.row, written.text, found.candidates)
        text = _("“{name}”, with whom “{person}” wants to share, is not registered.").format(
            name=written.text, person=result.name
        )
        return Issue("mate_not_registered", text, Severity.WARNING, result.number, value=written.text)

    def _hotel(self, row: TravelRow) -> Hotel:
        wanted = names.key(row.hotel)
        for hotel in self._hotels:
            if names.key(hotel.name).core == wanted.core:
                return hotel
        made = Hotel(id=-1 - len(self._hotels), name=row.hotel, stop_id=self._stop(row))
        self._hotels.append(made)
        return made

    def _stop(self, row: TravelRow) -> int | None:
        """Return the stop a hotel is at: the city of the row, else the only one at the time of the stay."""
        if row.city:
            return self._stop_called(row.city)
        day = row.check_in
        at = [stop.id for stop in self._snapshot.stops if day and stop.starts <= day < stop.ends]
        return at[0] if len(at) == 1 else None


def _names(stop: object) -> set[str]:
    return {names.key(getattr(stop, name)).core for name in ("name_en", "name_fr", "name_es") if getattr(stop, name)}


def _by_person(results: Iterable[TravelResult]) -> dict[int, list[TravelResult]]:
    found: dict[int, list[TravelResult]] = defaultdict(list)
    for result in results:
        if result.found.key is not None:
            found[result.found.key].append(result)
    return found


def _journey(row: TravelRow) -> tuple[object, ...]:
    return tuple((one.segment.flight, one.segment.departs, one.segment.arrives) for one in row.legs)


def _judge(result: TravelResult) -> None:
    """Say what becomes of a row."""
    pairs: list[tuple[object, object]] = [*result.legs, *([result.stay] if result.stay else [])]
    changed = [(before, after) for before, after in pairs if before != after]
    if not changed:
        result.verdict = RowOutcome.SAME
    else:
        is_new = all(before is None for before, _after in pairs)
        result.verdict = RowOutcome.NEW if is_new else RowOutcome.CHANGED


def _unread(row: TravelRow) -> Iterator[Issue]:
    for heading, cell in row.unread:
        text = _("“{value}” is no day or time.").format(value=cell)
        yield Issue("no_time", text, Severity.WARNING, row.number, heading, cell)


def take(store: Store, plan: TravelPlan) -> int:
    """Write what a file changes, as one step; return of how many people."""
    changed = [one for one in plan.results if one.verdict in (RowOutcome.NEW, RowOutcome.CHANGED)]
    people = {one.found.key for one in changed}
    if not people:
        return 0
    label = counted_message("Import the travel of {n} person", "Import the travel of {n} people", len(people))
    with store.change(label) as change:
        used = {one.stay[1].hotel_id for one in changed if one.stay}
        keys = {hotel.id: change.insert(replace(hotel, id=0)) for hotel in plan.hotels if hotel.id in used}
        for result in changed:
            for before, leg in result.legs:
                if before is None:
                    change.insert(leg)
                elif before != leg:
                    change.update(leg)
            if result.stay and result.stay[0] != result.stay[1]:
                stay = replace(result.stay[1], hotel_id=keys.get(result.stay[1].hotel_id or 0, result.stay[1].hotel_id))
                change.update(stay) if stay.id else change.insert(stay)
    return len(people)


def answered(plan: TravelPlan, typed: Collection[tuple[str, int]]) -> dict[tuple[int, str], int]:
    """Return answers by row and name; typed: names as written, or numbers of rows, with the person each means."""
    found = {}
    for name, key in typed:
        for result in plan.results:
            if name in (str(result.number), result.name) or name in [one.text for one in result.row.mates]:
                found[result.number, name if not name.isdigit() else result.name] = key
    return found


def save_rejects(plan: TravelPlan, target: Path) -> None:
    """Write the names that were not taken with the reasons, as csv. Raises UserError when it cannot be written."""
    left = [one for one in plan.results if one.verdict in (None, RowOutcome.REJECTED)]
    rows = [(one.number, one.name, " ".join(issue.text for issue in one.issues)) for one in left]
    spreadsheets.write_csv(target, (_("Row"), _("Name"), _("Problem")), rows)
