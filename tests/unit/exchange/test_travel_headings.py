"""Headings of travel: the same word for a whole leg in one table, and for the end of any leg in another."""

import pytest

from missionplanner.exchange.travel_headings import What, columns_of


@pytest.mark.parametrize(
    ("headings", "legs"),
    [
        ("Arr. flight|Arr. date|Arr. time|Dep. flight|Dep. date|Dep. time", "out out out back back back"),
        ("Vol aller|Date de départ|Heure d'arrivée|Vol retour|Date de retour", "out out out back back"),
        ("Leg 1 flight|Leg 1 dep|Leg 1 arr|Leg 2 flight|Leg 2 dep|Leg 2 arr", "1 1 1 2 2 2"),
        ("Flugnummer|Ankunft Datum|Uhrzeit|Flugnummer|Abflug Datum|Uhrzeit", "out out out back back back"),
        ("Ankunft Datum|Uhrzeit|Flugnummer|Abflug Datum|Uhrzeit|Flugnummer", "out out out back back back"),
        ("Inbound flight|Inbound date|Outbound flight|Outbound date", "out out back back"),
        ("Outbound flight|Outbound date|Return flight|Return date", "out out back back"),
    ],
)
def test_columns_belong_to_legs(headings: str, legs: str) -> None:
    assert [column.leg for column in columns_of(headings.split("|"))] == legs.split()


def test_a_table_of_single_legs_says_ends_and_no_legs() -> None:
    found = columns_of(["Name", "Flight", "Departure date", "Arrival date", "From", "To"])
    assert [(one.what, one.leg, one.end) for one in found[1:]] == [
        (What.FLIGHT, "", ""), (What.DAY, "", "dep"), (What.DAY, "", "arr"), (What.PLACE, "", "dep"), (What.PLACE, "", "arr"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "headings", ["Hotel|Guest|Arrival|Departure", "Hôtel|Client|Arrivée|Départ", "Unterkunft|Gast|Anreise|Abreise"]
)
def test_who_arrives_in_a_table_of_rooms_checks_in(headings: str) -> None:
    assert [one.what for one in columns_of(headings.split("|"))] == [
        What.HOTEL,
        What.NAME,
        What.CHECK_IN,
        What.CHECK_OUT,
    ]


@pytest.mark.parametrize(
    ("heading", "what"),
    [
        ("Apellidos", What.FAMILY), ("Segundo apellido", What.SECOND_FAMILY), ("Vorname", What.GIVEN), ("Passageiro", What.NAME),
        ("Firma", What.COMPANY), ("Shares with", What.MATE), ("Habitación", What.ROOM_KIND), ("Zimmernummer", What.ROOM),
        ("Localizador", What.BOOKING), ("Itinerary", What.SEGMENTS), ("Seat", None), ("Fare", None), ("", None),
    ],
)  # fmt: skip
def test_headings_have_meanings_in_five_languages(heading: str, what: What | None) -> None:
    assert columns_of(["Flight", heading])[1].what is what
