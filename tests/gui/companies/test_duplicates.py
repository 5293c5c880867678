"""Companies that may have been entered twice: merged or kept apart."""

import pytest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company, Distinction
from missionplanner.gui.companies.duplicates import DuplicatesDialog
from missionplanner.jobs.companies import cells, registrations
from missionplanner.jobs.companies.duplicates import Suspicion
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


@pytest.fixture
def dialog(qtbot: QtBot, store: Store) -> DuplicatesDialog:
    one, two, three = (key_of(store, name) for name in ("D1", "D2", "D3"))
    cells.edit(store, [cells.Edit(one, "city", "Laval"), cells.Edit(two, "region", "Quebec")], message("Edit"))
    found = [Suspicion(one, two, 93, "the same name"), Suspicion(two, three, 80, "the same address")]
    made = DuplicatesDialog(store, found)
    qtbot.addWidget(made)
    return made


def sides(dialog: DuplicatesDialog) -> list[list[str]]:
    rows = range(dialog.table.rowCount())
    texts = []
    for row in rows:
        buttons = [dialog.table.cellWidget(row, column) for column in (1, 2)]
        texts.append([dialog.table.item(row, 0).text(), *(b.text() for b in buttons if isinstance(b, QRadioButton))])
    return texts


def test_the_pairs_and_where_the_current_one_differs_are_shown(dialog: DuplicatesDialog) -> None:
    assert [dialog.list.item(row).text() for row in range(2)] == ["93 %  D1\nD2", "80 %  D2\nD3"]
    assert dialog.windowTitle() == "2 pairs to look at"
    assert dialog.reason.text() == "D1 – D2:  the same name."
    assert sides(dialog) == [
        ["Company name", "D1", "D2"], ["City", "Laval", "(empty)"], ["Province or state", "(empty)", "Quebec"],
    ]  # fmt: skip
    assert dialog.table.taken == {"region"}


def test_a_pair_is_merged_with_the_chosen_fields(dialog: DuplicatesDialog, store: Store) -> None:
    dialog.merge_button.click()
    assert [one.name for one in store.all(Company)][:2] == ["D1", "D3"]
    stays = store.get(Company, key_of(store, "D1"))
    assert (stays.city, stays.region) == ("Laval", "Quebec")
    assert dialog.list.count() == 0
    assert dialog.reason.text() == "Every pair has been looked at."


def test_a_pair_is_kept_apart(dialog: DuplicatesDialog, store: Store) -> None:
    dialog.different_button.click()
    (distinction,) = store.all(Distinction)
    assert {distinction.company_id, distinction.other_id} == {key_of(store, "D1"), key_of(store, "D2")}
    assert dialog.reason.text() == "D2 – D3:  the same address."
    dialog.tell_apart()
    assert dialog.list.count() == 0


def test_nothing_can_be_done_when_no_pair_is_left(dialog: DuplicatesDialog, store: Store) -> None:
    dialog.tell_apart()
    dialog.tell_apart()
    assert (dialog.merge_button.isEnabled(), dialog.different_button.isEnabled()) == (False, False)
    label = store.steps.undo_label
    dialog.merge()
    dialog.tell_apart()
    assert store.steps.undo_label == label


def test_pairs_of_companies_that_are_gone_are_left_out(qtbot: QtBot, store: Store) -> None:
    one, two, three = (key_of(store, name) for name in ("D1", "D2", "D3"))
    registrations.remove(store, [one])
    made = DuplicatesDialog(store, [Suspicion(one, two, 93, "x"), Suspicion(two, three, 80, "y")])
    qtbot.addWidget(made)
    assert [made.list.item(row).text() for row in range(made.list.count())] == ["80 %  D2\nD3"]
