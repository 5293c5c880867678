"""Required own fields count in what registrations lack, and follow every change."""

from collections.abc import Iterator

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.own_fields import CompanyValue, OwnField, PersonValue, Subject
from missionplanner.domain.people import Membership, Person
from missionplanner.messages import message
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A mission with a required field of companies, one of people, and one that is not required."""
    with small_mission(tmp_path_factory.mktemp("needs") / "m.mission", 1, 1) as found:
        yield found


def add(store: Store, **values: object) -> int:
    with store.change(message("Field")) as change:
        return change.insert(OwnField(**{"code": "hotel", "required": True, **values}))  # type: ignore[arg-type]


def lacks(store: Store, name: str = "D1") -> tuple[int, set[str]]:
    (line,) = store.companies.lines([key_of(store, name)])
    return line.complete, {code for code in line.missing.split(",") if "." in code}


def test_a_required_field_lacks_until_it_is_answered(store: Store) -> None:
    before = lacks(store)[0]
    field = add(store)
    assert lacks(store) == (round(100 * before / 105), {"company.hotel"})
    with store.change(message("Answer")) as change:
        change.insert(CompanyValue(company_id=key_of(store, "D1"), field_id=field, text="Ritz"))
    assert lacks(store) == (round(100 * (before + 5) / 105), set())
    assert len(store.companies.ids(CompanyFilter(incomplete=True))) == 2
    store.undo()
    store.undo()
    assert lacks(store) == (before, set())


def test_a_field_of_one_side_or_of_the_second_form_is_asked_of_those_alone(store: Store) -> None:
    add(store, side="counterpart")
    add(store, code="late", second_form=True)
    add(store, code="free", required=False)
    with store.change(message("Decide")) as change:
        for one in store.all(Application):
            is_ours = one.company_id == key_of(store, "D1")
            change.update(Application(id=one.id, uid=one.uid, company_id=one.company_id,
                                      status=Status.APPLIED if is_ours else Status.CONFIRMED))  # fmt: skip
    assert (lacks(store)[1], lacks(store, "C1")[1]) == (set(), {"company.hotel", "company.late"})


def test_a_field_of_people_lacks_where_one_of_them_does_not_say(store: Store) -> None:
    field = add(store, subject=Subject.PERSON)
    d1, c1 = (store.where(Person, "company_id", [key_of(store, name)])[0].id for name in ("D1", "C1"))
    with store.change(message("Answer")) as change:
        change.insert(PersonValue(person_id=d1, field_id=field, text="Ritz"))
    assert (lacks(store)[1], lacks(store, "C1")[1]) == (set(), {"person.hotel"})
    with store.change(message("Represent")) as change:
        change.insert(Membership(person_id=c1, company_id=key_of(store, "D1")))
    assert lacks(store)[1] == {"person.hotel"}
    with store.change(message("Answer")) as change:
        change.insert(PersonValue(person_id=c1, field_id=field, text="Savoy"))
    assert (lacks(store)[1], lacks(store, "C1")[1]) == (set(), set())
