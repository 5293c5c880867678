"""Roles and kinds of organisations as records, in three languages."""

from dataclasses import replace

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Membership, OrganisationKind, Person, Role
from missionplanner.errors import UserError
from missionplanner.gui.programme import roles_and_kinds
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


def texts(kind: RecordKind) -> list[list[str]]:
    return [[column.text(row) for column in kind.columns] for row in kind.rows()]


def test_roles_are_listed_in_their_order_with_how_many_have_them(store: Store) -> None:
    press = next(role.id for role in store.all(Role) if role.name_en == "Press")
    with store.change(message("Press")) as change:
        person = store.all(Person)[0]
        change.update(replace(person, role_id=press))
        change.insert(Membership(person_id=person.id, company_id=key_of(store, "C1"), role_id=press))
    found = texts(roles_and_kinds.roles(store))
    assert [row[0] for row in found][:3] == ["Delegate", "Head of delegation", "Minister"]
    row = next(row for row in found if row[0] == "Press")
    assert (row[1:3], row[-2:]) == (["Presse", "Prensa"], ["no", "2"])


def test_kinds_are_listed_with_how_many_companies_there_are(store: Store) -> None:
    kind = store.all(OrganisationKind)[1]
    with store.change(message("Kind")) as change:
        change.update(replace(store.all(Company)[0], kind_id=kind.id))
    assert [(row[0], row[-2], row[-1]) for row in texts(roles_and_kinds.kinds(store))][:2] == [
        ("Company", "yes", "0"),
        ("Association", "yes", "1"),
    ]


@pytest.mark.parametrize("make", [roles_and_kinds.roles, roles_and_kinds.kinds])
def test_one_is_added_behind_edited_and_deleted(store: Store, make: object) -> None:
    kind: RecordKind = make(store)  # type: ignore[operator]
    assert kind.values(None) == {"meets": True}
    typed = {"name_en": "Chef", "name_fr": "Chef", "name_es": "Cocinero", "spellings": "Cook", "meets": False}
    kind.save(None, typed)
    made = kind.rows()[-1]
    more = {"interprets": False} if make is roles_and_kinds.roles else {}
    assert kind.values(made) == {**typed, **more}
    kind.save(made, {**typed, "name_en": "Head cook"})
    assert kind.rows()[-1].name_en == "Head cook"
    kind.remove([made.id])
    assert "Head cook" not in [one.name_en for one in kind.rows()]


def test_a_name_is_needed_and_there_once(store: Store) -> None:
    kind = roles_and_kinds.roles(store)
    fields = {field.name: field for field in kind.fields()}
    assert fields["name_en"].check is not None
    assert fields["name_en"].check("") == "This is needed."
    with pytest.raises(UserError, match="“Press” is there already"):
        kind.save(None, {"name_en": "Press", "meets": True})
