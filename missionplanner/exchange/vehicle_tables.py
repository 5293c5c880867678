"""Tables of transfers: a vehicle a row, with the transfer it is for and its seats."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from missionplanner.domain.spelling import fold, tidy
from missionplanner.exchange import travel_cells
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.travel_cells import NearDays

_HEADINGS: dict[str, str] = {
    "seats": r"seats?|places?|plazas|asientos|sitze|sitzplatze|lugares|assentos|capacity|capacite|capacidade?|pax",
    "kept_free": r"kept free|free|reserved|libres?|gardees?|reservad[ao]s|frei|freizuhalten|livres",
    "name": r"vehicles?|vehicules?|vehiculos?|fahrzeuge?|veiculos?|bus|autobus|car no|unit",
    "model": r"kind|type|model|modele|modelo|tipo|art|typ|genre",
    "transfer": r"transfers?|transferts?|traslados?|fahrt|route|ruta|trajet|name|nom|nombre|transfers?",
    "leaves": r"leaves?|departs?|departure|salida|sale|hora|horario|abfahrt|saida|partida|depart|time|heure|when|date",
    "origin": r"from|de|desde|von|origin|origen|origem|pick ?up",
    "destination": r"to|a|hasta|nach|destination|destino|para|drop ?off",
    "driver": r"drivers?|chauffeur|conductor|conducteur|fahrer|motorista|chofer",
}
"""The words of headings, folded; the first kind whose words are in a heading counts."""
_ORDER = ("kept_free", "driver", "seats", "leaves", "name", "model", "transfer", "origin", "destination")


@dataclass(frozen=True, slots=True)
class VehicleRow:
    """A vehicle as a table tells it."""

    number: int
    transfer: str
    name: str
    leaves: datetime | None = None
    origin: str = ""
    destination: str = ""
    model: str = ""
    seats: int = 0
    kept_free: int = 0
    driver: str = ""


def read(sheet: SourceSheet, first: date, last: date) -> list[VehicleRow]:
    """Return the vehicles of a sheet; none where no row of it heads a table of them."""
    for place, row in enumerate(sheet.rows[:20]):
        columns = _columns(row.cells)
        if {"seats", "name"} <= columns.keys():
            near = NearDays(first, last).of_cells(
                [_cell(one.cells, columns, "leaves") for one in sheet.rows[place + 1 :]]
            )
            found = [_row(one.number, one.cells, columns, near) for one in sheet.rows[place + 1 :]]
            return [one for one in found if one.name and one.seats]
    return []


def _columns(cells: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, cell in enumerate(cells):
        heading = re.sub(r"[^\w]+", " ", fold(cell)).strip()
        kinds = [kind for kind in _ORDER if re.search(rf"\b(?:{_HEADINGS[kind]})\b", heading)]
        if kinds:
            found.setdefault(kinds[0], number)
    return found


def _cell(cells: Sequence[str], columns: dict[str, int], kind: str) -> str:
    place = columns.get(kind)
    return tidy(cells[place]) if place is not None and place < len(cells) else ""


def _row(number: int, cells: Sequence[str], columns: dict[str, int], near: NearDays) -> VehicleRow:
    def text(kind: str) -> str:
        return _cell(cells, columns, kind)

    return VehicleRow(
        number,
        text("transfer"),
        text("name"),
        travel_cells.moment(text("leaves"), near),
        text("origin"),
        text("destination"),
        text("model"),
        _number(text("seats")),
        _number(text("kept_free")),
        text("driver"),
    )


def _number(text: str) -> int:
    found = re.search(r"\d{1,3}", text)
    return int(found.group()) if found else 0
