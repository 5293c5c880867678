"""What dialogs that make two records one share: the pairs, the answers, and the end."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.merging_dialog import Comparison, MergingDialog
from missionplanner.jobs.companies.duplicates import FieldDifference
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class Two:
    one: int
    two: int


class Dialog(MergingDialog[Two]):
    """Of made-up records, those above 8 are gone."""

    def _listed(self, pairs: Sequence[Two]) -> list[tuple[Two, str]]:
        return [(pair, f"{pair.one} and {pair.two}") for pair in pairs if pair.two < 9]

    def _compare(self, pair: Two) -> Comparison:
        return Comparison(f"{pair.one}?", [FieldDifference("city", "City", "Laval", "Gatineau")], {"city"})

    def _merge(self, pair: Two, taken: Collection[str]) -> None:
        merged.append((pair, set(taken)))


merged: list[tuple[Two, set[str]]] = []


@pytest.fixture
def dialog(qtbot: QtBot, store: Store) -> Dialog:
    merged.clear()
    found = Dialog(store, [Two(1, 2), Two(2, 3), Two(4, 9), Two(4, 5)], "Twice", "Choose.")
    qtbot.addWidget(found)
    return found


def test_pairs_are_made_one_and_others_of_who_went_are_left_out(dialog: Dialog) -> None:
    texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert (texts, dialog.windowTitle()) == (["1 and 2", "2 and 3", "4 and 5"], "3 pairs to look at")
    assert (dialog.reason.text(), dialog.table.rowCount()) == ("1?", 1)
    dialog.merge_button.click()
    assert (merged, dialog.list.count(), dialog.reason.text()) == ([(Two(1, 2), {"city"})], 1, "4?")
    dialog.merge_button.click()
    assert (dialog.reason.text(), dialog.merge_button.isEnabled()) == ("Every pair has been looked at.", False)
    dialog.merge()
    assert len(merged) == 2
