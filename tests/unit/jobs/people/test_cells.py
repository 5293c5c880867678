"""Texts typed into cells of people: checked as in the form, refused with a reason."""

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.people import Person
from missionplanner.errors import UserError
from missionplanner.jobs.cell_edits import Edit, EditReport
from missionplanner.jobs.people import cells, records
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of, undone_and_redone, whole
from tests.unit.jobs.people.conftest import Folk, role_of
from tests.unit.jobs.people.test_memberships import posts


def edited(store: Store, key: int, column: str, text: str) -> EditReport:
    return cells.edit(store, [Edit(key, column, text)], message("Edit a cell"))


@pytest.mark.parametrize(
    ("column", "text", "field", "value"),
    [
        ("given_name", " Rosa María ", "given_name", "Rosa María"),
        ("family_name", "Pérez\n de la\tTorre", "family_name", "Pérez de la Torre"),
        ("biography", " One.\n\nTwo.", "biography", "One.\n\nTwo."),
        ("email", " rosa@Y.mx", "email", "rosa@y.mx"),
        ("email", "", "email", ""),
        ("phone", "514 555 0199", "phone", "+15145550199"),
        ("languages", "français; anglais", "languages", "fr,en"),
        ("precedence", "3", "precedence", 3),
        ("precedence", "", "precedence", None),
        ("gender", "Female", "gender", "f"),
        ("gender", "", "gender", ""),
        ("meets", "non", "meets", False),
        ("meets", "", "meets", None),
        ("consent", "sí", "consent", True),
        ("role", "", "role_id", None),
        ("side", "delegation", "side", "delegation"),
        ("passport", "AB 12", "passport", "AB 12"),
    ],
)
def test_a_cell_is_stored_in_its_normal_form(
    store: Store, folk: Folk, column: str, text: str, field: str, value: object
) -> None:
    assert edited(store, folk.rosa, column, text).refused == ()
    assert getattr(store.get(Person, folk.rosa), field) == value


@pytest.mark.parametrize(
    ("column", "text", "reason"),
    [
        ("status", "Accepted", "This column is worked out and cannot be typed into."),
        ("email", "no", "This is no e-mail address."),
        ("phone", "no", "This is no telephone number."),
        ("precedence", "first", "This is no number."),
        ("gender", "tall", "No gender is called “tall”."),
        ("side", "third", "No side is called “third”."),
        ("side", "counterpart", "The side is that of the organisation."),
        ("role", "king", "No role is called “king”."),
        ("meets", "perhaps", "“perhaps” is neither yes nor no."),
        ("organisations", "D1; Nobody Inc.", "No company is called “Nobody Inc.”."),
    ],
)
def test_a_cell_that_cannot_hold_the_text_stays(store: Store, folk: Folk, column: str, text: str, reason: str) -> None:
    before = whole(store)
    report = edited(store, folk.rosa, column, text)
    assert (report.changed, [(r.name, r.column, r.reason) for r in report.refused]) == (
        0,
        [("Rosa Pérez", column, reason)],
    )
    assert whole(store) == before


def test_a_person_keeps_a_name_or_an_address(store: Store, folk: Folk) -> None:
    edited(store, folk.luis, "given_name", "")
    assert edited(store, folk.luis, "family_name", "").refused[0].reason == "The person needs a name."


def test_a_role_is_found_in_any_language(store: Store, folk: Folk) -> None:
    edited(store, folk.luis, "role", "periodista")
    assert store.get(Person, folk.luis).role_id == role_of(store, "Press")


def test_somebody_without_an_organisation_has_their_own_side(store: Store, folk: Folk) -> None:
    edited(store, folk.luis, "side", "Délégation")
    assert store.get(Person, folk.luis).side is Side.DELEGATION


def test_a_number_is_read_by_the_country_of_the_side(store: Store, folk: Folk) -> None:
    edited(store, folk.luis, "mobile", "55 5512 3456")
    assert store.get(Person, folk.luis).mobile == "+525555123456"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("D2; D1", [("D2", "Minister", "Board member"), ("D1", "", "Consultant")]),
        ("d1", [("D1", "", "Consultant")]),
        ("C3; D2", [("C3", "", "Consultant"), ("D2", "Minister", "Board member")]),
        ("D1; C2; C2", [("D1", "", "Consultant"), ("C2", "", "")]),
        ("", []),
    ],
)
def test_organisations_are_typed_the_main_one_first(
    store: Store, folk: Folk, text: str, found: list[tuple[str, str, str]]
) -> None:
    before = whole(store)
    assert edited(store, folk.rosa, "organisations", text).changed == 1
    assert posts(store, folk.rosa) == found
    undone_and_redone(store, before)


def test_the_main_organisation_is_replaced_and_the_others_stay(store: Store, folk: Folk) -> None:
    editor, record = cells.Editor(store), records.records(store, [folk.rosa])[folk.rosa]
    after = editor.with_main_organisation(record, "C1")
    assert (after.person.company_id, [row.company_id for row in after.memberships]) == (
        key_of(store, "C1"),
        [key_of(store, "D2")],
    )
    assert editor.with_main_organisation(record, "").person.company_id == key_of(store, "D2")


def test_many_cells_are_one_step_and_people_who_are_gone_are_left_out(store: Store, folk: Folk) -> None:
    edits = [Edit(key, "badge_name", "Guest") for key in (folk.rosa, folk.luis, 999)]
    check_undo(store, lambda s: cells.edit(s, edits, message("Change many")), "Change many")
    assert [store.get(Person, key).badge_name for key in (folk.rosa, folk.luis)] == ["Guest", "Guest"]


def test_a_person_is_entered_in_texts(store: Store) -> None:
    texts = {"organisations": "C1", "given_name": "Ana", "phone": "55 5512 3456", "role": "press"}
    key = cells.enter_texts(store, records.empty(Side.DELEGATION), texts)
    person = store.get(Person, key)
    assert (person.company_id, person.phone, person.role_id) == (
        key_of(store, "C1"),
        "+525555123456",
        role_of(store, "Press"),
    )


def test_a_text_that_cannot_be_names_its_field_and_nothing_is_stored(store: Store, folk: Folk) -> None:
    before = whole(store)
    with pytest.raises(UserError, match=r"^E-mail: This is no e-mail address\.$"):
        cells.enter_texts(store, records.records(store, [folk.rosa])[folk.rosa], {"title": "Mme", "email": "no"})
    assert whole(store) == before
