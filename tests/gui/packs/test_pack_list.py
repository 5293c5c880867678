"""The packs of an edition as rows."""

from dataclasses import replace

import pytest

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.domain.journals import Edition
from missionplanner.domain.people import Membership, Person
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.packs.pack_list import EDITION_CHOICES, EditionChoice, PackList
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.packs import drafts
from missionplanner.jobs.packs.drafts import Material
from missionplanner.jobs.selection import decisions
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of

CHOICES = list(EDITION_CHOICES)


def material(workspace: Workspace) -> Material:
    return Material(workspace.snapshot(), drafts.prints(workspace.store), {})


def listed(workspace: Workspace, choice: EditionChoice) -> tuple[PackList, list[int]]:
    packs = PackList()
    return packs, packs.begin(material(workspace), choice, "en", None)


@pytest.mark.parametrize(
    ("choice", "names", "meetings"),
    [
        (CHOICES[0], ["D1", "D2", "D3"], ["2", "0", "0"]),
        (CHOICES[1], ["D1 – Given D1", "D2 – Given D2", "D3 – Given D3"], ["2", "0", "0"]),
        (CHOICES[2], ["C1", "C2", "C3"], ["1", "1", "0"]),
        (CHOICES[3], ["D1 – Given D1", "D2 – Given D2", "D3 – Given D3"], ["2", "0", "0"]),
        (CHOICES[4], ["D1 – Given D1", "D2 – Given D2", "D3 – Given D3"], ["2", "0", "0"]),
        (CHOICES[5], ["Leader edition"], ["2"]),
        (CHOICES[6], ["Organiser edition"], ["2"]),
    ],
)
def test_the_rows_of_an_edition(
    workspace: Workspace, choice: EditionChoice, names: list[str], meetings: list[str]
) -> None:
    packs, keys = listed(workspace, choice)
    columns = packs.columns()
    assert [columns[0].text(key) for key in keys] == names
    assert [columns[1].text(key) for key in keys] == meetings
    assert [columns[2].text(key) for key in keys] == ["…"] * len(keys)
    assert packs.words() == "Current: 0  ·  Out of date: 0  ·  Never printed: 0"
    assert [draft.edition for draft in packs.find_states()] == [choice.edition] * len(keys)
    assert [columns[2].text(key) for key in keys] == ["Never printed"] * len(keys)
    assert packs.words() == f"Current: 0  ·  Out of date: 0  ·  Never printed: {len(keys)}"


def test_who_wants_large_print_is_named_below_the_packs_of_delegates(workspace: Workspace, store: Store) -> None:
    person = next(person for person in store.all(Person) if person.family_name == "D3")
    with store.change(message("Needs")) as change:
        change.update(replace(person, access_needs="Letra grande, por favor"))
    words = {choice.edition: listed(workspace, choice)[0].words().rpartition("  ·  ")[2] for choice in CHOICES}
    named = {edition for edition, end in words.items() if end == "Large print for: Given D3"}
    assert named == {Edition.DELEGATE, Edition.LARGE}


def test_nothing_is_listed_without_companies_that_take_part(workspace: Workspace, store: Store) -> None:
    with store.change(message("Cancel")) as change:
        change.delete(Meeting, [one.id for one in store.all(Meeting)])
    decisions.set_status(store, [1, 2, 3], Status.DECLINED)
    assert [listed(workspace, choice)[1] for choice in EDITION_CHOICES] == [[], [], [4, 5, 6], [], [], [], [], []]


def test_a_pack_is_drafted_again_with_another_state_of_the_mission(workspace: Workspace) -> None:
    for choice in EDITION_CHOICES:
        packs, keys = listed(workspace, choice)
        draft = packs.draft(material(workspace), keys[0], None)
        assert (draft.edition, draft.own.delegate_id or draft.own.company_id) == (choice.edition, keys[0])


def test_delegates_belong_to_companies(workspace: Workspace) -> None:
    by_delegate, keys = listed(workspace, EditionChoice(Edition.DELEGATE, per_delegate=True, side=Side.COUNTERPART))
    assert [by_delegate.company(key) for key in keys] == [4, 5, 6]
    assert by_delegate.people(keys[:2]) == frozenset(keys[:2])
    by_company, _keys = listed(workspace, CHOICES[0])
    assert (by_company.company(2), by_company.people([2])) == (2, None)


def test_rows_are_sorted(workspace: Workspace) -> None:
    packs, keys = listed(workspace, CHOICES[0])
    assert packs.sorted(keys, "name", True) == [3, 2, 1]
    assert packs.sorted(keys, "meetings", True)[0] == 1
    assert packs.sorted(keys, "state", False) == [1, 2, 3]


def test_somebody_of_two_companies_has_one_row_with_the_meetings_of_both(workspace: Workspace) -> None:
    store = workspace.store
    person = next(person for person in store.all(Person) if person.family_name == "D3")
    with store.change(message("Two")) as change:
        change.insert(Membership(person_id=person.id, company_id=key_of(store, "D1")))
    packs, keys = listed(workspace, CHOICES[1])
    columns = packs.columns()
    assert [(columns[0].text(key), columns[1].text(key)) for key in keys] == [
        ("D1 – Given D1", "2"), ("D3, D1 – Given D3", "2"), ("D2 – Given D2", "0"),
    ]  # fmt: skip
    assert packs.company(person.id) == key_of(store, "D3")
    assert packs.draft(material(workspace), person.id, None).own.company == "D3, D1"
