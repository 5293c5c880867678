"""Who belongs where: people of no, one or several organisations, with their roles; who attends meetings."""

from dataclasses import replace

import pytest

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.courtesy_titles import CourtesyTitle
from missionplanner.domain.participants import by_id
from missionplanner.domain.people import Membership, OrganisationKind, Person, Role
from tests.builders import snapshot_of

DRIVER = Role(id=5, name_en="Driver", meets=False)
CHAIR = Role(id=6, name_en="Chair")
MINISTRY = OrganisationKind(id=7, name_en="Government", meets=False)
ANA = Person(id=1, company_id=1, given_name="Ana", family_name="Roy", position="CEO", role_id=6)
BEN = Person(id=2, company_id=3, given_name="Ben")
CLEO = Person(id=3, given_name="Cleo", family_name="Sol", side=Side.COUNTERPART)
FOR_THIRD = Membership(id=1, person_id=1, company_id=3, role_id=5, position="Adviser")


def test_records_are_found_by_their_keys() -> None:
    assert by_id([BEN, ANA]) == {2: BEN, 1: ANA}


def test_people_of_a_company_are_those_whose_main_one_it_is_and_then_its_other_representatives() -> None:
    snapshot = snapshot_of(people=[ANA, BEN, CLEO], memberships=[FOR_THIRD])
    assert snapshot.delegates_of == {1: [ANA], 3: [BEN, ANA]}
    assert snapshot.companies_of == {1: (1, 3), 2: (3,)}


def test_somebody_whose_main_company_is_entered_twice_is_there_once() -> None:
    snapshot = snapshot_of(people=[ANA], memberships=[replace(FOR_THIRD, company_id=1)])
    assert (snapshot.delegates_of, snapshot.position_of(ANA, 1)) == ({1: [ANA]}, "CEO")


def test_roles_and_posts_are_those_in_the_organisation() -> None:
    snapshot = snapshot_of(people=[ANA, BEN], memberships=[FOR_THIRD], roles=[DRIVER, CHAIR])
    assert [snapshot.role_of(ANA, key) for key in (None, 1, 3)] == [CHAIR, CHAIR, DRIVER]
    assert [snapshot.position_of(ANA, key) for key in (1, 3)] == ["CEO", "Adviser"]
    assert snapshot.role_of(BEN) is None


def test_people_are_named_with_all_their_organisations() -> None:
    snapshot = snapshot_of(people=[ANA, CLEO], memberships=[FOR_THIRD])
    assert snapshot.with_organisation(ANA) == "Ana Roy – D1, C1"
    assert snapshot.with_organisation(CLEO) == "Cleo Sol"


def test_the_side_of_somebody_is_that_of_the_main_organisation_or_their_own() -> None:
    snapshot = snapshot_of(people=[ANA, BEN, CLEO])
    assert [snapshot.side_of(person) for person in (ANA, BEN, CLEO)] == [
        Side.DELEGATION, Side.COUNTERPART, Side.COUNTERPART,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind_id", "meets", "wants"),
    [(None, None, True), (None, False, False), (7, None, False), (7, True, True), (99, None, True)],
)
def test_an_organisation_wants_meetings_as_it_says_or_as_its_kind(
    kind_id: int | None, meets: bool | None, wants: bool
) -> None:
    company = Company(id=1, side=Side.DELEGATION, name="D1", kind_id=kind_id, meets=meets)
    snapshot = snapshot_of(companies=[company], organisation_kinds=[MINISTRY])
    assert snapshot.wants_meetings(1) is wants
    assert snapshot.kind_of(company) == (MINISTRY if kind_id == 7 else None)


@pytest.mark.parametrize(
    ("role_id", "meets", "attends"), [(None, None, True), (None, False, False), (5, None, False), (5, True, True)]
)
def test_people_attend_meetings_as_they_say_or_as_their_role(
    role_id: int | None, meets: bool | None, attends: bool
) -> None:
    person = replace(BEN, role_id=role_id, meets=meets)
    snapshot = snapshot_of(people=[person], roles=[DRIVER])
    assert snapshot.meeting_people_of == {3: [person] if attends else []}


def test_a_role_in_one_organisation_says_nothing_of_the_other() -> None:
    snapshot = snapshot_of(people=[ANA], memberships=[FOR_THIRD], roles=[DRIVER, CHAIR])
    assert snapshot.meeting_people_of == {1: [ANA], 3: []}


def test_people_are_addressed_by_the_titles_of_the_mission_and_their_role() -> None:
    titles = [
        CourtesyTitle(uid="a", written_en="Chair", salutation_en="Dear Chair {family},", salutation_fr_f="Madame,")
    ]
    snapshot = snapshot_of(people=[ANA], roles=[CHAIR], courtesy_titles=titles)
    assert snapshot.addressed(replace(ANA, title="Chair"), "en") == "Chair Ana Roy"
    assert snapshot.salutation(ANA, "en") == "Dear Chair Roy,"
    assert snapshot.salutation(None, "fr") == "Madame, Monsieur,"
