"""Companies and their people: names and what is usual."""

import pytest

from missionplanner.domain import companies
from missionplanner.domain.companies import SIDE_LABELS, Attachment, AttachmentKind, Side
from missionplanner.domain.people import Person
from tests.builders import defaults


def test_the_sides_face_each_other() -> None:
    assert (Side.DELEGATION.other, Side.COUNTERPART.other) == (Side.COUNTERPART, Side.DELEGATION)
    assert set(SIDE_LABELS) == set(Side)


@pytest.mark.parametrize("name", ["Company", "CompanyStop", "Distinction", "Alias"])
def test_new_records_have_no_key(name: str) -> None:
    assert defaults(getattr(companies, name)) == {"id": 0}


def test_a_person_may_be_of_no_company_yet() -> None:
    person = Person()
    assert (person.id, person.company_id, person.side) == (0, None, Side.DELEGATION)


@pytest.mark.parametrize("name", ["CompanySector", "Offering"])
def test_the_first_position_is_the_main_one(name: str) -> None:
    assert defaults(getattr(companies, name)) == {"id": 0, "position": 0}


@pytest.mark.parametrize("name", ["Market", "Partner"])
def test_markets_and_partners_may_be_of_no_company_yet(name: str) -> None:
    assert defaults(getattr(companies, name)) == {"id": 0, "company_id": 0, "position": 0}


def test_a_kept_file_is_no_logo_unless_it_is_said() -> None:
    assert defaults(Attachment) == {"id": 0, "kind": AttachmentKind.FILE, "size": 0}


def test_a_person_is_called_by_all_names() -> None:
    person = Person(company_id=1, title="Dr.", given_name="Ana", family_name="Ruiz", second_family_name="Peña")
    assert person.full_name == "Ana Ruiz Peña"
    assert Person(company_id=1, family_name="Roy").full_name == "Roy"


def test_a_family_name_is_written_first_where_the_person_does() -> None:
    person = Person(title="Dr.", given_name="Wei", family_name="Zhang", family_first=True)
    assert person.full_name == "Zhang Wei"
