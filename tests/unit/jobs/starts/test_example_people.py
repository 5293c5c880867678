"""The example as no form has it: people, languages, logos."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain.companies import Attachment, AttachmentKind, AttendeesBy, OfferingKind, Side
from missionplanner.domain.people import Person
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.starts import example_people
from missionplanner.pack.pictures import is_drawable
from missionplanner.scheduling import formulation
from missionplanner.store.store import Store
from tests.builders import EXAMPLE

FOLDER = new_mission.example_folder(EXAMPLE)


@pytest.fixture(scope="module")
def peopled(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, object]]:
    """The example with its people, and which slots its requests might use before."""
    path = tmp_path_factory.mktemp("people") / "own.mission"
    path.write_bytes(example_file.read_bytes())
    with Store.open(path) as store:
        before = _possible(store)
        assert example_people.add_people(store, FOLDER) == 632
        yield store, before


def _possible(store: Store) -> object:
    return formulation.formulate(store.snapshot()).problem.wishes


def test_370_people_of_245_companies_from_one_to_five_of_each(peopled: tuple[Store, object]) -> None:
    snapshot = peopled[0].snapshot()
    sizes = Counter(len(snapshot.delegates_of[company.id]) for company in snapshot.participants(Side.DELEGATION))
    assert sizes == {1: 170, 2: 45, 3: 15, 4: 10, 5: 5}
    assert sum(size * number for size, number in sizes.items()) == 370


def test_its_requests_may_use_the_slots_they_might_before(peopled: tuple[Store, object]) -> None:
    store, before = peopled
    assert _possible(store) == before


def test_every_company_says_what_it_does_in_three_languages(peopled: tuple[Store, object]) -> None:
    companies = peopled[0].snapshot().companies
    assert [c.name for c in companies if not (c.description_en and c.description_fr and c.description_es)] == []


def test_posts_and_what_is_offered_and_sought_have_three_languages(peopled: tuple[Store, object]) -> None:
    store = peopled[0]
    people = [person for person in store.all(Person) if person.position]
    assert {person.position for person in people if not (person.position_fr and person.position_es)} == set()
    assert {person.position for person in people} == {person.position_en for person in people}
    snapshot = store.snapshot()
    for company in snapshot.companies:
        for kind in OfferingKind:
            own = snapshot.offerings_of(company.id, kind)
            assert {len(snapshot.offerings_in(company, kind, each)[0]) for each in ("en", "fr", "es")} == {len(own)}


def test_titles_suit_the_given_names(peopled: tuple[Store, object]) -> None:
    told: dict[str, set[str]] = {}
    for person in peopled[0].all(Person):
        told.setdefault(person.title, set()).add(person.given_name)
    assert not (told["Dra."] | told["Mtra."]) & (told["Dr."] | told["Mtro."])


def test_six_logos_officials_biographies_rules_and_needs_are_there(peopled: tuple[Store, object]) -> None:
    store = peopled[0]
    snapshot, people = store.snapshot(), store.all(Person)
    logos = [one for one in store.all(Attachment) if one.kind is AttachmentKind.LOGO]
    assert [is_drawable(store.contents.read(one.digest)) for one in logos] == [True] * 6
    assert sorted(p.precedence for p in people if p.precedence is not None) == list(range(1, 11))
    assert sum(bool(person.biography) for person in people) == 11
    assert {company.attendees_by for company in snapshot.companies} >= {AttendeesBy.TURN, AttendeesBy.LANGUAGE}
    assert sum(bool(person.access_needs) for person in people) == 3
