"""Tables of travel of many shapes, read to the same journey."""

import re
from datetime import date, datetime

import pytest

from missionplanner.domain.rooms import RoomKind
from missionplanner.exchange import files, travel_tables
from missionplanner.exchange.files import Source

FIRST, LAST = date(2026, 2, 15), date(2026, 2, 21)
LANDS, LEAVES = datetime(2026, 2, 15, 0, 25), datetime(2026, 2, 21, 14, 35)
SHAPES = {
    "a row a person": "Group 26\n\nPassenger,Arrival date,Arr. flight,Arr. time,Airport,Departure date,Dep. flight,Dep. time,Airport\n"
    "Ana Roy,15/02/2026,AC991,00:25,MEX,21/02/2026,AC992,14:35,MEX\nTotal,1,,,,,,,\n",
    "German": "Nachname;Vorname;Ankunft Datum;Ankunft Uhrzeit;Flugnummer;Flughafen;Abreise Datum;Abreise Uhrzeit;Flugnummer;Flughafen\n"
    "Roy;Ana;So 15.02.26;00:25 Uhr;AC 991;MEX;Sa 21.02.26;14.35 Uhr;AC992;MEX\nSumme;1;;;;;;;;\n",
    "Portuguese": "Passageiro;Voo;Data de chegada;Hora de chegada;Aeroporto;Voo;Data de partida;Hora de partida;Aeroporto\n"
    "Ana Roy;AC991;15/fev/2026;0h25;MEX;AC992;21/fev/2026;14h35;MEX\n",
    "French with +1": "Nom;Vol aller;Date de départ;Heure de départ;Heure d'arrivée;Aéroport d'arrivée;Vol retour;Date de retour;"
    "Heure de départ du retour;Aéroport de retour\nRoy, Ana;AC991;14 févr. 2026;07:20 PM;12:25 AM +1;MEX;AC992;21 févr. 2026;02:35 PM;MEX\n",
    "a booking": "PNR|Names|Inbound|Outbound\nA1|ROY/ANA MS|AC991 14FEB YULMEX 1920 0025+1|AC992 21FEB MEXYUL 1435 1955\n",
    "one itinerary": "PNR|Names|Itinerary\nA1|ROY/ANA MS|AC 991 Y 14FEB 6 YULMEX HK1 1920 0025+1; AC 992 21FEB MEXYUL HK1 1435 1955\n",
    "legs": "Traveller,Leg 1 flight,Leg 1 from,Leg 1 to,Leg 1 date,Leg 1 dep,Leg 1 arr,Leg 2 flight,Leg 2 from,Leg 2 to,Leg 2 date,Leg 2 dep\n"
    "\"Roy, Ana\",AC991,YUL,MEX,2026-02-14,19:20,00:25+1,AC992,MEX,YUL,2026-02-21,14:35\n",
    "inbound comes first": "Traveler,Inbound flight,Inbound date,Inbound time,Inbound airport,Outbound flight,Outbound date,Outbound time,"
    "Outbound airport\nAna Roy,AC991,15 Feb 2026,0025,MEX,AC992,21 Feb 2026,1435,MEX\n",
    "outbound comes first": "Traveler,Outbound flight,Outbound date,Outbound time,Outbound airport,Inbound flight,Inbound date,Inbound time,"
    "Inbound airport\nAna Roy,AC991,15 Feb 2026,0025,MEX,AC992,21 Feb 2026,1435,MEX\n",
    "groups above": ",Arrival,,,,Departure,,,\nName,Date,Flight,Time,Airport,Date,Flight,Time,Airport\n"
    "Ana Roy,15/02/2026,AC991,00:25,MEX,21/02/2026,AC992,14:35,MEX\n",
    "day and time in a cell": "Guest,Arrival,Flight in,Airport,Departure,Flight out,Airport\n"
    "Ana Roy,2026-02-15 00:25,AC991,MEX,2026-02-21 14:35,AC992,MEX\n",
    "groups that say only the way": ",ARRIVAL,,,,DEPARTURE,,,\nPassenger,Flt,Date,Time,Airport,Flt,Date,Time,Airport\n"
    "ROY/ANA MS,AC 991,Sun 15 Feb 2026,12:25 AM,MEX,AC 992,Sat 21 Feb 2026,2:35 PM,MEX\n",
    "Apellidos and Nombre": "Apellidos,Nombre,Llegada: vuelo,Llegada: fecha,Llegada: hora,Llegada: aeropuerto,Salida: vuelo,"
    "Salida: fecha,Salida: hora,Salida: aeropuerto\nRoy,Ana,AC991,15-feb-26,12:25 a. m.,MEX,AC992,21-feb-26,02:35 p. m.,MEX\n",
    "origen": "Pasajero,Vuelo de ida,Origen,Destino,Sale,Llega,Vuelo de regreso,Origen,Destino,Sale,Llega\n"
    "Ana Roy,AC991,YUL,MEX,2026-02-14 19:20,2026-02-15 00:25,AC992,MEX,YUL,2026-02-21 14:35,2026-02-21 19:55\n",
    "tramos": "Pasajero;Tramo 1;Fecha 1;Salida 1;Llegada 1;Tramo 2;Fecha 2;Salida 2;Llegada 2\n"
    "ROY ANA;AC991 YUL-MEX;14/02/2026;19:20;00:25 (+1);AC992 MEX-YUL;21/02/2026;14:35;19:55\n",
}  # fmt: skip


def read(text: str) -> travel_tables.TravelTable:
    """Return the table of a csv."""
    table = travel_tables.read(files.read(Source("t.csv", text.encode()))[0], FIRST, LAST)
    assert table is not None
    return table


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_every_shape_tells_the_same_journey(text: str) -> None:
    (row,) = read(text).rows
    first, last = (leg.segment for leg in row.legs)
    assert (first.flight, first.destination, first.arrives) == ("AC991", "MEX", LANDS)
    assert (last.flight, last.origin, last.departs) == ("AC992", "MEX", LEAVES)
    assert (row.unread, sorted(re.findall("ana|roy", row.names[0].text.lower()))) == ((), ["ana", "roy"])


def test_a_row_a_leg_has_a_leg_a_row() -> None:
    text = (
        "Name,Flight,Departure date,Departure time,Arrival date,Arrival time,From,To\n"
        "Ana Roy,AC991,02/14/2026,7:20 PM,02/15/2026,12:25 AM,YUL,MEX\nAna Roy,AC992,02/21/2026,2:35 PM,02/21/2026,7:55 PM,MEX,YUL\n"
    )
    one, two = (row.legs[0].segment for row in read(text).rows)
    assert (one.arrives, two.departs, two.destination) == (LANDS, LEAVES, "YUL")


def test_rooms_are_read_with_whom_they_are_shared() -> None:
    text = (
        "Hôtel;Client;Type de chambre;Partage avec;Arrivée;Départ\nAzul;Ana Roy;deux lits;Eva Roy;15/02/2026;18/02/2026\n"
        "Azul;Bo Chen;suite;;soon;18/02/2026\n"
    )
    one, two = read(text).rows
    assert (one.hotel, one.kind, [mate.text for mate in one.mates]) == ("Azul", RoomKind.TWIN, ["Eva Roy"])
    assert (one.check_in, one.check_out) == (FIRST, date(2026, 2, 18))
    assert (two.kind, two.kind_told, two.unread) == (None, "suite", (("Arrivée", "soon"),))


@pytest.mark.parametrize("text", ["Times are local.\n", "Company,Sector\nAlba,Mining\n", "Name,Company\nAna,Alba\n"])
def test_other_tables_are_none(text: str) -> None:
    assert travel_tables.read(files.read(Source("t.csv", text.encode()))[0], FIRST, LAST) is None


@pytest.mark.parametrize("ways", ["Llegada,Salida", "IN,OUT", "Arrivée,Départ", "Ida,Regreso"])
def test_a_column_says_of_each_row_whether_somebody_comes_or_goes(ways: str) -> None:
    come, go = ways.split(",")
    text = (
        "Pasajero,Sentido,Vuelo,Aeropuerto,Fecha,Hora\n"
        f"Ana Roy,{come},AC991,MEX,15.02.2026,00:25\nAna Roy,{go},AC992,MEX,21.02.2026,14:35\n"
    )
    first, last = (row.legs[0] for row in read(text).rows)
    assert (first.leg, first.segment.arrives, first.segment.destination) == ("out", LANDS, "MEX")
    assert (last.leg, last.segment.departs, last.segment.origin) == ("back", LEAVES, "MEX")
