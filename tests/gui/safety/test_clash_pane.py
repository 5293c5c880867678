"""Clashes are settled one by one, per record, everywhere, or later."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.gui.safety.clash_pane import ClashPane, value_in_words
from missionplanner.jobs.safety import clashes
from missionplanner.jobs.safety.clashes import OpenClash
from missionplanner.store.store import Store
from tests.gui.safety.merged_files import merge, work_apart


@pytest.fixture
def found(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[OpenClash]:
    """City and phone of D1, city of D2."""
    work_apart(store, tmp_path / "luc.mission", monkeypatch)
    merge(store, tmp_path / "luc.mission")
    return clashes.open_clashes(store)


@pytest.fixture
def pane(found: list[OpenClash], qtbot: QtBot) -> ClashPane:
    made = ClashPane()
    qtbot.addWidget(made)
    made.show_clashes(found)
    return made


def rows(pane: ClashPane) -> list[list[str]]:
    model = pane.table.rows
    return [[model.text(row, column) for column in range(1, 6)] for row in range(model.rowCount())]


def choices(pane: ClashPane) -> list[tuple[str, str, str]]:
    return [(one.about, one.field, one.values[place].words) for one, place in pane.chosen]


def labels(pane: ClashPane) -> list[str]:
    return [button.text() for button in pane.values.buttons()]


def test_every_clash_is_a_line_with_both_values_and_left_for_later(pane: ClashPane) -> None:
    assert rows(pane) == [
        ["D1", "City", "Laval", "Lévis", "later"],
        ["D1", "Phone", "+14505550100", "+14185550100", "later"],
        ["D2", "City", "Laval", "Lévis", "later"],
    ]
    assert pane.chosen == []
    assert pane._summary.text() == "0 are decided, 3 are left for later."


def test_the_values_of_the_current_clash_say_who_wrote_them_when(pane: ClashPane, found: list[OpenClash]) -> None:
    stamps = [i18n.current().stamp(value.when.astimezone()) for value in found[0].values if value.when]
    assert labels(pane) == [
        f"Laval – luc, {stamps[0]} (shown)", f"Lévis – ana, {stamps[1]}, in this file", "Decide later"
    ]  # fmt: skip
    assert pane.values.checkedButton().text() == "Decide later"


def test_a_value_without_a_writer_stands_alone(found: list[OpenClash]) -> None:
    value = replace(found[0].values[1], who="", when=None, is_mine=False)
    assert value_in_words(value) == "Lévis"


def test_a_value_is_chosen_and_left_for_later_again(pane: ClashPane, qtbot: QtBot) -> None:
    changes: list[bool] = []
    pane.changed.connect(lambda: changes.append(True))
    pane.values.buttons()[1].click()
    assert choices(pane) == [("D1", "City", "Lévis")]
    assert (rows(pane)[0][4], pane._summary.text()) == ("Lévis", "1 is decided, 2 are left for later.")
    pane.table.choose([2])
    assert pane.values.checkedButton().text() == "Decide later"
    pane.table.choose([0])
    assert pane.values.checkedButton().text().startswith("Lévis")
    pane.values.buttons()[2].click()
    assert (choices(pane), len(changes)) == ([], 2)


def test_all_of_a_record_is_taken_at_once(pane: ClashPane) -> None:
    pane.table.choose([1])
    pane.of_record.menu().actions()[0].trigger()
    assert choices(pane) == [("D1", "City", "Lévis"), ("D1", "Phone", "+14185550100")]


@pytest.mark.parametrize(("entry", "city"), [(0, "Lévis"), (1, "Laval"), (2, "Laval")])
def test_everything_is_taken_at_once(pane: ClashPane, entry: int, city: str) -> None:
    assert [action.text() for action in pane.everywhere.menu().actions()] == [
        "Take mine", "Take theirs", "Take the newest", "Decide later"
    ]  # fmt: skip
    pane.everywhere.menu().actions()[entry].trigger()
    assert [(about, words) for about, field, words in choices(pane) if field == "City"] == [("D1", city), ("D2", city)]
    assert pane.values.checkedButton().text().startswith(city)
    pane.everywhere.menu().actions()[3].trigger()
    assert pane.chosen == []


def test_enter_leads_from_the_list_to_the_values(pane: ClashPane, qtbot: QtBot) -> None:
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    pane.table.setFocus()
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert pane.focusWidget() is pane.values.checkedButton()


def test_long_values_and_ampersands_are_shown_as_they_are(pane: ClashPane, found: list[OpenClash]) -> None:
    values = (replace(found[0].values[0], words="<b>A</b> & B\nC " + "x" * 200), found[0].values[1])
    pane.show_clashes([replace(found[0], values=values)])
    button = pane.values.buttons()[0]
    assert button.text().startswith("<b>A</b> && B C xxx")
    assert (len(button.text()), button.text()[-1]) == (92, "…")
    assert button.toolTip().startswith("&lt;b&gt;A&lt;/b&gt; &amp; B<br>C x")


def test_without_clashes_nothing_can_be_chosen(pane: ClashPane) -> None:
    pane.show_clashes([])
    pane.of_record.menu().actions()[0].trigger()
    pane._on_clicked(0)
    pane._go_to_values()
    assert (rows(pane), labels(pane), pane.chosen, pane._summary.text()) == ([], [], [], "")
    assert (pane.of_record.isEnabled(), pane.everywhere.isEnabled()) == (False, False)
