"""A colleague’s copy."""

import shutil
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.gui.safety.merging import MergeDialog
from missionplanner.jobs.safety import merging
from missionplanner.messages import message
from missionplanner.store.store import Store

PASSWORD = "five words for a test"
ROOT = Path(__file__).resolve().parents[2]


def test_a_colleagues_copy_is_merged_with_the_ticked_values(
    qtbot: QtBot, path: Path, tmp_path: Path, told: list[str]
) -> None:
    copy = tmp_path / "copy.mission"
    shutil.copy(path, copy)
    with Store.open(copy) as theirs, theirs.change(message("Theirs")) as change:
        change.update(replace(theirs.get(Company, 1), city="Laval", region="Quebec"))
    with Store.open(path) as store:
        with store.change(message("Mine")) as change:
            change.update(replace(store.get(Company, 1), city="Lévis"))
        dialog = MergeDialog(store, merging.compare(store, copy))
        qtbot.addWidget(dialog)
        assert dialog.table.rowCount() == 1
        dialog.ticks[0].setChecked(True)
        dialog.accept()
        assert (store.get(Company, 1).city, store.get(Company, 1).region) == ("Laval", "Quebec")
        assert told == ["2 changes were taken in as one step. Undo takes all of it back."]
