"""Working in the companies as in a spreadsheet, filtering, the form's drafts and files, selection and letters."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, CompanySector, Distinction, Side
from missionplanner.domain.mission import Sector
from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.gui.companies import company_commands, dialogs
from missionplanner.gui.companies.dialogs import ColumnsDialog
from missionplanner.gui.companies.duplicates import DuplicatesDialog
from missionplanner.gui.imports.wizard import ImportWizard
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.companies import cells, registrations
from missionplanner.jobs.companies import duplicates as merging
from missionplanner.jobs.companies import saved_filters as views
from missionplanner.jobs.job import run_now
from missionplanner.store.conditions import CompanyFilter
from tests.builders import key_of


def screen(window: MainWindow, name: str) -> Any:
    window.do(f"show_{name}")
    return window.screens[name]


def column(table: Any, name: str) -> int:
    return next(place for place, one in enumerate(table.rows.columns) if one.edits == name)


def slip(name: str) -> str:
    """The name with a slip of the keys."""
    return f"{name[:5]}x{name[5:]}"


def choose(table: Any, rows: range, first: int, last: int) -> None:
    block = QItemSelection(table.rows.index(rows[0], first), table.rows.index(rows[-1], last))
    table.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    table.selectionModel().setCurrentIndex(table.rows.index(rows[0], first), QItemSelectionModel.SelectionFlag.NoUpdate)


def cities(window: MainWindow, rows: range) -> list[str]:
    table = screen(window, "companies").table
    return [table.rows.record(row).city for row in rows]


def test_a_cell_is_typed_into(window: MainWindow, qtbot: QtBot) -> None:
    table = screen(window, "companies").table
    choose(table, range(1), column(table, "city"), column(table, "city"))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None
    editor.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(editor, "Gaspe")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cities(window, range(1)) == ["Gaspe"])
    assert window.workspace.store.steps.undo_label == "Edit a cell"


def test_blocks_are_pasted_filled_and_emptied_each_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    table = screen(window, "companies").table
    store = window.workspace.store
    before = cities(window, range(6))
    place = column(table, "city")
    choose(table, range(2), place, place)
    QGuiApplication.clipboard().setText('Rimouski\tQuebec\n"La\nTuque"\tQuebec\n')
    table.paste()
    qtbot.waitUntil(lambda: cities(window, range(2)) == ["Rimouski", "La\nTuque"])
    assert store.steps.undo_label == "Paste"
    choose(table, range(6), place, place)
    table.fill_down()
    qtbot.waitUntil(lambda: cities(window, range(6)) == ["Rimouski"] * 6)
    choose(table, range(1, 3), place, place)
    QGuiApplication.clipboard().setText("Laval")
    table.paste()
    qtbot.waitUntil(lambda: cities(window, range(4)) == ["Rimouski", "Laval", "Laval", "Rimouski"])
    choose(table, range(1, 2), place, place)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: cities(window, range(2)) == ["Rimouski", ""])
    for _step in range(4):
        store.undo()
    assert cities(window, range(6)) == before


def test_what_a_paste_could_not_change_is_told(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []
    monkeypatch.setattr(
        "missionplanner.gui.widgets.alerts.report", lambda _p, text, _h, rows: told.append((text, rows))
    )
    table = screen(window, "companies").table
    choose(table, range(2), column(table, "sectors"), column(table, "sectors"))
    QGuiApplication.clipboard().setText("Video games\nmany")
    table.paste()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] == "1 cell was not changed."
    assert told[0][1][0][1:] == ("Sectors", "many", "No sector is called “many”.")


def test_a_cut_block_goes_to_the_clipboard(window: MainWindow, qtbot: QtBot) -> None:
    table = screen(window, "companies").table
    place = column(table, "city")
    before = cities(window, range(2))
    choose(table, range(2), place, place)
    qtbot.keyClick(table, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "\n".join(before)
    qtbot.waitUntil(lambda: cities(window, range(2)) == ["", ""])


def test_replacing_and_changing_many(window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    companies = screen(window, "companies")
    store = window.workspace.store
    number = sum(company.city == "Toronto" for company in store.all(Company))
    assert number > 3
    companies.table.choose(companies.table.rows.keys[:1])
    monkeypatch.setattr(dialogs, "ask_replacing", lambda *_a: dialogs.Replacing("toronto", "York", "city"))
    window.do("find_replace")
    assert sum(company.city == "York" for company in store.all(Company)) == number
    assert store.steps.undo_label == "Replace"
    choose(companies.table, range(5), 0, 0)
    monkeypatch.setattr(dialogs, "ask_bulk", lambda *_a: ("reviewer", "Ana"))
    window.do("bulk_edit")
    assert len(store.companies.ids(CompanyFilter(reviewers=("Ana",)))) == 5
    assert store.steps.undo_label == "Change many"


def test_chips_narrow_count_and_are_saved_as_views(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    companies = screen(window, "companies")
    bar = companies.filter_bar
    for name, chip in bar.chips.items():
        assert chip.options() or name == "reviewers", name
    region = next(option for option in bar.chips["regions"].options() if option.value == "Quebec")
    bar.chips["regions"].tick("Quebec", True)
    qtbot.waitUntil(lambda: len(companies.table.rows.keys) == region.number)
    bar.chips["has"].tick("delegate", True)
    bar.chips["has"].tick("logo", True)
    bar.chips["has"].ask_every(True)
    qtbot.waitUntil(lambda: companies.table.rows.keys == [])
    assert "Has: a delegate + a logo" in bar.words()
    monkeypatch.setattr(company_commands, "ask_text", lambda *_a, **_k: "Quebec")
    companies.acts.save_view("city", True)
    wanted = bar.filter()
    bar.reset()
    qtbot.waitUntil(lambda: len(companies.table.rows.keys) == 465)
    (view,) = window.workspace.store.all(SavedFilter)
    companies.show_view(view)
    assert bar.filter() == wanted == views.filter_of(view)
    qtbot.keyClick(bar.chips["has"], Qt.Key.Key_Delete)
    assert bar.filter().has == ()


def test_columns_are_chosen_and_remembered(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    companies = screen(window, "companies")
    keys = [companies._columns.key(one) for one in companies.table.rows.columns]
    assert len(set(keys)) == len(keys)
    monkeypatch.setattr(
        ColumnsDialog, "exec", lambda self: self.list.item(5).setCheckState(Qt.CheckState.Unchecked) or 1
    )
    was_hidden = companies.table.isColumnHidden(5)
    companies.choose_columns()
    assert not was_hidden
    assert companies.table.isColumnHidden(5)


def test_what_is_typed_comes_back_after_the_form_is_gone(window: MainWindow, qtbot: QtBot) -> None:
    window.do("new_company")
    form = screen(window, "companies").form
    form.form.editors["city"].setText("Rimouski")
    form.people.setItem(0, 1, form.people.item(0, 1).clone())
    form.people.item(0, 1).setText("Zoë")
    qtbot.waitUntil(lambda: window.workspace.store.drafts.find(0, "delegation") is not None, timeout=5000)
    screen(window, "companies")._on_form_closed()
    window.do("new_company")
    form = screen(window, "companies").form
    assert form.form.value("city") == "Rimouski"
    assert form.people.cell(0, 1) == "Zoë"
    assert not form.restored.isHidden()
    form.form.editors["name"].setText("Nord inc.")
    assert form.save()
    assert window.workspace.store.drafts.find(0, "delegation") is None
    assert window.workspace.store.get(Company, key_of(window.workspace.store, "Nord inc.")).city == "Rimouski"


def test_a_draft_can_be_forgotten(window: MainWindow, qtbot: QtBot) -> None:
    window.do("new_company")
    form = screen(window, "companies").form
    form.form.editors["city"].setText("Rimouski")
    form.keep_draft()
    form.show_record(form._record)
    form.discard.click()
    assert form.form.value("city") == ""
    assert window.workspace.store.drafts.find(0, "delegation") is None


def test_the_whole_application_is_entered_and_says_what_is_missing(window: MainWindow) -> None:
    window.do("new_company")
    form = screen(window, "companies").form
    editors = form.form.editors
    for name, text in (
        ("name", "Nord inc."),
        ("signed_by", "Zoë"),
        ("signed_on", "2025-11-03"),
        ("consent_on", "tomorrow"),
    ):
        editors[name].setText(text)
    editors["declares_origin"].choose(True)
    editors["markets"].show_rows([("Mexique", "10 %")])
    editors["partners"].show_rows([("Grupo Alba", "distributor", "Monterrey")])
    assert not form.save()
    editors["consent_on"].setText("2025-11-04")
    form._on_paused()
    assert "a sector" in form.standing.text()
    assert form.save()
    record = form.record
    assert record.markets[0].country == "Mexico"
    assert (record.partners[0].name, record.application.declares_origin) == ("Grupo Alba", True)
    assert str(record.application.signed_on) == "2025-11-03"
    assert not form.is_changed


def png(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    out = QByteArray()
    buffer = QBuffer(out)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(out.data())


def test_logo_and_files_of_a_company(window: MainWindow, tmp_path: Path) -> None:
    companies = screen(window, "companies")
    companies.open_company(companies.table.rows.keys[1])
    pane = companies.form.files
    pane.set_logo(png(300, 100))
    assert not pane.picture.pixmap().isNull()
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    pane.attach(tmp_path / "a.pdf")
    assert pane.list.count() == 1
    assert companies.filter_bar.chips["has"].options()[4].number == 1
    pane.remove_logo()
    window.do("undo")
    companies.open_company(companies.table.rows.keys[1])
    assert not companies.form.files.picture.pixmap().isNull()


def test_duplicates_are_merged_or_told_apart(window: MainWindow, qtbot: QtBot) -> None:
    store = window.workspace.store
    names = [company.name for company in store.all(Company) if company.side is Side.DELEGATION][:3]
    keys = [key_of(store, name) for name in names]
    cells.edit(store, [cells.Edit(keys[1], "name", names[0]), cells.Edit(keys[2], "name", slip(names[0]))], "Edit")
    found = run_now(merging.suspected(), store)
    dialog = DuplicatesDialog(store, found)
    qtbot.addWidget(dialog)
    assert isinstance(dialog.list, QListWidget)
    number = dialog.list.count()
    assert number >= 2
    dialog.merge()
    assert store.count(Company) == 464
    dialog.tell_apart()
    assert store.count(Distinction) == 1
    assert dialog.list.count() < number


def test_a_look_alike_row_is_decided_in_the_wizard(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    store = window.workspace.store
    name = store.all(Company)[0].name
    path = tmp_path / "f.csv"
    path.write_text(f"Company,City\n{slip(name)},Gaspé\n", encoding="utf-8")
    wizard = ImportWizard(window.workspace, window.runner, path)
    qtbot.addWidget(wizard)
    wizard.analyse()
    qtbot.waitUntil(lambda: wizard.plan is not None, timeout=10_000)
    wizard.table.selectRow(0)
    assert not wizard.review.isHidden()
    wizard.review.same.click()
    qtbot.waitUntil(lambda: wizard.plan is not None and bool(wizard.plan.options.answers), timeout=10_000)  # type: ignore[union-attr]
    wizard.accept()
    assert store.count(Company) == 465


def test_rows_are_imported_from_the_clipboard(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        ImportWizard,
        "exec",
        lambda self: (qtbot.waitUntil(lambda: self.plan is not None, timeout=10_000), self.accept()),
    )
    QGuiApplication.clipboard().setText("Company\tCity\nClip Foods\tLaval\n")
    window.do("paste_rows")
    assert window.workspace.store.get(Company, key_of(window.workspace.store, "Clip Foods")).city == "Laval"


def test_many_are_entered_one_after_another(window: MainWindow, qtbot: QtBot) -> None:
    store = window.workspace.store
    companies = screen(window, "companies")
    companies.table.choose(companies.table.rows.keys[:1])
    window.do("new_company")
    for name in ("Nord inc.", "Sud inc.", "Est inc."):
        companies.form.form.editors["name"].setText(name)
        companies.form._on_next()
    assert store.count(Company) == 468
    assert companies.form.form.value("name") == ""


def test_a_decision_hits_the_row_that_was_clicked(window: MainWindow) -> None:
    store = window.workspace.store
    companies = screen(window, "companies")
    one, two = companies.table.rows.keys[2:4]
    companies.open_company(one)
    companies.form.form.editors["notes"].setPlainText("typed")
    companies.table.choose([two])
    assert companies.form.key == two
    assert companies.table.chosen_keys() == [two]
    assert store.get(Company, one).notes == "typed"
    companies.set_status(Status.DECLINED)
    assert store.where(Application, "company_id", [two])[0].status is Status.DECLINED
    assert store.where(Application, "company_id", [one])[0].status is Status.ACCEPTED


def test_the_form_follows_sectors_and_stops_that_are_added(window: MainWindow) -> None:
    store = window.workspace.store
    companies = screen(window, "companies")
    one, two = companies.table.rows.keys[2:4]
    companies.open_company(one)
    with store.change("Add") as change:
        sector = change.insert(Sector(code="NEW", name_en="Space"))
        change.insert(CompanySector(company_id=two, sector_id=sector, position=9))
    companies.open_company(two)
    assert "Space" in companies.form.form.value("sectors")
    assert not companies.form.is_changed
    assert companies.form.record.company.id == two


def test_a_form_whose_company_is_gone_is_left(window: MainWindow) -> None:
    companies = screen(window, "companies")
    one, two = companies.table.rows.keys[2:4]
    companies.open_company(one)
    companies.form.form.editors["notes"].setPlainText("typed")
    registrations.remove(window.workspace.store, [one])
    companies.open_company(two)
    assert companies.form.key == two


def test_typing_and_taking_it_back_leaves_no_draft(window: MainWindow) -> None:
    companies = screen(window, "companies")
    key = companies.table.rows.keys[2]
    companies.open_company(key)
    companies.form.form.editors["notes"].setPlainText("typed")
    companies.form.keep_draft()
    assert window.workspace.store.drafts.find(key, "") is not None
    companies.form.form.editors["notes"].setPlainText("")
    companies.form.keep_draft()
    assert window.workspace.store.drafts.find(key, "") is None


def test_closing_the_wizard_while_it_reads_harms_nothing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_text("Company,City\n" + "".join(f"Firm {n} of Lévis,Laval\n" for n in range(4000)), encoding="utf-8")
    wizard = ImportWizard(window.workspace, window.runner, path)
    wizard.analyse()
    wizard.reject()
    wizard.deleteLater()
    qtbot.waitUntil(lambda: not window.runner.is_busy, timeout=20_000)
