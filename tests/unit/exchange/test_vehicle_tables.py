"""Tables of transfers, a vehicle a row."""

from datetime import date, datetime

import pytest

from missionplanner.exchange import files, vehicle_tables
from missionplanner.exchange.files import Source
from missionplanner.exchange.vehicle_tables import VehicleRow

TABLES = (
    "Transfer,Leaves,From,To,Vehicle,Kind,Seats,Kept free,Driver\nA to B,2026-02-18 06:30,hotels,airport,Bus 1,coach,30,2,Luis 55\nTotal,,,,,,30,,\n",
    "Traslado;Salida;Desde;Hasta;Vehículo;Tipo;Asientos;Libres;Conductor\nA to B;18/02/2026 6:30;hotels;airport;Bus 1;coach;30;2;Luis 55\n",
    "Agence X\nTransfert;Heure;De;À;Véhicule;Genre;Places;Places libres;Chauffeur\nA to B;18 févr. 2026 06h30;hotels;airport;Bus 1;coach;30;2;Luis 55\n",
    "Fahrt;Abfahrt;Von;Nach;Fahrzeug;Art;Sitze;frei;Fahrer\nA to B;18.02.2026 06:30;hotels;airport;Bus 1;coach;30;2;Luis 55\n",
)


@pytest.mark.parametrize("text", TABLES)
def test_vehicles_are_read_in_four_languages(text: str) -> None:
    (row,) = vehicle_tables.read(files.read(Source("t.csv", text.encode()))[0], date(2026, 2, 15), date(2026, 2, 21))
    leaves = datetime(2026, 2, 18, 6, 30)
    assert row == VehicleRow(row.number, "A to B", "Bus 1", leaves, "hotels", "airport", "coach", 30, 2, "Luis 55")


def test_other_tables_have_none() -> None:
    found = files.read(Source("t.csv", b"Name,Flight\nAna Roy,AC1\n"))[0]
    assert vehicle_tables.read(found, date(2026, 2, 15), date(2026, 2, 21)) == []
