"""People who may have been entered twice: shown side by side, made one."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.people import Person
from missionplanner.gui.people.duplicates import SamePeopleDialog
from missionplanner.jobs.people import duplicates, records
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.people.conftest import Folk


@pytest.fixture
def twin(store: Store, folk: Folk) -> int:
    with store.change(message("Twin")) as change:
        return change.insert(Person(company_id=key_of(store, "C1"), email="rosa@x.mx", title="Mme"))


@pytest.fixture
def dialog(qtbot: QtBot, store: Store, twin: int) -> SamePeopleDialog:
    made = SamePeopleDialog(store, duplicates.suspected(store))
    qtbot.addWidget(made)
    return made


def test_the_pair_and_where_it_differs_is_shown(dialog: SamePeopleDialog) -> None:
    assert dialog.list.item(0).text() == "Rosa Pérez – D1, D2\n – C1"
    assert dialog.windowTitle() == "1 pair to look at"
    fields = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
    assert fields == ["Courtesy title", "Given name", "Family name", "Phone", "Mobile", "Languages"]
    assert dialog.table.taken == {"title"}


def test_a_pair_is_made_one(dialog: SamePeopleDialog, store: Store, folk: Folk, twin: int) -> None:
    dialog.merge_button.click()
    assert store.get(Person, folk.rosa).title == "Mme"
    assert store.where(Person, "id", [twin]) == []
    assert len(store.snapshot().companies_of[folk.rosa]) == 3
    assert (dialog.list.count(), dialog.merge_button.isEnabled()) == (0, False)
    assert dialog.reason.text() == "Every pair has been looked at."
    label = store.steps.undo_label
    dialog.merge()
    assert store.steps.undo_label == label


def test_pairs_of_people_who_are_gone_are_left_out(qtbot: QtBot, store: Store, twin: int) -> None:
    found = duplicates.suspected(store)
    records.remove(store, [twin])
    made = SamePeopleDialog(store, found)
    qtbot.addWidget(made)
    assert made.list.count() == 0
