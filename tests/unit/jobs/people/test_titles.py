"""Roles and kinds of organisations: entered behind the others, removed with their links emptied."""

from dataclasses import replace

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Membership, OrganisationKind, Person, Role
from missionplanner.errors import UserError
from missionplanner.jobs.people import titles
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of
from tests.unit.jobs.people.conftest import Folk, role_of

KINDS = [(Role, "role"), (OrganisationKind, "kind of organisation")]


@pytest.mark.parametrize(("kind", "word"), KINDS)
def test_a_new_one_goes_behind_the_others(store: Store, kind: titles.Kind, word: str) -> None:
    last = max(one.position for one in store.all(kind))
    check_undo(store, lambda s: titles.enter(s, kind, None, {"name_en": "Chef", "meets": False}), f"Add {word}")
    made = store.all(kind)[-1]
    assert (made.name_en, made.meets, made.position) == ("Chef", False, last + 1)


@pytest.mark.parametrize(("kind", "word"), KINDS)
def test_one_that_is_edited_keeps_its_place(store: Store, kind: titles.Kind, word: str) -> None:
    first = store.all(kind)[0]
    check_undo(store, lambda s: titles.enter(s, kind, first, {"name_en": "Chef"}), f"Edit {word}")
    made = store.all(kind)[0]
    assert (made.id, made.uid, made.name_en, made.position) == (first.id, first.uid, "Chef", first.position)


def test_a_name_that_is_there_is_refused(store: Store) -> None:
    with pytest.raises(UserError, match="“Prensa” is there already"):
        titles.enter(store, Role, None, {"name_en": "Journal", "name_es": "Prensa"})
    press = next(role for role in store.all(Role) if role.name_en == "Press")
    titles.enter(store, Role, press, {"name_en": "Press", "name_es": "Prensa"})


def test_who_had_a_role_that_is_deleted_has_none(store: Store, folk: Folk) -> None:
    check_undo(store, lambda s: titles.remove(s, Role, [role_of(s, "Minister")]), "Delete 1 role")
    assert (store.get(Person, folk.luis).role_id, store.all(Membership)[0].role_id) == (None, None)


def test_companies_of_a_kind_that_is_deleted_have_none(store: Store) -> None:
    kinds = [kind.id for kind in store.all(OrganisationKind)][:2]
    with store.change(message("Kind")) as change:
        change.update(replace(store.get(Company, key_of(store, "D1")), kind_id=kinds[0]))
    check_undo(store, lambda s: titles.remove(s, OrganisationKind, kinds), "Delete 2 kinds of organisations")
    assert store.get(Company, key_of(store, "D1")).kind_id is None


def test_a_role_is_called_by_any_of_its_names(store: Store) -> None:
    assert [titles.role_called(store, text).name_en for text in ("press", "Ministre", "embajadora")] == [
        "Press", "Minister", "Ambassador",
    ]  # fmt: skip
    with pytest.raises(UserError, match="No role is called “king”") as caught:
        titles.role_called(store, "king")
    assert caught.value.hint.startswith("The roles are: Delegate, Head of delegation, Minister")
