"""What the columns of records say."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from missionplanner.domain.companies import AttendeesBy, BoughtInput, Company, Market, Side
from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.exposure import TariffStatus
from missionplanner.domain.people import Person
from missionplanner.domain.privacy import SENSITIVE
from missionplanner.i18n import translator
from missionplanner.jobs.lists import record_columns
from missionplanner.jobs.lists.record_columns import SheetFacts
from tests.builders import meeting, moment, snapshot_of


def values(facts: SheetFacts, columns: tuple[record_columns.RecordColumn, ...], record: object) -> dict[str, object]:
    return {column.key: column.value(facts, record) for column in columns}


def test_a_company_is_said_in_words_of_the_language() -> None:
    company = Company(
        id=1, side=Side.DELEGATION, name="D1", country="Mexico", region="Quebec", language="fr", consent=True,
        attendees_by=AttendeesBy.TURN, attendees_most=2, employees=12,
    )  # fmt: skip
    company = replace(company, tariff=TariffStatus.NOT)
    mission = snapshot_of(
        companies=[company, *snapshot_of().companies[1:]], meetings=[meeting(1, 1, 3, 1)],
        markets=[Market(company_id=1, country="Japan", position=1), Market(company_id=1, country="United States", share="60 %")],
        inputs=[BoughtInput(company_id=1, what="Steel", country="China", share="70 %"), BoughtInput(company_id=1, what="Resin")],
    )  # fmt: skip
    found = values(SheetFacts(mission, translator("es")), record_columns.COMPANIES, company)
    assert (found["tariff"], found["markets"], found["inputs"]) == (
        "No cumple", "Estados Unidos = 60 %; Japón", "Steel | China | 70 %; Resin",
    )  # fmt: skip
    assert (found["country"], found["language"], found["consent"]) == ("México", "Français", "sí")
    assert (found["status"], found["employees"], found["meetings"]) == ("Aceptada", 12, 1)
    assert str(found["attendees"]).endswith(", 2")


def test_what_nobody_said_is_empty() -> None:
    mission = snapshot_of()
    found = values(SheetFacts(mission, translator("en")), record_columns.COMPANIES, mission.companies[0])
    assert (found["consent"], found["kind"], found["attendees"], found["offers"]) == ("", "", "", "")


def test_sensitive_columns_are_there_where_somebody_chose_so() -> None:
    usual, every = (record_columns.people_columns(sensitive) for sensitive in (False, True))
    assert {column.key for column in every} - {column.key for column in usual} == set(SENSITIVE)
    mission = snapshot_of(people=[Person(id=1, company_id=1, given_name="Luis", passport="AB 12")])
    facts = SheetFacts(mission, translator("en"))
    assert [column.value(facts, mission.people[0]) for column in every if column.key == "passport"] == ["AB 12"]


def test_a_journey_is_on_the_clocks_of_both_ends() -> None:
    mission = snapshot_of()
    stops = [mission.stops[0], mission.stops[1].__class__(
        id=2, name_en="Madrid", time_zone="Europe/Madrid", starts=mission.stops[1].starts, ends=mission.stops[1].ends
    )]  # fmt: skip
    flight = Event(
        id=1, stop_id=1, to_stop_id=2, kind=EventKind.TRANSFER, name_en="Flight", starts=moment(18), ends=moment(23)
    )  # fmt: skip
    found = values(
        SheetFacts(snapshot_of(stops=stops, events=[flight]), translator("en")), record_columns.EVENTS, flight
    )
    assert (found["time_zone"], found["end_zone"]) == ("Mexico City, UTC−06:00", "Madrid, UTC+01:00")
    assert found["to_stop"] == "Madrid"
    assert found["ends"] == datetime(2026, 2, 17, 5, tzinfo=UTC) and found["ends"].utcoffset() == timedelta(hours=1)  # type: ignore[union-attr]  # noqa: PT018


def test_colours_are_those_of_the_sector_of_a_record() -> None:
    mission = snapshot_of(meetings=[meeting(1, 1, 3, 1)])
    facts = SheetFacts(mission, translator("en"))
    for record in (mission.companies[0], mission.people[0], mission.meetings[0]):
        assert record_columns.colour(facts, record) == ""
