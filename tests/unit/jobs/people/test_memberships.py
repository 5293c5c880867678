"""People join organisations, leave them and change their main one, each as one step."""

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.people import Membership, Person
from missionplanner.errors import UserError
from missionplanner.jobs.people import memberships, records
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of
from tests.unit.jobs.people.conftest import Folk, role_of

Post = tuple[str, str, str]


def posts(store: Store, person: int) -> list[Post]:
    """Organisation, role and post of somebody, the main one first."""
    snapshot = store.snapshot()
    who = snapshot.person[person]
    return [
        (
            snapshot.company[key].name,
            role.name_en if (role := snapshot.role_of(who, key)) else "",
            snapshot.position_of(who, key),
        )
        for key in snapshot.companies_of.get(person, ())
    ]


def test_another_organisation_comes_after_the_main_one(store: Store, folk: Folk) -> None:
    press = role_of(store, "Press")
    check_undo(
        store,
        lambda s: memberships.represent(s, folk.rosa, key_of(s, "C3"), press, position="Writer"),
        "Rosa Pérez represents C3",
    )
    assert posts(store, folk.rosa) == [
        ("D1", "", "Consultant"),
        ("D2", "Minister", "Board member"),
        ("C3", "Press", "Writer"),
    ]


def test_the_first_organisation_is_the_main_one(store: Store, folk: Folk) -> None:
    memberships.represent(store, folk.luis, key_of(store, "C1"), None, position="Chair")
    assert store.get(Person, folk.luis).company_id == key_of(store, "C1")
    assert store.all(Membership) == [store.all(Membership)[0]]
    assert posts(store, folk.luis) == [("C1", "", "Chair")]


def test_role_and_post_change_where_it_is_represented_already(store: Store, folk: Folk) -> None:
    driver = role_of(store, "Driver")
    for name in ("D1", "D2"):
        memberships.represent(store, folk.rosa, key_of(store, name), driver, position="At the wheel")
    assert posts(store, folk.rosa) == [("D1", "Driver", "At the wheel"), ("D2", "Driver", "At the wheel")]


def test_the_main_organisation_changes_places_with_another(store: Store, folk: Folk) -> None:
    check_undo(
        store,
        lambda s: memberships.make_main(s, folk.rosa, key_of(s, "D2")),
        "Main organisation of Rosa Pérez: D2",
    )
    assert posts(store, folk.rosa) == [("D2", "Minister", "Board member"), ("D1", "", "Consultant")]
    before = store.steps.undo_label
    memberships.make_main(store, folk.rosa, key_of(store, "D2"))
    assert store.steps.undo_label == before


def test_an_organisation_that_is_not_represented_is_refused(store: Store, folk: Folk) -> None:
    for act in (memberships.make_main, memberships.leave):
        with pytest.raises(UserError, match="does not represent that organisation"):
            act(store, folk.rosa, key_of(store, "C1"))


def test_a_person_who_is_gone_is_refused(store: Store, folk: Folk) -> None:
    records.remove(store, [folk.rosa])
    with pytest.raises(UserError, match="no longer in the mission"):
        memberships.represent(store, folk.rosa, 1)


def test_who_leaves_the_main_organisation_has_the_next(store: Store, folk: Folk) -> None:
    check_undo(store, lambda s: memberships.leave(s, folk.rosa, key_of(s, "D1")), "Rosa Pérez leaves D1")
    assert posts(store, folk.rosa) == [("D2", "Minister", "Board member")]
    memberships.leave(store, folk.rosa, key_of(store, "D2"))
    person = store.get(Person, folk.rosa)
    assert (posts(store, folk.rosa), person.company_id, person.side) == ([], None, Side.DELEGATION)


def test_who_leaves_the_last_organisation_stays_on_its_side(store: Store, folk: Folk) -> None:
    memberships.represent(store, folk.luis, key_of(store, "D3"))
    memberships.leave(store, folk.luis, key_of(store, "D3"))
    assert store.get(Person, folk.luis).side is Side.DELEGATION


def test_who_leaves_another_organisation_keeps_the_main_one(store: Store, folk: Folk) -> None:
    memberships.leave(store, folk.rosa, key_of(store, "D2"))
    assert posts(store, folk.rosa) == [("D1", "", "Consultant")]


def test_the_translations_of_a_post_go_where_the_post_goes(store: Store, folk: Folk) -> None:
    main, other = key_of(store, "D1"), key_of(store, "D2")

    def wordings(company: int) -> list[str]:
        snapshot = store.snapshot()
        return list(snapshot.post_of(snapshot.person[folk.rosa], company).values())

    memberships.represent(store, folk.rosa, main, position_fr="Conseillère", position_en="Consultant")
    memberships.represent(store, folk.rosa, other, position_es="Consejera")
    before = (["Consultant", "Consultant", "Conseillère", ""], ["Board member", "", "", "Consejera"])
    assert (wordings(main), wordings(other)) == before
    check_undo(store, lambda s: memberships.make_main(s, folk.rosa, other), "Main organisation of Rosa Pérez: D2")
    assert (store.get(Person, folk.rosa).company_id, wordings(main), wordings(other)) == (other, *before)
    memberships.leave(store, folk.rosa, other)
    assert (store.get(Person, folk.rosa).position_fr, wordings(main)) == ("Conseillère", before[0])
