"""The papers of visits: a day route for each company, and all trips for the drivers."""

from dataclasses import replace

from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import translator
from missionplanner.pack import organiser_content, route_papers
from missionplanner.pack.phrases import Phrase
from tests.unit.domain.test_day_routes import meeting
from tests.unit.domain.test_ways import city

EN = translator("en")


def visiting() -> Snapshot:
    """D1 is at the Hall at 9:00 and at the office of C2 at 9:50; D2 visits C1 at 9:25."""
    known = city(meetings=[meeting(1, 1, 1), meeting(2, 3, None, (1, 4)), meeting(3, 2, None, (2, 3))])
    office = {"address": "Masaryk 5", "directions": "Ask for\nthe lift at the back"}
    companies = [replace(one, **office) if one.id == 4 else one for one in known.companies]
    people = [
        Person(id=n, company_id=n, given_name="Given", family_name=f"F{n}", mobile=f"+5 {n}") for n in (1, 2, 3, 4)
    ]
    return replace(known, companies=companies, people=people)


def test_every_company_has_a_page_for_each_day_of_visits() -> None:
    one, other = route_papers.routes(visiting(), EN)
    assert (one.heading, one.note, one.new_page) == (
        "D1 – Mexico City, Monday, February 16, 2026", "2 meetings, 25 minutes under way", True,
    )  # fmt: skip
    where = Phrase("Office of C2, Masaryk 5, Polanco"), Phrase("Ask for the lift at the back")
    assert one.rows == (
        ("", "09:00–09:20", "C1 – Given F3, +5\N{NO-BREAK SPACE}3", "Hall"),
        ("09:15", "09:50–10:10", "C2 – Given F4, +5\N{NO-BREAK SPACE}4", where),
    )
    assert [row[2:] for row in other.rows] == [("C1 – Given F3, +5\N{NO-BREAK SPACE}3", "Office of C1, Centro")]


def test_drivers_have_all_trips_of_a_day_in_the_order_in_which_they_begin() -> None:
    (sheet,) = route_papers.trips(visiting(), EN)
    assert sheet.heading == "Mexico City, Monday, February 16, 2026"
    assert sheet.rows == (
        ("", "09:00", "D1 – Given F1, +5\N{NO-BREAK SPACE}1", "1", "wherever it stays", "Hall"),
        ("", "09:15", "D2 – Given F2, +5\N{NO-BREAK SPACE}2", "1", "wherever it stays", "Office of C1, Centro"),
        ("09:15", "09:40", "D1 – Given F1, +5\N{NO-BREAK SPACE}1", "1", "Hall", "Office of C2, Masaryk 5, Polanco"),
    )


def test_only_organisers_of_visits_get_these_papers() -> None:
    keys = [section.key for section in organiser_content.papers(visiting(), "en").sections]
    assert keys[-2:] == ["routes", "drivers"]
    tables = replace(visiting(), meetings=[meeting(1, 1, 1)])
    assert [section.key for section in organiser_content.papers(tables, "en").sections][-1] == "calls"
    chosen = organiser_content.papers(visiting(), "fr", frozenset({"drivers"})).sections
    assert [section.title for section in chosen] == ["Feuille des chauffeurs"]
