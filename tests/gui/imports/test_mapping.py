"""The columns of a file, what they are taken for, and why."""

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from missionplanner.gui.imports.mapping import MappingPage
from tests.gui.imports.conftest import WizardOpener

FIRMS = (
    "Company,City,Dietary needs,What do you need?,Nonsense,\nNord inc.,Laval,nuts,steel,x,\nSud ltée,Lévis,,parts,y,z\n"
)


def texts(page: MappingPage, row: int) -> list[str]:
    return [page.table.item(row, column).text() for column in (0, 1, 3, 4)]


def choice(page: MappingPage, row: int) -> QComboBox:
    found = page.table.cellWidget(row, 2)
    assert isinstance(found, QComboBox)
    return found


def test_a_column_is_shown_with_values_reason_and_certainty(open_wizard: WizardOpener) -> None:
    page = open_wizard(FIRMS).pages.mapping
    assert texts(page, 1) == [
        "Company",
        "Nord inc. · Sud ltée",
        "The heading reads like “Company name”. 100 % of the cells hold a legal form such as Inc. or S.A.",
        "Sure\n100 %",
    ]
    assert texts(page, 3)[3] == "Sensitive\n100 %"
    assert [choice(page, row).currentData() for row in range(1, 6)] == ["name", "city", "dietary", "", ""]
    assert texts(page, 5)[0] == "(column 6)"


def test_what_is_not_sure_stands_on_top_and_is_not_chosen(open_wizard: WizardOpener) -> None:
    page = open_wizard(FIRMS).pages.mapping
    assert texts(page, 0)[::3] == ["What do you need?", "Not sure\n46 %"]
    assert (choice(page, 0).currentIndex(), choice(page, 0).placeholderText()) == (-1, "Perhaps: Seeks")
    assert not page.question.isHidden()


def test_a_column_is_decided(open_wizard: WizardOpener, qtbot: QtBot) -> None:
    page = open_wizard(FIRMS).pages.mapping
    combo = choice(page, 4)
    combo.setCurrentIndex(combo.findData("notes"))
    with qtbot.waitSignal(page.decided) as decided:
        combo.activated.emit(0)
    assert decided.args == [{4: "notes"}]


def test_the_keys_stay_in_the_row_that_was_decided(open_wizard: WizardOpener) -> None:
    wizard = open_wizard(FIRMS)
    page = wizard.pages.mapping
    choice(page, 4).setFocus()
    assert wizard.plan
    page.show_plan(wizard.plan)  # type: ignore[arg-type]
    assert wizard.focusWidget() is choice(page, 4)


def test_suggestions_are_taken_at_once(open_wizard: WizardOpener, qtbot: QtBot) -> None:
    page = open_wizard(FIRMS).pages.mapping
    with qtbot.waitSignal(page.decided) as decided:
        page.suggestions.click()
    assert decided.args == [{3: "seeks"}]


def test_sensitive_columns_can_only_be_imported_where_nobody_reads_them(open_wizard: WizardOpener) -> None:
    combo = choice(open_wizard(FIRMS).pages.mapping, 3)
    offered = {combo.itemData(place) for place in range(combo.count())}
    assert offered == {"", None, "company.", "person.", "dietary", "access_needs", "emergency_contact"}


def test_wide_files_list_only_columns_that_mean_something(open_wizard: WizardOpener) -> None:
    more = 400
    head = ",".join(f"Zebra {n}" for n in range(more))
    page = open_wizard(f"Company,City,{head}\nNord inc.,Laval,{','.join('x' * more)}\n").pages.mapping
    assert page.table.rowCount() == 300
    assert {texts(page, 0)[0], texts(page, 1)[0]} == {"Company", "City"}
    assert page.explanation.text().endswith("102 more columns mean nothing here.")


def test_what_nothing_is_known_of_is_not_called_sure(open_wizard: WizardOpener) -> None:
    page = open_wizard("Company,City,Zebra,T-shirt size\nNord inc.,Laval,7,M\n").pages.mapping
    said = {texts(page, row)[0]: page.table.item(row, 4).text() for row in range(4)}
    assert (said["Zebra"], said["T-shirt size"].splitlines()[0]) == ("Not known", "Sure")


def test_columns_that_mean_nothing_are_kept_as_own_fields(open_wizard: WizardOpener, qtbot: QtBot) -> None:
    wizard = open_wizard(FIRMS)
    page = wizard.pages.mapping
    combo = choice(page, 4)
    assert combo.itemText(combo.findData("company.")) == "Keep it as a field of our own, of the company"
    with qtbot.waitSignal(page.decided) as decided:
        page.keep.click()
    assert decided.args == [{4: "company.", 5: "company."}]
    qtbot.waitUntil(lambda: wizard.plan is not None)
    assert [field.label for field in wizard.plan.table.new_fields] == ["Nonsense", "Column 6"]
    assert choice(page, 4).currentText() == "Nonsense"
    assert page.keep.isHidden()


def test_tab_leaves_the_cells_that_only_say_something(open_wizard: WizardOpener) -> None:
    page = open_wizard(FIRMS).pages.mapping
    assert not page.table.tabKeyNavigation()
    assert page.table.nextInFocusChain() in (choice(page, 0), page.table.viewport())
    assert [choice(page, row).nextInFocusChain() for row in range(4)] == [choice(page, row) for row in range(1, 5)]
