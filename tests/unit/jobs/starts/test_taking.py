"""Records taken from an earlier mission: nothing of people stays in them unless they are taken."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.briefings import Briefing
from missionplanner.domain.companies import Alias, Attachment, Company, Offering, Side
from missionplanner.domain.events import Audience, Event
from missionplanner.domain.figures import Figure
from missionplanner.domain.letters import LetterTemplate
from missionplanner.domain.milestones import Milestone, Task, TaskState
from missionplanner.domain.mission import MissionText, Sector, Stop, Table
from missionplanner.domain.own_fields import CompanyValue, OwnField, PersonValue
from missionplanner.domain.people import OrganisationKind, Person, Role
from missionplanner.domain.reviews import Criterion
from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.domain.timetable import Meeting, Session, Slot
from missionplanner.jobs.companies import saved_filters
from missionplanner.jobs.starts import earlier
from missionplanner.jobs.starts.earlier import Earlier
from missionplanner.jobs.starts.take import USUAL, Take, whole
from missionplanner.store.store import Store
from tests.unit.jobs.starts.earlier_mission import NAMES, SECRET, earlier_mission, sides

DEPARTURE = date(2027, 2, 15)
"""A Monday, as that of the earlier mission was."""
Maker = Callable[..., Store]


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(earlier_mission(tmp_path_factory.mktemp("old") / "old.mission"), read_only=True) as found:
        yield found


@pytest.fixture
def make(old: Store, tmp_path: Path) -> Iterator[Maker]:
    made: list[Store] = []

    def of(*parts: Take) -> Store:
        wanted = Earlier(whole(parts), DEPARTURE)
        made.append(earlier.make(tmp_path / f"{len(made)}.mission", old, wanted, date(2026, 11, 30))[0])
        return made[-1]

    yield of
    for store in made:
        store.close()


def test_places_and_hours_move_with_their_links(make: Maker) -> None:
    with make(*USUAL) as store:
        (stop,), (session,), (event,) = store.all(Stop), store.all(Session), store.all(Event)
        assert (stop.starts, session.starts.isoformat()) == (DEPARTURE, "2027-02-15T09:00:00-06:00")
        assert [slot.starts.date() for slot in store.all(Slot)] == [DEPARTURE] * 4
        assert {table.link for table in store.all(Table)} == {""}
        assert (event.starts.date(), event.venue_id, event.sector_id) == (DEPARTURE, 1, store.all(Sector)[0].id)
        assert store.count(Meeting) == 0


def test_nothing_personal_is_taken_without_a_choice(make: Maker) -> None:
    with make(*USUAL) as store:
        content = Path(store.path).read_bytes()
        assert [word for word in (*NAMES, SECRET) if word.encode() in content] == []
        assert store.count(Person) == 0
        assert [text.body for text in store.all(MissionText)] == ["Bring adapters."]
        assert store.all(LetterTemplate)[0].body == "Bring adapters."
        assert (store.all(Sector)[0].owner, store.all(Task)[0].owner, store.mission.portrait_of) == ("", "", "")
        assert [(one.code) for one in store.all(OwnField)] == ["hs", "contact", "iban", "size"]
        assert [value.text for value in store.all(CompanyValue)] == ["12"]


def test_people_come_where_they_are_chosen_without_what_is_sensitive(make: Maker) -> None:
    with make(*Take) as store:
        people = {one.family_name: one for one in store.all(Person)}
        assert "Thanks" not in people
        assert (people[NAMES[1]].given_name, people[NAMES[1]].consent) == (NAMES[0], None)
        assert SECRET.encode() not in Path(store.path).read_bytes()
        assert [text.kind for text in store.all(MissionText)] == ["welcome", "contacts"]
        assert sorted(value.text for value in store.all(CompanyValue)) == ["12", "Quilla"]
        assert [value.text for value in store.all(PersonValue)] == ["40"]
        assert store.all(Task)[0].owner == " ".join(NAMES)


def test_companies_come_with_what_is_theirs_and_have_not_applied(make: Maker) -> None:
    with make(*USUAL) as store:
        assert sides(store) == {Side.DELEGATION: ["D1", "D2", "D3"], Side.COUNTERPART: ["C1", "C3"]}
        status = {one.company_id: one.status for one in store.all(Application)}
        assert {(one.side, status[one.id]) for one in store.all(Company)} == {
            (Side.DELEGATION, Status.PROSPECT),
            (Side.COUNTERPART, Status.APPLIED),
        }
        assert {one.consent for one in store.all(Company)} == {None}
        assert [one.text for one in store.all(Offering)] == ["Pumps"]
        assert [(one.name, one.merged_id) for one in store.all(Alias)] == [("Dee One", None)]
        (logo,) = store.all(Attachment)
        assert store.contents.read(logo.digest) == b"logo"


def test_tasks_are_to_be_done_again_and_the_world_keeps_its_days(make: Maker) -> None:
    with make(Take.MILESTONES) as store:
        assert {one.name_en: one.day for one in store.all(Milestone)} == {
            "Print": date(2027, 1, 31),
            "Election": date(2026, 6, 7),
        }
        (task,) = store.all(Task)
        assert (task.state, task.days, task.milestone_id) == (TaskState.OPEN, -3, 1)


def test_what_needs_something_that_is_not_taken_is_left_out_or_freed(make: Maker) -> None:
    with make(Take.EVENTS, Take.FIGURES) as store:
        (event,) = store.all(Event)
        assert (event.audience, event.sector_id, event.venue_id) == (Audience.EVERYONE, None, None)
        assert [figure.value for figure in store.all(Figure)] == [56.0]
        assert (store.count(Sector), store.count(Company), store.count(Session)) == (0, 0, 0)


def test_texts_of_the_market_are_taken_with_what_they_are_of(make: Maker) -> None:
    with make(Take.FIGURES) as store:
        assert [text.body_en for text in store.all(Briefing)] == ["Ports"]
    with make(Take.FIGURES, Take.SECTORS, Take.STRUCTURE) as store:
        general, mills = store.all(Briefing)
        assert (general.is_general, mills.stop_id, mills.sector_id) == (True, 1, store.all(Sector)[0].id)
        assert mills.body_en == "Mills. Bring adapters."


def test_lists_are_those_of_the_earlier_mission(make: Maker, old: Store) -> None:
    with make(Take.STRUCTURE, Take.CRITERIA) as store:
        for kind in (Role, Criterion):
            assert [one.uid for one in store.all(kind)] == [one.uid for one in old.all(kind)]
        assert store.steps.undo_label == ""


def test_views_are_taken_where_all_they_ask_for_is(make: Maker) -> None:
    with make(*USUAL) as store:
        (view,) = store.all(SavedFilter)
        asked = saved_filters.filter_of(view)
        kinds = [one.id for one in store.all(OrganisationKind)]
        assert (view.name, view.sort, asked.text, asked.stops) == ("Ready", "company.hs", "pumps", (1,))
        assert (asked.kinds, asked.own) == ((0, kinds[1]), ("company.hs=12",))
    with make(Take.VIEWS, Take.SECTORS, Take.STRUCTURE) as store:
        assert store.count(SavedFilter) == 0
    with make(*Take) as store:
        assert [one.name for one in store.all(SavedFilter)] == ["Ready", "Of Quilla", "Hers", "Reviewed"]


def test_people_of_what_is_left_out_are_left_out_with_it(make: Maker) -> None:
    everybody = [one.full_name for one in make(*USUAL, Take.PEOPLE).all(Person)]
    assert ("Of Refused" in everybody, "Also Elsewhere" in everybody, "Of Nobody" in everybody) == (False, True, True)
    hosts = [one.full_name for one in make(Take.HOSTS, Take.PEOPLE).all(Person)]
    assert hosts == ["Given C1", "Given C3", "Of Nobody"]
