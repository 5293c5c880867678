"""Personal data, written out and erased."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Delegate
from missionplanner.domain.privacy import is_anonymous
from missionplanner.gui.safety.personal_data import PersonalDataDialog
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups

PASSWORD = "five words for a test"
ROOT = Path(__file__).resolve().parents[2]


def test_people_are_written_out_and_erased(
    qtbot: QtBot, path: Path, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as store:
        with store.change(message("Mail")) as change:
            change.update(replace(store.all(Delegate)[0], email="ana@example.com", consent=True, purpose="matching"))
        backups.keep(store)
        dialog = PersonalDataDialog(store)
        qtbot.addWidget(dialog)
        assert dialog.table.rows.rowCount() == 6
        dialog.search.setText("D1")
        assert [dialog.table.rows.text(0, c) for c in range(5)] == [
            "Given D1",
            "D1",
            "ana@example.com",
            "yes",
            "matching",
        ]
        dialog.save_person(dialog.table.rows.key(0), tmp_path / "p.json")
        assert json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))["person"]["email"] == "ana@example.com"
        answers = iter([True, False])
        monkeypatch.setattr(PersonalDataDialog, "_confirms", lambda *_words: next(answers))
        dialog.erase([dialog.table.rows.key(0)])
        assert is_anonymous(store.get(Delegate, 1))
        assert backups.of(path) == []
        dialog.erase(None)
        assert all(map(is_anonymous, store.all(Delegate)))
        assert told == [
            "5 people were made anonymous. No copy on this computer holds them any more. Copies you made elsewhere may."
        ]
