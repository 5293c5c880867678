"""Preview and columns: which of them is shown, and when."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Offering
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.imports.conftest import WizardOpener


def test_the_preview_is_shown_where_everything_is_sure(open_wizard: WizardOpener) -> None:
    wizard = open_wizard("Company,City\nNord Foods,Laval\n")
    assert (wizard.pages.currentIndex(), wizard.pages.button.text()) == (0, "Columns…")
    wizard.pages.button.click()
    assert (wizard.pages.currentIndex(), wizard.pages.button.text()) == (1, "Preview")


def test_what_is_not_sure_is_asked_before_the_preview(open_wizard: WizardOpener, store: Store, qtbot: QtBot) -> None:
    wizard = open_wizard("Company,City,Needs\nNord Foods,Laval,steel\n")
    assert wizard.pages.currentIndex() == 1
    assert wizard.pages.mapping.question.text() == "1 column is not sure: what is it?"
    wizard.pages.mapping.suggestions.click()
    qtbot.waitUntil(lambda: wizard.plan is not None, timeout=10_000)
    assert wizard.pages.mapping.question.isHidden()
    assert wizard.pages.button.text() == "Preview"
    wizard.pages.button.click()
    assert (wizard.pages.currentIndex(), wizard.pages.button.text()) == (0, "Columns…")
    wizard.accept()
    (found,) = [o.text for o in store.all(Offering) if o.company_id == key_of(store, "Nord Foods")]
    assert found == "steel"


def test_columns_that_stay_unsure_are_counted_on_the_button(open_wizard: WizardOpener) -> None:
    wizard = open_wizard("Company,City,Needs\nNord Foods,Laval,steel\n")
    wizard.pages.button.setChecked(False)
    assert wizard.pages.button.text() == "Columns… (1 not sure)"
    assert wizard.summary.text().splitlines()[-1] == "Columns not imported: Needs"


def test_enter_on_the_columns_leads_to_the_preview_and_imports_there(
    open_wizard: WizardOpener, store: Store, qtbot: QtBot
) -> None:
    wizard = open_wizard("Company,City,Needs\nNord Foods,Laval,steel\n")
    wizard.show()
    combo = wizard.pages.mapping.table.cellWidget(0, 2)
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Return)
    assert (wizard.isVisible(), wizard.pages.currentIndex()) == (True, 0)
    assert wizard.focusWidget() is wizard.accept_button
    wizard.table.setFocus()
    qtbot.keyClick(wizard.table, Qt.Key.Key_Return)
    assert wizard.isVisible()  # in a list Enter presses no button
    qtbot.keyClick(wizard.accept_button, Qt.Key.Key_Return)
    assert not wizard.isVisible()
    assert key_of(store, "Nord Foods")
