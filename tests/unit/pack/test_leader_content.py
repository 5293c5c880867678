"""What goes into the leader edition."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.events import Event
from missionplanner.domain.journals import Edition
from missionplanner.domain.mission import MissionText
from missionplanner.domain.people import Membership, Person
from missionplanner.messages import message
from missionplanner.pack import leader_content
from missionplanner.pack.phrases import plain
from missionplanner.store.store import Store
from tests.unit.pack.checking import errors
from tests.unit.pack.making import flowing_text, printed


def test_the_leader_edition_tells_what_to_say_whom_one_meets_and_who_comes_first(
    eventful: Store, tmp_path: Path
) -> None:
    people = {p.family_name: p for p in eventful.all(Person)}
    with eventful.change(message("People")) as change:
        change.update(replace(people["C1"], title="Dra.", position="Rector", precedence=1, biography="Born in Puebla."))
        change.update(replace(people["D2"], precedence=2))
        change.update(replace(people["D1"], biography="Founded it."))
        change.update(replace(eventful.all(Event)[0], talking_points="- Thank the hosts\n\nName the figures"))
        change.insert(MissionText(kind="talking", language="en", title="Talking points", body="- Say this"))
    found = leader_content.leader(eventful.snapshot(), "en", ())
    assert [row[:2] for row in found.precedence.sheets[0].rows] == [("1", "Dr. Given C1"), ("2", "Given D2")]
    (met,) = found.met.sheets
    assert met.rows == (
        ("Mon, Feb 16, 09:00", "Dr. Given C1", "D1", "Mexico City, table 2"),
        ("Mon, Feb 16, 09:25", "Dr. Given C1", "D2", "Mexico City, table 1"),
        ("Mon, Feb 16, 09:25", "Given D2", "C1", "Mexico City, table 1"),
    )
    assert [(b.name, b.text.text) for b in found.biographies] == [
        ("Dr. Given C1", "Born in Puebla."),
        ("Given D1", "Founded it."),
    ]
    event = found.days[0].events[1]
    assert plain(event.points) == ("Thank the hosts", "Name the figures")
    assert event.expected == "6 companies, with G.\u00a0C1, G.\u00a0D2"
    path = tmp_path / "leader.pdf"
    path.write_bytes(printed(eventful, Edition.LEADER))
    assert errors(path) == []
    words = flowing_text(path.read_bytes(), tmp_path)
    order = (
        "Say this",
        "Thank the hosts",
        "Whom to meet when and where",
        "Order of precedence",
        "Born in Puebla.",
    )
    places = [words.rindex(part) for part in order]
    assert places == sorted(places)
    assert "Say this" not in flowing_text(printed(eventful, "D1"), tmp_path)


def test_whom_somebody_of_two_companies_meets_says_for_which(eventful: Store) -> None:
    people = {p.family_name: p for p in eventful.all(Person)}
    with eventful.change(message("Two")) as change:
        change.update(replace(people["D3"], precedence=1))
        change.insert(Membership(person_id=people["D3"].id, company_id=people["D1"].company_id or 0))
    (sheet,) = leader_content.leader(eventful.snapshot(), "fr", ()).met.sheets
    assert [row[2] for row in sheet.rows] == ["C1, pour D1", "C2, pour D1"]


def test_those_who_come_to_an_event_are_named_as_far_as_there_is_room_and_the_others_counted(eventful: Store) -> None:
    with eventful.change(message("Many")) as change:
        change.insert_all(Person(given_name="Ana", family_name=f"P{n}", precedence=n) for n in range(1, 11))
    event = leader_content.leader(eventful.snapshot(), "en", ()).days[0].events[1]
    names = ", ".join(f"A.\N{NO-BREAK SPACE}P{n}" for n in range(1, 9))
    assert event.expected == f"6 companies, with {names} and 2 others"


def test_notable_people_without_meetings_are_said_to_have_none(eventful: Store) -> None:
    with eventful.change(message("One")) as change:
        change.insert(Person(given_name="Ana", family_name="P", precedence=1))
    met = leader_content.leader(eventful.snapshot(), "en", ()).met
    assert (met.sheets, met.empty) == ((), "Those who are notable have no meetings.")
