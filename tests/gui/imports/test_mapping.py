"""What the columns of a file mean."""

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.gui.imports.conftest import WizardOpener


def test_columns_are_shown_with_an_example_and_corrected(open_wizard: WizardOpener, qtbot: QtBot) -> None:
    page = open_wizard("Company,City,Nonsense,\nNord,,x,\nSud,Laval,y,z\n").mapping
    rows = [[page.table.item(row, column).text() for column in (0, 1)] for row in range(page.table.rowCount())]
    assert rows == [["Company", "Nord"], ["City", "Laval"], ["Nonsense", "x"]]
    choices = [page.table.cellWidget(row, 2) for row in range(3)]
    targets = [choice.currentData() for choice in choices if isinstance(choice, QComboBox)]
    assert targets == ["name", "city", ""]
    last = choices[2]
    assert isinstance(last, QComboBox)
    last.setCurrentIndex(last.findData("notes"))
    with qtbot.waitSignal(page.corrected) as corrected:
        last.activated.emit(0)
    assert corrected.args == ["Nonsense", "notes"]
