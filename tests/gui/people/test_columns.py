"""The columns of the list of people: what they show, and what they are completed from."""

import pytest

from missionplanner.domain.people import Person
from missionplanner.domain.privacy import SENSITIVE
from missionplanner.gui.people import columns
from missionplanner.jobs.people import listing
from missionplanner.jobs.people.cells import EDITABLE
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.gui.people.conftest import Folk


def test_every_column_can_be_remembered_and_every_field_be_typed(store: Store) -> None:
    keys = [columns.key(column) for column in columns.columns(store)]
    assert len(set(keys)) == len(keys)
    assert {column.edits for column in columns.columns(store)} - {""} == set(EDITABLE)
    assert set(columns.AT_FIRST) <= set(keys)
    assert not set(SENSITIVE) & set(columns.AT_FIRST)
    assert {column.sort for column in columns.columns(store) if column.sort} <= set(listing.SORTED)


def test_cells_are_in_words(store: Store, folk: Folk) -> None:
    with store.change(message("More")) as change:
        change.update(
            Person(
                id=folk.luis, title="Mtro.", given_name="Luis", precedence=2, meets=True, consent=False, passport="AB"
            )
        )
    line = next(one for one in listing.lines(store.snapshot()) if one.key == folk.luis)
    shown = {columns.key(one): one.text(line) for one in columns.columns(store)}
    assert {name: text for name, text in shown.items() if text} == {
        "name": "Mtro. Luis", "given_name": "Luis", "title": "Mtro.", "side": "Delegation", "precedence": "2",
        "meets": "yes", "consent": "no", "passport": "AB",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("key", "first"),
    [
        ("role", ["Delegate", "Head of delegation"]),
        ("organisations", ["C1", "C2"]),
        ("side", ["Delegation", "Counterpart"]),
        ("gender", ["Not said", "Female"]),
        ("meets", ["yes", "no"]),
        ("languages", ["English", "Français"]),
    ],
)
def test_cells_are_completed(store: Store, key: str, first: list[str]) -> None:
    column = next(one for one in columns.columns(store) if one.edits == key)
    assert column.choices is not None
    assert list(column.choices())[:2] == first


def test_a_sensitive_field_is_marked() -> None:
    assert columns.sensitive_label("passport") == "Passport (sensitive)"
