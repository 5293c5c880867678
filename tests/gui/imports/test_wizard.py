"""Bringing a file in: what it is, its columns, its rows, and writing it as one step."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Sector
from missionplanner.domain.people import Membership, Person
from missionplanner.domain.requests import Request
from missionplanner.errors import UserError
from missionplanner.gui.imports import kinds
from missionplanner.gui.imports.wizard import ImportWizard
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import alerts
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.imports.companies import ImportPlan
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.imports.conftest import WizardOpener
from tests.gui.typing import enter

FIRMS = "Company,City,Employees\nNord Foods,Laval,12\nD1,Gaspé,\n,Lost,\nSud Foods,Québec,many\n"


def names(wizard: ImportWizard) -> list[str]:
    return [wizard.table.rows.text(row, 2) for row in range(wizard.table.rows.rowCount())]


def wait(wizard: ImportWizard, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: wizard.plan is not None, timeout=10_000)


def test_every_row_is_shown_and_written_as_one_step(open_wizard: WizardOpener, store: Store, qtbot: QtBot) -> None:
    wizard = open_wizard(FIRMS)
    assert wizard.summary.text().splitlines()[0] == "4 rows  ·  New: 2  ·  Changed: 1  ·  Rejected: 1"
    with qtbot.waitSignal(wizard.imported):
        wizard.accept()
    assert store.steps.undo_label == "Import firms.csv"
    assert store.get(Company, key_of(store, "Nord Foods")).city == "Laval"
    assert store.get(Company, key_of(store, "D1")).city == "Gaspé"
    store.undo()
    assert store.count(Company) == 6


def test_rows_are_narrowed_to_one_outcome(open_wizard: WizardOpener) -> None:
    wizard = open_wizard(FIRMS)
    wizard.shown.choose(RowOutcome.CHANGED)
    wizard.shown.activated.emit(0)
    assert names(wizard) == ["D1"]


def test_a_column_is_corrected(open_wizard: WizardOpener, store: Store, qtbot: QtBot) -> None:
    wizard = open_wizard(FIRMS)
    wizard.pages.button.setChecked(True)
    assert wizard.pages.currentIndex() == 1
    wizard.pages.mapping.decided.emit({1: ""})
    wait(wizard, qtbot)
    assert wizard.summary.text().splitlines()[-1] == "Columns not imported: City"
    wizard.accept()
    assert store.get(Company, key_of(store, "Nord Foods")).city == ""


def test_a_form_that_was_imported_before_is_read_as_then_or_afresh(
    open_wizard: WizardOpener, store: Store, qtbot: QtBot
) -> None:
    wizard = open_wizard(FIRMS)
    wizard.decide({1: ""})
    wait(wizard, qtbot)
    wizard.accept()
    again = open_wizard("Company,City,Employees\nEst Foods,Laval,3\n", "again.csv", "delegation")
    assert not again.afresh_button.isHidden()
    assert "This form was brought in before: its columns are taken as they were then." in again.summary.text()
    again.guess_afresh()
    wait(again, qtbot)
    assert again.afresh_button.isHidden()
    again.accept()
    assert store.get(Company, key_of(store, "Est Foods")).city == "Laval"


def test_another_kind_is_another_import(open_wizard: WizardOpener, qtbot: QtBot) -> None:
    wizard = open_wizard(FIRMS)
    wizard.kind.setCurrentIndex(wizard.kind.findData("counterpart"))
    wait(wizard, qtbot)
    assert isinstance(wizard.plan, ImportPlan)
    assert wizard.plan.options.side is Side.COUNTERPART
    assert names(wizard)[0] == "Nord Foods"


def test_headings_are_looked_for_in_the_row_that_is_named(open_wizard: WizardOpener, qtbot: QtBot) -> None:
    wizard = open_wizard("Company,City\nFirm,Place\nNord Foods,Laval\n")
    assert len(names(wizard)) == 2
    enter(wizard.header, "2")
    wait(wizard, qtbot)
    assert names(wizard) == ["Nord Foods"]


def test_sectors_of_the_file_are_added_where_that_is_ticked(
    open_wizard: WizardOpener, store: Store, qtbot: QtBot
) -> None:
    wizard = open_wizard("Company,Sectors\nNord Ost,Cheese\nSud Lait,Butter; cheese\n")
    offered = wizard.new_sectors
    assert (offered.box.text(), offered.names.text()) == ("Add 2 sectors to the mission", "Cheese, Butter")
    offered.box.click()
    wait(wizard, qtbot)
    assert (offered.box.isChecked(), offered.names.text()) == (True, "Cheese, Butter")
    wizard.accept()
    assert [sector.name_en for sector in store.all(Sector)][-2:] == ["Cheese", "Butter"]
    again = open_wizard("Company,Sectors\nEst Ost,Cheese\n", "again.csv")
    assert again.new_sectors.isHidden()


def test_a_look_alike_row_is_decided(open_wizard: WizardOpener, store: Store, qtbot: QtBot) -> None:
    with store.change(message("Rename")) as change:
        company = store.get(Company, 1)
        change.update(type(company)(id=1, uid=company.uid, side=company.side, name="Acadian Animation"))
    wizard = open_wizard("Company,City\nAcadixan Animation,Gaspé\n")
    wizard.table.selectRow(0)
    assert not wizard.review.isHidden()
    wizard.review.same.click()
    wait(wizard, qtbot)
    assert isinstance(wizard.plan, ImportPlan)
    assert list(wizard.plan.options.answers.values()) == [True]
    wizard.accept()
    assert (store.count(Company), store.get(Company, 1).city) == (6, "Gaspé")


def test_requests_are_brought_in_and_unknown_names_resolved(
    open_wizard: WizardOpener, store: Store, qtbot: QtBot
) -> None:
    wizard = open_wizard("Requested by,Wants to meet,Priority\nD1,C1,must meet\nD2,Nobody Inc,meet\n", "requests.csv")
    assert wizard.kind.currentData() == "requests"
    assert not wizard.duplicates.isEnabled()
    assert names(wizard) == ["D1 → C1", "D2 → Nobody Inc"]
    wizard.table.selectRow(1)
    assert wizard.resolve.text.text() == "Which company is “Nobody Inc”?"
    wizard.resolve.choice.setText("C2")
    wizard.resolve.take_company()
    wait(wizard, qtbot)
    wizard.accept()
    assert [one.pair for one in store.all(Request)] == [
        (key_of(store, "D1"), key_of(store, "C1")),
        (key_of(store, "D2"), key_of(store, "C2")),
    ]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [(FIRMS, "firms.csv", "Lost"), ("Requested by,Wants to meet\nD1,Nobody Inc\n", "requests.csv", "Nobody Inc")],
)
def test_rejected_rows_are_saved(
    open_wizard: WizardOpener,
    tmp_path: Path,
    told: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    name: str,
    expected: str,
) -> None:
    wizard = open_wizard(text, name)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: ("", ""))
    wizard.save_rejects()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(tmp_path / "out.csv"), ""))
    wizard.save_rejects()
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert (len(lines), expected in lines[1]) == (2, True)
    assert told == [("1 row was saved.", str(tmp_path / "out.csv"))]


def test_a_file_that_is_no_table_is_told(
    workspace: Workspace, runner: Runner, tmp_path: Path, qtbot: QtBot, shown_errors: list[BaseException]
) -> None:
    (tmp_path / "x.csv").write_bytes(b"\x89PNG....")
    wizard = ImportWizard(workspace, runner, tmp_path / "x.csv")
    qtbot.addWidget(wizard)
    wizard.analyse()
    qtbot.waitUntil(lambda: bool(shown_errors), timeout=10_000)
    assert isinstance(shown_errors[0], UserError)
    assert not wizard.accept_button.isEnabled()
    assert wizard.summary.text() == "This file cannot be imported this way."


def test_closing_while_it_reads_harms_nothing(
    workspace: Workspace, runner: Runner, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "large.csv"
    path.write_text("Company,City\n" + "".join(f"Firm {n} of Lévis,Laval\n" for n in range(4000)), encoding="utf-8")
    wizard = ImportWizard(workspace, runner, path)
    wizard.analyse()
    wizard.reject()
    wizard.deleteLater()
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=20_000)


def test_what_is_pasted_is_read_like_a_file(workspace: Workspace, runner: Runner, store: Store, qtbot: QtBot) -> None:
    wizard = ImportWizard(workspace, runner, Path("Clipboard"), pasted="Company\tCity\nClip Foods\tLaval\n")
    qtbot.addWidget(wizard)
    wizard.analyse()
    wait(wizard, qtbot)
    wizard.accept()
    assert store.get(Company, key_of(store, "Clip Foods")).city == "Laval"


def test_escape_asks_before_it_throws_an_import_away(
    open_wizard: WizardOpener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    asked: list[str] = []

    def confirm(_parent: object, text: str, *_words: str) -> bool:
        asked.append(text)
        return answers[len(asked) - 1]

    monkeypatch.setattr(alerts, "confirm", confirm)
    wizard = open_wizard("Company,City\nNew Firm,Laval\n")
    wizard.show()
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert (wizard.isVisible(), asked) == (True, ["Close without importing firms.csv?"])
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert (wizard.isVisible(), len(asked)) == (False, 2)


def test_escape_in_the_columns_goes_back_to_the_preview(
    open_wizard: WizardOpener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alerts, "confirm", None)
    wizard = open_wizard("Company,City\nNew Firm,Laval\n")
    wizard.show()
    wizard.pages.button.setChecked(True)
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert (wizard.isVisible(), wizard.pages.button.isChecked(), wizard.plan is not None) == (True, False, True)


def test_what_was_decided_is_not_thrown_away_while_it_is_read_again(
    open_wizard: WizardOpener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(alerts, "confirm", lambda _parent, text, *_words: asked.append(text) or False)
    wizard = open_wizard("Company,City\nNew Firm,Laval\n")
    wizard.show()
    wizard.decide({1: ""})
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert (wizard.isVisible(), len(asked)) == (True, 1)


def test_what_was_imported_is_said_in_words(open_wizard: WizardOpener) -> None:
    wizard = open_wizard("Company,City\nNew Firm,Laval\nD1,Gaspé\n")
    assert kinds.in_words(wizard.plan) == ("1 company imported, 1 changed", "companies")


def test_escape_does_not_ask_where_nothing_would_be_imported(
    open_wizard: WizardOpener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alerts, "confirm", None)
    wizard = open_wizard("Company,City\n,Laval\n")
    wizard.show()
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()


PEOPLE = (
    "Delegation,Version 3,,,,\n"
    "First name,Last name,Organization,E-mail,Category,Allergies\n"
    "Ana (D1 team),Roy,D1; D2,ana@a.ca,Press,nuts\n"
    "Given,D1,,new@a.ca,Driver,\n"
    "Given,D2,D3,,Official,\n"
    "Xu,Ng,The Daily Globe,xu@a.ca,Press,\n"
)


def test_a_list_of_people_is_brought_in_as_one_step(open_wizard: WizardOpener, store: Store) -> None:
    wizard = open_wizard(PEOPLE, "people.csv")
    assert (wizard.kind.currentData(), wizard.duplicates.isEnabled()) == ("people", False)
    assert wizard.summary.text().splitlines()[:2] == [
        "4 rows  ·  New: 3  ·  Changed: 1", "Rows above the headings in row 2 are not read: 1.",
    ]  # fmt: skip
    wizard.accept()
    people = store.all(Person)[6:]
    assert [(one.given_name, one.company_id, one.position) for one in people] == [
        ("Ana (D1 team)", key_of(store, "D1"), ""), ("Given", key_of(store, "D3"), ""), ("Xu", None, "The Daily Globe"),
    ]  # fmt: skip
    assert people[0].dietary == "nuts"
    assert store.undo() == "Import people.csv"
    assert (store.count(Person), store.count(Membership)) == (6, 0)


def test_the_columns_of_a_list_of_people_are_shown_and_corrected(
    open_wizard: WizardOpener, store: Store, qtbot: QtBot
) -> None:
    wizard = open_wizard(PEOPLE, "people.csv")
    table = wizard.pages.mapping.table
    fields = {table.item(row, 0).text(): table.cellWidget(row, 2) for row in range(table.rowCount())}
    assert fields["Category"].currentText() == "Role"
    assert fields["Category"].findData("city") == -1
    assert [
        table.item(row, 4).text().split("\n")[0] for row in range(6) if table.item(row, 0).text() == "Allergies"
    ] == ["Sensitive"]
    wizard.decide({4: "position"})
    wait(wizard, qtbot)
    wizard.accept()
    assert [one.position for one in store.all(Person)[6:]] == ["Press", "Official", "Press, The Daily Globe"]


def test_doubtful_people_and_organisations_are_asked_about(
    open_wizard: WizardOpener, store: Store, qtbot: QtBot
) -> None:
    wizard = open_wizard(PEOPLE, "people.csv")
    wizard.table.selectRow(2)
    assert wizard.review.text.text() == "Row 5, Given D2, looks like Given D2 (D2): the name is the same."
    wizard.review.same.click()
    wait(wizard, qtbot)
    wizard.table.selectRow(3)
    assert wizard.resolve.text.text() == "Which company is “The Daily Globe”?"
    wizard.resolve.choice.setText("C1")
    wizard.resolve.take_company()
    wait(wizard, qtbot)
    wizard.accept()
    second = next(one for one in store.all(Person) if one.full_name == "Given D2")
    assert (store.count(Person), store.snapshot().companies_of[second.id]) == (
        8,
        (key_of(store, "D2"), key_of(store, "D3")),
    )
    assert store.all(Person)[-1].company_id == key_of(store, "C1")
