"""Arrivals, rooms and vehicles as a workbook that comes back changes and adds to them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, TypeVar

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.journeys import LEG_KIND_LABELS, JourneyLeg
from missionplanner.domain.rooms import ROOM_KIND_LABELS, Stay
from missionplanner.domain.spelling import fold
from missionplanner.domain.vehicles import Vehicle
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.arrivals import entering, typed
from missionplanner.jobs.cell_edits import Edit, spelled
from missionplanner.jobs.imports.row_editor import RowEditor, one_of, sound
from missionplanner.jobs.people.records import find_person
from missionplanner.store.change import Change
from missionplanner.store.store import Store

R = TypeVar("R", bound=JourneyLeg | Stay | Vehicle)


class _TravelRows(RowEditor[R]):
    """The part arrivals, rooms and vehicles share."""

    of: ClassVar[type[Any]]
    fields: ClassVar[tuple[str, ...]]
    """The columns that are typed."""
    labels: ClassVar[Mapping[Any, str]] = {}
    """Its kinds in words."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._kinds = spelled(self.labels)

    def records(self, keys: Iterable[int]) -> dict[int, R]:
        """Return records by key."""
        return {one.id: one for one in self._store.where(self.of, "id", list(keys))}

    def changed(self, record: R, column: str, text: str) -> R:
        """Return a record with one cell changed; raises UserError when it cannot hold the text."""
        if column not in self.fields:
            return super().changed(record, column, text)
        after = self._checked(record, self._value(column, text))
        return sound(after, after)

    def save(self, change: Change, before: R, after: R) -> None:
        """Store a changed record."""
        change.update(after)

    def new(self, edits: Sequence[Edit]) -> R:
        """Return the record of a row that was added; raises UserError when none can be made."""
        values: dict[str, Any] = {}
        texts = {edit.column: edit.text for edit in edits}
        for column in self.fields:
            if texts.get(column):
                values |= self._value(column, texts[column])
        made = self._checked(None, {**self._owner(texts), **values})
        return sound(made, made)

    def add(self, change: Change, edits: Sequence[Edit]) -> None:
        """Store the record of a row that was added."""
        change.insert(self.new(edits))

    def _value(self, column: str, text: str) -> dict[str, Any]:
        """Return the value of a cell by the field it is stored in."""
        if column == "kind":
            return {column: one_of(self._kinds, text)}
        return typed.values(self._store, self.of, {column: text})

    def _owner(self, texts: Mapping[str, str]) -> dict[str, Any]:
        """Return whose the record of a row is that was added."""
        if not texts.get("person"):
            raise UserError(_("It needs a person."), _("Type the name as it is in the list."))
        return {"person_id": find_person(self._store.snapshot(), texts["person"]).id}

    def _checked(self, before: R | None, values: Mapping[str, Any]) -> R:
        """Return a record with other values. Raises NotImplementedError: every kind has its own."""
        raise NotImplementedError


class ArrivalRows(_TravelRows[JourneyLeg]):
    """Legs of journeys."""

    naming, needed = ("person", "flight"), ("person",)
    of, fields, labels = JourneyLeg, typed.LEG, LEG_KIND_LABELS

    def _checked(self, before: JourneyLeg | None, values: Mapping[str, Any]) -> JourneyLeg:
        return entering.checked_leg(self._store, before, values)


class RoomRows(_TravelRows[Stay]):
    """Stays at hotels."""

    naming, needed = ("person", "hotel"), ("person",)
    of, fields, labels = Stay, typed.STAY, ROOM_KIND_LABELS

    def _checked(self, before: Stay | None, values: Mapping[str, Any]) -> Stay:
        return entering.checked_stay(before, values)


class VehicleRows(_TravelRows[Vehicle]):
    """Vehicles of transfers."""

    needed = ("transfer",)
    of, fields = Vehicle, typed.VEHICLE

    def _owner(self, texts: Mapping[str, str]) -> dict[str, Any]:
        wanted = fold(texts.get("transfer", ""))
        rides = [one for one in self._store.all(Event) if one.kind is EventKind.TRANSFER]
        found = [one for one in rides if wanted in {fold(one.name(language)) for language in ("en", "fr", "es")}]
        if len(found) != 1:
            raise UserError(_("There is no transfer “{name}”.").format(name=texts.get("transfer", "")))
        return {"event_id": found[0].id, "name": ""}

    def _checked(self, before: Vehicle | None, values: Mapping[str, Any]) -> Vehicle:
        return entering.checked_vehicle(self._store, before, values)
