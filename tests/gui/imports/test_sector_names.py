"""The dialog that asks what sectors of a file stand for."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Sector
from missionplanner.gui.imports import sector_names
from missionplanner.gui.imports.sector_names import SectorNamesDialog
from missionplanner.gui.imports.wizard import ImportWizard
from missionplanner.jobs.imports.companies import ImportPlan
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.gui.imports.conftest import WizardOpener

FILE = "Company,Sectors\nNord Ost,Cheese\nSud Lait,Butter; Agroalimentaire\n"
NAMES = ("Cheese", "Butter", "Agroalimentaire")


def said(dialog: SectorNamesDialog) -> list[str]:
    return [label.text() for label in dialog._said.values()]


def test_each_name_is_a_sector_a_new_one_or_none(store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    known = store.all(Sector)[0]
    dialog = SectorNamesDialog(store, NAMES, {"Cheese": known.code, "Butter": "Dairy"})
    qtbot.addWidget(dialog)
    assert [box.currentText() for box in dialog.fields.values()] == [known.name_en, "Dairy", ""]
    assert said(dialog) == ["A sector of the mission", "A new sector", "Stays in the notes"]
    assert dialog.answers == {"Cheese": known.code, "Butter": "Dairy"}
    asked: list[QDialog] = []
    monkeypatch.setattr(sector_names, "may_forget", lambda one: bool(asked.append(one)))
    dialog.fields["Butter"].setCurrentText(known.name_en.upper())
    dialog.fields["Cheese"].setCurrentText(" ")
    assert (dialog.answers, said(dialog)[0]) == ({"Butter": known.code}, "Stays in the notes")
    dialog.show()
    dialog.reject()
    assert (asked, dialog.isVisible()) == ([dialog], True)
    dialog.fields["Butter"].setCurrentText("Dairy")
    dialog.fields["Cheese"].setCurrentText(known.name_en)
    dialog.reject()
    assert (asked, dialog.isVisible()) == ([dialog], False)


def test_suggestions_fill_what_is_empty(store: Store, qtbot: QtBot) -> None:
    with store.change(message("Edit")) as change:
        change.insert(Sector(code="ZZ", name_en="Agrifood"))
    dialog = SectorNamesDialog(store, NAMES, {})
    qtbot.addWidget(dialog)
    assert said(dialog) == ["Stays in the notes", "Stays in the notes", "Perhaps: Agrifood"]
    dialog.fields["Cheese"].setCurrentText("Dairy")
    dialog.take.click()
    assert [box.currentText() for box in dialog.fields.values()] == ["Dairy", "", "Agrifood"]


def test_answers_are_taken_by_the_wizard_and_known_the_next_time(
    open_wizard: WizardOpener, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wizard, known = open_wizard(FILE), store.all(Sector)[0]

    def answer(dialog: SectorNamesDialog) -> int:
        dialog.fields["Cheese"].setCurrentText(known.name_en)
        dialog.fields["Butter"].setCurrentText("Dairy")
        return 1

    monkeypatch.setattr(SectorNamesDialog, "exec", answer)
    wizard.new_sectors.ask.click()
    _wait(wizard, qtbot)
    bar = wizard.new_sectors
    assert bar.names.text() == f"Cheese → {known.name_en}, Butter → Dairy, Agroalimentaire"
    assert bar.box.text() == "Add 1 sector to the mission"
    wizard.accept()
    assert store.get(Sector, known.id).spellings.endswith("Cheese")
    assert store.all(Sector)[-1].spellings == "Butter"
    again = open_wizard(FILE, "again.csv")
    assert again.new_sectors.names.text() == "Agroalimentaire"


def _wait(wizard: ImportWizard, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: isinstance(wizard.plan, ImportPlan), timeout=10_000)
