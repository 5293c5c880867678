"""Personal data, written out and erased."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.domain.privacy import is_anonymous
from missionplanner.gui.safety.erasing import ErasingDialog, LeftCopiesDialog
from missionplanner.gui.safety.personal_data import PersonalDataDialog
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups
from tests.builders import key_of

Opened = Callable[[Store], PersonalDataDialog]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[QDialog]:
    """The dialogs that were opened; each is accepted as it is."""
    found: list[QDialog] = []

    def accepts(_self: PersonalDataDialog, dialog: QDialog) -> bool:
        found.append(dialog)
        return True

    monkeypatch.setattr(PersonalDataDialog, "_is_accepted", accepts)
    return found


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def open_on(store: Store) -> PersonalDataDialog:
        dialog = PersonalDataDialog(store)
        qtbot.addWidget(dialog)
        return dialog

    return open_on


def row(dialog: PersonalDataDialog, place: int = 0) -> list[str]:
    return [dialog.table.rows.text(place, column) for column in range(6)]


def test_people_are_written_out_and_erased(
    opened: Opened, path: Path, tmp_path: Path, told: list[str], asked: list[QDialog]
) -> None:
    with Store.open(path) as store:
        with store.change(message("Mail")) as change:
            change.update(replace(store.all(Person)[0], email="ana@example.com", consent=True, purpose="matching"))
        backups.keep(store)
        dialog = opened(store)
        assert dialog.table.rows.rowCount() == 6
        dialog.search.setText("d1")
        assert row(dialog) == ["Given D1", "D1", "ana@example.com", "yes", "matching", ""]
        dialog.save_person(dialog.table.rows.key(0), tmp_path / "p.json")
        assert json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))["person"]["email"] == "ana@example.com"
        dialog.ask_to_erase([dialog.table.rows.key(0)])
        assert [type(one) for one in asked] == [ErasingDialog, LeftCopiesDialog]
        assert is_anonymous(store.get(Person, 1))
        assert backups.of(path) == []
        dialog.ask_to_erase(None)
        assert all(map(is_anonymous, store.all(Person)))
        assert told[0] == f"p.json was written. {tmp_path / 'p.json'}"
        assert told[1:] == [
            "5 people were made anonymous. No copy on this computer holds them any more. Copies you made elsewhere may."
        ]


def test_who_was_deleted_is_listed_with_the_day_and_erased(
    opened: Opened, path: Path, told: list[str], asked: list[QDialog]
) -> None:
    with Store.open(path) as store:
        with store.change(message("Delete")) as change:
            change.delete(Company, [key_of(store, "D1")])
        dialog = opened(store)
        dialog.search.setText("D1")
        assert [row(dialog, place)[:2] for place in (0, 1)] == [["Given D1", "D1"], ["(a company)", "D1"]]
        assert all(row(dialog, place)[5] for place in (0, 1))
        dialog.ask_to_erase([dialog.table.rows.key(1)])
        assert dialog.table.rows.rowCount() == 0
        assert told[0].startswith("1 person was made anonymous.")
        (asking,) = asked
        assert isinstance(asking, ErasingDialog)


def test_texts_that_name_somebody_are_emptied_but_for_those_unticked(
    opened: Opened, path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as store:
        with store.change(message("Edit")) as change:
            for name in ("D2", "D3"):
                change.update(replace(store.get(Company, key_of(store, name)), notes=f"Given D1 knows {name}"))

        def untick(_self: PersonalDataDialog, dialog: ErasingDialog) -> bool:
            assert dialog.list.ticked == [0, 1]
            assert dialog.list.item(0).text() == "Company: Notes, D2\nGiven D1 knows D2"
            dialog.list.tick(False)
            dialog.list.item(0).setSelected(True)
            dialog.list.item(0).setCheckState(dialog.list.item(0).checkState().Checked)
            assert len(dialog.kept) == 1
            return True

        monkeypatch.setattr(PersonalDataDialog, "_is_accepted", untick)
        opened(store).ask_to_erase([1])
        assert [store.get(Company, key_of(store, name)).notes for name in ("D2", "D3")] == ["", "Given D1 knows D3"]
        assert len(told) == 1


def test_nothing_is_erased_where_the_question_is_closed(
    opened: Opened, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as store:
        monkeypatch.setattr(PersonalDataDialog, "_is_accepted", lambda *_args: False)
        opened(store).ask_to_erase([1])
        assert not is_anonymous(store.get(Person, 1))
