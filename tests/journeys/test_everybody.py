"""A mission of 370 people, 245 companies, 30 people without one and 12 who represent two: from three spreadsheets to paper.

The spreadsheets are a form of the delegation, one of the counterparts, and a list of officials, press and staff.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest

from missionplanner.domain import attendance, timetable
from missionplanner.domain.applications import Status
from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.events import Event
from missionplanner.domain.journals import Edition
from missionplanner.domain.mission import Mission, Stop, Table, Venue
from missionplanner.domain.moves import Grade, Moves
from missionplanner.domain.people import Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Meeting, Session
from missionplanner.exchange import spreadsheets
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports import people as import_people
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import printing
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.pack import organiser_content
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import DAY, moment

GIVEN = ("Ana", "Luis", "Marie", "John", "Sofia", "Pierre", "Carmen", "David", "Laura", "Pablo", "Julie")
FIRST = ("Boreal", "Cedar", "Delta", "Lumen", "Nord", "Prairie", "Quartz", "River", "Sierra", "Tundra")
SECOND = ("Foods", "Robotics", "Textiles", "Energy", "Optics", "Software", "Timber", "Marine", "Mining", "Labs")
DELEGATION, HOSTS, CONSULTANTS, ALONE = 145, 100, 12, 30
SHARED = 2 * CONSULTANTS
"""The first companies of the delegation, two for each consultant, name nobody else."""
SECONDS = 107
"""Companies that name a second delegate."""
ROLES = ("Minister", "Ambassador", "Official", "Press", "Staff", "Driver")


def company(number: int) -> str:
    """A name unlike that of any other company."""
    return f"{FIRST[number % 10]} {SECOND[number // 10 % 10]} {('East', 'West', 'North')[number // 100]}"


def family(number: int) -> str:
    """A family name nobody else has."""
    syllables = ("ba", "co", "du", "fe", "gi", "lo", "mar", "nel", "pra", "son")
    return "".join(syllables[int(digit)] for digit in f"{number:03}").capitalize()


def person(number: int) -> list[str]:
    """Given name, family name, e-mail and position of somebody."""
    given = GIVEN[number % len(GIVEN)]
    return [given, family(number), f"{given}.{family(number)}@example.ca".lower(), "Director"]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the three spreadsheets."""
    folder = tmp_path_factory.mktemp("sources")
    people = map(person, range(1000))
    one = ["First name", "Last name", "E-mail", "Position"]
    heads = ["Company", "City", *one, *(f"{name} (2)" for name in one)]
    rows = []
    for number in range(DELEGATION + HOSTS):
        first = next(people) if number >= SHARED else [""] * 4
        second = next(people) if SHARED <= number < SHARED + SECONDS else [""] * 4
        rows.append([company(number), "Laval" if number < DELEGATION else "Puebla", *first, *second])
    spreadsheets.write_csv(folder / "delegation.csv", heads, rows[:DELEGATION])
    (folder / "counterparts.xlsx").write_bytes(spreadsheets.workbook({"Empresas": (heads, rows[DELEGATION:])}))
    heads = [*one[:2], "Organization", *one[2:], "Category"]
    listed = []
    for number in range(CONSULTANTS + ALONE):
        given, name, address, position = next(people)
        both = f"{company(2 * number)}; {company(2 * number + 1)}" if number < CONSULTANTS else ""
        role = "Delegate" if number < CONSULTANTS else ROLES[number % len(ROLES)]
        listed.append([given, name, both, address, position, role])
    spreadsheets.write_csv(folder / "officials.csv", heads, listed)
    return folder


@pytest.fixture(scope="module")
def mission(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The mission with everybody in it, requests and a timetable."""
    path = tmp_path_factory.mktemp("everybody") / "m.mission"
    about = Mission(name="Everybody", home_country="Canada", host_country="Mexico", starts=DAY, ends=DAY + timedelta(1))
    with Store.create(path, about) as store:
        _make_room(store)
        for name, side in (("delegation.csv", Side.DELEGATION), ("counterparts.xlsx", Side.COUNTERPART)):
            plan = run_now(import_companies.analyse(ImportOptions(sources / name, side)), store)
            import_companies.accept(store, plan)
        people = run_now(import_people.analyse(ImportOptions(sources / "officials.csv", Side.DELEGATION)), store)
        assert (people.count(RowOutcome.NEW), people.issues) == (CONSULTANTS + ALONE, [])
        import_people.accept(store, people)
        decisions.set_status(store, store.companies.ids(CompanyFilter()), Status.ACCEPTED)
        _ask(store)
        planning.accept(store, run_now(planning.plan(3.0, seed=1), store))
        yield store


def _make_room(store: Store) -> None:
    with store.change(message("Room")) as change:
        stop = change.insert(
            Stop(name_en="Mexico City", time_zone="America/Mexico_City", starts=DAY, ends=DAY + timedelta(1))
        )
        venue = change.insert(Venue(stop_id=stop, name="Hall"))
        change.insert_all(Table(venue_id=venue, number=n + 1) for n in range(50))
        for day in (DAY, DAY + timedelta(1)):
            session = Session(venue_id=venue, starts=moment(9, day=day), ends=moment(14, day=day))
            change.insert_all(timetable.slots_of(session, change.insert(session)))
        change.insert(Event(stop_id=stop, name_en="Reception", starts=moment(18), ends=moment(20)))


def _ask(store: Store) -> None:
    """Every company of the delegation wants to meet three counterparts."""
    mine, hosts = (store.companies.ids(CompanyFilter(side=side.value)) for side in Side)
    with store.change(message("Ask")) as change:
        change.insert_all(
            Request(delegation_id=one, counterpart_id=hosts[(7 * place + 31 * n) % HOSTS], priority=Priority.MEET)
            for place, one in enumerate(mine)
            for n in range(3)
        )


def represented_twice(store: Store) -> dict[int, tuple[int, ...]]:
    """The companies of those who represent several."""
    return {key: mine for key, mine in store.snapshot().companies_of.items() if len(mine) > 1}


def test_everybody_of_the_spreadsheets_is_in_the_mission_once(mission: Store) -> None:
    snapshot = mission.snapshot()
    sizes = Counter(len(snapshot.companies_of.get(one.id, ())) for one in snapshot.people)
    assert (mission.count(Company), mission.count(Person)) == (245, 370)
    assert sizes == {0: ALONE, 1: 370 - ALONE - CONSULTANTS, 2: CONSULTANTS}
    roles = Counter(role.name_en for one in snapshot.people if (role := snapshot.role_of(one)))
    assert {name: roles[name] for name in ROLES} == dict.fromkeys(ROLES, ALONE // len(ROLES))


def test_the_planner_puts_nobody_into_two_places_at_once(mission: Store) -> None:
    snapshot = mission.snapshot()
    assert len(snapshot.meetings) == DELEGATION * 3
    assert planning.conflicts(snapshot) == []
    slots = defaultdict(list)
    twice = represented_twice(mission)
    for meeting in snapshot.meetings:
        for key, mine in twice.items():
            slots[key] += [meeting.slot_id] * (len(set(mine) & set(meeting.pair)))
    assert [len(used) for used in slots.values()] == [6] * CONSULTANTS
    assert [key for key, used in slots.items() if len(set(used)) < len(used)] == []


def test_a_double_booking_over_two_companies_is_refused_and_found(mission: Store) -> None:
    snapshot = mission.snapshot()
    one, two = next(iter(represented_twice(mission).values()))
    mine = next(meeting for meeting in snapshot.meetings if one in meeting.pair)
    theirs = next(meeting for meeting in snapshot.meetings if two in meeting.pair)
    used = {m.table_id for m in snapshot.meetings if m.slot_id == theirs.slot_id}
    table = next(table.id for table in snapshot.tables if table.id not in used)
    moves = Moves(Plan(snapshot, snapshot.meetings), mine)
    verdict = moves.verdict(theirs.slot_id, table)
    said = "are represented by the same people and have too many meetings on"
    assert (verdict.grade, said in verdict.text) == (Grade.REFUSED, True)
    moved = replace(mine, slot_id=theirs.slot_id, table_id=table)
    found = planning.conflicts(replace(snapshot, meetings=_with(snapshot.meetings, moved)))
    names = sorted(snapshot.company[each].name for each in (one, two))
    assert [issue.code for issue in found if said in issue.text and all(name in issue.text for name in names)] != []
    assert {issue.code for issue in found} == {"delegate_one_at_a_time"}


def _with(meetings: list[Meeting], moved: Meeting) -> list[Meeting]:
    return [moved if one.id == moved.id else one for one in meetings]


def test_the_papers_count_everybody(mission: Store) -> None:
    papers = organiser_content.papers(mission.snapshot(), "en")
    sections = {section.key: section for section in papers.sections}
    pick_up = [row for sheet in sections["people"].sheets for row in sheet.rows]
    assert (len(papers.labels["badges"]), len(pick_up)) == (370, 370)
    (reception,) = sections["sign-in"].sheets
    assert (len(reception.rows), len({row[:2] for row in reception.rows})) == (370, 370)
    assert attendance.guests(mission.snapshot(), mission.all(Event)[0]).people == 370


@pytest.mark.parametrize(
    ("edition", "papers"), [(Edition.ORGANISER, frozenset({"badges", "sign-in"})), (Edition.LEADER, None)]
)
def test_the_editions_are_printed(
    mission: Store, tmp_path: Path, edition: Edition, papers: frozenset[str] | None
) -> None:
    options = printing.PackOptions(tmp_path, edition=edition, papers=papers)
    (file,) = run_now(printing.make(options), mission).files
    with pikepdf.open(file.path) as found:
        assert len(found.pages) == file.pages > 1


def test_packs_of_companies_that_share_somebody_are_printed(mission: Store, tmp_path: Path) -> None:
    keys = frozenset(next(iter(represented_twice(mission).values())))
    result = run_now(printing.make(printing.PackOptions(tmp_path, companies=keys)), mission)
    assert ({file.company_id for file in result.files}, result.skipped) == (keys, ())
