"""A colleague’s copy: what it brings, the yes to many deletions, the clashes, and both ways."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.gui.safety.merging import MergeDialog
from missionplanner.jobs.safety import merge_jobs, merging
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing
from tests.builders import key_of
from tests.gui.safety.merged_files import edit, work_apart


@pytest.fixture
def copy(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy that luc worked in while ana worked here."""
    work_apart(store, tmp_path / "luc.mission", monkeypatch)
    return tmp_path / "luc.mission"


def dialog_of(qtbot: QtBot, store: Store, copy: Path, is_both: bool = False) -> MergeDialog:
    found = MergeDialog(merging.compare(store, copy), is_both=is_both)
    qtbot.addWidget(found)
    return found


def texts(dialog: MergeDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.parent() is dialog]


def test_it_says_what_comes_in_and_what_is_to_be_settled(qtbot: QtBot, store: Store, copy: Path) -> None:
    dialog = dialog_of(qtbot, store, copy)
    assert dialog.windowTitle() == "Merge luc.mission"
    assert texts(dialog)[0] == (
        "3 records come in. 2 changes made here are not in the copy. Below is what two people wrote without knowing of "
        "each other: choose what is right, now or later. Until then the value that is shown counts."
    )
    assert dialog.records.topLevelItem(0).text(0) == "Changed: Company"
    assert dialog.clashes.table.rows.rowCount() == 3
    assert (dialog.button.isEnabled(), dialog.yes.isHidden(), dialog.chosen) == (True, True, [])
    dialog.clashes.take([0], "mine")
    assert [(one.field, place) for one, place in dialog.chosen] == [("City", 1)]


def test_many_deletions_need_a_yes_of_their_own(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "luc.mission"
    shutil.copy(store.path, copy)
    with Store.open(copy) as theirs, theirs.change(message("Delete")) as change:
        change.delete(Company, [key_of(theirs, "D2"), key_of(theirs, "D3")])
    dialog = dialog_of(qtbot, store, copy)
    number = merging.compare(store, copy).deletions
    assert number > merging.ASK_ABOVE
    assert (dialog.yes.text(), dialog.yes.isHidden()) == (f"Yes, {number} records are deleted", False)
    assert texts(dialog)[0] == f"{number} records come in. {number} of them delete something."
    assert dialog.button.isEnabled() is False
    dialog.yes.setChecked(True)
    assert dialog.button.isEnabled() is True
    assert dialog.clashes.isHidden()


def test_a_copy_that_brings_nothing_can_still_be_brought_to_the_same(
    qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    copy = tmp_path / "luc.mission"
    shutil.copy(store.path, copy)
    same = dialog_of(qtbot, store, copy)
    assert texts(same)[0] == "Everything in this copy is here already."
    same.both.setChecked(True)
    assert (same.button.isEnabled(), same.records.isHidden()) == (False, True)
    edit(store, "D1", city="Lévis")
    behind = dialog_of(qtbot, store, copy)
    assert texts(behind)[0] == "Everything in this copy is here already. 1 change made here is not in the copy."
    assert behind.button.isEnabled() is False
    behind.both.setChecked(True)
    assert behind.button.isEnabled() is True


@pytest.mark.parametrize("is_both", [False, True])
def test_both_ways_are_chosen_at_first_where_asked_for(qtbot: QtBot, store: Store, copy: Path, is_both: bool) -> None:
    assert dialog_of(qtbot, store, copy, is_both).is_both is is_both


def test_a_copy_that_can_only_be_read_stays_as_it_is_and_says_why(
    qtbot: QtBot, store: Store, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merge_jobs, "obstacle", lambda _path: "The copy can only be read.")
    dialog = dialog_of(qtbot, store, copy, is_both=True)
    assert (dialog.both.isEnabled(), dialog.is_both, texts(dialog)[1]) == (False, False, "The copy can only be read.")


def test_who_was_erased_is_named_and_namesakes_are_asked_about(qtbot: QtBot, store: Store, copy: Path) -> None:
    erased = [person for person in store.all(Person) if person.family_name in ("D1", "D2")]
    erasing.erase(store, [person.id for person in erased])
    with Store.open(copy) as other, other.change(message("Add")) as change:
        change.insert(Person(company_id=key_of(other, "C1"), given_name="Given", family_name="D2"))
    dialog = MergeDialog(merging.compare(store, copy))
    qtbot.addWidget(dialog)
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert "2 people of the copy were erased here and are left out: Given D1, Given D2" in shown
    assert dialog.others == []
    assert dialog.namesakes.item(0).text() == "Given D2, C1"
    dialog.namesakes.tick(True)
    (uid,) = dialog.others
    merging.merge(store, merging.compare(store, copy), others=dialog.others)
    assert [one.full_name for one in store.all(Person) if one.uid == uid] == ["Given D2"]
