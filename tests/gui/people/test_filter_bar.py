"""The filter of the people: words and chips, with how many each value would leave."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui.people.filter_bar import PeopleFilterBar
from missionplanner.jobs.people import listing
from missionplanner.jobs.people.listing import NONE, PeopleFilter
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.people.conftest import Folk, role_of


@pytest.fixture
def bar(qtbot: QtBot, store: Store, folk: Folk) -> PeopleFilterBar:
    found = PeopleFilterBar()
    qtbot.addWidget(found)
    snapshot = store.snapshot()
    found.fill(snapshot, listing.lines(snapshot))
    return found


def options(bar: PeopleFilterBar, name: str) -> list[tuple[str, int | None]]:
    return [(option.label, option.number) for option in bar.chips[name].options() if option.number]


def test_chips_count_what_they_would_leave(bar: PeopleFilterBar) -> None:
    assert options(bar, "sides") == [("Delegation", 4), ("Counterpart", 4)]
    assert options(bar, "roles") == [("Minister", 1), ("Not said", 7)]
    assert options(bar, "languages") == [("English", 1), ("Español", 1)]
    assert options(bar, "organisations") == [
        ("No organisation", 1), ("C1", 1), ("C2", 1), ("C3", 1), ("D1", 2), ("D2", 2), ("D3", 1),
    ]  # fmt: skip
    bar.text.setText("luis")
    assert options(bar, "organisations") == [("No organisation", 1)]


def test_what_is_chosen_is_the_filter_and_said_in_words(bar: PeopleFilterBar, store: Store, qtbot: QtBot) -> None:
    assert bar.words() == "Everybody"
    wanted = PeopleFilter("rosa", organisations=(NONE, key_of(store, "D1")), roles=(role_of(store, "Press"),))
    with qtbot.waitSignal(bar.changed):
        bar.show_filter(wanted)
    assert bar.filter() == wanted
    assert bar.words() == "“rosa”  ·  Role: Press  ·  Organisation: No organisation, D1"
    bar.clear.click()
    assert bar.filter() == PeopleFilter()


def test_values_that_no_longer_occur_stay_while_they_are_chosen(bar: PeopleFilterBar, store: Store) -> None:
    bar.show_filter(PeopleFilter("luis", organisations=(key_of(store, "D1"),), languages=("de",)))
    assert [option.label for option in bar.chips["organisations"].options()] == ["No organisation", "D1"]
    assert [option.label for option in bar.chips["languages"].options()] == ["German"]


def test_nobody_is_counted_before_it_is_filled(qtbot: QtBot) -> None:
    bar = PeopleFilterBar()
    qtbot.addWidget(bar)
    assert [len(chip.options()) for chip in bar.chips.values()] == [2, 1, 1, 0]
